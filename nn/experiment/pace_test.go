package experiment_test

import (
	"slices"
	"testing"
)

// TestInteresting holds that a preset becomes interesting when its row says, another
// experiment when the preset does that it is most like, and one of data that no preset
// has at the family's median.
func TestInteresting(t *testing.T) {
	of := func(link string) int {
		t.Helper()
		spec, notices, err := families.Parse(link)
		if err != nil || len(notices) > 0 {
			t.Fatalf("%s: %v, %v", link, notices, err)
		}
		return families.Interesting(spec)
	}
	for _, p := range families.Presets() {
		if got := of(p.Link); got != p.Interesting || got <= 0 || got > p.Steps {
			t.Errorf("%s: interesting after %d steps; its row says %d, of %d", p.Name, got, p.Interesting, p.Steps)
		}
	}
	preset := func(name string) int {
		t.Helper()
		p, ok := families.FindPreset(name)
		if !ok {
			t.Fatalf("no preset %s", name)
		}
		return p.Interesting
	}
	for link, want := range map[string]int{
		"":                         preset("circle"),
		"v=1&dataset=xor&noise=10": preset("xor"),
		"v=1&dataset=circle&learningRate=1&seed=5":           preset("circle"),
		"v=1&dataset=spiral&networkShape=8,8&optimizer=adam": preset("spiral"),
		"v=1&architecture=transformer&sequence=sort":         preset("sort"),
		"v=1&architecture=gan&distribution=spiral-arm":       preset("gan-spiral"),
	} {
		if got := of(link); got != want {
			t.Errorf("%q is interesting after %d steps, want %d", link, got, want)
		}
	}
	var all []int
	for _, p := range families.Default().Family.Presets {
		all = append(all, p.Interesting)
	}
	slices.Sort(all)
	if got := of("v=1&dataset=own"); got != all[len(all)/2] {
		t.Errorf("own points are interesting after %d steps, want the median of %v", got, all)
	}
}
