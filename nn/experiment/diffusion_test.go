package experiment

import (
	"errors"
	"slices"
	"testing"
)

// diffusionLinks use both integrators, points of one's own and every setting.
var diffusionLinks = []string{
	"v=1&architecture=diffusion",
	"v=1&architecture=diffusion&distribution=spiral-arm&flowShape=8,5&integrator=euler&flowSteps=3&hiddenActivation=tanh&schedule=cosine&clip=1",
	"v=1&architecture=diffusion&distribution=own&points=cL0a1L0a00001&flowShape=none&flowSteps=1&samples=20&batchSize=50",
	"v=1&architecture=diffusion&distribution=own&flowShape=6",
}

// TestDiffusion trains a few steps: the network changes, looking changes nothing,
// and the same link gives the same fingerprint.
func TestDiffusion(t *testing.T) {
	for _, link := range diffusionLinks {
		a, err := New(mustParse(t, link))
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
			if _, err := b.Act("time", "0.3"); err != nil {
				t.Error(err)
			}
			b.Step(5)
		}
		if a.Fingerprint() == before || a.Fingerprint() != b.Fingerprint() {
			t.Errorf("%s: before %.8s, after 20 steps %.8s, with looks %.8s", link, before, a.Fingerprint(), b.Fingerprint())
		}
		if m := a.Metrics(); m.Step != 20 || !(m.TrainLoss > 0) || len(m.Scores) != 2 || !(m.Scores[0].Value > 0) {
			t.Errorf("%s: %+v", link, m)
		}
		a.Reset()
		if a.Fingerprint() != before {
			t.Errorf("%s: a reset gives other weights", link)
		}
	}
}

// TestFollowingAFlow holds that how a flow is followed may change while it
// trains, and that another time is another field and the same way.
func TestFollowingAFlow(t *testing.T) {
	r, err := New(mustParse(t, "v=1&architecture=diffusion"))
	if err != nil {
		t.Fatal(err)
	}
	r.Step(10)
	way, field := viewOf(t, r.Dynamic(), "trajectory"), viewOf(t, r.Dynamic(), "velocity/grid")
	tiles := viewOf(t, r.Dynamic(), "velocity/hidden1/tiles")
	for _, bad := range []string{"", "nan", "-0.1", "1.1", "x"} {
		var refused *Error
		if _, err := r.Act("time", bad); !errors.As(err, &refused) || refused.Code != outOfRange {
			t.Errorf("time %q: %v", bad, err)
		}
	}
	if answer, err := r.Act("time", "0.5"); err != nil || answer.Edited || answer.Numbers["time"][0] != 0.5 {
		t.Errorf("%+v, %v", answer, err)
	}
	if v := viewOf(t, r.Dynamic(), "velocity/grid"); slices.Equal(v.F32, field.F32) {
		t.Error("at another time the field is the same")
	}
	if v := viewOf(t, r.Dynamic(), "velocity/hidden1/tiles"); slices.Equal(v.U8, tiles.U8) || v.Shape[0] != 32 || len(v.U8) != 32*flowSide*flowSide {
		t.Error("at another time the neurons say the same")
	}
	if v := viewOf(t, r.Dynamic(), "velocity/output/bias/gradient"); v.F32[0] == 0 {
		t.Error("no gradient")
	}
	if v := viewOf(t, r.Dynamic(), "trajectory"); !slices.Equal(v.F32, way.F32) {
		t.Error("at another time the way is another")
	}
	for key, value := range map[string]string{"integrator": "euler", "flowSteps": "5"} {
		spec := r.Spec()
		if err := spec.Set(key, value); err != nil {
			t.Fatal(err)
		}
		if restarted, err := r.Update(spec); restarted || err != nil {
			t.Errorf("%s: restarted %v, %v", key, restarted, err)
		}
		v := viewOf(t, r.Dynamic(), "trajectory")
		if steps := r.Spec().Diffusion.Steps; v.Shape[0] != steps+1 || len(v.F32) != (steps+1)*flowParticles*2 {
			t.Errorf("%v numbers, shape %v", len(v.F32), v.Shape)
		}
		if slices.Equal(v.F32, way.F32) {
			t.Errorf("%s changes nothing", key)
		}
	}
}

// TestSharedPoints takes points of one's own from one architecture to the next,
// and begins with those of a distribution.
func TestSharedPoints(t *testing.T) {
	const points = "cL0a1L0a00001"
	s := mustParse(t, "v=1&dataset=own&classes=2&points="+points)
	for _, step := range []struct{ architecture, dataset, distribution, points string }{
		{"gan", "circle", "own", points},
		{"diffusion", "circle", "own", points},
		{"mlp", "own", "ring", points},
		{"autoencoder", "circle", "ring", ""},
		{"mlp", "circle", "ring", ""},
	} {
		if err := s.Set("architecture", step.architecture); err != nil {
			t.Fatal(err)
		}
		if s.Dataset != step.dataset || s.Distribution != step.distribution || s.Points != step.points || s.Validate() != nil {
			t.Errorf("%s: data set %s, distribution %s, points %q: %v", s.Architecture, s.Dataset, s.Distribution, s.Points, s.Validate())
		}
	}
	s = mustParse(t, "v=1&architecture=diffusion&distribution=ring&samples=300")
	notices, err := s.Change("distribution", "own")
	if err != nil || len(notices) != 1 || notices[0].Code != "points-begun" {
		t.Errorf("%v, %v", notices, err)
	}
	if d := s.Drawing(); d.Len() != 300 || !s.Drawn() || s.NoPoints() {
		t.Errorf("%d points", d.Len())
	}
}
