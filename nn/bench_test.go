package nn

import (
	"testing"

	"nnplay/nn/program"
)

// BenchmarkStep times the interpreter's training step of small networks.
func BenchmarkStep(b *testing.B) {
	for _, c := range []struct {
		name              string
		in, hidden, depth int
		batch             int
		optimizer         Optimizer
	}{
		{"2-8-8-1/sgd", 2, 8, 2, 10, Must(FindOptimizer("sgd"))},
		{"2-8-8-1/adam", 2, 8, 2, 10, Must(FindOptimizer("adam"))},
		{"64-128-128-10/adam", 64, 128, 2, 64, Must(FindOptimizer("adam"))},
	} {
		b.Run(c.name, func(b *testing.B) {
			mem := NewMemory()
			g := mem.Graph("step")
			x := g.Input("x", c.batch, c.in)
			for i := range c.depth {
				x = Linear(x, string(rune('a'+i)), c.hidden, Must(FindInitializer("xavier-normal")), 0).Tanh()
			}
			loss := Linear(x, "output", 1, Must(FindInitializer("xavier-normal")), 0).Square().MeanAll()
			Training{Optimizer: c.optimizer, Schedule: Must(FindSchedule("constant"))}.Record(loss)
			unit := mem.Link()
			arena := unit.NewArena()
			unit.Initialize(arena, 1, 1)
			run := program.NewInterpreter(arena)
			b.ResetTimer()
			run.Run(unit.Programs["step"], b.N)
			b.ReportMetric(float64(b.N*c.batch)/b.Elapsed().Seconds(), "samples/s")
			b.ReportMetric(float64(len(unit.Programs["step"].Code)), "instructions")
		})
	}
}
