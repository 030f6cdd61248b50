package nn_test

import (
	"slices"
	"testing"

	"nnplay/nn"
	"nnplay/nn/program"
)

// TestL1 works two steps of gradient descent under L1 out by hand: η = 1/2,
// rate 1/2, so each step takes η·gradient and 1/4 towards 0. All numbers are
// exact in float32.
func TestL1(t *testing.T) {
	weights := []struct {
		name            string
		start, gradient float32
		first, second   float32
		alive           float32 // at the end
	}{
		{"shrinks from above", 2, 0, 1.75, 1.5, 1},
		{"shrinks from below", -2, 0, -1.75, -1.5, 1},
		{"follows the gradient too", 2, 1, 1.25, 0.5, 1},
		{"reaches 0 exactly and stays", 0.25, 0, 0, 0, 1},
		{"would cross and is removed", 0.125, 0, 0, 0, 0},
		{"would cross from below and is removed", -0.125, 0, 0, 0, 0},
		{"is removed for good, whatever the gradient", 0.125, -0.125, 0, 0, 0},
		{"is removed in the second step", 0.375, 0, 0.125, 0, 0},
		// The sign is that before the update: 1/2 - 1 - 1/4, then -3/4 - 1 + 1/4.
		{"is carried over 0 by the gradient", 0.5, 2, -0.75, -1.5, 1},
		{"0 has no sign", 0, -1, 0.5, 0.75, 1},
	}

	n := len(weights)
	mem := nn.NewMemory()
	g := mem.Graph("step")
	w := g.Param(nn.Parameter{Name: "weight", Shape: []int{n}, Decays: true})
	b := g.Param(nn.Parameter{Name: "bias", Shape: []int{1}})
	sgd, _ := nn.FindOptimizer("sgd")
	constant, _ := nn.FindSchedule("constant")
	nn.Training{Optimizer: sgd, Schedule: constant, Regularization: nn.L1}.Record(
		w.Mul(g.Input("gradient", n)).SumAll().Add(b.SumAll().Times(0)))
	unit := mem.Link()
	arena := unit.NewArena()
	unit.Slice(arena, nn.HyperLearningRate)[0] = 0.5
	unit.Slice(arena, nn.HyperRegularizationRate)[0] = 0.5
	unit.Slice(arena, "bias")[0] = 3
	weight, alive := unit.Slice(arena, "weight"), unit.Slice(arena, nn.Alive("weight"))
	for i, c := range weights {
		weight[i], unit.Slice(arena, "gradient")[i] = c.start, c.gradient
	}

	run := program.NewInterpreter(arena)
	run.Run(unit.Programs["step"], 1)
	first := slices.Clone(weight)
	run.Run(unit.Programs["step"], 1)
	for i, c := range weights {
		if first[i] != c.first || weight[i] != c.second || alive[i] != c.alive {
			t.Errorf("%s: %v, %v, %v with alive %v, want %v, %v with alive %v",
				c.name, c.start, first[i], weight[i], alive[i], c.first, c.second, c.alive)
		}
	}
	if bias := unit.Slice(arena, "bias")[0]; bias != 3 {
		t.Errorf("a bias of 3 becomes %v: L1 is for weights", bias)
	}
}
