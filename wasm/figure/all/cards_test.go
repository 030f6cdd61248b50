package all

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"nnplay/nn/experiment"
	families "nnplay/nn/lab/all"
	"nnplay/wasm/paper"
	"nnplay/wasm/paper/papertest"
)

// A carded is a card of a drawing, with the spot and the cell that it is of.
type carded struct {
	*paper.Card
	key      string
	row, col int
}

// cardsOf draws an experiment after some steps, and returns all cards that there are.
func cardsOf(t *testing.T, link string, steps int) ([]carded, *paper.Scene, *experiment.Run) {
	t.Helper()
	spec, notices, err := experiment.Families(families.Families).Parse(link)
	if err != nil || len(notices) > 0 {
		t.Fatal(link, err, notices)
	}
	run, err := experiment.New(spec)
	if err != nil {
		t.Fatal(err)
	}
	run.Step(steps)
	s := &paper.Scene{}
	s.Apply(snapshotOf(run))
	kit := papertest.Kit(s)
	kit.Free, kit.View = paper.Rect(18, 18, 760, 480), map[string]int{}
	d := Figures[spec.Family.Name].Draw(kit)
	var all []carded
	for i := range d.Spots {
		spot := &d.Spots[i]
		for cell := range max(spot.Rows, 1) * max(spot.Cols, 1) {
			if spot.Card == nil {
				break
			}
			row, col := cell/max(spot.Cols, 1), cell%max(spot.Cols, 1)
			if c := spot.Card(row, col); c != nil {
				all = append(all, carded{c, spot.Key, row, col})
			}
		}
	}
	return all, s, run
}

// near tells whether numbers are the same but for rounding in sums.
func near(a, b float32) bool {
	return math.Abs(float64(a-b)) <= 1e-4*(1+math.Abs(float64(b)))
}

// TestCardsOfFamilies holds, of every card of a figure, that its rows add up and that
// each of them is an element that the trainer changes.
func TestCardsOfFamilies(t *testing.T) {
	for _, c := range []struct {
		link  string
		known bool
		least int
	}{
		{"v=1&architecture=rnn&sequence=copy&length=2&cell=rnn&rival=lstm&units=3&samples=100", true, 4},
		{"v=1&architecture=rnn&sequence=adding&length=8&units=4&samples=100", true, 1},
		{"v=1&architecture=rnn&sequence=sine&units=4&samples=100", true, 4},
		{"v=1&architecture=rnn&sequence=temporal-order&length=8&units=4&samples=100&layers=2&bidirectional=true", true, 1},
		{"v=1&architecture=transformer&sequence=sort&length=4&width=16", true, 4},
		{"v=1&architecture=transformer&sequence=sort&length=4&width=8&tied=true&transformer=encoder-decoder", true, 4},
		{"v=1&architecture=transformer&sequence=adding&width=8", true, 4},
		{"v=1&architecture=cnn&filters=3,4&denseShape=5&samples=16", true, 3 * 256},
		{"v=1&architecture=gan&samples=100", false, 6},
		{"v=1&architecture=diffusion&samples=100", false, 6},
	} {
		all, scene, run := cardsOf(t, c.link, 3)
		if len(all) < c.least {
			t.Errorf("%s: %d cards", c.link, len(all))
		}
		for _, card := range all {
			if card.Known != c.known || len(card.Terms) == 0 {
				t.Fatalf("%s: %+v", c.link, card)
			}
			sum := card.Bias.Value
			for _, term := range card.Terms {
				if sum += term.Product; card.Known && !near(term.Product, term.Weight.Value*term.Input) {
					t.Errorf("%s: %+v", c.link, term)
				}
			}
			if card.Known && !near(sum+card.Rest, card.Sum) {
				t.Errorf("%s: the rows make %v, not %v", c.link, sum+card.Rest, card.Sum)
			}
			holdNeuron(t, c.link, scene, card)
			holdLogit(t, c.link, scene, card)
		}
		holdEdited(t, c.link, all, run)
	}
}

// holdNeuron holds that a neuron of which only the weights are known reads each unit of
// the layer before, by names of which no two are the same, and leads nowhere where none
// can be pinned.
func holdNeuron(t *testing.T, link string, s *paper.Scene, c carded) {
	t.Helper()
	if c.Known {
		return
	}
	shape, names := s.Tensors[c.key+"/weight"].Shape, map[string]bool{}
	for _, term := range c.Terms {
		names[term.Name] = term.Name != ""
		if i := term.Weight.Index; i%shape[1] != c.Bias.Index || term.Weight.Parameter != c.key+"/weight" || term.Product != 0 {
			t.Errorf("%s: %s: %+v", link, c.key, term)
		}
	}
	if len(names) != shape[0] || names[""] || c.Pins || c.Bias.Parameter != c.key+"/bias" {
		t.Errorf("%s: %s has the weights of %v of %v, %+v", link, c.key, names, shape, c.Bias)
	}
}

// holdLogit holds that the sum of an answer of a sequence is the logit that the network
// computed, and its last step the probability.
func holdLogit(t *testing.T, link string, s *paper.Scene, c carded) {
	t.Helper()
	prefix, of := strings.CutSuffix(c.key, "answers")
	n, answer := strings.CutPrefix(c.key, "answer ")
	if answer {
		prefix = ""
	} else if n = strings.TrimPrefix(c.At, "step "); !of {
		return
	}
	place, err := strconv.Atoi(n)
	if err != nil {
		t.Fatalf("%s: at %q", c.key, c.At)
	}
	if !answer { // counted from 1
		place--
	}
	logits, shares := s.Tensors[prefix+"logits"], s.Tensors[prefix+"probabilities"]
	outputs := logits.Shape[2]
	row := logits.F32[place*outputs : (place+1)*outputs]
	best := 0
	for i, v := range row {
		if v > row[best] {
			best = i
		}
	}
	if !near(c.Sum, row[best]) {
		t.Errorf("%s: at %s the sum is %v, the logit %v", link, c.At, c.Sum, row[best])
	}
	if len(s.Topology.Symbols) > 0 && (len(c.Steps) != 1 || c.Steps[0].Value != shares.F32[place*outputs+best] || !strings.Contains(c.Title, ": ")) {
		t.Errorf("%s: at %s %q comes to %+v, not %v", link, c.At, c.Title, c.Steps, shares.F32[place*outputs+best])
	}
	if len(s.Topology.Symbols) == 0 && len(c.Steps) != 0 {
		t.Errorf("%s: a value has the steps %+v", link, c.Steps)
	}
}

// holdEdited changes an element of each row of the first card through the trainer, and
// holds that it was the one that the row shows.
func holdEdited(t *testing.T, link string, all []carded, run *experiment.Run) {
	t.Helper()
	for _, e := range append([]paper.Term{{Weight: all[0].Bias}}, all[0].Terms...) {
		w := e.Weight
		if w.Parameter == "" {
			continue
		}
		at := func() float32 {
			for _, v := range run.Parameter(w.Parameter) {
				if v.Name == w.Parameter && w.Index < len(v.F32) {
					return v.F32[w.Index]
				}
			}
			return float32(math.NaN())
		}
		if at() != w.Value {
			t.Errorf("%s: %s[%d] is %v, the card says %v", link, w.Parameter, w.Index, at(), w.Value)
		}
		if err := run.SetWeight(w.Parameter, w.Index, 1.25); err != nil || at() != 1.25 {
			t.Errorf("%s: %s[%d] is %v: %v", link, w.Parameter, w.Index, at(), err)
		}
	}
}
