package gan

import (
	"slices"
	"strings"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/lab/labtest"
	"nnplay/nn/lab/plane"
)

// TestGAN plays a few rounds: the players change, looking changes nothing, and
// the same link gives the same fingerprint.
func TestGAN(t *testing.T) {
	for _, link := range []string{
		"v=1&architecture=gan",
		"v=1&architecture=gan&adversarialLoss=wasserstein&critic=clip&noiseKind=uniform-1d&distribution=line",
		"v=1&architecture=gan&adversarialLoss=wasserstein&critic=spectral&discriminatorSteps=3",
	} {
		spec := labtest.Parse(t, Family, link)
		a, err := experiment.New(spec)
		if err != nil {
			t.Fatal(err)
		}
		b, _ := experiment.New(labtest.Parse(t, Family, experiment.Link(a.Spec())))
		before := a.Fingerprint()
		for _, s := range a.Metrics().Scores {
			if strings.HasPrefix(s.Name, "loss") && s.Value == s.Value {
				t.Errorf("%s: before the first step %s is %g", link, s.Name, s.Value)
			}
		}
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
	r, err := experiment.New(labtest.Parse(t, Family, "v=1&architecture=gan&generatorShape=4&discriminatorShape=4"))
	if err != nil {
		t.Fatal(err)
	}
	var h experiment.History
	var last lab.Metrics
	for range 3 {
		r.Step(2)
		last = r.Metrics()
		h.Add(last)
	}
	charts := r.Charts(&h)
	for name, want := range map[string][]string{"losses": {"lossD", "lossG"}, "js": {"js"}, "kl": {"kl"}} {
		at := slices.IndexFunc(charts, func(c lab.Chart) bool { return c.Name == name })
		if at < 0 || len(charts[at].Series) != len(want) {
			t.Fatalf("no chart %s of %d lines", name, len(want))
		}
		for i, s := range charts[at].Series {
			value := last.Scores[slices.IndexFunc(last.Scores, func(s lab.Score) bool { return s.Name == want[i] })].Value
			if n := len(s.Points); s.Name != "score."+want[i] || n != 6 || s.Points[n-2] != 6 || s.Points[n-1] != value {
				t.Errorf("%s is %+v, and last was %v", name, s, value)
			}
		}
	}
}

// TestPredict asks the generator about noise that it knows, in another order and
// more at once than a program takes, and holds that nothing else changes.
func TestPredict(t *testing.T) {
	for _, link := range []string{"v=1&architecture=gan&generatorShape=6", "v=1&architecture=gan&noiseKind=uniform-1d&critic=spectral"} {
		r := labtest.Open(t, Family, link)
		r.Step(3)
		g, m := r.Task().(*gan), r.Machine()
		before := r.Dynamic()
		fake := labtest.View(t, before, "fake").F32
		known, dim := slices.Clone(m.Slice("samples/noise")), g.Inputs()
		var noise, want []float32
		for range 3 {
			for i := len(fake)/2 - 1; i >= 1; i-- {
				noise, want = append(noise, known[i*dim:(i+1)*dim]...), append(want, fake[2*i:2*i+2]...)
			}
		}
		if got := g.Predict(m, noise); !slices.Equal(got, want) {
			t.Errorf("%s: the generator makes other samples of the same noise", link)
		}
		sameViews(t, before, r.Dynamic())
	}
}

// TestActivations holds that the hidden layers of both players are told, and that
// nothing else changes.
func TestActivations(t *testing.T) {
	r := labtest.Open(t, Family, "v=1&architecture=gan&generatorShape=6&discriminatorShape=5,4")
	r.Step(3)
	before := r.Dynamic()
	layers := r.Task().(*gan).Activations(r.Machine())
	if len(layers) != 3 {
		t.Fatalf("%d layers", len(layers))
	}
	for i, units := range []int{6, 5, 4} {
		if len(layers[i].Out) != plane.Shown*units || slices.Max(layers[i].Out) <= 0 || slices.Min(layers[i].Out) != 0 { // ReLU
			t.Errorf("layer %d: %d outputs", i, len(layers[i].Out))
		}
	}
	sameViews(t, before, r.Dynamic())
	charts := r.Charts(&experiment.History{})
	at := slices.IndexFunc(charts, func(c lab.Chart) bool { return c.Name == "activations" })
	if at < 0 || len(charts[at].Series) != len(layers) {
		t.Errorf("chart %d", at)
	}
}

// sameViews holds that what there is to see is what it was.
func sameViews(t *testing.T, before, after []lab.View) {
	t.Helper()
	if len(before) != len(after) {
		t.Fatalf("%d views, before %d", len(after), len(before))
	}
	for i, v := range before {
		if a := after[i]; a.Name != v.Name || !slices.Equal(a.F32, v.F32) || !slices.Equal(a.U8, v.U8) {
			t.Errorf("%s looks different", v.Name)
		}
	}
}
