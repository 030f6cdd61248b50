package nn

// A Loss compares the output layer with the target, sample by sample.
type Loss struct {
	Name string
	// PerSample returns (B, 1) from the output's pre-activation z and the
	// activated output y, both (B, K), and the target t (B, K). Losses that
	// include their own activation are computed from z.
	PerSample func(z, y, t *Tensor) *Tensor
	// Outputs are the outputs that the loss goes with, the usual one first:
	// only with these is it 0 where the output is sure and right. Without any it
	// goes with all.
	Outputs []string
	// Logits says that the loss is computed from z and includes the output's
	// activation, whose usual loss it is: softmax and cross-entropy.
	Logits bool
	// Guess returns the least mean loss over targets t (n, K) of an answer that is
	// the same for all, within the range of the output.
	Guess func(t []float32, k int, within Range) float64
}

// Losses is the table of losses, a row each. Errors are averaged over the
// targets of a sample, as PyTorch does; half-sse adds them up, as most textbooks
// do by hand.
var Losses = []Loss{
	{Name: "mse", PerSample: func(z, y, t *Tensor) *Tensor { return y.Sub(t).Square().Mean(-1) },
		Guess: guessSquare(func(k int) float64 { return 1 / float64(k) })},
	{Name: "half-mse", PerSample: func(z, y, t *Tensor) *Tensor { return y.Sub(t).Square().Mean(-1).Times(0.5) },
		Guess: guessSquare(func(k int) float64 { return 0.5 / float64(k) })},
	{Name: "half-sse", PerSample: func(z, y, t *Tensor) *Tensor { return y.Sub(t).Square().Sum(-1).Times(0.5) },
		Guess: guessSquare(func(int) float64 { return 0.5 })},
	{Name: "huber", PerSample: func(z, y, t *Tensor) *Tensor { return huber(y.Sub(t)).Mean(-1) },
		Guess: guessConvex(huberOf, huberSlope)},
	{Name: "bce", PerSample: func(z, y, t *Tensor) *Tensor { return binaryCrossEntropy(z, t).Mean(-1) },
		Outputs: []string{"sigmoid"}, Logits: true, Guess: guessBinary},
	{Name: "cce", PerSample: func(z, y, t *Tensor) *Tensor { return t.Mul(z.LogSoftmax()).Sum(-1).Neg() },
		Outputs: []string{"softmax"}, Logits: true, Guess: guessClass},
	{Name: "hinge", PerSample: func(z, y, t *Tensor) *Tensor { return t.Mul(y).Neg().Plus(1).Relu().Mean(-1) },
		Outputs: []string{"linear", "tanh"}, Guess: guessConvex(hingeOf, hingeSlope)},
}

// Of returns the loss (B, 1) of each sample, called loss/sample: see PerSample.
func (l Loss) Of(z, y, t *Tensor) *Tensor {
	defer z.graph.Mark(l.Name)()
	return l.PerSample(z, y, t).Called("loss/sample")
}

// huber is e²/2 where |e| ≤ 1, else |e| - 1/2 (Huber 1964). With c = min(|e|, 1)
// both are c·(|e| - c/2).
func huber(e *Tensor) *Tensor {
	size := e.Abs()
	c := size.Min(e.graph.Const(1))
	return c.Mul(size.Sub(c.Times(0.5)))
}

// binaryCrossEntropy is -t·ln σ(z) - (1-t)·ln(1-σ(z)) = softplus(z) - t·z.
func binaryCrossEntropy(z, t *Tensor) *Tensor { return z.Softplus().SubMul(t, z) }
