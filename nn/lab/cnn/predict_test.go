package cnn

import (
	"reflect"
	"slices"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/lab/labtest"
)

// TestPredict asks for more images than are evaluated at once, and gets for each
// what the network makes of it; what is looked at stays.
func TestPredict(t *testing.T) {
	r := labtest.Open(t, Family, links[0])
	c := r.Task().(*cnn)
	r.Step(3)
	before := r.Dynamic()
	n, k := c.test.Len(), c.net.Outputs
	images := slices.Concat(c.test.X, c.test.X[:3*c.test.Dim])
	got := r.Predict(images)
	if r.Inputs() != 16*16 || len(got) != (n+3)*k {
		t.Fatalf("%d numbers of %d images of %d pixels", len(got), n+3, r.Inputs())
	}
	if !slices.Equal(got[n*k:], got[:3*k]) {
		t.Error("an image is answered otherwise in another place")
	}
	predicted := c.judgeTest(r.Machine()).predicted
	for i := range n {
		p, sum := got[i*k:(i+1)*k], float32(0)
		for _, v := range p {
			sum += v
		}
		if !(sum > 0.999 && sum < 1.001) || p[predicted[i]] != slices.Max(p) {
			t.Fatalf("image %d is taken for %d, with the probabilities %v", i, predicted[i], p)
		}
	}
	if !reflect.DeepEqual(r.Dynamic(), before) {
		t.Error("a question changes what is seen")
	}
	if r := labtest.Open(t, Family, "v=1&architecture=cnn&images=own"); r.Predict(images) != nil {
		t.Error("without images there is an answer")
	}
}

// TestActivations tells what each convolution and each hidden layer puts out.
func TestActivations(t *testing.T) {
	for link, want := range map[string][]int{
		links[0]: {16 * 16 * 3, 8 * 8 * 4},
		links[2]: {3 * 3 * 3, 6, 5},
		links[3]: {8},
	} {
		r := labtest.Open(t, Family, link)
		r.Step(1)
		var units []int
		for _, layer := range r.Task().(*cnn).Activations(r.Machine()) {
			out := layer.Out
			units = append(units, len(out)/activeImages)
			if slices.Max(out) == slices.Min(out) {
				t.Errorf("%s: a layer puts out nothing but %v", link, out[0])
			}
		}
		if !slices.Equal(units, want) {
			t.Errorf("%s: units %v, want %v", link, units, want)
		}
		charts := r.Charts(&experiment.History{})
		i := slices.IndexFunc(charts, func(c lab.Chart) bool { return c.Name == "activations" })
		if i < 0 || len(charts[i].Series) != len(want) {
			t.Errorf("%s: the chart has not %d layers", link, len(want))
		}
	}
}

// TestForget judges the network anew that was changed by hand, at the same step.
func TestForget(t *testing.T) {
	r := labtest.Open(t, Family, links[0])
	r.Step(3)
	before := r.Metrics()
	if err := r.SetWeight("output/bias", 0, 100); err != nil {
		t.Fatal(err)
	}
	for i, guess := range r.Task().(*cnn).judgeTest(r.Machine()).predicted {
		if guess != 0 {
			t.Fatalf("with a large bias of class 0, image %d is taken for %d", i, guess)
		}
	}
	if after := r.Metrics(); after.TestLoss < 10*before.TestLoss {
		t.Errorf("the loss goes from %v to %v", before.TestLoss, after.TestLoss)
	}
}
