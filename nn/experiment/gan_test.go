package experiment

import (
	"slices"
	"testing"

	"nnplay/nn/rng"
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

// TestGANCharts holds that both losses and both divergences are charts over the
// steps, with the numbers that were measured.
func TestGANCharts(t *testing.T) {
	r, err := New(mustParse(t, "v=1&architecture=gan&generatorShape=4&discriminatorShape=4"))
	if err != nil {
		t.Fatal(err)
	}
	var h History
	var last Metrics
	for range 3 {
		r.Step(2)
		last = r.Metrics()
		h.Add(last)
	}
	charts := r.Charts(&h)
	for name, want := range map[string][]string{"losses": {"lossD", "lossG"}, "js": {"js"}, "kl": {"kl"}} {
		at := slices.IndexFunc(charts, func(c Chart) bool { return c.Name == name })
		if at < 0 || len(charts[at].Series) != len(want) {
			t.Fatalf("no chart %s of %d lines", name, len(want))
		}
		for i, s := range charts[at].Series {
			value := last.Scores[slices.IndexFunc(last.Scores, func(s Score) bool { return s.Name == want[i] })].Value
			if n := len(s.Points); s.Name != "score."+want[i] || n != 6 || s.Points[n-2] != 6 || s.Points[n-1] != value {
				t.Errorf("%s is %+v, and last was %v", name, s, value)
			}
		}
	}
}

// TestGoalsAreTight holds the presets of generative models to what can be reached:
// two real samples of the sizes that are compared differ, too, and a goal is not
// below that, nor more than ten times as much.
func TestGoalsAreTight(t *testing.T) {
	for _, p := range Presets {
		if p.Metric != "js" {
			continue
		}
		spec := mustParse(t, p.Link)
		var floor float64
		const draws = 20
		for seed := range uint64(draws) {
			d := spec.distribution()
			floor += ganGrid.JensenShannon(d.Samples(rng.New(seed, rng.Data), spec.Samples), d.Samples(rng.New(seed, rng.Noise), ganSamples)) / draws
		}
		if p.Goal < floor || p.Goal > 10*floor {
			t.Errorf("%s: the goal is %v, and real samples differ by %.4f", p.Name, p.Goal, floor)
		}
		t.Logf("%s: goal %v, floor %.4f, %.1f times", p.Name, p.Goal, floor, p.Goal/floor)
	}
}
