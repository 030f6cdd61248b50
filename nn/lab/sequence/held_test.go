//go:build !js

package sequence_test

import (
	"math"
	"os"
	"strings"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/lab/labtest"
	"nnplay/nn/lab/rnn"
	"nnplay/nn/lab/sequence"
	"nnplay/nn/lab/transformer"
	"nnplay/nn/setting"
	"nnplay/nn/simd/simdtest"
)

// TestRandomLetters learns the text of 41-random-letters-link.txt, 600 random letters
// of sixteen, by heart. Its link means what it meant: all of it trains, so that there is
// no test loss. The same text as a reader brings it has its end held back, of which
// nothing can be known: a loss of ln 16 at the least.
func TestRandomLetters(t *testing.T) {
	link, err := os.ReadFile("testdata/cases/41-random-letters-link.txt")
	if err != nil {
		t.Fatal(err)
	}
	families := experiment.Families{rnn.Family, transformer.Family}
	spec, notices, err := families.Parse(strings.TrimSpace(string(link)))
	if err != nil || len(notices) > 0 || spec.Get("percTrainData") != "100" {
		t.Fatalf("%v, %v, a share of %s", notices, err, spec.Get("percTrainData"))
	}
	brought := spec
	if notices, err := families.Take(&brought, setting.Passage, spec.Get("ownText")); err != nil || len(notices) > 0 || brought.Get("percTrainData") != "90" {
		t.Fatalf("a reader's own text: %v, %v, a share of %s", notices, err, brought.Get("percTrainData"))
	}
	for _, c := range []struct {
		name  string
		spec  lab.Spec
		least float64 // test loss, NaN if there is none
	}{
		{"the link", spec, math.NaN()},
		{"the text", brought, math.Log(16)},
	} {
		m := labtest.Train(t, simdtest.New, c.spec, 250).Metrics()
		if right := m.TestLoss >= c.least || math.IsNaN(m.TestLoss) && math.IsNaN(c.least); !right || m.TrainLoss > 1 {
			t.Errorf("%s: a training loss of %.3f, a test loss of %.3f, want one of %.3f at the least", c.name, m.TrainLoss, m.TestLoss, c.least)
		}
	}
}

// TestShareGoesAlong holds that what is held back of a text stays so in another family,
// that it is a setting of running text alone, and that links say it where it is chosen.
func TestShareGoesAlong(t *testing.T) {
	families := experiment.Families{rnn.Family, transformer.Family}
	text := strings.TrimSpace(strings.Repeat("one two three. ", 30))
	for _, share := range []string{"100", "90", "50"} {
		spec := rnn.Family.New()
		for _, set := range [][2]string{{"sequence", "own-text"}, {"ownText", text}, {"percTrainData", share}} {
			if err := spec.Set(set[0], set[1]); err != nil {
				t.Fatal(err)
			}
		}
		link := experiment.Link(spec)
		if got, _, _ := families.Parse(link); got.Get("percTrainData") != share || strings.Contains(link, "percTrainData") != (share != "100") {
			t.Errorf("%s: %s", share, link)
		}
		if _, err := families.Change(&spec, lab.FamilyKey, "transformer"); err != nil || spec.Get("percTrainData") != share || spec.Validate() != nil {
			t.Errorf("%s of a text are %s for a Transformer, %v", share, spec.Get("percTrainData"), err)
		}
		for task, applies := range map[string]bool{"rhymes-en": true, "names": false, "sine": false, "sort": false} {
			spec.Set("sequence", task)
			if (spec.Applies()["percTrainData"] == "") != applies {
				t.Errorf("%s: the training share applies: %v", task, !applies)
			}
		}
	}
	if spec := rnn.Family.New(); sequence.Of(&spec).PercTrainData != sequence.WholeText {
		t.Error("by default a part of a text is held back: links would mean something else")
	}
}
