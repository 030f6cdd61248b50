package nn_test

import (
	"testing"

	"nnplay/nn"
	"nnplay/nn/program"
)

// TestTorchImages compares the operations on images with PyTorch's: what they
// give, what they keep, and every gradient of a loss in which each element of
// the result counts differently.
func TestTorchImages(t *testing.T) {
	var cases []struct {
		Name, Operation                 string
		Shape                           []int // (B, H, W, C)
		Filters                         int
		Size, Stride, Padding, Dilation int
		X, Counts, Output               []float32
		Parameters, State, Gradients    map[string][]float32
	}
	reference(t, "images", &cases)
	met := map[string]bool{}
	for _, c := range cases {
		met[c.Operation] = true
		t.Run(c.Name, func(t *testing.T) {
			window := nn.Window{Size: c.Size, Stride: c.Stride, Padding: c.Padding, Dilation: c.Dilation}
			operation := map[string]func(x *nn.Tensor) *nn.Tensor{
				"conv":    func(x *nn.Tensor) *nn.Tensor { return nn.Conv(x, "layer", c.Filters, window, nn.Fixed(0), 0) },
				"max":     func(x *nn.Tensor) *nn.Tensor { return x.MaxPool(window) },
				"average": func(x *nn.Tensor) *nn.Tensor { return x.AveragePool(window) },
				"batch":   func(x *nn.Tensor) *nn.Tensor { return nn.BatchNorm(x, "layer") },
			}[c.Operation]
			mem := nn.NewMemory()
			g := mem.Graph("step")
			g.Training = true
			x := g.Param(nn.Parameter{Name: "x", Shape: c.Shape, Init: nn.Fixed(0)})
			y := operation(x).Named("y")
			y.Mul(g.Input("counts", y.Shape()...)).SumAll().Backward()

			unit := mem.Link()
			arena := unit.NewArena()
			tr := &trainee{unit: unit, arena: arena, run: program.NewInterpreter(arena)}
			tr.set(t, "x", c.X)
			tr.set(t, "counts", c.Counts)
			for name, values := range c.Parameters {
				tr.set(t, name, values)
			}
			tr.step(1)

			const fraction = 1e-5
			near(t, "output", unit.Tensor(arena, y), c.Output, fraction)
			for _, p := range unit.Parameters() {
				near(t, "gradient of "+p.Name, unit.Gradient(arena, p), c.Gradients[p.Name], fraction)
			}
			for name, want := range c.State {
				near(t, name, unit.Slice(arena, name), want, fraction)
			}
		})
	}
	if len(met) != 4 {
		t.Errorf("testdata/reference.json has the operations %v", met)
	}
}
