package explain

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"nnplay/nn"
	"nnplay/nn/setting"
)

// tour writes stops: the station, the turn and the time if there are several, the layer,
// and what is made.
func tour(stops []Stop) (list []string) {
	for _, s := range stops {
		line := string(s.Station)
		if s.Turn > 0 {
			line += fmt.Sprint(" turn ", s.Turn)
		}
		if s.Time >= 0 {
			line += fmt.Sprint(" time ", s.Time)
		}
		for i, t := range s.Tensors {
			if i == 0 {
				line += " " + s.Layer + ":"
			}
			line += " " + strings.TrimPrefix(t.Tensor, s.Layer+"/")
		}
		list = append(list, line)
	}
	return list
}

// TestTour holds the walk through a step of a perceptron, stop by stop, and what is
// special to others: the turns of two players, times, a line search.
func TestTour(t *testing.T) {
	for _, c := range []struct {
		link string
		from string // the first stop that is compared
		want []string
	}{
		{"v=1&dataset=circle&networkShape=3", "", []string{
			"data minibatch: x y",
			"forward hidden1: sum", "activation hidden1: out", "forward output: sum", "activation output: out",
			"loss loss: sample objective",
			"backward loss: objective sample", "backward output: sum", "backward hidden1: out sum",
			"gradients output: bias weight", "gradients hidden1: bias weight",
			"update hidden1: weight bias", "update output: weight bias",
		}},
		{"v=1&architecture=rnn&length=8", "data", []string{
			"data minibatch: x target", "forward time 0 gru1: sum",
		}},
		{"v=1&architecture=gan&generatorShape=2&discriminatorShape=2", "update discriminator/output", []string{
			"update discriminator/output: weight bias", "data turn 1 : noise", "forward turn 1 generator/hidden1: sum",
		}},
		{"v=1&dataset=circle&networkShape=3&optimizer=lbfgs", "gradients hidden1", []string{
			"gradients hidden1: bias weight", "update hidden1: weight bias", "update output: weight bias",
		}},
	} {
		got := tour(next(t, c.link, 2).Stops())
		from := slices.IndexFunc(got, func(line string) bool { return strings.HasPrefix(line, c.from) })
		if from < 0 || len(got) < from+len(c.want) || !slices.Equal(got[from:from+len(c.want)], c.want) {
			t.Errorf("%s: from %q on %q, of %q", c.link, c.from, c.want, got)
		}
	}
}

// TestStops walks through a step of every preset: at each stop, of some samples, it
// opens the element that is chosen, of which one is lit as the result, with the value
// that the step left there. No tensor is made twice in one turn at one time, and what
// becomes of a parameter is what a run has that nobody looked at.
func TestStops(t *testing.T) {
	for i, p := range families.Presets() {
		t.Run(p.Name, func(t *testing.T) {
			t.Parallel()
			s := next(t, p.Link, 2)
			draw := rand.New(rand.NewPCG(7, uint64(i)))
			made, parameters := map[string]bool{}, map[string]bool{}
			turn, leg := 0, 0
			for at, stop := range s.Stops() {
				if stop.Turn < turn || stop.Turn == turn && stop.Station.leg() < leg {
					t.Errorf("stop %d, %s, comes after turn %d and %s", at, tour([]Stop{stop}), turn, stations[leg])
				}
				turn, leg = stop.Turn, stop.Station.leg()
				for _, m := range stop.Tensors {
					key := fmt.Sprint(stop.Turn, stop.Time, m.Tensor, m.Of)
					if made[key] {
						t.Errorf("%s is made twice", key)
					}
					made[key] = true
					if m.Of == Update {
						parameters[m.Tensor] = true
					}
				}
				if at > 12 && draw.IntN(3) > 0 {
					continue
				}
				s.visit(t, at, draw.IntN(s.Samples(&stop)))
			}
			for _, named := range s.names.All() {
				if named.Role == nn.RoleParameter && !parameters[named.Name] {
					t.Errorf("nothing becomes of %s", named.Name)
				}
			}
		})
	}
}

// visit looks at a stop.
func (s *Step) visit(t *testing.T, at, sample int) {
	stop := s.Stops()[at]
	sight, err := s.Look(at, sample, nil)
	if err != nil {
		t.Errorf("stop %d: %v", at, err)
		return
	}
	results := 0
	for _, l := range sight.Lit {
		if l.As == AsResult {
			results++
		}
	}
	if len(sight.Told) != len(stop.Tensors) || results != 1 {
		t.Errorf("%s: %d of %d are told, %d results are lit", tour([]Stop{stop}), len(sight.Told), len(stop.Tensors), results)
	}
	for i, x := range sight.Told {
		if m := stop.Tensors[i]; x.Tensor != m.Tensor || x.Of != m.Of || len(x.Index) != len(m.Shape) {
			t.Errorf("%s is told as %s %s %v", m.Tensor, x.Of, x.Tensor, x.Index)
		}
		if x.Kind == Given && !s.search {
			t.Errorf("%s of %s%v is given by %s", x.Of, x.Tensor, x.Index, x.Given)
		}
		if x.Of == Update && stop.Turn == len(s.turns())-1 {
			named := s.names.Find(x.Tensor)[0]
			if place, _ := named.Offset(x.Index, false); float64(s.machine.Arena[place]) != float64(x.Value) {
				t.Errorf("%s%v becomes %v, said to be %v", x.Tensor, x.Index, s.machine.Arena[place], x.Value)
			}
		}
	}
	again, err := s.Look(at, sample, sight.Index)
	if err != nil || written(t, again) != written(t, sight) {
		t.Errorf("%s: looked at again: %v\n%.300s\n%.300s", tour([]Stop{stop}), err, written(t, again), written(t, sight))
	}
}

// written writes what is seen.
func written(t *testing.T, s Sight) string {
	text, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestSight looks at a stop: which numbers are lit, and as what.
func TestSight(t *testing.T) {
	s := next(t, small, 5)
	for _, c := range []struct {
		station Station
		layer   string
		sample  int
		index   []int
		lit     string
	}{
		{AtForward, "hidden1", 2, []int{0, 1}, "hidden1/sum 1 result; hidden1/bias 1 term; minibatch/x 0 term; hidden1/weight 1 factor; minibatch/x 1 term; hidden1/weight 3 factor; hidden1/sum 0 other"},
		{AtActivation, "hidden1", 1, []int{1, 0}, "hidden1/out 0 result; hidden1/sum 0 term; hidden1/out 1 other"},
		{AtBackward, "hidden1", 1, []int{1, 0}, "hidden1/out 0 other; output/sum 0 term; output/weight 0 factor; hidden1/sum 0 result; hidden1/sum 1 other"},
		{AtGradients, "hidden1", 0, []int{1, 0}, "hidden1/bias 0 other; hidden1/sum 0 term; hidden1/weight 2 result; minibatch/x 1 factor; hidden1/weight 0 other; hidden1/weight 1 other; hidden1/weight 3 other"},
	} {
		at := slices.IndexFunc(s.Stops(), func(stop Stop) bool { return stop.Station == c.station && stop.Layer == c.layer })
		sight, err := s.Look(at, c.sample, c.index)
		if err != nil {
			t.Fatal(err)
		}
		var lit []string
		for _, l := range sight.Lit {
			lit = append(lit, fmt.Sprint(l.Parameter+l.Tensor, " ", l.Element, " ", l.As))
		}
		if got := strings.Join(lit, "; "); got != c.lit {
			t.Errorf("%s %s: %s, want %s", c.station, c.layer, got, c.lit)
		}
	}
	for _, c := range []struct {
		stop, sample int
		index        []int
		code         string
	}{{-1, 0, nil, "no-stop"}, {1 << 20, 0, nil, "no-stop"}, {1, -1, nil, "no-sample"}, {1, 3, nil, "no-sample"}, {1, 0, []int{0}, "no-element"}, {1, 0, []int{0, 2}, "no-element"}, {1, 0, []int{0, -2}, "no-element"}} {
		_, err := s.Look(c.stop, c.sample, c.index)
		if e, ok := errors.AsType[*setting.Error](err); !ok || e.Code != c.code {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

// TestByHand walks through a step of a small network and computes each number anew
// with what a textbook says, from the minibatch and the weights alone: half the sum of
// squares of two sigmoid outputs.
func TestByHand(t *testing.T) {
	const rate = 0.5
	s := next(t, "v=1&dataset=two-outputs&networkShape=2&activation=tanh&outputActivation=sigmoid&loss=half-sse&batchSize=1&learningRate=0.5&optimizer=sgd", 4)
	value := func(tensor string, index ...int) float64 {
		return float64(ask(t, s, Question{Tensor: tensor, Index: index}).Value)
	}
	told := func(station Station, layer, tensor string, index ...int) float64 {
		for at, stop := range s.Stops() {
			main := slices.IndexFunc(stop.Tensors, func(m Made) bool { return m.Tensor == layer+"/"+tensor })
			if stop.Station != station || stop.Layer != layer || main < 0 {
				continue
			}
			wish := index
			if len(stop.Tensors[main].Shape) == 0 {
				wish = nil
			}
			sight, err := s.Look(at, 0, wish)
			if err != nil || stop.Main != main {
				t.Fatalf("%s %s: %v, of %v", station, layer, err, stop.Tensors)
			}
			return float64(sight.Told[main].Value)
		}
		t.Fatalf("there is no stop for %s of %s/%s", station, layer, tensor)
		return 0
	}
	near := func(what string, got, want float64) {
		t.Helper()
		if math.Abs(got-want) > 1e-5*(1+math.Abs(want)) {
			t.Errorf("%s is told as %v, by hand %v", what, got, want)
		}
	}
	x := [2]float64{value("minibatch/x", 0, 0), value("minibatch/x", 0, 1)}
	wanted := [2]float64{value("minibatch/y", 0, 0), value("minibatch/y", 0, 1)}
	var a, slope [2]float64
	for j := range a {
		z := value("hidden1/bias", j) + x[0]*value("hidden1/weight", 0, j) + x[1]*value("hidden1/weight", 1, j)
		a[j] = math.Tanh(z)
		slope[j] = 1 - a[j]*a[j]
		near("a sum", told(AtForward, "hidden1", "sum", 0, j), z)
		near("an activation", told(AtActivation, "hidden1", "out", 0, j), a[j])
	}
	var delta, below [2]float64
	loss := 0.0
	for k := range delta {
		z := value("output/bias", k) + a[0]*value("output/weight", 0, k) + a[1]*value("output/weight", 1, k)
		y := 1 / (1 + math.Exp(-z))
		loss += (y - wanted[k]) * (y - wanted[k]) / 2
		delta[k] = (y - wanted[k]) * y * (1 - y)
		near("an output", told(AtActivation, "output", "out", 0, k), y)
		near("an output's gradient", told(AtBackward, "output", "sum", 0, k), delta[k])
	}
	near("the loss", told(AtLoss, "loss", "sample", 0, 0), loss)
	for j := range below {
		below[j] = slope[j] * (delta[0]*value("output/weight", j, 0) + delta[1]*value("output/weight", j, 1))
		near("a unit's gradient", told(AtBackward, "hidden1", "sum", 0, j), below[j])
		for i := range x {
			near("a weight's gradient", told(AtGradients, "hidden1", "weight", i, j), below[j]*x[i])
			near("a weight", told(AtUpdate, "hidden1", "weight", i, j), value("hidden1/weight", i, j)-rate*below[j]*x[i])
		}
	}
}
