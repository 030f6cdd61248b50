package cnn

import (
	"math"
	"strings"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	"nnplay/nn/lab/labtest"
)

// links use every setting of the family.
var links = []string{
	"v=1&architecture=cnn&samples=100&filters=3,4",
	"v=1&architecture=cnn&samples=100&images=shapes&imageSide=12&filters=4,4&kernel=5&padding=2&pooling=average&residual=true&normalization=batch&dropout=0.2",
	"v=1&architecture=cnn&samples=100&imageSide=10&filters=3&stride=2&padding=0&dilation=2&pooling=none&globalPooling=true&denseShape=6,5&normalization=layer",
	"v=1&architecture=cnn&samples=100&imageSide=8&filters=none&denseShape=8&regularization=l2&regularizationRate=0.01&optimizer=sgd&learningRate=0.1",
}

// TestCNN trains a few steps: the network changes, looking changes nothing, and
// the same link gives the same fingerprint.
func TestCNN(t *testing.T) {
	for _, link := range links {
		a := labtest.Open(t, Family, link)
		b := labtest.Open(t, Family, experiment.Link(a.Spec()))
		before := a.Fingerprint()
		a.Step(9)
		for range 3 {
			b.Dynamic()
			b.Static()
			b.Metrics()
			for action, value := range map[string]string{"nextSample": "", "nextMistake": "", "example": "1,1", "sketch": strings.Repeat("7f", sketchSide*sketchSide)} {
				if _, err := b.Act(action, value); err != nil {
					t.Errorf("%s: %v", action, err)
				}
			}
			b.Step(3)
		}
		if a.Fingerprint() == before || a.Fingerprint() != b.Fingerprint() {
			t.Errorf("%s: before %.8s, after 9 steps %.8s, with looks %.8s", link, before, a.Fingerprint(), b.Fingerprint())
		}
		m := a.Metrics()
		if m.Step != 9 || !(m.TestLoss > 0) || !(m.TrainLoss > 0) || !(m.Accuracy >= 0) || len(m.Confusion) != a.Topology().Classes {
			t.Errorf("%s: %+v", link, m)
		}
		a.Reset()
		if a.Fingerprint() != before {
			t.Errorf("%s: a reset gives other weights", link)
		}
	}
}

// TestCNNViews holds that what is seen is of the shapes that are told, and that
// the confusion matrix counts every test image once.
func TestCNNViews(t *testing.T) {
	for _, link := range links {
		r := labtest.Open(t, Family, link)
		c := r.Task().(*cnn)
		r.Step(1)
		views := r.Dynamic()
		for _, v := range append(views, r.Static()...) {
			n := 1
			for _, d := range v.Shape {
				n *= d
			}
			if n != len(v.F32)+len(v.U8) {
				t.Errorf("%s: %s has shape %v and %d numbers", link, v.Name, v.Shape, len(v.F32)+len(v.U8))
			}
		}
		for _, l := range r.Topology().Layers {
			out := labtest.View(t, views, l.Name+"/out")
			if l.Shape != nil && len(l.Shape) == 3 && l.Shape[0]*l.Shape[1]*l.Shape[2] != len(out.F32) {
				t.Errorf("%s: %s is %v, its layer %v", link, out.Name, out.Shape, l.Shape)
			}
		}
		total := float32(0)
		for _, n := range labtest.View(t, views, "confusion").F32 {
			total += n
		}
		if total != testedImages {
			t.Errorf("%s: %v images in the confusion matrix", link, total)
		}
		if len(c.own.Filters) > 0 {
			var size float32
			for _, v := range labtest.View(t, views, "conv1/kernel/gradient").F32 {
				size += v * v
			}
			if !(size > 0) {
				t.Errorf("%s: the kernels' gradient is 0", link)
			}
		}
	}
}

// TestCNNActions chooses images: the next, a mistake, one of a cell of the
// confusion matrix, a drawn one.
func TestCNNActions(t *testing.T) {
	r := labtest.Open(t, Family, links[0])
	r.Step(3)
	c := r.Task().(*cnn)
	act := func(name, value string) lab.Answer {
		t.Helper()
		answer, err := r.Act(name, value)
		if err != nil || !answer.Static || answer.Edited {
			t.Errorf("%s %.10s: %+v, %v", name, value, answer, err)
		}
		return answer
	}
	looked := func() (sample, class float32) {
		return labtest.View(t, r.Static(), "look/sample").F32[0], labtest.View(t, r.Static(), "look/class").F32[0]
	}
	act("previousSample", "")
	if sample, _ := looked(); sample != testedImages-1 {
		t.Errorf("before the first image is number %v", sample)
	}
	act("nextSample", "")
	for _, name := range []string{"nextMistake", "previousMistake"} {
		act(name, "")
		sample, class := looked()
		if c.judgeTest(r.Machine()).predicted[int(sample)] == int(class) {
			t.Errorf("%s: image %v is none", name, sample)
		}
	}
	predicted := c.judgeTest(r.Machine()).predicted
	for i, guess := range predicted[:20] {
		truth := int(c.test.Y[i])
		act("example", string(rune('0'+truth))+","+string(rune('0'+guess)))
		if sample, class := looked(); int(class) != truth || predicted[int(sample)] != guess {
			t.Errorf("image %v of class %v for (%d, %d)", sample, class, truth, guess)
		}
	}
	sample, _ := looked()
	picture := strings.Repeat("00", 28*10) + strings.Repeat("ff", 28*8) + strings.Repeat("00", 28*10)
	if answer := act("sketch", picture); strings.Count(answer.Texts["seen"], "%") != 3 {
		t.Errorf("a sketch is answered by %v", answer)
	}
	if _, class := looked(); class != -1 {
		t.Errorf("a sketch is of class %v", class)
	}
	image := labtest.View(t, r.Static(), "look/image").F32
	if image[0] != 0 || image[8*16+3] != 1 {
		t.Errorf("the sketch became %v", image)
	}
	act("sketch", strings.Repeat("00", 28*28))
	if again, class := looked(); again != sample || class < 0 {
		t.Errorf("a wiped sketch leaves image %v of class %v, want %v", again, class, sample)
	}
	for _, bad := range [][2]string{{"fly", ""}, {"sketch", "00"}, {"sketch", strings.Repeat("xy", 784)}, {"example", "1"}, {"example", "10,1"}, {"example", "-1,0"}} {
		if _, err := r.Act(bad[0], bad[1]); err == nil {
			t.Errorf("%s %.10s is done", bad[0], bad[1])
		}
	}
}

// TestCNNOnNothing holds that nothing is claimed where there are no images to test
// with: those that stand in for them are not right or wrong.
func TestCNNOnNothing(t *testing.T) {
	r := labtest.Open(t, Family, "v=1&architecture=cnn&images=own&filters=2")
	m := r.Metrics()
	for what, v := range map[string]float64{"accuracy": m.Accuracy, "training accuracy": m.TrainAccuracy, "test loss": m.TestLoss, "training loss": m.TrainLoss} {
		if !math.IsNaN(v) {
			t.Errorf("an %s of %v of nothing", what, v)
		}
	}
	if m.Confusion != nil {
		t.Errorf("a confusion matrix %v of nothing", m.Confusion)
	}
	for _, n := range labtest.View(t, r.Dynamic(), "confusion").F32 {
		if n != 0 {
			t.Errorf("%v images of none are taken for a class", n)
		}
	}
	if class := labtest.View(t, r.Static(), "look/class").F32[0]; class != -2 {
		t.Errorf("no image is of class %v", class)
	}
	if answer, err := r.Act("nextMistake", ""); err != nil || answer.Texts["mistakes"] != "0 / 0" {
		t.Errorf("mistakes on nothing: %v, %v", answer.Texts, err)
	}
	spec := r.Spec()
	applies := spec.Applies()
	for name, want := range map[string]string{"nextMistake": "no-test-images", "nextSample": "no-test-images", "sketch": "own-images"} {
		if got := applies["action."+name]; got != want {
			t.Errorf("%s without images: %q, want %q", name, got, want)
		}
	}
	r.Act("sketch", strings.Repeat("7f", sketchSide*sketchSide))
	if class := labtest.View(t, r.Static(), "look/class").F32[0]; class != -1 {
		t.Errorf("what is drawn is of class %v", class)
	}
}
