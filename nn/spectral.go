package nn

// SpectralNorm returns w (D, H) divided by its largest singular value σ, so
// that x·w changes no more than x does (Miyato et al. 2018). As in PyTorch's
// parametrizations.spectral_norm, σ = u·w·v with unit vectors u and v that one
// step of the power method brings nearer to the singular vectors, and that the
// gradient takes as constants. The state name (1, D) carries v from one training
// step to the next; a graph that does not train leaves it as it is.
func SpectralNorm(w *Tensor, name string) *Tensor {
	g := w.graph
	defer g.Mark("spectral-norm")()
	state := g.State(name, 1, 1, w.Dim(0))
	var u, v *Tensor
	g.NoGrad(func() {
		u = unitVector(state.MatMul(w))             // (1, H)
		v = unitVector(u.MatMul(w.Transpose(0, 1))) // (1, D)
		if g.Training {
			g.Assign(state, v.Contiguous())
		}
	})
	return w.Div(v.MatMul(w).Mul(u).SumAll())
}

// unitVector returns x over its length, or x where that is next to nothing.
func unitVector(x *Tensor) *Tensor {
	return x.Div(x.Square().SumAll().Sqrt().Max(x.graph.Const(1e-12)))
}

// SpectralLinear is Linear with a weight of SpectralNorm, whose state is
// name/singular.
func SpectralLinear(x *Tensor, name string, units int, init Initializer, bias float32) *Tensor {
	w, b := linear(x, name, units, init, bias)
	return x.Affine(SpectralNorm(w, name+"/singular").Called(name+"/weight/normalized"), b).Called(name + "/sum")
}
