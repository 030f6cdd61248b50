package lab_test

import (
	"slices"
	"strings"
	"testing"

	"nnplay/nn/lab"
	"nnplay/nn/lab/all"
)

// TestOrder holds that the order of keys has each once, none that no family has, and
// that families keep to it.
func TestOrder(t *testing.T) {
	known := map[string]bool{lab.FamilyKey: true}
	for _, f := range all.Families {
		place := -1
		for _, s := range f.Settings {
			known[s.Key] = true
			at := slices.Index(lab.Order, s.Key)
			if at < 0 {
				at = len(lab.Order)
			}
			if at < place {
				t.Errorf("%s: %s is out of order", f.Name, s.Key)
			}
			place = at
		}
	}
	for i, key := range lab.Order {
		if slices.Index(lab.Order, key) != i {
			t.Errorf("%s stands twice", key)
		}
		if !known[key] {
			t.Errorf("%s is a setting of no family", key)
		}
	}
}

// TestHide holds that a page can leave out every setting, in the order that links
// have always had.
func TestHide(t *testing.T) {
	for _, f := range all.Families {
		hide, ok := f.Find("hide")
		if !ok {
			t.Fatalf("%s: nothing can be hidden", f.Name)
		}
		if len(hide.Options) < len(lab.Hideable) || !slices.Equal(hide.Options[:len(lab.Hideable)], lab.Hideable) {
			t.Errorf("%s: the options begin otherwise: %v", f.Name, hide.Options)
		}
		for i, option := range hide.Options {
			if slices.Index(hide.Options, option) != i {
				t.Errorf("%s: %s stands twice", f.Name, option)
			}
		}
		for _, s := range f.Settings {
			if !slices.Contains(hide.Options, s.Key) {
				t.Errorf("%s: %s can't be hidden", f.Name, s.Key)
			}
		}
	}
}

// TestMore holds that more of accuracies is better and of nothing else, and that
// presets are judged so.
func TestMore(t *testing.T) {
	for _, f := range all.Families {
		for i, s := range f.Scores {
			if want := strings.HasSuffix(s.Name, "accuracy"); s.More != want || f.More(s.Name) != want {
				t.Errorf("%s: more of %s is better: %t", f.Name, s.Name, s.More)
			}
			if slices.IndexFunc(f.Scores, func(o lab.ScoreRow) bool { return o.Name == s.Name }) != i {
				t.Errorf("%s: %s stands twice", f.Name, s.Name)
			}
		}
		if !f.More("accuracy") || f.More("loss") || f.More("nothing") {
			t.Errorf("%s: of accuracy, loss and what is not: %t, %t, %t", f.Name, f.More("accuracy"), f.More("loss"), f.More("nothing"))
		}
		for _, p := range f.Presets {
			known := p.Metric == "" || p.Metric == "accuracy" || p.Metric == "loss" || slices.ContainsFunc(f.Scores, func(s lab.ScoreRow) bool { return s.Name == p.Metric })
			if !known {
				t.Errorf("%s is judged by %s, which %s does not tell", p.Name, p.Metric, f.Name)
			}
		}
	}
}
