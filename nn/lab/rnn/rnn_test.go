package rnn

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"nnplay/nn/data/sequences"
	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/lab/labtest"
)

// links use every cell, every kind of task and every setting.
var links = []string{
	"v=1&architecture=rnn&units=5",
	"v=1&architecture=rnn&sequence=adding&length=9&cell=lstm&units=6&layers=2&bidirectional=true",
	"v=1&architecture=rnn&sequence=sines&length=12&cell=rnn&rival=lstm&units=7&clip=0",
	"v=1&architecture=rnn&sequence=rhymes-en&length=16&cell=lstm&carry=true&units=8&layers=2&batchSize=8",
	"v=1&architecture=rnn&sequence=names&rival=gru&units=4&batchSize=3&samples=40",
	"v=1&architecture=rnn&sequence=dates-zh&cell=rnn&units=4&optimizer=sgd",
	"v=1&architecture=rnn&sequence=parity&length=4&cell=rnn&rival=rnn&bidirectional=true&units=3",
}

// TestRNN trains a few steps: the network changes, looking changes nothing, and
// the same link gives the same fingerprint.
func TestRNN(t *testing.T) {
	for _, link := range links {
		a := labtest.Open(t, Family, link)
		b := labtest.Open(t, Family, experiment.Link(a.Spec()))
		before := a.Fingerprint()
		a.Step(12)
		for range 4 {
			b.Dynamic()
			b.Static()
			b.Metrics()
			for action, value := range map[string]string{"nextSample": "", "temperature": "1", "generate": "a"} {
				b.Act(action, value)
			}
			b.Step(3)
		}
		if a.Fingerprint() == before || a.Fingerprint() != b.Fingerprint() {
			t.Errorf("%s: before %.8s, after 12 steps %.8s, with looks %.8s", link, before, a.Fingerprint(), b.Fingerprint())
		}
		if m := a.Metrics(); m.Step != 12 || !(m.TestLoss > 0) || !(m.TrainLoss > 0) {
			t.Errorf("%s: %+v", link, m)
		}
		a.Reset()
		if a.Fingerprint() != before {
			t.Errorf("%s: a reset gives other weights", link)
		}
	}
}

// TestRival holds that the second network changes nothing of the first.
func TestRival(t *testing.T) {
	const link = "v=1&architecture=rnn&cell=rnn&units=5"
	alone := labtest.Open(t, Family, link)
	both := labtest.Open(t, Family, link+"&rival=lstm")
	alone.Step(10)
	both.Step(10)
	for _, p := range alone.Machine().Unit.Parameters() {
		want, got := alone.Machine().Slice(p.Name), both.Machine().Slice("first/"+p.Name)
		for i := range want {
			if got[i] != want[i] {
				t.Fatalf("%s[%d] is %v beside a rival, %v alone", p.Name, i, got[i], want[i])
			}
		}
	}
	if a, b := alone.Metrics(), both.Metrics(); a.TestLoss != b.TestLoss || b.Scores[1].Name != "rival-loss" || b.Scores[1].Value == b.TestLoss {
		t.Errorf("%+v beside a rival, %+v alone", b, a)
	}
}

// TestTrace holds that only the last error is followed back in time, and that
// it reaches the first step.
func TestTrace(t *testing.T) {
	for _, link := range []string{
		"v=1&architecture=rnn&units=5", "v=1&architecture=rnn&sequence=sine&length=10&units=4",
		"v=1&architecture=rnn&sequence=rhymes-en&length=10&units=4",
	} {
		r := labtest.Open(t, Family, link)
		marks := r.Machine().Slice("trace/counts")
		blank := float32(0)
		if marks == nil {
			marks, blank = r.Machine().Slice("trace/target"), sequences.Ignored
		}
		places := len(marks) / tracedSequences
		for i, v := range marks {
			if (v != blank) != (i%places == places-1) {
				t.Fatalf("%s: place %d of %d is marked %v", link, i%places, places, v)
			}
		}
		gradient := labtest.View(t, r.Dynamic(), "gru1/gradient")
		for i, v := range gradient.F32 {
			if !(v > 0) {
				t.Errorf("%s: the gradient at step %d is %v", link, i, v)
			}
		}
	}
}

// TestMinibatchGradients holds that what is shown of the training loss's gradient
// is that of a real step: of a stack of layers in both directions, all that the
// chain rule makes of it are the gradients by which the weights were changed.
func TestMinibatchGradients(t *testing.T) {
	const link = "v=1&architecture=rnn&sequence=adding&length=6&cell=rnn&units=3&layers=2&bidirectional=true&batchSize=4&samples=20&clip=0"
	r := labtest.Open(t, Family, link)
	shown := func() (list []lab.View) {
		for _, v := range r.Dynamic() {
			if strings.HasSuffix(v.Name, "/minibatch/gradient") {
				list = append(list, v)
			}
		}
		return list
	}
	if views := shown(); len(views) > 0 {
		t.Errorf("before the first step there is %v", views)
	}
	weights := map[string][]float32{}
	for _, p := range r.Machine().Unit.Parameters() {
		weights[p.Name] = slices.Clone(r.Machine().Slice(p.Name))
	}
	r.Step(1)
	views := shown()
	if len(views) != 4 || views[1].Name != "rnn1-reverse/minibatch/gradient" || !slices.Equal(views[3].Shape, []int{6}) {
		t.Fatalf("views %v", views)
	}
	for _, v := range views {
		layer := strings.TrimSuffix(v.Name, "/minibatch/gradient")
		states := r.Machine().Probe("step", layer+"/gradient/states") // (T, B, H)
		for step, norm := range v.F32 {
			var sum float64
			for _, g := range states[step*12 : (step+1)*12] { // B·H
				sum += float64(g) * float64(g)
			}
			// What the uppermost layer says backwards before the end, nobody asks for.
			unasked := v.Name == "rnn2-reverse/minibatch/gradient" && step < 5
			if math.Abs(math.Sqrt(sum)-float64(norm)) > 1e-6*math.Sqrt(sum) || (norm == 0) != unasked {
				t.Errorf("%s: %v at step %d, of states %v", v.Name, norm, step, math.Sqrt(sum))
			}
		}
	}
	// Only the last step's output counts. The state of the last layer there, of the
	// forward direction, has the gradient 2(y - target)/B times the output's weight.
	const batch = 4
	states := r.Machine().Probe("step", "rnn2/gradient/states")[5*batch*3:]
	var squares float64
	for b := range batch {
		for h := range 3 { // all three say the same
			off := float64(states[b*3+h]) / float64(weights["output/weight"][h]) * batch / 2
			squares += off * off / batch / 3
		}
	}
	if loss := float64(r.Machine().Probe("step", "loss")[0]); math.Abs(squares-loss) > 1e-5*loss {
		t.Errorf("by the gradients of the states the loss was %v, and it was %v", squares, loss)
	}
}

// TestConnection asks predictions on what they hang: of one at a place nothing
// that comes later, unless the network reads backwards too, and each as the
// finite differences of what is read.
func TestConnection(t *testing.T) {
	const values = "v=1&architecture=rnn&sequence=sine&length=10&cell=lstm&units=4&samples=20"
	for _, link := range []string{
		values, "v=1&architecture=rnn&sequence=rhymes-en&length=10&units=4&samples=20",
		"v=1&architecture=rnn&sequence=adding&length=10&cell=rnn&rival=lstm&layers=2&bidirectional=true&units=4&samples=20",
	} {
		r := labtest.Open(t, Family, link)
		r.Step(3)
		both := r.Spec().Own.(Settings).Bidirectional
		name := map[bool]string{false: "connection", true: "rival/connection"}[both]
		for _, place := range []int{9, 4, 0} {
			if place < 9 || !both {
				if answer, err := r.Act("place", fmt.Sprint("0,", place)); err != nil || !answer.Static {
					t.Fatal(answer, err)
				}
			}
			if got := labtest.View(t, r.Static(), "look/place").F32[0]; got != float32(place) {
				t.Fatalf("%s: place %v is asked, not %d", link, got, place)
			}
			before := r.Fingerprint()
			sizes := labtest.View(t, r.Dynamic(), name).F32
			for at, size := range sizes {
				if (size > 0) != (at <= place || both) {
					t.Errorf("%s: place %d hangs on place %d by %v", link, place, at, size)
				}
				if link != values {
					continue
				}
				const step = 1e-3
				read := r.Machine().Slice("look/x")
				kept := read[at]
				var said [2]float64
				for i := range said {
					read[at] = kept + step*float32(2*i-1)
					said[i] = float64(labtest.View(t, r.Dynamic(), "logits").F32[place])
				}
				read[at] = kept
				if slope := math.Abs(said[1]-said[0]) / (2 * step); math.Abs(slope-float64(size)) > 1e-3*(1+slope) {
					t.Errorf("place %d hangs on place %d by %v, by finite differences %v", place, at, size, slope)
				}
			}
			if r.Fingerprint() != before {
				t.Error("asking changes the network")
			}
		}
		for _, value := range []string{"", "4", "1,4", "0,10", "0,-1", "0,x"} {
			if _, err := r.Act("place", value); err == nil {
				t.Errorf("a place of %q", value)
			}
		}
	}
}

// TestRepair makes settings go together.
func TestRepair(t *testing.T) {
	for _, c := range []struct{ link, key, want string }{
		{"sequence=copy&bidirectional=true", "bidirectional", "false"},
		{"sequence=adding&length=20&bidirectional=true", "bidirectional", "true"},
		{"sequence=sine&length=20&carry=true", "carry", "false"},
		{"sequence=rhymes-en&length=32&carry=true", "carry", "true"},
		{"sequence=rhymes-en&length=1", "length", "8"},
		{"sequence=parity&length=100", "length", "20"},
		{"sequence=adding&length=100&units=128&layers=4&batchSize=1024", "batchSize", "10"},
		{"optimizer=lbfgs", "optimizer", "adam"},
	} {
		spec, _, err := experiment.Families{Family}.Parse("v=1&architecture=rnn&" + c.link)
		if err != nil || spec.Get(c.key) != c.want || spec.Validate() != nil {
			t.Errorf("%s: %s is %s, want %s; %v %v", c.link, c.key, spec.Get(c.key), c.want, err, spec.Validate())
		}
	}
	spec := Family.New()
	if err := spec.Set("sequence", "adding"); err != nil || of(&spec).Length != 20 {
		t.Errorf("a task just chosen has a length of %d; %v", of(&spec).Length, err)
	}
}
