package nn_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"nnplay/nn"
	"nnplay/nn/program"
	"nnplay/nn/rng"
)

// What rows say of themselves is held to what they do.

// evaluate runs a program that computes a tensor from nothing but constants.
func evaluate(f func(g *nn.Graph) *nn.Tensor) []float32 {
	mem := nn.NewMemory()
	y := f(mem.Graph("evaluate")).Contiguous().Named("y")
	unit := mem.Link()
	arena := unit.NewArena()
	program.NewInterpreter(arena).Run(unit.Programs["evaluate"], 1)
	return unit.Tensor(arena, y)
}

// row returns constants as a tensor (1, n).
func row(g *nn.Graph, values ...float32) *nn.Tensor {
	var parts []*nn.Tensor
	for _, v := range values {
		parts = append(parts, g.Const(v).Reshape(1, 1))
	}
	return nn.Concat(1, parts...)
}

// TestBounded evaluates the activations far out and near: those that are bounded
// reach all of their range, and no more.
func TestBounded(t *testing.T) {
	const far, bound = 1e4, 2
	for _, a := range nn.Activations {
		y := evaluate(func(g *nn.Graph) *nn.Tensor { return a.Apply(row(g, -far, -100, 100, far)) })
		out := slices.ContainsFunc(y, func(v float32) bool { return v > bound || v < -bound })
		if out == a.Bounded() {
			t.Errorf("%s: bounded %v, but it is %v far out", a.Name, a.Bounded(), y)
		}
		if !a.Bounded() {
			continue
		}
		y = evaluate(func(g *nn.Graph) *nn.Tensor { return a.Apply(row(g, -far, -math.Pi/2, 0, math.Pi/2, far)) })
		if lo, hi := slices.Min(y), slices.Max(y); lo != a.Range[0] || hi != a.Range[1] {
			t.Errorf("%s: it is said to be %v, and reaches %v .. %v", a.Name, a.Range, lo, hi)
		}
	}
}

// oneWeight records the training of a weight whose gradient is always 1.
func oneWeight(training nn.Training) (*nn.Unit, []float32) {
	mem := nn.NewMemory()
	g := mem.Graph("step")
	training.Record(g.Param(nn.Parameter{Name: "weight", Shape: []int{1}, Init: nn.Fixed(0)}).SumAll())
	unit := mem.Link()
	return unit, unit.NewArena()
}

// TestOptimizerReads holds that an optimizer declares the hyper-parameters that
// its row says it reads, and no others.
func TestOptimizerReads(t *testing.T) {
	constant := nn.Must(nn.FindSchedule("constant"))
	for _, o := range nn.Optimizers {
		unit, arena := oneWeight(nn.Training{Optimizer: o, Schedule: constant})
		for _, name := range []string{nn.HyperMomentum, nn.HyperBeta2} {
			if declared, reads := unit.Slice(arena, name) != nil, slices.Contains(o.Reads, name); declared != reads {
				t.Errorf("%s declares %s: %v, its row says %v", o.Name, name, declared, reads)
			}
		}
		if declared := unit.Slice(arena, nn.HyperLearningRate) != nil; declared == o.FullBatch() {
			t.Errorf("%s looks at all data at once: %v, but it has a learning rate: %v", o.Name, o.FullBatch(), declared)
		}
	}
}

// TestOptimizerAccumulates follows a gradient that stays the same until the
// steps do too: sums of it are ten times as long as it is with β = 0.9.
func TestOptimizerAccumulates(t *testing.T) {
	constant := nn.Must(nn.FindSchedule("constant"))
	for _, o := range nn.Optimizers {
		if o.FullBatch() {
			continue
		}
		unit, arena := oneWeight(nn.Training{Optimizer: o, Schedule: constant})
		unit.Slice(arena, nn.HyperLearningRate)[0] = 1
		weight := unit.Slice(arena, "weight")
		run := program.NewInterpreter(arena)
		run.Run(unit.Programs["step"], 200)
		before := weight[0]
		run.Run(unit.Programs["step"], 1)
		step := before - weight[0]
		if accumulates := math.Abs(float64(step)-10) < 1e-3; accumulates != o.Accumulates {
			t.Errorf("%s accumulates: %v, but it comes to take steps of %v where the gradient is 1", o.Name, o.Accumulates, step)
		}
	}
}

// TestLossOutputs holds that a loss is 0 where the output is sure and right,
// exactly if the output is one of those that it goes with.
func TestLossOutputs(t *testing.T) {
	for _, l := range nn.Losses {
		for _, name := range l.Outputs {
			if _, ok := nn.FindOutput(name); !ok {
				t.Errorf("%s goes with the output %s, which is none", l.Name, name)
			}
		}
		for _, o := range nn.Outputs {
			loss := evaluate(func(g *nn.Graph) *nn.Tensor {
				z := row(g, 20, -20, 10)
				y := o.Apply(z)
				return l.PerSample(z, y, y)
			})[0]
			goes := len(l.Outputs) == 0 || slices.Contains(l.Outputs, o.Name)
			if right := math.Abs(float64(loss)) < 1e-3; right != goes {
				t.Errorf("%s goes with %s: %v, but it is %v where the output is sure and right", l.Name, o.Name, goes, loss)
			}
		}
	}
}

// TestOutputProbability looks whether an output can be no chance.
func TestOutputProbability(t *testing.T) {
	for _, o := range nn.Outputs {
		y := evaluate(func(g *nn.Graph) *nn.Tensor { return o.Apply(row(g, 20, -20, 0.5)) })
		chance := !slices.ContainsFunc(y, func(v float32) bool { return v < 0 || v > 1 })
		if chance != o.Probability {
			t.Errorf("%s is a probability: %v, but it is %v", o.Name, o.Probability, y)
		}
	}
}

// TestLossLogits changes the output and leaves z as it is.
func TestLossLogits(t *testing.T) {
	for _, l := range nn.Losses {
		of := func(y ...float32) float32 {
			return evaluate(func(g *nn.Graph) *nn.Tensor {
				return l.PerSample(row(g, 1, -2, 3), row(g, y...), row(g, 0, 1, 0))
			})[0]
		}
		if same := of(0.5, 0.25, 0.25) == of(-1, -1, 2); same != l.Logits {
			t.Errorf("%s: logits %v, but another output leaves the loss as it is: %v", l.Name, l.Logits, same)
		}
		if l.Logits && len(l.Outputs) != 1 {
			t.Errorf("%s includes one activation, and goes with %v", l.Name, l.Outputs)
		}
	}
}

// TestUnscaled fills weights with two scales.
func TestUnscaled(t *testing.T) {
	for _, in := range append(slices.Clone(nn.Initializers), nn.Fixed(1)) {
		fill := func(scale float32) []float32 {
			w := make([]float32, 12)
			in.Fill(w, &nn.Parameter{FanIn: 3, FanOut: 4}, scale, rng.New(1, rng.Init))
			return w
		}
		if same := slices.Equal(fill(1), fill(2)); same != in.Unscaled {
			t.Errorf("%s: unscaled %v, but the scale leaves it as it is: %v", in.Name, in.Unscaled, same)
		}
	}
}

// TestConstantSchedule compares the rates of steps, and of lengths.
func TestConstantSchedule(t *testing.T) {
	for _, s := range nn.Schedules {
		rates := nn.Training{Schedule: s}.Rates([]float32{0, 5, 10}, nn.Hyper{LearningRate: 1, ScheduleSteps: 5})
		if constant := rates[0] == rates[1] && rates[1] == rates[2]; constant != s.Constant {
			t.Errorf("%s: constant %v, but its rates are %v", s.Name, s.Constant, rates)
		}
	}
}

// TestMust finds what there is, and panics at what there is not.
func TestMust(t *testing.T) {
	if a := nn.Must(nn.FindActivation("tanh")); a.Name != "tanh" {
		t.Errorf("%q is found under tanh", a.Name)
	}
	defer func() {
		if v := recover(); v == nil || !strings.Contains(v.(string), "row") {
			t.Errorf("a row that is not there: %v", v)
		}
	}()
	nn.Must(nn.FindActivation("no such activation"))
}
