package explain

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"nnplay/nn"
	"nnplay/nn/experiment"
	"nnplay/nn/lab/all"
)

var families = experiment.Families(all.Families)

// next makes step n of a link's experiment.
func next(t testing.TB, link string, n int) *Step {
	t.Helper()
	spec, notices, err := families.Parse(link)
	if err != nil || len(notices) > 0 {
		t.Fatalf("%s: %v %v", link, notices, err)
	}
	run, err := experiment.New(spec)
	if err != nil {
		t.Fatal(err)
	}
	run.Step(n - 1)
	s, err := Next(run)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestPresets opens a sample of the numbers of every named tensor of every preset,
// value, gradient and update, and what they were made of in turn, and recomputes
// each from its terms.
func TestPresets(t *testing.T) {
	for i, p := range families.Presets() {
		t.Run(p.Name, func(t *testing.T) {
			t.Parallel()
			w := walk{Step: next(t, p.Link, 2), t: t, draw: rand.New(rand.NewPCG(1, uint64(i))), opened: map[string]bool{}}
			for j := range w.names.All() {
				named := &w.names.All()[j]
				if named.Program != "" && !w.inStep(named.Program) {
					continue
				}
				if len(w.names.All()) > mostTensors && w.draw.IntN(len(w.names.All())) > mostTensors {
					continue
				}
				w.named(named)
			}
			if len(w.opened) < 60 {
				t.Errorf("only %d numbers were opened", len(w.opened))
			}
		})
	}
}

// mostTensors is of about how many tensors of a preset numbers are opened: an LSTM
// has some for each of its steps.
const mostTensors = 100

// A walk opens numbers of a step.
type walk struct {
	*Step
	t      *testing.T
	draw   *rand.Rand
	opened map[string]bool
}

// named opens some elements of a tensor.
func (w *walk) named(t *nn.Named) {
	asked := []Of{Value, Gradient}
	if t.Role != nn.RoleResult {
		asked = append(asked, Update)
	}
	for _, of := range asked {
		index := make([]int, len(t.Shape))
		for i, n := range t.Shape {
			index[i] = w.draw.IntN(n)
		}
		x, err := w.Explain(Question{Tensor: t.Name, Index: index, Of: of, Program: t.Program})
		if err != nil {
			w.t.Errorf("%s %v %s: %v", t.Name, index, of, err)
			continue
		}
		if t.Role == nn.RoleResult && of == Value && x.Kind == Given {
			w.t.Errorf("%s %v: no instruction writes it", t.Name, index)
		}
		w.check(x, 2)
	}
}

// check recomputes what is said, and goes on with some of the terms.
func (w *walk) check(x Explanation, depth int) {
	w.opened[fmt.Sprint(x.Tensor, x.Index, x.Of, x.At)] = true
	if problem := w.wrong(x); problem != "" {
		w.t.Errorf("%s: %+v", problem, x)
	}
	if depth == 0 {
		return
	}
	for _, term := range x.Terms {
		if len(x.Terms) > 3 && w.draw.IntN(len(x.Terms)) > 1 {
			continue
		}
		for _, ref := range append([]Ref{term.Ref}, term.With...) {
			if w.opened[fmt.Sprint(ref.Tensor, ref.Index, ref.Of, ref.At)] {
				continue
			}
			next, err := w.Explain(ref.Question())
			if err != nil {
				w.t.Errorf("a term of %s %v: %+v: %v", x.Tensor, x.Index, ref, err)
				continue
			}
			if next.Value != ref.Value && next.Value == next.Value {
				w.t.Errorf("%+v opens as %v", ref, next.Value)
			}
			w.check(next, depth-1)
		}
	}
}

// wrong recomputes a value, where it can be known by its kind, in float64.
func (w *walk) wrong(x Explanation) string {
	values := func() (list []float64) {
		for _, t := range x.Terms {
			list = append(list, float64(t.Value))
		}
		return list
	}()
	if x.Rest != nil && x.Kind != Sum {
		return ""
	}
	switch x.Kind {
	case Sum:
		var sum, size float64
		for _, t := range x.Terms {
			sum += float64(t.Factor * t.Value)
			size += math.Abs(float64(t.Factor * t.Value))
		}
		if x.Rest != nil {
			sum += float64(x.Rest.Value)
			size += math.Abs(float64(x.Rest.Value))
		}
		if !(math.Abs(sum-float64(x.Value)) <= tolerance*size+math.SmallestNonzeroFloat32) {
			return "the terms add up to something else"
		}
	case Maximum:
		if slices.Max(values) != float64(x.Value) {
			return "another one is the largest"
		}
	case Softmax:
		var sum, own float64
		for _, v := range values {
			sum += math.Exp(v - values[0])
		}
		for _, t := range x.Terms { // its own raises it
			if t.Factor > 0 {
				own = math.Exp(float64(t.Value)-values[0]) / sum
				if math.Abs(own-float64(x.Value)) < 1e-5 {
					return ""
				}
			}
		}
		if len(values) > 1 && x.Value > 1e-6 && x.Value < 1-1e-6 {
			return "no softmax"
		}
	case Given:
		if x.Given == "" || len(x.Terms) > 0 {
			return "given by nobody knows what"
		}
	case Map:
		if len(x.Terms) == 0 {
			return "a function of nothing"
		}
		n, _, err := w.number(x.Question())
		if strings.HasPrefix(x.Tensor, Metric) {
			return "" // recomputed by itself
		}
		if err != nil {
			return err.Error()
		}
		o, _ := w.trace.Origin(n)
		if within := w.scopeOf(o.Event); additive(o.Instruction()) && (within.owner.Back || within.operation().whole == "") {
			return "a sum whose terms do not add up"
		}
	}
	return ""
}
