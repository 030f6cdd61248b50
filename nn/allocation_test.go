package nn_test

import (
	"testing"

	"nnplay/nn"
	"nnplay/nn/model"
	"nnplay/nn/program"
	"nnplay/nn/rng"
)

// TestNoAllocation asks that a training step, with all that a multilayer
// perceptron can have, allocates nothing.
func TestNoAllocation(t *testing.T) {
	const samples, batch = 50, 10
	for _, optimizer := range nn.Optimizers {
		if optimizer.Update == nil {
			continue
		}
		t.Run(optimizer.Name, func(t *testing.T) {
			tanh, _ := nn.FindActivation("tanh")
			norm, _ := nn.FindNormalization("batch")
			he, _ := nn.FindInitializer("he")
			bce, _ := nn.FindLoss("bce")
			cosine, _ := nn.FindSchedule("cosine")
			m := model.MLP{
				Hidden: []int{8, 5}, Activations: []nn.Activation{tanh, tanh}, Normalization: norm, Dropout: true,
				Initializer: he, Outputs: 3, OutputActivation: "sigmoid",
			}
			mem := nn.NewMemory()
			g := mem.Graph("step")
			g.Training = true
			order, cursor := g.Input("order", samples), g.Input("cursor")
			x := g.Input("x", samples, 2).Rows(order, cursor, batch)
			target := g.Input("target", samples, 3).Rows(order, cursor, batch)
			z, y := m.Record(x)
			nn.Training{
				Optimizer: optimizer, Schedule: cosine, WarmUp: true, Clip: true, Regularization: nn.L2,
			}.Record(bce.PerSample(z, y, target).MeanAll())
			g.Tick()

			unit := mem.Link()
			arena := unit.NewArena()
			unit.Initialize(arena, 1, 1)
			unit.Slice(arena, model.HyperDropout)[0] = 0.5
			s := rng.New(1, rng.Data)
			points := unit.Slice(arena, "x")
			for i := range points {
				points[i] = s.Normal()
			}
			before := append([]float32(nil), unit.Weights(arena)...)
			run, step := program.NewInterpreter(arena), unit.Programs["step"]
			if n := testing.AllocsPerRun(100, func() { run.Run(step, 1) }); n != 0 {
				t.Errorf("a training step makes %v allocations", n)
			}
			changed := 0
			for i, w := range unit.Weights(arena) {
				if w-w != 0 {
					t.Fatalf("weight %d is %v", i, w)
				}
				if w != before[i] {
					changed++
				}
			}
			if changed < len(before)/2 {
				t.Errorf("only %d of %d weights changed: what was measured is no training step", changed, len(before))
			}
		})
	}
}
