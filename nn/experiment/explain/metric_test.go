package explain

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
)

// figures are the numbers of metrics by the names that they are asked for by.
func figures(m lab.Metrics) map[string]float64 {
	all := map[string]float64{
		"trainLoss": m.TrainLoss, "testLoss": m.TestLoss, "accuracy": m.Accuracy, "trainAccuracy": m.TrainAccuracy,
		"precision": m.Precision, "recall": m.Recall, "f1": m.F1, "auc": m.AUC, "r2": m.R2,
	}
	for _, s := range m.Scores {
		all[s.Name] = s.Value
	}
	return all
}

// near says whether two numbers are one, but for rounding.
func near(a, b float64) bool { return math.Abs(a-b) <= 1e-6*math.Max(math.Abs(a), math.Abs(b)) }

// TestMetrics opens every number of every preset that tells how well the network does,
// after a step and, in small networks, before it: its terms, none left out, come to what the run itself
// says, and are opened in turn.
func TestMetrics(t *testing.T) {
	for i, p := range families.Presets() {
		t.Run(p.Name, func(t *testing.T) {
			t.Parallel()
			spec, _, _ := families.Parse(p.Link)
			run, err := experiment.New(spec)
			if err != nil {
				t.Fatal(err)
			}
			w := walk{Step: next(t, p.Link, 2), t: t, draw: rand.New(rand.NewPCG(2, uint64(i))), opened: map[string]bool{}}
			said := map[Of]lab.Metrics{}
			run.Step(1)
			if !w.large() {
				said[Value] = run.Metrics()
			}
			run.Step(1)
			after := run.Metrics()
			said[Update] = after
			for of, m := range said {
				for name, value := range figures(m) {
					if math.IsNaN(value) || math.IsInf(value, 0) {
						continue
					}
					x, err := w.Explain(Question{Tensor: Metric + name, Index: []int{}, Of: of})
					if err != nil {
						t.Errorf("%s, %s: %v", name, of, err)
						continue
					}
					if made := w.judge(of == Value).find(name).Made(0); made.Result != nil && made.Result.Load == nil {
						value = figures(after)[name] // the step's own
					}
					if !near(float64(x.Value), value) || x.Kind == Given {
						t.Errorf("%s, %s: %v by %s, the run says %v", name, of, x.Value, x.Kind, value)
					}
					if !w.large() {
						w.check(x, 3)
					}
				}
				w.accounts(of == Value)
			}
		})
	}
}

// large says whether a network has so many numbers, with all that it computes, that little
// of it is looked at: each look is noted.
func (w *walk) large() bool { return len(w.machine.Arena) > 200_000 }

// mostLooks is how often a large network is looked at.
const mostLooks = 2

// accounts recomputes some of the numbers of each account from all of their terms.
func (w *walk) accounts(before bool) {
	j := w.judge(before)
	for _, a := range j.list {
		elements := volume(a.Shape)
		for range min(elements, 3) {
			at := w.draw.IntN(elements)
			made, value := a.Made(at), a.Value(at)
			if made.Result != nil && w.large() && len(w.looks) == mostLooks {
				break
			}
			var sum, size float64
			least := math.Inf(1)
			for _, t := range made.Terms {
				v := j.find(t.Name).Value(t.At)
				sum, size, least = sum+t.Factor*v, size+math.Abs(t.Factor*v), math.Min(least, v)
			}
			switch {
			case made.Result != nil:
				if n, ok := w.result(made.Result, before); ok && float64(w.trace.Value(n)) != value {
					w.t.Errorf("%s[%d] is %v, the program computed %v", a.Name, at, value, w.trace.Value(n))
				} else if !ok && w.room(made.Result.Program) {
					w.t.Errorf("%s[%d] does not open", a.Name, at)
				}
				if x, err := w.Explain(j.ref(lab.Place{Name: a.Name, At: at}).Question()); err != nil || float64(x.Value) != value {
					w.t.Errorf("%s[%d] opens as %v, %v", a.Name, at, x.Value, err)
				} else {
					w.check(x, 1)
				}
			case made.Given != "" && len(made.Terms) == 0:
			case made.Kind == "minimum" && least == value:
			case made.By == "perplexity" && near(math.Exp(j.find(made.Terms[0].Name).Value(0)), value):
			case made.Kind == "" && math.Abs(sum-value) <= 1e-6*size:
			case value-value != 0:
			default:
				w.t.Errorf("%s[%d] is %v, its terms come to %v", a.Name, at, value, sum)
			}
			if row := find(made.By); made.By != row.kind {
				w.t.Errorf("%s[%d] is made by %q, of which nothing is known", a.Name, at, made.By)
			}
		}
	}
}

// TestMetricLeads follows the training loss to a sample, its output, and the weight that
// the step found or has left, which opens as the step's own.
func TestMetricLeads(t *testing.T) {
	for of, weight := range map[Of]Of{Value: Value, Update: Update} {
		s := next(t, small, 5)
		want := ask(t, s, Question{Tensor: "output/bias", Index: []int{0}, Of: weight})
		loss := ask(t, s, Question{Tensor: "metric/trainLoss", Index: []int{}, Of: of})
		sample := ask(t, s, loss.Terms[0].Question())
		if sample.Kind != Map || sample.Tensor != "metric/trainLoss/sample" || sample.Of != of || len(sample.Terms) != 2 || sample.Pattern == "" {
			t.Fatalf("%+v", sample)
		}
		sum := ask(t, s, sample.Terms[0].Question())
		bias := sum.Terms[0]
		if bias.Tensor != "output/bias" || bias.Of != weight || bias.At != want.At || bias.Value != want.Value {
			t.Errorf("%s: %+v leads to %+v, not to %+v", of, sum.Ref, bias.Ref, want.Ref)
		}
		other := ask(t, s, Question{Tensor: "metric/testLoss", Index: []int{}, Of: of})
		again := ask(t, s, ask(t, s, ask(t, s, other.Terms[0].Question()).Terms[0].Question()).Terms[0].Question())
		if again.At != want.At || again.Tensor != "output/bias" {
			t.Errorf("%s: after another look it leads to %+v", of, again.Ref)
		}
		if same := ask(t, s, loss.Terms[0].Question()); fmt.Sprint(same) != fmt.Sprint(sample) {
			t.Errorf("%s: asked again, %+v", of, same)
		}
	}
}

// TestMetricRefused holds that what there is not is refused, and that what was asked of
// the metrics leaves the step as it was.
func TestMetricRefused(t *testing.T) {
	s := next(t, small, 2)
	for _, q := range []Question{
		{Tensor: "metric/nosuch"}, {Tensor: "metric/"}, {Tensor: "metric/r2"}, {Tensor: "metric/trainLoss/sample", Index: []int{1 << 40}},
		{Tensor: "metric/trainLoss/sample"}, {Tensor: "metric/trainLoss/sample", Index: []int{-1}}, {Tensor: "metric/trainLoss", Of: Gradient},
	} {
		if _, err := s.Explain(q); err == nil {
			t.Errorf("%+v is answered", q)
		}
	}
	q := Question{Tensor: "hidden1/weight", Index: []int{0, 1}, Of: Update}
	was := ask(t, s, q)
	ask(t, s, ask(t, s, Question{Tensor: "metric/trainLoss", Of: Value}).Terms[0].Question())
	if now := ask(t, s, q); fmt.Sprint(now) != fmt.Sprint(was) {
		t.Errorf("%+v, before %+v", now, was)
	}
}

// TestMetricRoom holds that what can't be noted is given, by the program that judges.
func TestMetricRoom(t *testing.T) {
	s := next(t, "v=1&architecture=cnn&imageSide=28&padding=0&samples=300", 1)
	kinds := map[Kind]int{}
	for i := range 12 {
		for _, loss := range []string{"metric/trainLoss/sample", "metric/testLoss/sample"} {
			for _, of := range []Of{Value, Update} {
				x, err := s.Explain(Question{Tensor: loss, Index: []int{20 * i}, Of: of})
				if err != nil {
					t.Fatal(err)
				}
				if kinds[x.Kind]++; x.Kind == Given && x.Given != "judged" {
					t.Errorf("given by %s", x.Given)
				}
			}
		}
	}
	if kinds[Map] == 0 || kinds[Given] == 0 || s.full() != nil {
		t.Errorf("%v, %v", kinds, s.full())
	}
}
