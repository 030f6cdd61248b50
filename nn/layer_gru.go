package nn

// GRU is the layer of gated recurrent units (Cho et al. 2014), PyTorch's:
//
//	r, z = σ(x·Wx + bx + h·Wh + bh)
//	n    = tanh(x·Wx + bx + r·(h·Wh + bh))
//	h'   = n + z·(h - n)
//
// with the three side by side, in the order r, z, n, in weights and biases.
func GRU(x *Tensor, name string, units int, o Recurrence) Unrolled {
	defer x.graph.Mark("gru")()
	inputs, w, bias := o.sums(x, name, 3, units, func(input, _ *Tensor) *Tensor { return input }, Fixed(0))
	sums := bias.Expand(inputs.shape...).Called(name+"/hidden/sum", stepwise...) // of the hidden side alone, as r comes between
	hidden := o.states(inputs, units).Called(name+"/hidden", stepwise...)
	resets, updates := o.states(inputs, units).Called(name+"/reset", stepwise...), o.states(inputs, units).Called(name+"/update", stepwise...)
	candidates := o.states(inputs, units).Called(name+"/candidate", stepwise...)
	r := recurrence{sums: sums, w: w, hidden: hidden, first: o.Initial.Hidden, reverse: o.Reverse}
	r.unroll(func(t int, sums, h *Tensor) *Tensor {
		in := inputs.at(t)
		reset := gate(in, 0, units).Add(gate(sums, 0, units)).Sigmoid().placed(resets.at(t))
		update := gate(in, 1, units).Add(gate(sums, 1, units)).Sigmoid().placed(updates.at(t))
		n := gate(in, 2, units).AddMul(reset, gate(sums, 2, units)).Tanh().placed(candidates.at(t))
		if h == nil {
			return n.SubMul(update, n)
		}
		return n.AddMul(update, h.Sub(n))
	})
	return Unrolled{
		Hidden: hidden, Last: States{Hidden: o.last(hidden)},
		Gates: func() []*Tensor { return []*Tensor{resets.Detach(), updates.Detach(), candidates.Detach()} },
	}
}
