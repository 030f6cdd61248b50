package model

import (
	"fmt"

	"nnplay/nn"
)

// An RNN is recurrent layers on top of one another and a linear layer at each
// step (Goodfellow, Bengio and Courville 2016, chapter 10).
type RNN struct {
	Cell          nn.Recurrent
	Hidden        int  // units of each layer
	Layers        int  // 1 or more
	Bidirectional bool // each layer runs in both directions, and passes on both states
	Vocabulary    int  // of the tokens that are read; 0 if values are
	Embedding     int  // dimensions of a token's vector; 0: tokens are one-hot
	Outputs       int  // predicted at each step
	// Carry lets a sequence go on, while training, where the one before it in the
	// same row of the batch has ended, without a gradient: truncated
	// backpropagation through time (Williams and Peng 1990). It can't be
	// Bidirectional. The states "lstm1/carried/hidden" are 0 where one begins.
	Carry       bool
	Initializer nn.Initializer // of the recurrent layers; the zero value is PyTorch's
}

var _ SequenceModel = RNN{}

// Record implements SequenceModel, with the layers "rnn1" or "lstm1", "lstm2"
// and so on; what runs backwards is "lstm1-reverse". Look names "lstm1/hidden"
// (B, T, H) and, as far as the cell has them, "lstm1/cell" and the gates,
// "lstm1/forget" and others.
func (m RNN) Record(x, _ *nn.Tensor) Sequenced {
	if m.Carry && m.Bidirectional {
		panic("model: a bidirectional network reads each sequence as a whole")
	}
	s := Sequenced{TimeFirst: true, B: x.Dim(0), T: x.Dim(1)}
	m.unroll(&s, m.read(s.Align(x)))
	return s
}

// RecordFixed is Record for who asks how the states, or the vectors (T·B, D) that are
// read, bear on something: these take gradients, and parameters take none.
func (m RNN) RecordFixed(x *nn.Tensor) (s Sequenced, read *nn.Tensor) {
	s = Sequenced{TimeFirst: true, B: x.Dim(0), T: x.Dim(1)}
	x.Graph().Fix(func() {
		read = m.read(s.Align(x)).RequiresGrad()
		m.unroll(&s, read)
	})
	return s, read
}

// unroll records the layers on the vectors that are read, (T·B, D).
func (m RNN) unroll(s *Sequenced, read *nn.Tensor) {
	h := read.Reshape(s.T, s.B, -1)
	for i := range m.Layers {
		below := h
		h = m.layer(s, below, fmt.Sprint(m.Cell.Name, i+1), false)
		if m.Bidirectional {
			h = nn.Concat(-1, h, m.layer(s, below, fmt.Sprint(m.Cell.Name, i+1, "-reverse"), true))
		}
	}
	s.Logits = nn.Linear(h.Reshape(s.T*s.B, -1), "output", m.Outputs, nn.DefaultInitializer(), 0)
}

// read returns the vectors (N, D) of what is read.
func (m RNN) read(x *nn.Tensor) *nn.Tensor {
	switch {
	case m.Vocabulary == 0:
		return x.Reshape(x.Dim(0), -1)
	case m.Embedding == 0:
		return x.OneHot(m.Vocabulary)
	}
	rows, _ := nn.Embedding(x, "embedding", m.Vocabulary, m.Embedding)
	return rows
}

// layer records a layer on x (T, B, D) and returns its states (T, B, H).
func (m RNN) layer(s *Sequenced, x *nn.Tensor, name string, reverse bool) *nn.Tensor {
	o := nn.Recurrence{Reverse: reverse, Init: m.Initializer}
	var carried nn.States
	if m.Carry && x.Graph().Training {
		carried, o.Initial = m.carried(x.Graph(), name, s.B)
	}
	u := m.Cell.Unroll(x, name, m.Hidden, o)
	if carried.Hidden != nil {
		x.Graph().Assign(carried.Hidden, u.Last.Hidden)
	}
	if carried.Cell != nil {
		x.Graph().Assign(carried.Cell, u.Last.Cell)
	}
	s.Hidden = append(s.Hidden, Layered{name, u.Hidden})
	s.looks = append(s.looks, func() {
		s.batchFirst(u.Hidden).Named(name + "/hidden")
		if u.Cell != nil {
			s.batchFirst(u.Cell).Named(name + "/cell")
		}
		for i, gate := range u.Gates() {
			s.batchFirst(gate).Named(name + "/" + m.Cell.Gates[i])
		}
	})
	return u.Hidden
}

// carried returns the states that a layer carries from batch to batch, and
// copies of what they hold before this one.
func (m RNN) carried(g *nn.Graph, name string, batch int) (states, before nn.States) {
	states.Hidden = g.State(name+"/carried/hidden", 0, batch, m.Hidden)
	before.Hidden = states.Hidden.Contiguous()
	if m.Cell.Name == "lstm" {
		states.Cell = g.State(name+"/carried/cell", 0, batch, m.Hidden)
		before.Cell = states.Cell.Contiguous()
	}
	return states, before
}
