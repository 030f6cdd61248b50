package nn

import "nnplay/nn/f32"
import "nnplay/nn/rng"

// A Recurrent is a recurrent layer, unrolled over the T steps of a sequence.
type Recurrent struct {
	Name  string
	Gates []string // what Unrolled.Gates holds, in that order
	// Unroll records the layer for x (T, B, D), with units H.
	Unroll func(x *Tensor, name string, units int, o Recurrence) Unrolled
}

// Recurrents is the table of recurrent layers, a row each.
var Recurrents = []Recurrent{
	{"rnn", nil, RNN},
	{"lstm", []string{"input", "forget", "candidate", "output"}, LSTM},
	{"gru", []string{"reset", "update", "candidate"}, GRU},
}

// FindRecurrent returns the recurrent layer of that name.
func FindRecurrent(name string) (Recurrent, bool) {
	return find(Recurrents, name, func(r Recurrent) string { return r.Name })
}

// A Recurrence says how a recurrent layer is unrolled.
type Recurrence struct {
	Initial States // before the first step
	Reverse bool   // from the last element of the sequence to the first
	Init    Initializer
}

// States are what a recurrent layer carries from step to step, (B, H) each. The
// zero value stands for zeros.
type States struct {
	Hidden *Tensor
	Cell   *Tensor // of an LSTM
}

// An Unrolled is what a recurrent layer has computed.
type Unrolled struct {
	Hidden *Tensor // (T, B, H)
	Cell   *Tensor // (T, B, H), of an LSTM, else nil
	Last   States  // after the last step
	// Gates records the values of the gates (T, B, H), for somebody to look at:
	// no gradient flows through them.
	Gates func() []*Tensor
}

// sums returns x·W + b for all steps at once, (T, B, G), and the weights that
// lead from state to state, (H, G). Parameters are called as PyTorch's, with a
// path for an underscore: name/input/weight (D, G) is the transposed weight_ih,
// name/hidden/weight (H, G) weight_hh, and name/input/bias and name/hidden/bias
// (G) bias_ih and bias_hh. bias is what is added to x·W: of most cells both.
func (o Recurrence) sums(x *Tensor, name string, gates, units int, bias func(input, hidden *Tensor) *Tensor, first Initializer) (sums, w, hiddenBias *Tensor) {
	g, d, n := x.graph, x.Dim(-1), gates*units
	if o.Init.Fill == nil {
		o.Init = recurrentUniform
	}
	input := g.Param(Parameter{Name: name + "/input/weight", Shape: []int{d, n}, Init: o.Init, FanIn: d, FanOut: units, Decays: true})
	inputBias := g.Param(Parameter{Name: name + "/input/bias", Shape: []int{n}, Init: first, FanOut: units})
	w = g.Param(Parameter{Name: name + "/hidden/weight", Shape: []int{units, n}, Init: o.Init, FanIn: units, FanOut: units, Decays: true})
	hiddenBias = g.Param(Parameter{Name: name + "/hidden/bias", Shape: []int{n}, Init: Fixed(0)})
	t, b := x.Dim(0), x.Dim(1)
	sums = x.Reshape(t*b, d).Affine(input, bias(inputBias, hiddenBias)).Reshape(t, b, n).Called(name+"/sum", stepwise...)
	return sums, w, hiddenBias
}

// stepwise are the dimensions of what belongs to the steps, (T, B, H).
var stepwise = []string{"time", "batch", "unit"}

// both adds the two biases of PyTorch's cells: their gradients are the same.
func both(input, hidden *Tensor) *Tensor { return input.Add(hidden) }

// recurrentUniform is PyTorch's initializer of recurrent layers, U(-1/√H, 1/√H).
var recurrentUniform = Initializer{Name: "recurrent", Fill: func(w []float32, p *Parameter, scale float32, s *rng.Stream) {
	uniform(w, scale/f32.Sqrt(float32(p.FanOut)), s)
}}

// states returns a buffer for the states of all steps, (T, B, H).
func (o Recurrence) states(sums *Tensor, units int) *Tensor {
	return result([]int{sums.Dim(0), sums.Dim(1), units}, sums)
}

// last returns the step that comes last.
func (o Recurrence) last(states *Tensor) *Tensor {
	if o.Reverse {
		return states.at(0)
	}
	return states.at(states.Dim(0) - 1)
}

// gate returns one of the equal parts of the last dimension.
func gate(sums *Tensor, i, units int) *Tensor { return sums.Slice(-1, i*units, (i+1)*units) }
