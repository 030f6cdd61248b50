package autoencoder

import (
	"errors"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab/labtest"
	"nnplay/nn/setting"
)

// links use both kinds, both sets and every setting.
var links = []string{
	"v=1&architecture=autoencoder",
	"v=1&architecture=autoencoder&variational=true&images=shapes&encoderShape=20&klWeight=0.3",
	"v=1&architecture=autoencoder&variational=true&codeSize=5&pixelLoss=mse&imageSide=9&distortion=1&samples=40&batchSize=100&hiddenActivation=tanh",
	"v=1&architecture=autoencoder&encoderShape=none&samples=50&optimizer=sgd&clip=1&warmup=3",
}

// TestAutoencoder trains a few steps: the network changes, looking and walking
// change nothing, and the same link gives the same fingerprint.
func TestAutoencoder(t *testing.T) {
	for _, link := range links {
		a := labtest.Open(t, Family, link)
		b := labtest.Open(t, Family, experiment.Link(a.Spec()))
		before := a.Fingerprint()
		a.Step(20)
		for i := range 4 {
			b.Dynamic()
			b.Static()
			b.Metrics()
			for action, value := range map[string]string{"walk": "3,40", "nextSample": "", "previousSample": ""} {
				if _, err := b.Act(action, value); err != nil {
					t.Errorf("%s %s: %v", action, value, err)
				}
			}
			b.Step(2 + 2*i)
		}
		if a.Fingerprint() == before || a.Fingerprint() != b.Fingerprint() {
			t.Errorf("%s: before %.8s, after 20 steps %.8s, with looks %.8s", link, before, a.Fingerprint(), b.Fingerprint())
		}
		m := a.Metrics()
		if m.Step != 20 || !(m.TestLoss > 0) || !(m.TrainLoss > 0) || !(m.Scores[0].Value > 0 && m.Scores[0].Value < 1) {
			t.Errorf("%s: %+v", link, m)
		}
		a.Reset()
		if a.Fingerprint() != before {
			t.Errorf("%s: a reset gives other weights", link)
		}
	}
}

// TestLatentWalk goes to a corner of the plane of codes and finds there what
// the decoder makes of that place's code.
func TestLatentWalk(t *testing.T) {
	r := labtest.Open(t, Family, "v=1&architecture=autoencoder&codeSize=3&imageSide=8")
	r.Step(30)
	for _, bad := range []string{"", "1", "a,b", "-1,0", "0,41", "1,2,3"} {
		var refused *setting.Error
		if _, err := r.Act("walk", bad); !errors.As(err, &refused) || refused.Code != setting.OutOfRange {
			t.Errorf("a walk to %q: %v", bad, err)
		}
	}
	middle := labtest.View(t, r.Dynamic(), "walk/image").F32
	if answer, err := r.Act("walk", "0,40"); err != nil || answer.Edited {
		t.Fatalf("%+v, %v", answer, err)
	}
	views := r.Dynamic()
	domain, code := labtest.View(t, views, "codes/domain").F32, labtest.View(t, views, "walk/code").F32
	if !(code[0] > domain[0]+0.98*(domain[1]-domain[0]) && code[0] < domain[1] && code[1] > domain[2]+0.98*(domain[3]-domain[2]) && code[1] < domain[3]) {
		t.Errorf("at the upper right of %v stands the code %v", domain, code)
	}
	corner := labtest.View(t, views, "walk/image")
	if len(corner.F32) != 64 || len(code) != 3 {
		t.Errorf("%d pixels of a code of %d", len(corner.F32), len(code))
	}
	same := true
	for i, v := range corner.F32 {
		same = same && v == middle[i]
	}
	if same {
		t.Error("in the corner is what was in the middle")
	}
	for i := 0; i < 2*heldImages; i += 2 {
		x, y := labtest.View(t, views, "codes").F32[i], labtest.View(t, views, "codes").F32[i+1]
		if !(x >= domain[0] && x <= domain[1] && y >= domain[2] && y <= domain[3]) {
			t.Fatalf("the code (%v, %v) lies outside of %v", x, y, domain)
		}
	}
}
