package experiment

import (
	"reflect"
	"testing"
)

// TestSharedPoints takes points of one's own from one family to the next, as long
// as the next can have them.
func TestSharedPoints(t *testing.T) {
	const points = "cL0a1L0a00001"
	s := mustParse(t, "v=1&dataset=own&classes=2&points="+points)
	for _, step := range []struct{ family, key, data, points string }{
		{"gan", "distribution", "own", points},
		{"diffusion", "distribution", "own", points},
		{"mlp", "dataset", "own", points},
		{"autoencoder", "points", "", ""},
		{"mlp", "dataset", "circle", ""},
	} {
		if _, err := families.Change(&s, "architecture", step.family); err != nil {
			t.Fatal(err)
		}
		if data := s.Get(step.key); data != step.data || s.Get("points") != step.points || s.Validate() != nil {
			t.Errorf("%s: %s %q, points %q: %v", s.Family.Name, step.key, data, s.Get("points"), s.Validate())
		}
	}
	s = mustParse(t, "v=1&architecture=diffusion&distribution=ring&samples=300")
	notices, err := families.Change(&s, "distribution", "own")
	if err != nil || codes(notices) != "points-begun:distribution" {
		t.Errorf("%q, %v", codes(notices), err)
	}
	if text := s.Get("points"); text == "" || s.NoData() != "" {
		t.Errorf("points %q, of which it is said %q", text, s.NoData())
	}
}

// TestSharedFields holds that a setting that families share is the same to a page:
// its control is made once, of what the first of them says.
func TestSharedFields(t *testing.T) {
	for _, f := range families.fields() {
		for _, family := range families {
			own, ok := family.Find(f.Key)
			if !ok {
				continue
			}
			a, b := own.Field, f.Field
			a.Options, b.Options = nil, nil // a page joins them
			if !reflect.DeepEqual(a, b) {
				t.Errorf("%s of %s: %+v, of another %+v", f.Key, family.Name, a, b)
			}
		}
	}
}
