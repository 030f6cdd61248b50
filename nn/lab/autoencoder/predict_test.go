package autoencoder

import (
	"reflect"
	"slices"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/lab/labtest"
)

// TestPredict asks for more images than there are to test with, and gets them
// restored as those that are seen are; what is looked at stays.
func TestPredict(t *testing.T) {
	for _, link := range links[:2] {
		r := labtest.Open(t, Family, link)
		a := r.Task().(*autoencoder)
		r.Step(3)
		before := r.Dynamic()
		dim := a.net.Pixels
		images := slices.Concat(a.test.X, a.test.X[:3*dim])
		got := r.Predict(images)
		if r.Inputs() != 12*12 || len(got) != len(images) {
			t.Fatalf("%s: %d pixels of %d, where an image has %d", link, len(got), len(images), r.Inputs())
		}
		if !slices.Equal(got[heldImages*dim:], got[:3*dim]) {
			t.Errorf("%s: an image is restored otherwise in another place", link)
		}
		if seen := labtest.View(t, before, "reconstruction").F32; !slices.Equal(got[:len(seen)], seen) {
			t.Errorf("%s: other images than those that are seen", link)
		}
		if !reflect.DeepEqual(r.Dynamic(), before) {
			t.Errorf("%s: a question changes what is seen", link)
		}
		metrics := r.Metrics()
		r.Predict(make([]float32, dim))
		if again := r.Metrics(); again.TestLoss != metrics.TestLoss {
			t.Errorf("%s: a question changes the loss from %v to %v", link, metrics.TestLoss, again.TestLoss)
		}
	}
	if r := labtest.Open(t, Family, "v=1&architecture=autoencoder&images=own"); r.Predict(make([]float32, 12*12)) != nil {
		t.Error("without images there is an answer")
	}
}

// TestActivations tells what the hidden layers of both halves put out, and the
// code between them.
func TestActivations(t *testing.T) {
	for link, want := range map[string][]int{
		links[0]: {64, 32, 2, 32, 64},
		links[1]: {20, 2, 20},
		"v=1&architecture=autoencoder&encoderShape=none": {2},
	} {
		r := labtest.Open(t, Family, link)
		r.Step(1)
		var units []int
		for _, layer := range r.Task().(*autoencoder).Activations(r.Machine()) {
			out := layer.Out
			units = append(units, len(out)/heldImages)
			if slices.Max(out) == slices.Min(out) {
				t.Errorf("%s: a layer puts out nothing but %v", link, out[0])
			}
		}
		if !slices.Equal(units, want) {
			t.Errorf("%s: units %v, want %v", link, units, want)
		}
		charts := r.Charts(&experiment.History{})
		i := slices.IndexFunc(charts, func(c lab.Chart) bool { return c.Name == "activations" })
		if i < 0 || len(charts[i].Series) != min(len(want), 4) {
			t.Errorf("%s: the chart has not the first and the last of %d layers", link, len(want))
		}
	}
}
