package nn

import (
	"math"
	"slices"
	"testing"

	"nnplay/nn/program"
	"nnplay/nn/rng"
)

// TestGuess searches for the best constant answer by trying very many, for each loss
// and each output that it goes with: none is better than the guess, and one nearly as
// good.
func TestGuess(t *testing.T) {
	const n, k, side, reach = 12, 2, 161, 8 // reach: of what is tried before the output's activation
	s := rng.New(1, rng.Data)
	for _, loss := range Losses {
		for _, output := range Outputs {
			if len(loss.Outputs) > 0 && !slices.Contains(loss.Outputs, output.Name) {
				continue
			}
			targets := make([]float32, n*k)
			for i := range n {
				switch class := s.Float32() < 0.3; {
				case output.Name == "softmax":
					targets[i*k+btoi(class)] = 1
				case output.Probability:
					targets[i*k], targets[i*k+1] = float32(btoi(class)), float32(btoi(i%3 == 0))
				case loss.Name == "hinge":
					targets[i*k], targets[i*k+1] = float32(2*btoi(class)-1), float32(2*btoi(i%3 == 0)-1)
				default: // values, some of them beyond what tanh reaches
					targets[i*k], targets[i*k+1] = 3*s.Float32()-1, s.Normal()
				}
			}
			mem := NewMemory()
			g := mem.Graph("try")
			z := g.Input("z", 1, k).Expand(n, k).Contiguous()
			y := output.Apply(z)
			mean := loss.Of(z, y, g.Input("t", n, k)).MeanAll().Named("mean")
			unit := mem.Link()
			arena := unit.NewArena()
			copy(unit.Slice(arena, "t"), targets)
			run := program.NewInterpreter(arena)
			least := math.Inf(1)
			for i := range side * side {
				tried := unit.Slice(arena, "z")
				for j, at := range [k]int{i % side, i / side} {
					tried[j] = reach * (2*float32(at)/(side-1) - 1)
				}
				run.Run(unit.Programs["try"], 1)
				least = math.Min(least, float64(unit.Tensor(arena, mean)[0]))
			}
			guess := loss.Guess(targets, k, output.Range)
			if guess > least+1e-6 || guess < least-5e-3 {
				t.Errorf("%s of %s: a guess gives %v, and of all that were tried the best %v", loss.Name, output.Name, guess, least)
			}
		}
	}
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
