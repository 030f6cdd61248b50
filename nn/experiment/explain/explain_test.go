package explain

import (
	"encoding/json"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"nnplay/nn"
	"nnplay/nn/experiment"
	"nnplay/nn/program"
	"nnplay/nn/setting"
)

// small is an experiment of few numbers.
const small = "v=1&dataset=xor&networkShape=2&batchSize=3&samples=20"

// ask answers a question that must have an answer.
func ask(t *testing.T, s *Step, q Question) Explanation {
	t.Helper()
	x, err := s.Explain(q)
	if err != nil {
		t.Fatalf("%+v: %v", q, err)
	}
	return x
}

// of writes which numbers the terms are.
func of(x Explanation) (terms []string) {
	for _, term := range x.Terms {
		terms = append(terms, term.Tensor+list(term.Index)+" "+string(term.Of))
	}
	return terms
}

// TestNeuron goes through a neuron's numbers: its sum, its activation, what came
// back to it, and what became of a weight.
func TestNeuron(t *testing.T) {
	s := next(t, small, 5)
	for _, c := range []struct {
		q     Question
		kind  Kind
		phase Phase
		terms []string
	}{
		{Question{Tensor: "hidden1/sum", Index: []int{2, 1}}, Sum, Forward,
			[]string{"hidden1/bias[1] value", "minibatch/x[2, 0] value", "minibatch/x[2, 1] value"}},
		{Question{Tensor: "hidden1/out", Index: []int{2, 1}}, Map, Forward, []string{"hidden1/sum[2, 1] value"}},
		{Question{Tensor: "loss/sample", Index: []int{2, 0}}, Map, Loss, []string{"output/sum[2, 0] value", "minibatch/y[2, 0] value"}},
		{Question{Tensor: "objective", Index: []int{}}, Sum, Loss, []string{"loss/sample[0, 0] value", "loss/sample[1, 0] value", "loss/sample[2, 0] value"}},
		{Question{Tensor: "output/sum", Index: []int{2, 0}, Of: Gradient}, Sum, Backward, []string{"loss/sample[2, 0] gradient"}},
		{Question{Tensor: "hidden1/out", Index: []int{2, 1}, Of: Gradient}, Sum, Backward, []string{"output/sum[2, 0] gradient"}},
		{Question{Tensor: "hidden1/sum", Index: []int{2, 1}, Of: Gradient}, Sum, Backward, []string{"hidden1/out[2, 1] gradient"}},
		{Question{Tensor: "hidden1/weight", Index: []int{0, 1}, Of: Gradient}, Sum, Backward,
			[]string{"hidden1/sum[0, 1] gradient", "hidden1/sum[1, 1] gradient", "hidden1/sum[2, 1] gradient"}},
		{Question{Tensor: "hidden1/weight", Index: []int{0, 1}, Of: Update}, Sum, Updating, []string{"hidden1/weight[0, 1] value", "hidden1/weight[0, 1] gradient"}},
		{Question{Tensor: "hidden1/weight", Index: []int{0, 1}}, Given, Before, nil},
		{Question{Tensor: "minibatch/x", Index: []int{2, 1}, Of: Gradient}, Given, Backward, nil},
	} {
		x := ask(t, s, c.q)
		if x.Kind != c.kind || x.Phase != c.phase || !slices.Equal(of(x), c.terms) {
			t.Errorf("%+v: %s, %s of %q", c.q, x.Kind, x.Phase, of(x))
		}
		if x.Kind != Given && (x.Symbols == "" || x.LaTeX == "") {
			t.Errorf("%+v has no formula", c.q)
		}
	}
	tanh := ask(t, s, Question{Tensor: "hidden1/sum", Index: []int{2, 1}, Of: Gradient}).Terms[0]
	y := float64(ask(t, s, Question{Tensor: "hidden1/out", Index: []int{2, 1}}).Value)
	if math.Abs(float64(tanh.Factor)-(1-y*y)) > 1e-6 || len(tanh.With) != 1 || tanh.With[0].Tensor != "hidden1/out" {
		t.Errorf("the slope of tanh at %v is %v, of %+v", y, tanh.Factor, tanh.With)
	}
}

// TestUpdates holds what optimizers make of a weight: the value is that of a run
// that nobody looks at, and what it is made of is the weight, its gradient as
// Backward left it and, where there is one, a moment.
func TestUpdates(t *testing.T) {
	for _, o := range nn.Optimizers {
		for _, extra := range []string{"", "&clip=0.01", "&regularization=L2&regularizationRate=0.1", "&regularization=L1&regularizationRate=0.1",
			"&clip=0.01&regularization=L2&regularizationRate=0.1&schedule=cosine&warmup=9"} {
			link := small + "&optimizer=" + o.Name + extra
			t.Run(o.Name+extra, func(t *testing.T) {
				spec, notices, err := families.Parse(link)
				if o.Update == nil && len(notices) > 0 {
					return // not with L-BFGS
				}
				if err != nil || len(notices) > 0 {
					t.Fatal(notices, err)
				}
				plain, _ := experiment.New(spec)
				plain.Step(3)
				s := next(t, link, 3)
				x := ask(t, s, Question{Tensor: "hidden1/weight", Index: []int{1, 0}, Of: Update})
				if w := plain.Machine().Slice("hidden1/weight")[2]; float32(x.Value) != w {
					t.Fatalf("the step makes %v of the weight, without a look %v", x.Value, w)
				}
				if o.Update == nil {
					if x.Kind != Given || x.Given != "line-search" {
						t.Errorf("%+v", x)
					}
					return
				}
				if x.Kind != Sum || x.Terms[0].Tensor != "hidden1/weight" || x.Terms[0].Of != Value {
					t.Errorf("%s of %v", x.Kind, of(x))
				}
				for _, term := range x.Terms[1:] {
					if !strings.HasPrefix(term.Tensor, "hidden1/weight") {
						t.Errorf("a term is %+v", term)
					}
					if n, _, err := s.number(term.Question()); term.Of == Gradient && (err != nil || !s.back(n)) {
						t.Errorf("the gradient %+v is not that which came back", term)
					}
				}
			})
		}
	}
}

// TestMoments holds that what an optimizer carries along is told by a formula of its own.
func TestMoments(t *testing.T) {
	s := next(t, small+"&optimizer=adam", 3)
	weight := ask(t, s, Question{Tensor: "hidden1/weight", Index: []int{1, 0}, Of: Update})
	moment := ask(t, s, Question{Tensor: "hidden1/weight/mean", Index: []int{1, 0}, Of: Update})
	if moment.Kind != Sum || moment.Symbols == "" || moment.Symbols == weight.Symbols || moment.Terms[0].Tensor != "hidden1/weight/mean" {
		t.Errorf("a moment is %s, %q of %q; the weight %q", moment.Kind, moment.Symbols, of(moment), weight.Symbols)
	}
}

// TestUnchanged holds that a step that is looked at is the step that it would have
// been.
func TestUnchanged(t *testing.T) {
	for _, f := range families {
		spec := f.New()
		plain, err := experiment.New(spec)
		if err != nil {
			t.Fatal(err)
		}
		looked, _ := experiment.New(spec)
		plain.Step(2)
		looked.Step(1)
		s, err := Next(looked)
		if err != nil {
			t.Fatal(err)
		}
		for _, named := range s.Tensors() {
			s.Explain(Question{Tensor: named.Name, Index: make([]int, len(named.Shape)), Of: Update})
		}
		if a, b := plain.Fingerprint(), looked.Fingerprint(); a != b || s.Number() != 2 {
			t.Errorf("%s: %s after step 2, looked at %s after step %d", f.Name, a, b, s.Number())
		}
	}
}

// TestTwin holds that a run that was saved and resumed explains what the run
// itself would: it can be looked at in its place.
func TestTwin(t *testing.T) {
	spec, _, _ := families.Parse(small + "&optimizer=adam&dropout=0.3")
	run, _ := experiment.New(spec)
	run.Step(4)
	twin, err := families.Resume(run.Save(), nil, program.Interpret)
	if err != nil {
		t.Fatal(err)
	}
	s, err := Next(twin)
	if err != nil {
		t.Fatal(err)
	}
	direct, err := Next(run)
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range []Question{
		{Tensor: "hidden1/weight", Index: []int{0, 1}, Of: Update},
		{Tensor: "hidden1/dropped", Index: []int{1, 1}},
		{Tensor: "hidden1/sum", Index: []int{1, 0}, Of: Gradient},
	} {
		a, _ := json.Marshal(ask(t, s, q))
		b, _ := json.Marshal(ask(t, direct, q))
		if string(a) != string(b) {
			t.Errorf("%s\nof the run itself\n%s", a, b)
		}
	}
}

// TestFrozen tells that a weight stays where it is, and that its gradient came back
// all the same.
func TestFrozen(t *testing.T) {
	spec, _, _ := families.Parse(small)
	run, _ := experiment.New(spec)
	if err := run.Freeze("hidden1/weight", 1, true); err != nil {
		t.Fatal(err)
	}
	s, err := Next(run)
	if err != nil {
		t.Fatal(err)
	}
	x := ask(t, s, Question{Tensor: "hidden1/weight", Index: []int{0, 1}, Of: Update})
	if !slices.Equal(of(x), []string{"hidden1/weight/frozen/value[0, 1] value"}) || len(x.Terms[0].With) != 1 || x.Terms[0].With[0].Tensor != "hidden1/weight/frozen" {
		t.Errorf("a frozen weight is %+v", x)
	}
	if g := ask(t, s, Question{Tensor: "hidden1/weight", Index: []int{0, 1}, Of: Gradient}); g.Value == 0 || g.Phase != Backward {
		t.Errorf("its gradient is %+v", g)
	}
	x = ask(t, s, Question{Tensor: "hidden1/weight", Index: []int{0, 0}, Of: Update})
	if !slices.Equal(of(x), []string{"hidden1/weight[0, 0] value", "hidden1/weight[0, 0] gradient"}) {
		t.Errorf("one that is free is %v", of(x))
	}
}

// TestUnfold holds that a number unfolded is told by its last instruction.
func TestUnfold(t *testing.T) {
	s := next(t, small+"&activation=gelu", 1)
	q := Question{Tensor: "hidden1/out", Index: []int{0, 0}}
	folded := ask(t, s, q)
	q.Unfold = true
	x := ask(t, s, q)
	if folded.Kind != Map || !slices.Equal(of(folded), []string{"hidden1/sum[0, 0] value"}) {
		t.Errorf("gelu is %s of %v", folded.Kind, of(folded))
	}
	if x.Kind != Sum || len(x.Terms) != 1 || x.Terms[0].Tensor != "" || len(x.Terms[0].With) != 1 || x.Symbols != "a·b" {
		t.Errorf("its last instruction is %+v", x)
	}
	if half := ask(t, s, x.Terms[0].Question()); half.Value != x.Terms[0].Value || half.Kind != Sum {
		t.Errorf("a number without a name opens as %+v", half)
	}
}

// TestLook answers for programs that are no part of a step, by running them.
func TestLook(t *testing.T) {
	s := next(t, "v=1&architecture=transformer&samples=64&batchSize=4", 1)
	end := s.end
	x := ask(t, s, Question{Tensor: "block0/attention", Index: []int{0, 0, 1, 0}, Program: "look"})
	if x.Kind != Softmax || x.Program != "look" {
		t.Errorf("%+v", x)
	}
	step := ask(t, s, Question{Tensor: "block0/attention", Index: []int{0, 0, 1, 0}})
	if step.Program != "step" || s.end != end {
		t.Errorf("of the step: %+v", step)
	}
}

// TestIdle explains a step that has nothing to train on.
func TestIdle(t *testing.T) {
	s := next(t, "v=1&dataset=own", 1)
	if x := ask(t, s, Question{Tensor: "output/bias", Index: []int{0}, Of: Update}); x.Kind != Given || x.Given != "start" {
		t.Errorf("%+v", x)
	}
}

// TestRefused holds that what there is not is refused by what is wrong with it.
func TestRefused(t *testing.T) {
	s := next(t, small, 1)
	for code, q := range map[string]Question{
		"no-tensor":  {Tensor: "hidden9/weight", Index: []int{0, 0}},
		"no-element": {Tensor: "hidden1/weight", Index: []int{0, 2}},
		"no-update":  {Tensor: "hidden1/sum", Index: []int{0, 0}, Of: Update},
		"no-moment":  {Tensor: "hidden1/weight", Index: []int{0, 0}, At: 1 << 40},
		"bad-value":  {Tensor: "hidden1/weight", Index: []int{0, 0}, Of: "colour"},
	} {
		_, err := s.Explain(q)
		if e, ok := errors.AsType[*setting.Error](err); !ok || e.Code != code {
			t.Errorf("%+v: %v, want %s", q, err, code)
		}
	}
	for _, q := range []Question{{}, {Index: []int{-1}}, {Index: []int{1 << 40}}, {Index: []int{0}, At: -5}, {Tensor: "step", Index: []int{}, Program: "nothing"}} {
		if _, err := s.Explain(q); err == nil {
			t.Errorf("%+v is answered", q)
		}
	}
}

// TestDiverged writes what is no number.
func TestDiverged(t *testing.T) {
	text, err := json.Marshal([]Number{Number(math.NaN()), Number(math.Inf(-1)), Number(math.Inf(1)), Number(float32(0.1)), 1.0 / 3})
	if err != nil || string(text) != `["NaN","-Infinity","Infinity",0.1,0.3333333333333333]` {
		t.Errorf("%s, %v", text, err)
	}
	s := next(t, "v=1&dataset=reg-plane&networkShape=2&activation=relu&learningRate=100", 60)
	if _, err := json.Marshal(ask(t, s, Question{Tensor: "hidden1/weight", Index: []int{0, 0}, Of: Update})); err != nil {
		t.Error(err)
	}
}

// TestOperations holds that each mark of each preset has a row, and that no two
// tensors of a program have the same name.
func TestOperations(t *testing.T) {
	missing, same := map[string]bool{}, map[string]bool{}
	for _, p := range families.Presets() {
		spec, _, _ := families.Parse(p.Link)
		mem := nn.NewMemory()
		spec.Family.Open(spec).Record(mem, false)
		unit := mem.Link()
		for name := range unit.Programs {
			for _, m := range unit.Graph(name).Marks() {
				if find(m.Kind).kind == "" {
					missing[m.Kind] = true
				}
			}
		}
		seen := map[string]bool{}
		for _, named := range unit.Names().All() {
			full := named.Program + " " + named.Name
			if seen[full] {
				same[p.Name+": "+full] = true
			}
			seen[full] = true
		}
	}
	if len(missing) > 0 || len(same) > 0 {
		t.Errorf("no rows for %v; the same names %v", missing, same)
	}
}

// TestPattern fills the formulas of losses with what they are of, which comes to the loss.
func TestPattern(t *testing.T) {
	for _, c := range []struct {
		link, pattern string
		loss          func(out, target float64) float64
	}{
		{"v=1&dataset=reg-plane&networkShape=2&loss=mse&batchSize=3", "(#1-#2)^2", func(y, t float64) float64 { return (y - t) * (y - t) }},
		{"v=1&dataset=xor&networkShape=2&batchSize=3", `\ln(1+e^{#1})-#2\cdot#1`, func(z, t float64) float64 { return math.Log(1+math.Exp(z)) - t*z }},
	} {
		x := ask(t, next(t, c.link, 2), Question{Tensor: "loss/sample", Index: []int{1, 0}})
		if x.Pattern != c.pattern {
			t.Errorf("%s: %q of %q", c.link, x.Pattern, of(x))
			continue
		}
		if want := c.loss(float64(x.Terms[0].Value), float64(x.Terms[1].Value)); math.Abs(want-float64(x.Value)) > 1e-5 {
			t.Errorf("%s: %v, said to be %v", c.link, want, x.Value)
		}
	}
}
