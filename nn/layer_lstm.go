package nn

import (
	"fmt"

	"nnplay/nn/rng"
)

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
	defer x.graph.Mark("lstm")()
	sums, w, _ := o.sums(x, name, 4, units, both, forgetBias)
	hidden, cells := o.states(sums, units).Called(name+"/hidden", stepwise...), o.states(sums, units).Called(name+"/cell", stepwise...)
	r := recurrence{sums: sums, w: w, hidden: hidden, first: o.Initial.Hidden, reverse: o.Reverse}
	c := o.Initial.Cell
	r.unroll(func(t int, sums, _ *Tensor) *Tensor {
		called := func(gate *Tensor, as string) *Tensor { return gate.Called(fmt.Sprint(name, "/step", t, "/", as)) }
		i, f := called(gate(sums, 0, units).Sigmoid(), "input"), called(gate(sums, 1, units).Sigmoid(), "forget")
		g, out := called(gate(sums, 2, units).Tanh(), "candidate"), called(gate(sums, 3, units).Sigmoid(), "output")
		if c == nil {
			c = i.Mul(g)
		} else {
			c = f.Mul(c).AddMul(i, g)
		}
		c = c.placed(cells.at(t))
		return out.Mul(called(c.Tanh(), "squashed"))
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
