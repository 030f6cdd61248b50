package diffusion

import (
	"errors"
	"slices"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/lab/labtest"
	"nnplay/nn/lab/plane"
	"nnplay/nn/setting"
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
		a, err := experiment.New(labtest.Parse(t, Family, link))
		if err != nil {
			t.Fatal(err)
		}
		b, _ := experiment.New(labtest.Parse(t, Family, experiment.Link(a.Spec())))
		before := a.Fingerprint()
		first := a.Metrics().TrainLoss // of the first step, which is taken back
		if a.Step(1); !(first > 0) || a.Metrics().TrainLoss != first {
			t.Errorf("%s: the loss begins with %g, and that of the first step is %g", link, first, a.Metrics().TrainLoss)
		}
		a.Step(19)
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
		if a.Fingerprint() != before || a.Metrics().TrainLoss != first {
			t.Errorf("%s: a reset gives other weights, or another loss", link)
		}
	}
}

// TestFollowingAFlow holds that how a flow is followed may change while it
// trains, and that another time is another field and the same way.
func TestFollowingAFlow(t *testing.T) {
	r, err := experiment.New(labtest.Parse(t, Family, "v=1&architecture=diffusion"))
	if err != nil {
		t.Fatal(err)
	}
	r.Step(10)
	way, field := labtest.View(t, r.Dynamic(), "trajectory"), labtest.View(t, r.Dynamic(), "velocity/grid")
	tiles := labtest.View(t, r.Dynamic(), "velocity/hidden1/tiles")
	for _, bad := range []string{"", "nan", "-0.1", "1.1", "x"} {
		var refused *setting.Error
		if _, err := r.Act("time", bad); !errors.As(err, &refused) || refused.Code != setting.OutOfRange {
			t.Errorf("time %q: %v", bad, err)
		}
	}
	if answer, err := r.Act("time", "0.5"); err != nil || answer.Edited || answer.Numbers["time"][0] != 0.5 {
		t.Errorf("%+v, %v", answer, err)
	}
	if v := labtest.View(t, r.Dynamic(), "velocity/grid"); slices.Equal(v.F32, field.F32) {
		t.Error("at another time the field is the same")
	}
	if v := labtest.View(t, r.Dynamic(), "velocity/hidden1/tiles"); slices.Equal(v.U8, tiles.U8) || v.Shape[0] != 32 || len(v.U8) != 32*fieldSide*fieldSide {
		t.Error("at another time the neurons say the same")
	}
	if v := labtest.View(t, r.Dynamic(), "velocity/output/bias/gradient"); v.F32[0] == 0 {
		t.Error("no gradient")
	}
	if v := labtest.View(t, r.Dynamic(), "trajectory"); !slices.Equal(v.F32, way.F32) {
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
		v := labtest.View(t, r.Dynamic(), "trajectory")
		if steps := r.Spec().Own.(Settings).Steps; v.Shape[0] != steps+1 || len(v.F32) != (steps+1)*plane.Shown*2 {
			t.Errorf("%v numbers, shape %v", len(v.F32), v.Shape)
		}
		if slices.Equal(v.F32, way.F32) {
			t.Errorf("%s changes nothing", key)
		}
	}
}

// TestPredict asks where the flow takes noise whose way is known, in another order
// and more at once than a program takes, and holds that nothing else changes.
func TestPredict(t *testing.T) {
	for _, link := range diffusionLinks {
		r := labtest.Open(t, Family, link)
		r.Step(3)
		before := r.Dynamic()
		way := labtest.View(t, before, "trajectory").F32
		var noise, want []float32
		for range 3 {
			for i := 2*plane.Shown - 2; i >= 2; i -= 2 {
				noise, want = append(noise, way[i:i+2]...), append(want, way[len(way)-2*plane.Shown+i:][:2]...)
			}
		}
		if got := r.Task().(*diffusion).Predict(r.Machine(), noise); !slices.Equal(got, want) {
			t.Errorf("%s: the same noise goes elsewhere", link)
		}
		sameViews(t, before, r.Dynamic())
	}
}

// TestActivations holds that the hidden layers are told, at the time that is
// looked at, and that nothing else changes.
func TestActivations(t *testing.T) {
	for _, integrator := range []string{"euler", "midpoint"} {
		r := labtest.Open(t, Family, "v=1&architecture=diffusion&flowShape=6,5&hiddenActivation=relu&flowSteps=3&integrator="+integrator)
		r.Step(3)
		before := r.Dynamic()
		var first [][]float32
		for _, time := range []string{"1", "0.5", "0"} {
			if _, err := r.Act("time", time); err != nil {
				t.Fatal(err)
			}
			layers := r.Task().(*diffusion).Activations(r.Machine())
			if len(layers) != 2 {
				t.Fatalf("%d layers", len(layers))
			}
			for i, units := range []int{6, 5} {
				if len(layers[i].Out) != plane.Shown*units || slices.Max(layers[i].Out) <= 0 || slices.Min(layers[i].Out) != 0 {
					t.Errorf("layer %d: %d outputs", i, len(layers[i].Out))
				}
			}
			if first != nil && slices.Equal(first[0], layers[0].Out) {
				t.Errorf("at time %s they are the same", time)
			}
			first = [][]float32{slices.Clone(layers[0].Out)}
		}
		if _, err := r.Act("time", "1"); err != nil {
			t.Fatal(err)
		}
		sameViews(t, before, r.Dynamic())
		charts := r.Charts(&experiment.History{})
		at := slices.IndexFunc(charts, func(c lab.Chart) bool { return c.Name == "activations" })
		if at < 0 || len(charts[at].Series) != 2 {
			t.Errorf("chart %d", at)
		}
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
