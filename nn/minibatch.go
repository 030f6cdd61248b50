package nn

import "path"

// The inputs that minibatches are gathered by: the numbers of the samples in the
// order of a pass (N), and how many of them have been trained on, a scalar.
const (
	Order  = "order"
	Cursor = "cursor"
)

// Minibatches gathers one minibatch after the other from tensors that hold all
// samples, row by row.
type Minibatches struct {
	order, cursor *Tensor
	size          int
}

// Minibatches declares the inputs Order and Cursor for n samples of which a
// minibatch has size. Whoever fills them begins a pass by setting both.
func (g *Graph) Minibatches(n, size int) *Minibatches {
	return &Minibatches{g.Input(Order, n), g.Input(Cursor), size}
}

// Rows returns the present minibatch (B, D) of all samples (N, D), an input: what
// is called train/x gives minibatch/x.
func (m *Minibatches) Rows(all *Tensor) *Tensor {
	defer all.graph.Mark("minibatch")()
	name := ""
	for input, leaf := range all.graph.leaves {
		if leaf == all {
			name = path.Base(input)
		}
	}
	return all.Rows(m.order, m.cursor, m.size).Called("minibatch/" + name)
}

// Advance goes on to the next minibatch.
func (m *Minibatches) Advance() {
	m.cursor.graph.Assign(m.cursor, m.cursor.Plus(float32(m.size)))
}
