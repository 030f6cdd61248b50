package model

import "nnplay/nn"

// A SequenceModel turns each place of a sequence into an output: it reads tokens
// (B, T), or values (B, T, D), and predicts K numbers a place.
type SequenceModel interface {
	// Record records the model. source (B, S) is what an encoder-decoder reads
	// first; it is nil for all other models.
	Record(x, source *nn.Tensor) Sequenced
}

// A Sequenced is a model of sequences as recorded on a graph.
type Sequenced struct {
	Logits *nn.Tensor // (N, K), N = B·T places, in the model's order
	// Hidden are the states of recurrent layers (T, B, H) under the layers'
	// names, from below; a bidirectional layer has two.
	Hidden []Layered
	// TimeFirst says that Logits has the places in the order (T, B), and not (B, T).
	TimeFirst bool
	B, T      int

	looks []func() // name what there is to look at
}

// A Layered is what a layer has computed.
type Layered struct {
	Name   string
	Tensor *nn.Tensor
}

// Align brings what belongs to the places, (B, T) or (B, T, K), in the order of
// Logits: (N) or (N, K).
func (s Sequenced) Align(t *nn.Tensor) *nn.Tensor {
	shape := t.Shape()
	if s.TimeFirst {
		t = t.Transpose(0, 1).Contiguous()
	}
	return t.Reshape(append([]int{s.B * s.T}, shape[2:]...)...)
}

// batchFirst returns what belongs to the places, (N, K) in the order of Logits,
// as (B, T, K).
func (s Sequenced) batchFirst(t *nn.Tensor) *nn.Tensor {
	if s.TimeFirst {
		return t.Reshape(s.T, s.B, -1).Transpose(0, 1).Contiguous()
	}
	return t.Reshape(s.B, s.T, -1)
}

// CrossEntropy returns the mean loss over the tokens (B, T) to be predicted,
// nn.Ignored for places that do not count.
func (s Sequenced) CrossEntropy(target *nn.Tensor) *nn.Tensor {
	return nn.CrossEntropy(s.Logits, s.Align(target))
}

// MeanSquare returns the mean squared error of the values (B, T, K) to be
// predicted, where counts (B, T) is 1, and not 0.
func (s Sequenced) MeanSquare(target, counts *nn.Tensor) *nn.Tensor {
	return nn.MeanSquare(s.Logits, s.Align(target), s.Align(counts).Reshape(-1, 1))
}

// Right returns, as (B, T), 1 for the places whose token is predicted right, 0
// for the others and those that do not count.
func (s Sequenced) Right(target *nn.Tensor) *nn.Tensor {
	return s.batchFirst(nn.Right(s.Logits, s.Align(target))).Reshape(s.B, s.T)
}

// Look names all that is there to look at: "logits" and "probabilities" (B, T, K)
// and what the architecture says. It is for programs that somebody watches;
// training does not need it.
func (s Sequenced) Look() {
	s.Logits.Graph().NoGrad(func() {
		s.batchFirst(s.Logits).Named("logits")
		s.batchFirst(s.Logits.Softmax()).Named("probabilities")
		for _, name := range s.looks {
			name()
		}
	})
}

// NameGradients names, for each recurrent layer, the norm of the loss's gradient
// with respect to the state after each step, (T) under NAME/gradient: where it
// falls off towards the beginning the network can't learn what happened there.
// The backward pass must have been recorded.
func (s Sequenced) NameGradients() {
	for _, h := range s.Hidden {
		g := h.Tensor.Graph()
		g.NoGrad(func() {
			squares := h.Tensor.Gradient().Square() // (T, B, H)
			squares.Reshape(squares.Dim(0), -1).Sum(-1).Sqrt().Reshape(-1).Named(h.Name + "/gradient")
		})
	}
}

// KeepGradients keeps, for each recurrent layer, the loss's gradient with respect
// to the state after each step, (T, B, H) under NAME/gradient/states: what a step
// of training has computed anyway, and leaves where it can be looked at. The
// backward pass must have been recorded.
func (s Sequenced) KeepGradients() {
	for _, h := range s.Hidden {
		h.Tensor.Gradient().Named(h.Name + "/gradient/states")
	}
}
