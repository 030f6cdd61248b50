package experiment

import (
	"testing"
)

// TestGAN plays a few rounds: the players change, looking changes nothing, and
// the same link gives the same fingerprint.
func TestGAN(t *testing.T) {
	for _, link := range []string{
		"v=1&architecture=gan",
		"v=1&architecture=gan&adversarialLoss=wasserstein&critic=clip&noiseKind=uniform-1d&distribution=line",
		"v=1&architecture=gan&adversarialLoss=wasserstein&critic=spectral&discriminatorSteps=3",
	} {
		spec := mustParse(t, link)
		a, err := New(spec)
		if err != nil {
			t.Fatal(err)
		}
		b, _ := New(mustParse(t, a.Spec().Link()))
		before := a.Fingerprint()
		a.Step(20)
		for range 4 {
			b.Dynamic()
			b.Static()
			b.Metrics()
			b.Step(5)
		}
		if a.Fingerprint() == before || a.Fingerprint() != b.Fingerprint() {
			t.Errorf("%s: before %.8s, after 20 steps %.8s, with looks %.8s", link, before, a.Fingerprint(), b.Fingerprint())
		}
		if m := a.Metrics(); m.Step != 20 || len(m.Scores) != 4 || !(m.Scores[0].Value > 0) {
			t.Errorf("%s: %+v", link, m)
		}
		for _, name := range []string{"stepD", "stepG"} {
			was := a.Fingerprint()
			if _, err := a.Act(name, ""); err != nil || a.Fingerprint() == was || !a.Edited() {
				t.Errorf("%s: %v, edited %v", name, err, a.Edited())
			}
		}
		if _, err := a.Act("fly", ""); err == nil {
			t.Error("it flies")
		}
	}
}
