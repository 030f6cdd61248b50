package nn

// An Optimizer turns the gradient into a change of the weights.
type Optimizer struct {
	Name string
	// Update records the change of all weights w (1, P) by their gradient
	// (1, P) at a learning rate, a scalar. It is nil for a method that needs
	// the whole data set at each step and several looks at it (L-BFGS).
	Update func(g *Graph, w, grad, rate *Tensor)
	// Reads are the hyper-parameters that Update reads, beside the rate.
	Reads []string
	// Accumulates says that steps add up: where the gradient stays the same
	// they grow to 1/(1-β) times the first, β being HyperMomentum.
	Accumulates bool
	// Decoupled says that weight decay acts on the weights, not on the
	// gradient that the moments are made of.
	Decoupled bool
}

// Optimizers is the table of optimizers, a row each.
var Optimizers = []Optimizer{
	{Name: "sgd", Update: sgd},
	{Name: "momentum", Update: momentum, Reads: []string{HyperMomentum}, Accumulates: true},
	{Name: "nesterov", Update: nesterov, Reads: []string{HyperMomentum}, Accumulates: true},
	{Name: "rmsprop", Update: rmsProp, Reads: []string{HyperBeta2}},
	{Name: "adagrad", Update: adaGrad},
	{Name: "adam", Update: adam, Reads: []string{HyperMomentum, HyperBeta2}},
	{Name: "adamw", Update: adam, Reads: []string{HyperMomentum, HyperBeta2}, Decoupled: true},
	{Name: "lbfgs"},
}

// FullBatch says whether the method needs the whole data set at each step.
func (o Optimizer) FullBatch() bool { return o.Update == nil }

// moment returns the optimizer's state of the shape of w, 0 at first.
func moment(g *Graph, name string, w *Tensor) *Tensor {
	m := g.State("optimizer/"+name, 0, w.shape...)
	g.along("optimizer/" + name)
	return m
}

// average moves an exponential moving average towards x: m += (1-β)(x-m).
func average(g *Graph, m, x, beta *Tensor) {
	g.Assign(m, m.AddMul(x.Sub(m), g.Const(1).Sub(beta)))
}

// sgd is stochastic gradient descent: w -= η·g.
func sgd(g *Graph, w, grad, rate *Tensor) {
	g.Assign(w, w.SubMul(rate, grad))
}

// momentum (Polyak 1964, in PyTorch's form): v = β·v + g; w -= η·v.
func momentum(g *Graph, w, grad, rate *Tensor) {
	beta := g.Hyper(HyperMomentum, 0.9)
	v := moment(g, "velocity", w)
	g.Assign(v, grad.AddMul(beta, v))
	g.Assign(w, w.SubMul(rate, v))
}

// nesterov looks ahead (Sutskever et al. 2013): v = β·v + g; w -= η(g + β·v).
func nesterov(g *Graph, w, grad, rate *Tensor) {
	beta := g.Hyper(HyperMomentum, 0.9)
	v := moment(g, "velocity", w)
	g.Assign(v, grad.AddMul(beta, v))
	g.Assign(w, w.SubMul(rate, grad.AddMul(beta, v)))
}

// rmsProp (Tieleman and Hinton 2012): s = β₂·s + (1-β₂)g²; w -= η·g/(√s + ε).
func rmsProp(g *Graph, w, grad, rate *Tensor) {
	s := moment(g, "square", w)
	average(g, s, grad.Square(), g.Hyper(HyperBeta2, 0.999))
	g.Assign(w, w.SubMul(rate, grad.Div(s.Sqrt().Plus(1e-8))))
}

// adaGrad (Duchi, Hazan and Singer 2011): s += g²; w -= η·g/(√s + ε).
func adaGrad(g *Graph, w, grad, rate *Tensor) {
	s := moment(g, "square", w)
	g.Assign(s, s.AddMul(grad, grad))
	g.Assign(w, w.SubMul(rate, grad.Div(s.Sqrt().Plus(1e-10))))
}

// adam (Kingma and Ba 2014): w -= η·m̂/(√v̂ + ε), with moving averages m of g
// and v of g². Their bias is the moving average of the constant 1, by which
// each is divided: that is the paper's 1-βᵗ, without a power.
func adam(g *Graph, w, grad, rate *Tensor) {
	beta1, beta2 := g.Hyper(HyperMomentum, 0.9), g.Hyper(HyperBeta2, 0.999)
	m, v := moment(g, "mean", w), moment(g, "square", w)
	one := g.Const(1)
	bias1, bias2 := g.State("optimizer/bias1", 0), g.State("optimizer/bias2", 0)
	average(g, bias1, one, beta1)
	average(g, bias2, one, beta2)
	average(g, m, grad, beta1)
	average(g, v, grad.Square(), beta2)
	denominator := v.Sqrt().Div(bias2.Sqrt()).Plus(1e-8)
	g.Assign(w, w.SubMul(rate.Div(bias1), m.Div(denominator)))
}
