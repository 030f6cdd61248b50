package points

import (
	"slices"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab/labtest"
)

// TestClassNames gives points drawn from a table the names of their classes; what is
// computed stays.
func TestClassNames(t *testing.T) {
	const link = "v=1&dataset=own&points="
	plain := labtest.Open(t, Family, link+twoCorners)
	s := labtest.Parse(t, Family, link+twoCorners)
	if err := s.Set("classNames", "benign\nmalignant"); err != nil {
		t.Fatal(err)
	}
	named := labtest.Open(t, Family, experiment.Link(s))
	plain.Step(20)
	named.Step(20)
	if top := named.Topology(); !slices.Equal(top.Symbols, []string{"benign", "malignant"}) || named.Fingerprint() != plain.Fingerprint() || plain.Topology().Symbols != nil {
		t.Errorf("the classes are called %v", top.Symbols)
	}
	if _, err := s.Change("points", ""); err != nil || s.Get("classNames") != "" {
		t.Errorf("names without points: %q, %v", s.Get("classNames"), err)
	}
	run := onTable(t, "v=1", classRows(t, 9, 2))
	if top := run.Topology(); !slices.Equal(top.Symbols, []string{"no", "yes"}) {
		t.Errorf("the classes of a table are called %v", top.Symbols)
	}
	if s := labtest.Parse(t, Family, "v=1&dataset=xor&classNames=610a62"); s.Applies()["classNames"] != ownOnly {
		t.Error("generated points have names of one's own")
	}
}
