package nn

import (
	"fmt"
	"math"
	"testing"

	"gonum.org/v1/gonum/diff/fd"

	"nnplay/nn/program"
	"nnplay/nn/rng"
)

// A gradientCase is a function of parameters p[0] (4, 6), p[1] (6, 4) and
// p[2] (4, 6), whose values lie in [-1.5, 1.5], reduced to a scalar by the test.
type gradientCase struct {
	name string
	f    func(p []*Tensor) *Tensor
}

// gradientCases ranges over every operation, layer, activation and loss.
func gradientCases() []gradientCase {
	positive := func(t *Tensor) *Tensor { return t.Square().Plus(0.5) }
	cases := []gradientCase{
		{"add", func(p []*Tensor) *Tensor { return p[0].Add(p[2]) }},
		{"add to itself", func(p []*Tensor) *Tensor { return p[0].Add(p[0]) }},
		{"add row", func(p []*Tensor) *Tensor { return p[0].Add(p[2].Slice(0, 1, 2)) }},
		{"add column", func(p []*Tensor) *Tensor { return p[0].Add(p[2].Slice(1, 3, 4)) }},
		{"add row and column", func(p []*Tensor) *Tensor { return p[0].Slice(0, 0, 1).Add(p[2].Slice(1, 3, 4)) }},
		{"sub row", func(p []*Tensor) *Tensor { return p[0].Sub(p[2].Slice(0, 1, 2)) }},
		{"mul", func(p []*Tensor) *Tensor { return p[0].Mul(p[2]) }},
		{"mul by itself", func(p []*Tensor) *Tensor { return p[0].Mul(p[0]) }},
		{"mul scalar", func(p []*Tensor) *Tensor { return p[0].Mul(p[2].SumAll()) }},
		{"div", func(p []*Tensor) *Tensor { return p[0].Div(positive(p[2])) }},
		{"div column", func(p []*Tensor) *Tensor { return p[0].Div(positive(p[2].Slice(1, 0, 1))) }},
		{"add-mul", func(p []*Tensor) *Tensor { return p[0].AddMul(p[2], p[1].Transpose(0, 1)) }},
		{"sub-mul", func(p []*Tensor) *Tensor { return p[0].SubMul(p[2].Slice(0, 0, 1), p[0]) }},
		{"max", func(p []*Tensor) *Tensor { return p[0].Max(p[2]) }},
		{"min", func(p []*Tensor) *Tensor { return p[0].Min(p[2]) }},
		{"where", func(p []*Tensor) *Tensor { return p[0].Step().Where(p[0].Square(), p[2]) }},
		{"neg", func(p []*Tensor) *Tensor { return p[0].Neg() }},
		{"abs", func(p []*Tensor) *Tensor { return p[0].Abs() }},
		{"square", func(p []*Tensor) *Tensor { return p[0].Square() }},
		{"sqrt", func(p []*Tensor) *Tensor { return positive(p[0]).Sqrt() }},
		{"exp", func(p []*Tensor) *Tensor { return p[0].Exp() }},
		{"log", func(p []*Tensor) *Tensor { return positive(p[0]).Log() }},
		{"cos", func(p []*Tensor) *Tensor { return p[0].Cos() }},
		{"erf", func(p []*Tensor) *Tensor { return p[0].Erf() }},
		{"matmul", func(p []*Tensor) *Tensor { return p[0].MatMul(p[1]) }},
		{"matmul transposed", func(p []*Tensor) *Tensor { return p[0].Transpose(0, 1).MatMul(p[1].Transpose(0, 1)) }},
		{"matmul with itself", func(p []*Tensor) *Tensor { return p[0].MatMul(p[0].Transpose(0, 1)) }},
		{"matmul batched", func(p []*Tensor) *Tensor {
			return p[0].Reshape(2, 2, 2, 3).MatMul(p[2].Reshape(2, 2, 3, 2))
		}},
		{"attention heads", func(p []*Tensor) *Tensor { // (B, T, H, D) -> (B, H, T, D)
			q, k := p[0].Reshape(1, 4, 2, 3).Transpose(1, 2), p[2].Reshape(1, 4, 2, 3).Transpose(1, 2)
			return q.MatMul(k.Transpose(-1, -2)).Softmax().MatMul(k).Transpose(1, 2).Reshape(4, 6)
		}},
		{"affine", func(p []*Tensor) *Tensor { return p[0].Affine(p[1], p[2].Slice(0, 0, 1).Slice(1, 0, 4).Reshape(4)) }},
		{"affine used twice", func(p []*Tensor) *Tensor {
			b := p[2].Slice(0, 0, 1).Slice(1, 0, 4).Reshape(4)
			h := p[0].Affine(p[1], b).Tanh()
			return h.Affine(p[1].Slice(0, 0, 4), b)
		}},
		{"sum rows", func(p []*Tensor) *Tensor { return p[0].Square().Sum(0) }},
		{"sum columns", func(p []*Tensor) *Tensor { return p[0].Square().Sum(1) }},
		{"mean", func(p []*Tensor) *Tensor { return p[0].Square().Mean(-1) }},
		{"sum middle", func(p []*Tensor) *Tensor { return p[0].Reshape(2, 2, 3, 2).Square().Sum(1) }},
		{"softmax", func(p []*Tensor) *Tensor { return p[0].Softmax() }},
		{"log-softmax", func(p []*Tensor) *Tensor { return p[0].LogSoftmax() }},
		{"slices that overlap", func(p []*Tensor) *Tensor {
			x := p[0].Tanh()
			return x.Slice(1, 0, 4).Mul(x.Slice(1, 2, 6))
		}},
		{"slice and whole", func(p []*Tensor) *Tensor {
			x := p[0].Tanh()
			return x.Mul(x.Slice(0, 0, 1))
		}},
		{"concat", func(p []*Tensor) *Tensor { return Concat(1, p[0].Square(), p[2], p[0]) }},
		{"transposed reshape", func(p []*Tensor) *Tensor { return p[0].Transpose(0, 1).Reshape(3, 8).Square() }},
		{"embedding", func(p []*Tensor) *Tensor {
			index := Concat(0, p[0].graph.Const(2).Reshape(1), p[0].graph.Const(0).Reshape(1), p[0].graph.Const(2).Reshape(1))
			return p[0].Square().Rows(index, nil, 3)
		}},
		{"dropout", func(p []*Tensor) *Tensor { return Dropout(p[0], p[0].graph.Const(0.4)) }},
		{"linear layer", func(p []*Tensor) *Tensor { return Linear(p[0], "layer", 3, Must(FindInitializer("xavier")), 0.1) }},
		{"recurrence", func(p []*Tensor) *Tensor { // the same weights at three times
			h := p[2].Slice(1, 0, 4)
			for t := range 3 {
				h = p[0].Slice(1, t, t+3).MatMul(p[1].Slice(0, 0, 3)).Add(h).Tanh()
			}
			return h
		}},
	}
	for _, l := range AdversarialLosses {
		cases = append(cases,
			gradientCase{"discriminator " + l.Name, func(p []*Tensor) *Tensor { return l.Discriminator(p[0], p[2]) }},
			gradientCase{"generator " + l.Name, func(p []*Tensor) *Tensor { return l.Generator(p[0]) }})
	}
	cases = append(cases,
		gradientCase{"reparameterize", func(p []*Tensor) *Tensor { return Reparameterize(p[0], p[2]) }},
		gradientCase{"gaussian KL", func(p []*Tensor) *Tensor { return GaussianKL(p[0], p[2]) }},
		gradientCase{"spectral norm", func(p []*Tensor) *Tensor {
			for range 100 { // until u and v are the singular vectors, and σ's derivative all there is
				SpectralNorm(p[0], "singular")
			}
			return SpectralNorm(p[0], "singular")
		}})
	cases = append(cases, imageCases()...)
	cases = append(cases, sequenceCases()...)
	for _, a := range Activations {
		cases = append(cases, gradientCase{"activation " + a.Name, func(p []*Tensor) *Tensor { return a.Apply(p[0]) }})
	}
	for _, n := range Normalizations {
		cases = append(cases, gradientCase{"normalization " + n.Name, func(p []*Tensor) *Tensor { return n.Apply(p[0], "norm") }})
	}
	for _, l := range Losses {
		cases = append(cases, gradientCase{"loss " + l.Name, func(p []*Tensor) *Tensor {
			return l.PerSample(p[0], p[0].Tanh(), p[2].Step().Sub(p[0].graph.Const(0.25)))
		}})
	}
	return cases
}

// imageCases are the operations and layers on images.
func imageCases() []gradientCase {
	convolution := func(name string, image, kernels []int, w Window) gradientCase {
		return gradientCase{"conv " + name, func(p []*Tensor) *Tensor {
			bias := p[2].Slice(0, 0, 1).Slice(1, 0, kernels[3]).Reshape(kernels[3])
			return p[0].Tanh().Reshape(image...).Conv2D(p[1].Reshape(kernels...), bias, w)
		}}
	}
	max := func(name string, image []int, w Window) gradientCase {
		return gradientCase{"max-pool " + name, func(p []*Tensor) *Tensor { return p[0].Tanh().Reshape(image...).MaxPool(w) }}
	}
	average := func(name string, image []int, w Window) gradientCase {
		return gradientCase{"average-pool " + name, func(p []*Tensor) *Tensor { return p[0].Tanh().Reshape(image...).AveragePool(w) }}
	}
	he := Must(FindInitializer("he"))
	return []gradientCase{
		convolution("plain", []int{1, 4, 3, 2}, []int{2, 2, 2, 3}, Window{Size: 2}),
		convolution("of one channel", []int{2, 4, 3, 1}, []int{2, 2, 1, 6}, Window{Size: 2}),
		convolution("of one element", []int{2, 1, 3, 4}, []int{1, 1, 4, 6}, Window{Size: 1}),
		convolution("with stride", []int{1, 4, 3, 2}, []int{2, 2, 2, 3}, Window{Size: 2, Stride: 2}),
		convolution("with padding", []int{2, 2, 3, 2}, []int{2, 2, 2, 3}, Window{Size: 2, Padding: 1}),
		convolution("with dilation", []int{1, 3, 4, 2}, []int{2, 2, 2, 3}, Window{Size: 2, Dilation: 2}),
		convolution("with dilation, of one channel", []int{1, 6, 4, 1}, []int{2, 2, 1, 6}, Window{Size: 2, Dilation: 3}),
		convolution("with stride, padding and dilation", []int{1, 3, 4, 2}, []int{2, 2, 2, 3}, Window{Size: 2, Stride: 2, Padding: 2, Dilation: 2}),
		{"conv of images used again", func(p []*Tensor) *Tensor {
			x := p[0].Tanh().Reshape(1, 4, 3, 2)
			y := x.Conv2D(p[1].Reshape(2, 2, 2, 3), p[2].Slice(0, 0, 1).Slice(1, 0, 3).Reshape(3), Window{Size: 2})
			return y.Mul(x.SumAll())
		}},
		max("that tiles", []int{1, 4, 6, 1}, Window{Size: 2, Stride: 2}),
		max("that leaves a rest", []int{2, 3, 4, 1}, Window{Size: 2, Stride: 2}),
		max("that overlaps", []int{1, 4, 3, 2}, Window{Size: 3, Stride: 1, Padding: 1}),
		max("of one element", []int{1, 4, 3, 2}, Window{Size: 1}),
		max("with dilation", []int{1, 4, 6, 1}, Window{Size: 2, Stride: 2, Dilation: 2}),
		{"max-pool of images used again", func(p []*Tensor) *Tensor {
			x := p[0].Tanh().Reshape(1, 4, 6, 1)
			return x.MaxPool(Window{Size: 2, Stride: 2}).Mul(x.SumAll())
		}},
		average("that tiles", []int{1, 4, 6, 1}, Window{Size: 2, Stride: 2}),
		average("that overlaps", []int{1, 4, 3, 2}, Window{Size: 3, Stride: 2, Padding: 1}),
		{"global average-pool", func(p []*Tensor) *Tensor { return p[0].Square().Reshape(2, 2, 3, 2).GlobalAveragePool() }},
		{"batch normalization of images", func(p []*Tensor) *Tensor { return BatchNorm(p[0].Reshape(2, 3, 2, 2), "norm") }},
		{"conv layer", func(p []*Tensor) *Tensor { return Conv(p[0].Reshape(1, 4, 6, 1), "layer", 3, Window{Size: 3}, he, 0.1) }},
		{"residual", func(p []*Tensor) *Tensor {
			x := p[0].Reshape(1, 4, 3, 2)
			return Residual(x, Conv(x, "layer", 2, Window{Size: 3, Padding: 1}, he, 0).Tanh(), "block", he)
		}},
		{"residual that projects", func(p []*Tensor) *Tensor {
			x := p[0].Reshape(1, 4, 6, 1)
			return Residual(x, Conv(x, "layer", 2, Window{Size: 3, Stride: 2, Padding: 1}, he, 0).Tanh(), "block", he)
		}},
	}
}

// TestGradients compares every gradient with finite differences.
func TestGradients(t *testing.T) {
	for _, c := range gradientCases() {
		t.Run(c.name, func(t *testing.T) {
			mem := NewMemory()
			g := mem.Graph("step")
			g.Training = true
			var p []*Tensor
			for i, shape := range [][]int{{4, 6}, {6, 4}, {4, 6}} {
				p = append(p, g.Param(Parameter{Name: fmt.Sprint("p", i), Shape: shape, Init: Must(FindInitializer("uniform")), FanIn: shape[0], FanOut: shape[1]}))
			}
			y := c.f(p)
			// A loss in which each element counts differently.
			loss := y.Mul(g.ramp(y.shape)).SumAll()
			loss.Backward()
			unit := mem.Link()
			arena := unit.NewArena()
			unit.Initialize(arena, 8, 1.5)
			g.fillRamps(unit, arena)
			run := program.NewInterpreter(arena)

			weights, gradients := unit.Weights(arena), unit.Gradients(arena)
			value := unit.Tensor(arena, loss)
			run.Run(unit.Programs["step"], 1)
			got := append([]float32(nil), gradients...)

			x := make([]float64, len(weights))
			for i, w := range weights {
				x[i] = float64(w)
			}
			want := fd.Gradient(nil, func(x []float64) float64 {
				for i, v := range x {
					weights[i] = float32(v)
				}
				run.Run(unit.Programs["step"], 1)
				return float64(value[0])
			}, x, &fd.Settings{Formula: fd.Central, Step: 1.0 / 256}) // a power of two: x ± step is exact in float32
			for i := range want {
				if diff := math.Abs(want[i] - float64(got[i])); !(diff <= 4e-3*(1+math.Abs(want[i]))) {
					t.Errorf("gradient %d: %v, by finite differences %v", i, got[i], want[i])
				}
			}
		})
	}
}

// ramp returns an input with values that differ, filled by fillRamps.
func (g *Graph) ramp(shape []int) *Tensor { return g.Input("ramp", shape...) }

func (g *Graph) fillRamps(u *Unit, arena []float32) {
	ramp := u.Slice(arena, "ramp")
	s := rng.New(3, rng.Data)
	for i := range ramp {
		ramp[i] = s.Uniform(0.25, 1)
	}
}
