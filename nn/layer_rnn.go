package nn

// RNN is the simple recurrent layer h' = tanh(x·Wx + bx + h·Wh + bh) (Elman
// 1990; Goodfellow, Bengio and Courville 2016, section 10.2).
func RNN(x *Tensor, name string, units int, o Recurrence) Unrolled {
	defer x.graph.Mark("rnn")()
	sums, w, _ := o.sums(x, name, 1, units, both, Fixed(0))
	hidden := o.states(sums, units).Called(name+"/hidden", stepwise...)
	r := recurrence{sums: sums, w: w, hidden: hidden, first: o.Initial.Hidden, reverse: o.Reverse}
	r.unroll(func(_ int, sums, _ *Tensor) *Tensor { return sums.Tanh() })
	return Unrolled{Hidden: hidden, Last: States{Hidden: o.last(hidden)}, Gates: func() []*Tensor { return nil }}
}
