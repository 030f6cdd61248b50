package nn

import "testing"

// TestHyperWrite writes all hyper-parameters where all are read, in a scope and
// in none: each cell gets its own, and those of another scope stay.
func TestHyperWrite(t *testing.T) {
	h := Hyper{
		LearningRate: 2, Momentum: 3, Beta2: 4, ScheduleSteps: 5, WarmUpSteps: 6, Clip: 7, RegularizationRate: 8, WeightClip: 9,
	}
	want := map[string]float32{
		HyperLearningRate: 2, HyperMomentum: 3, HyperBeta2: 4, HyperScheduleSteps: 5, HyperWarmUpSteps: 6, HyperClip: 7,
		HyperRegularizationRate: 8, HyperWeightClip: 9,
	}
	training := Training{
		Optimizer: Must(FindOptimizer("adam")), Schedule: Must(FindSchedule("cosine")), WarmUp: true, Clip: true,
		Regularization: L2, ClipWeights: true,
	}
	mem := NewMemory()
	for _, scope := range []string{"first", "second", ""} {
		g := mem.Graph("step of " + scope)
		record := func() {
			training.Record(g.Param(Parameter{Name: "weight", Shape: []int{1}, Init: Fixed(0), Decays: true}).SumAll())
		}
		if scope == "" {
			record()
		} else {
			g.Scope(scope, record)
		}
	}
	unit := mem.Link()
	for _, scope := range []string{"first", ""} {
		arena := unit.NewArena()
		h.Write(func(name string) []float32 { return unit.Slice(arena, name) }, scope)
		for name, v := range want {
			for _, other := range []string{"first/", "second/", ""} {
				cell := unit.Slice(arena, other+name)
				if cell == nil {
					t.Fatalf("%s%s was not declared", other, name)
				}
				if mine := other == scope+"/" || other == scope; (cell[0] == v) != mine {
					t.Errorf("written within %q, %s%s is %v", scope, other, name, cell[0])
				}
			}
		}
	}
	var asked int
	h.Write(func(string) []float32 { asked++; return nil }, "") // none of them was declared
	if asked != len(want) {
		t.Errorf("%d hyper-parameters are written, want %d", asked, len(want))
	}
}
