package nn_test

import (
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/optimize"

	"nnplay/nn"
	"nnplay/nn/program"
	"nnplay/nn/rng"
)

// A valley is a full-batch problem: a loss of some weights, recorded as a
// training records it for an optimizer that has no update of its own.
type valley struct {
	name   string
	record func(g *nn.Graph) (loss *nn.Tensor)
	start  map[string][]float32
	data   func(u *nn.Unit, arena []float32)
}

// rosenbrock is (1-a)² + 100(b-a²)², a curved valley with its minimum 0 at
// (1, 1) (Rosenbrock 1960).
var rosenbrock = valley{
	name: "Rosenbrock",
	record: func(g *nn.Graph) *nn.Tensor {
		p := func(name string) *nn.Tensor { return g.Param(nn.Parameter{Name: name, Shape: []int{1}}) }
		a, b := p("a"), p("b")
		return a.Neg().Plus(1).Square().Add(b.Sub(a.Square()).Square().Times(100)).SumAll()
	},
	start: map[string][]float32{"a": {-1.2}, "b": {1}},
	data:  func(u *nn.Unit, arena []float32) {},
}

// logistic is a logistic regression of overlapping classes with a penalty on
// the weights: convex, with one minimum that has no closed form.
var logistic = valley{
	name: "logistic regression",
	record: func(g *nn.Graph) *nn.Tensor {
		w := g.Param(nn.Parameter{Name: "weight", Shape: []int{3, 1}})
		b := g.Param(nn.Parameter{Name: "bias", Shape: []int{1}})
		z := g.Input("x", 40, 3).Affine(w, b)
		bce, _ := nn.FindLoss("bce")
		return bce.PerSample(z, nil, g.Input("target", 40, 1)).MeanAll().Add(w.Square().SumAll().Times(0.01))
	},
	start: map[string][]float32{"weight": {3, -3, 3}, "bias": {-4}},
	data: func(u *nn.Unit, arena []float32) {
		s := rng.New(1, rng.Data)
		x, t := u.Slice(arena, "x"), u.Slice(arena, "target")
		for i := range t {
			for j := range 3 {
				x[3*i+j] = s.Normal()
			}
			if x[3*i]-x[3*i+1]+s.Normal() > 0 {
				t[i] = 1
			}
		}
	},
}

// network221 is exclusive or, by two hidden units and one output.
var network221 = valley{
	name: "network",
	record: func(g *nn.Graph) *nn.Tensor {
		h := nn.Linear(g.Input("x", 4, 2), "hidden1", 2, nn.Fixed(0), 0).Tanh()
		y := nn.Linear(h, "output", 1, nn.Fixed(0), 0)
		return y.Sub(g.Input("target", 4, 1)).Square().MeanAll()
	},
	start: map[string][]float32{
		"hidden1/weight": {0.6, -0.4, 0.5, 0.7}, "hidden1/bias": {0.1, -0.2},
		"output/weight": {0.8, -0.6}, "output/bias": {0.05},
	},
	data: func(u *nn.Unit, arena []float32) {
		copy(u.Slice(arena, "x"), []float32{0, 0, 0, 1, 1, 0, 1, 1})
		copy(u.Slice(arena, "target"), []float32{0, 1, 1, 0})
	},
}

// A descent is a valley linked and at its start.
type descent struct {
	*nn.LBFGS
	evaluations int
	loss        []float32
}

// begin links the valley, with a learning rate for gradient descent.
func (v valley) begin(optimizer string, rate float32) (*descent, func()) {
	mem := nn.NewMemory()
	o, _ := nn.FindOptimizer(optimizer)
	constant, _ := nn.FindSchedule("constant")
	loss := v.record(mem.Graph("step"))
	nn.Training{Optimizer: o, Schedule: constant}.Record(loss)
	unit := mem.Link()
	arena := unit.NewArena()
	v.data(unit, arena)
	for name, values := range v.start {
		copy(unit.Slice(arena, name), values)
	}
	if cell := unit.Slice(arena, nn.HyperLearningRate); cell != nil {
		cell[0] = rate
	}
	run := program.NewInterpreter(arena)
	d := &descent{loss: unit.Tensor(arena, loss)}
	step := func() {
		run.Run(unit.Programs["step"], 1)
		d.evaluations++
	}
	d.LBFGS = &nn.LBFGS{
		Loss:     func() float32 { step(); return d.loss[0] },
		Weights:  unit.Weights(arena),
		Gradient: unit.Gradients(arena),
	}
	return d, step
}

// TestLBFGSDescends checks that the loss never rises, falls below a bound, and
// lies below what gradient descent, at the best of many rates, reaches with as
// many evaluations.
func TestLBFGSDescends(t *testing.T) {
	for _, c := range []struct {
		valley
		steps int
		below float32
	}{
		{rosenbrock, 40, 1e-9},
		{logistic, 12, 0.42},
		{network221, 30, 1e-6},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, _ := c.begin("lbfgs", 0)
			before := d.Loss()
			for i := range c.steps {
				d.Step()
				// The arena holds what was evaluated last, which must be the
				// place where the iteration ended.
				if !(d.loss[0] <= before) {
					t.Fatalf("iteration %d: the loss rises from %v to %v", i, before, d.loss[0])
				}
				before = d.loss[0]
			}
			if again := d.Loss(); again != before {
				t.Errorf("the weights have loss %v, the last iteration said %v", again, before)
			}
			if before > c.below {
				t.Errorf("the loss is %v after %d iterations, want at most %v", before, c.steps, c.below)
			}
			for rate := float32(1); rate > 1e-5; rate /= 2 {
				g, step := c.begin("sgd", rate)
				for range d.evaluations {
					step()
				}
				if g.loss[0] < before {
					t.Errorf("%d steps of gradient descent at rate %v reach %v, L-BFGS %v", d.evaluations, rate, g.loss[0], before)
				}
			}
		})
	}
}

// TestLBFGSAgreesWithGonum compares where it comes to rest with where gonum's
// L-BFGS does, on problems with one minimum.
func TestLBFGSAgreesWithGonum(t *testing.T) {
	for _, c := range []struct {
		valley
		loss, weights float64 // tolerances
	}{
		{rosenbrock, 1e-9, 1e-4},
		{logistic, 1e-6, 1e-3},
	} {
		t.Run(c.name, func(t *testing.T) {
			ours, _ := c.begin("lbfgs", 0)
			for range 60 {
				ours.Step()
			}

			theirs, _ := c.begin("lbfgs", 0)
			at := func(x []float64) {
				for i, v := range x {
					theirs.Weights[i] = float32(v)
				}
				theirs.Loss()
			}
			start := make([]float64, len(theirs.Weights))
			for i, w := range theirs.Weights {
				start[i] = float64(w)
			}
			result, err := optimize.Minimize(optimize.Problem{
				Func: func(x []float64) float64 { at(x); return float64(theirs.loss[0]) },
				Grad: func(grad, x []float64) {
					at(x)
					for i, v := range theirs.Gradient {
						grad[i] = float64(v)
					}
				},
			}, start, &optimize.Settings{GradientThreshold: 1e-5}, &optimize.LBFGS{})
			if err != nil {
				t.Fatal(err)
			}
			if d := math.Abs(float64(ours.loss[0]) - result.F); !(d <= c.loss) {
				t.Errorf("the loss is %v, by gonum %v", ours.loss[0], result.F)
			}
			for i, w := range ours.Weights {
				if d := math.Abs(float64(w) - result.X[i]); !(d <= c.weights) {
					t.Errorf("weight %d is %v, by gonum %v", i, w, result.X[i])
				}
			}
		})
	}
}

// TestLBFGSRepeats checks that two runs, and a run after Restart from the same
// weights, are the same to the last bit.
func TestLBFGSRepeats(t *testing.T) {
	const steps = 25
	for _, v := range []valley{rosenbrock, logistic, network221} {
		t.Run(v.name, func(t *testing.T) {
			path := func(d *descent) (bits []uint32) {
				for range steps {
					d.Step()
					for _, w := range d.Weights {
						bits = append(bits, math.Float32bits(w))
					}
				}
				return bits
			}
			d, _ := v.begin("lbfgs", 0)
			start := slices.Clone(d.Weights)
			first := path(d)
			other, _ := v.begin("lbfgs", 0)
			if !slices.Equal(first, path(other)) {
				t.Error("a second run goes another way")
			}
			copy(d.Weights, start)
			d.Restart()
			if !slices.Equal(first, path(d)) {
				t.Error("a run after Restart goes another way")
			}
		})
	}
}

// TestLBFGSStays checks that at a minimum, and where the loss has no value,
// the weights stay as they are.
func TestLBFGSStays(t *testing.T) {
	nan := float32(math.NaN())
	for _, c := range []struct {
		name  string
		start map[string][]float32
		moves bool
	}{
		{"at the start", rosenbrock.start, true},
		{"at the minimum", map[string][]float32{"a": {1}, "b": {1}}, false},
		{"nowhere", map[string][]float32{"a": {nan}, "b": {1}}, false},
		{"too far out", map[string][]float32{"a": {1e30}, "b": {1}}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := rosenbrock
			v.start = c.start
			d, _ := v.begin("lbfgs", 0)
			before := slices.Clone(d.Weights)
			for range 3 {
				d.Step()
			}
			same := slices.EqualFunc(d.Weights, before, func(a, b float32) bool { return math.Float32bits(a) == math.Float32bits(b) })
			if same == c.moves {
				t.Errorf("from %v to %v", before, d.Weights)
			}
		})
	}
}
