package nn_test

import (
	"math"
	"testing"

	"nnplay/nn"
	"nnplay/nn/model"
	"nnplay/nn/program"
)

// A carriedSequence is two minibatches of testdata/sequences.json, the second of
// which goes on where the first has ended.
type carriedSequence struct {
	Kind                             string
	Vocabulary, Batch, Length, Width int
	Parameters                       map[string][]float32
	Minibatches                      []struct {
		X, Target    []float32
		Loss         float64
		Hidden, Cell []float32 // after the last step
		Gradients    map[string][]float32
	}
}

// TestTorchCarried holds truncated backpropagation through time to PyTorch's
// with detached states: the second minibatch begins with the states that the
// first has left, and its gradient ends there.
func TestTorchCarried(t *testing.T) {
	const fraction = 2e-6
	for _, c := range sequenceReference(t).Carried {
		t.Run(c.Kind, func(t *testing.T) {
			mem := nn.NewMemory()
			g := mem.Graph("step")
			g.Training = true
			net := model.RNN{Hidden: c.Width, Layers: 1, Vocabulary: c.Vocabulary, Outputs: c.Vocabulary, Carry: true}
			net.Cell, _ = nn.FindRecurrent(c.Kind)
			x, target := g.Input("x", c.Batch, c.Length), g.Input("target", c.Batch, c.Length)
			loss := net.Record(x, nil).CrossEntropy(target).Named("loss")
			loss.Backward()
			unit := mem.Link()
			tr := &trainee{unit: unit, arena: unit.NewArena()}
			for name, v := range c.Parameters {
				tr.set(t, name, v)
			}
			run := program.NewInterpreter(tr.arena)
			for i, m := range c.Minibatches {
				tr.set(t, "x", m.X)
				tr.set(t, "target", m.Target)
				run.Run(unit.Programs["step"], 1)
				if got := float64(unit.Tensor(tr.arena, loss)[0]); math.Abs(got-m.Loss) > fraction*m.Loss {
					t.Errorf("minibatch %d: a loss of %v, by PyTorch %v", i, got, m.Loss)
				}
				near(t, "hidden", unit.Slice(tr.arena, c.Kind+"1/carried/hidden"), m.Hidden, fraction)
				if m.Cell != nil {
					near(t, "cell", unit.Slice(tr.arena, c.Kind+"1/carried/cell"), m.Cell, fraction)
				}
				for _, p := range unit.Parameters() {
					near(t, "gradient of "+p.Name, unit.Gradient(tr.arena, p), m.Gradients[p.Name], fraction)
				}
			}
		})
	}
}
