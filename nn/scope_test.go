package nn

import (
	"slices"
	"strings"
	"testing"

	"nnplay/nn/program"
)

// players records two networks of one memory, x·a and its output·b, and a
// program for each in which that player alone trains, b after a.
func players(t *testing.T, a, b Training) (u *Unit, arena []float32, run func(program string, times int)) {
	t.Helper()
	mem := NewMemory()
	for _, who := range []string{"first", "second"} {
		g := mem.Graph(who)
		g.Training = true
		var y *Tensor
		layers := func(name string) func() {
			return func() {
				x := y
				if x == nil {
					x = g.Input("x", 5, 3)
				}
				y = Linear(Linear(x, "hidden1", 3, Must(FindInitializer("xavier")), 0.1).Tanh().Named("hidden1/out"), "output", 3, Must(FindInitializer("xavier")), 0.1)
			}
		}
		record := func(name string) {
			if name == who {
				g.Scope(name, layers(name))
			} else {
				g.Fix(func() { g.Scope(name, layers(name)) })
			}
		}
		record("first")
		record("second")
		training := map[string]Training{"first": a, "second": b}[who]
		loss := y.Square().MeanAll()
		g.Scope(who, func() { training.Record(loss) })
	}
	u = mem.Link()
	arena = u.NewArena()
	u.Initialize(arena, 1, 1)
	for i := range u.Slice(arena, "x") {
		u.Slice(arena, "x")[i] = float32(i%4) - 1.5
	}
	in := program.NewInterpreter(arena)
	return u, arena, func(name string, times int) { in.Run(u.Programs[name], times) }
}

// TestScope holds that who trains within a scope changes its parameters and
// nobody else's, with state and hyper-parameters of its own, whatever the
// training is made of.
func TestScope(t *testing.T) {
	constant, _ := FindSchedule("constant")
	for _, o := range Optimizers {
		if o.Update == nil {
			continue
		}
		for _, r := range Regularizations {
			training := Training{Optimizer: o, Schedule: constant, Clip: true, Regularization: r, ClipWeights: true}
			u, arena, run := players(t, training, training)
			weights := func(who string) (w []float32) {
				for _, p := range u.Parameters() {
					if strings.HasPrefix(p.Name, who+"/") {
						w = append(w, u.Slice(arena, p.Name)...)
					}
				}
				return w
			}
			for _, who := range []string{"first", "second"} {
				for _, hyper := range []string{HyperLearningRate, HyperRegularizationRate, HyperWeightClip} {
					if u.Slice(arena, who+"/"+hyper) == nil {
						t.Fatalf("%s has no %s", who, hyper)
					}
				}
				u.Slice(arena, who+"/"+HyperLearningRate)[0] = 0.05
				u.Slice(arena, who+"/"+HyperRegularizationRate)[0] = 0.01
				u.Slice(arena, who+"/"+HyperWeightClip)[0] = 0.25
				if u.Graph(who).Probe(who+"/hidden1/out") == nil {
					t.Errorf("%s has no probe within its scope", who)
				}
			}
			first, second := weights("first"), weights("second")
			run("first", 3)
			if !slices.Equal(weights("second"), second) {
				t.Errorf("%s, %s: the first player changes the second", o.Name, r)
			}
			if slices.Equal(weights("first"), first) {
				t.Errorf("%s, %s: the first player changes nothing", o.Name, r)
			}
			for _, w := range weights("first") {
				if w > 0.25 || w < -0.25 {
					t.Fatalf("%s, %s: weight %v is beyond the clip of 0.25", o.Name, r, w)
				}
			}
			first = weights("first")
			run("second", 2)
			if !slices.Equal(weights("first"), first) {
				t.Errorf("%s, %s: the second player changes the first", o.Name, r)
			}
			if a, b := u.Slice(arena, "first/step")[0], u.Slice(arena, "second/step")[0]; a != 3 || b != 2 {
				t.Errorf("%s, %s: %v and %v steps, want 3 and 2", o.Name, r, a, b)
			}
		}
	}
}

// TestScopeFreeze holds that what is frozen stays where it is within a scope.
func TestScopeFreeze(t *testing.T) {
	sgd, _ := FindOptimizer("sgd")
	constant, _ := FindSchedule("constant")
	training := Training{Optimizer: sgd, Schedule: constant, Regularization: L1, Freeze: true}
	u, arena, run := players(t, training, training)
	p := u.Parameters()[4] // second/hidden1/weight
	u.Slice(arena, Frozen)[p.Offset()+2] = 1
	u.Slice(arena, FrozenValue)[p.Offset()+2] = 0.5
	u.Slice(arena, p.Name)[2] = 0.5
	before := append([]float32(nil), u.Slice(arena, p.Name)...)
	run("second", 5)
	for i, w := range u.Slice(arena, p.Name) {
		if same := w == before[i]; same != (i == 2) {
			t.Errorf("%s[%d] goes from %v to %v", p.Name, i, before[i], w)
		}
	}
}

// TestFix holds that a gradient passes through fixed parameters, to what
// requires one, and not to the parameters.
func TestFix(t *testing.T) {
	mem := NewMemory()
	g := mem.Graph("look")
	var x, y *Tensor
	g.Fix(func() {
		w := g.Param(Parameter{Name: "w", Shape: []int{2, 1}, Init: Fixed(3)})
		x = g.Input("x", 2, 2).Times(1).RequiresGrad()
		y = x.MatMul(w).SumAll()
	})
	y.Backward()
	gradient := x.Gradient().Named("gradient")
	u := mem.Link()
	arena := u.NewArena()
	u.Initialize(arena, 1, 1)
	program.NewInterpreter(arena).Run(u.Programs["look"], 1)
	if got := u.Tensor(arena, gradient); !slices.Equal(got, []float32{3, 3, 3, 3}) {
		t.Errorf("the gradient is %v, want 3 everywhere", got)
	}
	if got := u.Gradients(arena); slices.ContainsFunc(got, func(v float32) bool { return v != 0 }) {
		t.Errorf("a fixed parameter got the gradient %v", got)
	}
}
