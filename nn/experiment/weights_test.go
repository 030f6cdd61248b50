package experiment

import (
	"slices"
	"strings"
	"testing"

	"nnplay/nn/program"
)

// TestWeightSeed holds that in every family another seed of the weights leaves the
// data as they are and begins with other weights, that the seed itself as that of the
// weights changes nothing, and that neither is written where it says nothing.
func TestWeightSeed(t *testing.T) {
	for _, f := range families {
		begun := func(set ...string) (r *Run, link string) {
			spec := f.New()
			for _, pair := range set {
				key, value, _ := strings.Cut(pair, "=")
				if err := spec.Set(key, value); err != nil {
					t.Fatal(err)
				}
			}
			return mustOpen(t, spec, program.Interpret), Link(spec)
		}
		usual, link := begun()
		same, written := begun("weightSeed=1")
		other, _ := begun("weightSeed=2")
		reseeded, _ := begun("seed=2")
		if strings.Contains(link, "weightSeed") || !strings.Contains(written, "weightSeed=1") {
			t.Errorf("%s: %s, %s", f.Name, link, written)
		}
		if usual.Fingerprint() != same.Fingerprint() || usual.Fingerprint() == other.Fingerprint() {
			t.Errorf("%s: the weights of seed 1: %.8s, of 1 and 1: %.8s, of 1 and 2: %.8s", f.Name, usual.Fingerprint(), same.Fingerprint(), other.Fingerprint())
		}
		if reseeded.Fingerprint() != other.Fingerprint() {
			t.Errorf("%s: seed 2 alone begins with other weights than seed 2 of the weights", f.Name)
		}
		if !equalData(t, usual, other) {
			t.Errorf("%s: other weights come with other data", f.Name)
		}
		if equalData(t, usual, reseeded) {
			t.Errorf("%s: another seed comes with the same data", f.Name)
		}
	}
}

// trained are the names of what families train on, each on its own.
var trained = []string{"train/x", "train", "real"}

// equalData tells whether two runs train on the same data.
func equalData(t *testing.T, a, b *Run) bool {
	t.Helper()
	for _, name := range trained {
		if data := a.machine.Slice(name); data != nil {
			return slices.Equal(data, b.machine.Slice(name))
		}
	}
	t.Fatalf("%s trains on none of %v", a.spec.Family.Name, trained)
	return false
}
