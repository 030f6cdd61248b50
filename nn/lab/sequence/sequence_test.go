package sequence_test

import (
	"strings"
	"testing"

	"nnplay/nn/data/sequences"
	"nnplay/nn/lab"
	"nnplay/nn/lab/labtest"
	"nnplay/nn/lab/rnn"
	"nnplay/nn/lab/transformer"
)

// TestSamples chooses samples to look at: what is read changes, and comes back.
func TestSamples(t *testing.T) {
	r := labtest.Open(t, rnn.Family, "v=1&architecture=rnn&units=5")
	look := func() string {
		var b strings.Builder
		for _, v := range labtest.View(t, r.Static(), "look/x").F32 {
			b.WriteByte(byte('a' + v))
		}
		return b.String()
	}
	first := look()
	for _, c := range []struct {
		action string
		same   bool
	}{{"nextSample", false}, {"nextSample", false}, {"previousSample", false}, {"previousSample", true}, {"previousSample", false}, {"nextSample", true}} {
		if answer, err := r.Act(c.action, ""); err != nil || !answer.Static || (look() == first) != c.same {
			t.Errorf("%s: %v, %v: %s, first %s", c.action, answer, err, look(), first)
		}
	}
}

// TestApplies holds that the number of samples counts in every task, and a text of
// one's own where it is the task.
func TestApplies(t *testing.T) {
	for _, f := range []*lab.Family{rnn.Family, transformer.Family} {
		for _, task := range sequences.Tasks {
			spec := f.New()
			if err := spec.Set("sequence", task.Name); err != nil {
				t.Fatal(err)
			}
			applies := spec.Applies()
			if applies["samples"] != "" || (applies["ownText"] == "") != (task.Name == sequences.OwnText) || (applies["length"] == "") != (task.Max > 0) || (applies["action.generate"] == "") != task.Tokens() {
				t.Errorf("%s, %s: %v", f.Name, task.Name, applies)
			}
		}
	}
}
