package sequence_test

import (
	"reflect"
	"slices"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/lab/labtest"
	"nnplay/nn/lab/rnn"
	"nnplay/nn/lab/transformer"
)

// TestPredict asks networks what they say to samples of the test set, several at
// once: the same as where each is looked at. Asking changes nothing.
func TestPredict(t *testing.T) {
	for _, c := range []struct {
		family *lab.Family
		link   string
		inputs int
		said   string
	}{
		{rnn.Family, "units=5", 14, "probabilities"},
		{rnn.Family, "sequence=adding&length=9&units=4&rival=rnn", 18, "first/logits"},
		{transformer.Family, "sequence=sort&length=5&width=8&transformer=encoder", 5, "probabilities"},
		{transformer.Family, "sequence=sort&length=5&width=8&transformer=encoder-decoder", 10, "probabilities"},
		{transformer.Family, "sequence=sine&length=10&width=8", 10, "logits"},
	} {
		r := labtest.Open(t, c.family, "v=1&architecture="+c.family.Name+"&"+c.link)
		r.Step(3)
		if r.Inputs() != c.inputs {
			t.Errorf("%s: %d inputs, want %d", c.link, r.Inputs(), c.inputs)
		}
		var asked, want []float32
		for range 3 {
			asked = append(asked, question(r)...)
			want = append(want, labtest.View(t, r.Dynamic(), c.said).F32...)
			r.Act("nextSample", "")
		}
		before, dynamic, static := r.Fingerprint(), r.Dynamic(), r.Static()
		if got := r.Predict(asked); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", c.link, got, want)
		}
		if r.Fingerprint() != before || !reflect.DeepEqual(r.Dynamic(), dynamic) || !reflect.DeepEqual(r.Static(), static) {
			t.Errorf("%s: asking changes what is there", c.link)
		}
	}
}

// question returns the sample that is looked at as a question.
func question(r *experiment.Run) (inputs []float32) {
	for _, name := range []string{"look/source", "look/x"} {
		for _, v := range r.Static() {
			if v.Name == name {
				inputs = append(inputs, v.F32...)
			}
		}
	}
	return inputs
}

// TestPredictNearestToken asks with numbers that are no tokens.
func TestPredictNearestToken(t *testing.T) {
	r := labtest.Open(t, rnn.Family, "v=1&architecture=rnn&sequence=parity&length=2&units=3")
	last := float32(len(r.Topology().Symbols) - 1)
	want := r.Predict([]float32{0, last, 2})
	if got := r.Predict([]float32{-7, 1e30, 2.3}); !slices.Equal(got, want) {
		t.Errorf("%v, of the nearest tokens %v", got, want)
	}
}
