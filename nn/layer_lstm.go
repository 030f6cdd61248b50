package nn

import "nnplay/nn/rng"

// LSTM is the layer of long short-term memory (Hochreiter and Schmidhuber 1997,
// with the forget gate of Gers, Schmidhuber and Cummins 2000), PyTorch's:
//
//	i, f, o = σ(x·Wx + bx + h·Wh + bh)
//	g       = tanh(x·Wx + bx + h·Wh + bh)
//	c' = f·c + i·g,  h' = o·tanh c'
//
// with the four side by side, in the order i, f, g, o, in weights and biases.
// The forget gate's bias begins with 1, so that what is learned first is to
// remember (Jozefowicz, Zaremba and Sutskever 2015).
func LSTM(x *Tensor, name string, units int, o Recurrence) Unrolled {
	sums, w, _ := o.sums(x, name, 4, units, both, forgetBias)
	hidden, cells := o.states(sums, units), o.states(sums, units)
	r := recurrence{sums: sums, w: w, hidden: hidden, first: o.Initial.Hidden, reverse: o.Reverse}
	c := o.Initial.Cell
	r.unroll(func(t int, sums, _ *Tensor) *Tensor {
		i, f := gate(sums, 0, units).Sigmoid(), gate(sums, 1, units).Sigmoid()
		g, out := gate(sums, 2, units).Tanh(), gate(sums, 3, units).Sigmoid()
		if c == nil {
			c = i.Mul(g)
		} else {
			c = f.Mul(c).AddMul(i, g)
		}
		c = c.placed(cells.at(t))
		return out.Mul(c.Tanh())
	})
	return Unrolled{
		Hidden: hidden, Cell: cells, Last: States{o.last(hidden), o.last(cells)},
		Gates: func() (list []*Tensor) {
			sums.graph.NoGrad(func() {
				list = []*Tensor{
					gate(sums, 0, units).Sigmoid(), gate(sums, 1, units).Sigmoid(),
					gate(sums, 2, units).Tanh(), gate(sums, 3, units).Sigmoid(),
				}
			})
			return list
		},
	}
}

// forgetBias is 1 for the forget gate, the second of four, and 0 else.
var forgetBias = Initializer{Name: "forget", Fill: func(w []float32, p *Parameter, scale float32, s *rng.Stream) {
	clear(w)
	fill(w[len(w)/4:len(w)/2], 1)
}, Unscaled: true}
