package experiment

import (
	"strings"
	"testing"
)

// cnnLinks use every setting of a convolutional network.
var cnnLinks = []string{
	"v=1&architecture=cnn&samples=100&filters=3,4",
	"v=1&architecture=cnn&samples=100&images=shapes&imageSide=12&filters=4,4&kernel=5&padding=2&pooling=average&residual=true&normalization=batch&dropout=0.2",
	"v=1&architecture=cnn&samples=100&imageSide=10&filters=3&stride=2&padding=0&dilation=2&pooling=none&globalPooling=true&denseShape=6,5&normalization=layer",
	"v=1&architecture=cnn&samples=100&imageSide=8&filters=none&denseShape=8&regularization=l2&regularizationRate=0.01&optimizer=sgd&learningRate=0.1",
}

// TestCNN trains a few steps: the network changes, looking changes nothing, and
// the same link gives the same fingerprint.
func TestCNN(t *testing.T) {
	for _, link := range cnnLinks {
		a, err := New(mustParse(t, link))
		if err != nil {
			t.Fatal(err)
		}
		b, _ := New(mustParse(t, a.Spec().Link()))
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
	for _, link := range cnnLinks {
		r, err := New(mustParse(t, link))
		if err != nil {
			t.Fatal(err)
		}
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
			out := viewNamed(t, views, l.Name+"/out")
			if l.Shape != nil && len(l.Shape) == 3 && l.Shape[0]*l.Shape[1]*l.Shape[2] != len(out.F32) {
				t.Errorf("%s: %s is %v, its layer %v", link, out.Name, out.Shape, l.Shape)
			}
		}
		total := float32(0)
		for _, n := range viewNamed(t, views, "confusion").F32 {
			total += n
		}
		if total != testedImages {
			t.Errorf("%s: %v images in the confusion matrix", link, total)
		}
		if len(r.Spec().CNN.Filters) > 0 {
			var size float32
			for _, v := range viewNamed(t, views, "conv1/kernel/gradient").F32 {
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
	r, err := New(mustParse(t, cnnLinks[0]))
	if err != nil {
		t.Fatal(err)
	}
	r.Step(3)
	c := r.task.(*cnn)
	act := func(name, value string) Answer {
		t.Helper()
		answer, err := r.Act(name, value)
		if err != nil || !answer.Static || answer.Edited {
			t.Errorf("%s %.10s: %+v, %v", name, value, answer, err)
		}
		return answer
	}
	looked := func() (sample, class float32) {
		return viewNamed(t, r.Static(), "look/sample").F32[0], viewNamed(t, r.Static(), "look/class").F32[0]
	}
	act("previousSample", "")
	if sample, _ := looked(); sample != testedImages-1 {
		t.Errorf("before the first image is number %v", sample)
	}
	act("nextSample", "")
	for _, name := range []string{"nextMistake", "previousMistake"} {
		act(name, "")
		sample, class := looked()
		if c.judgeTest(&r.machine).predicted[int(sample)] == int(class) {
			t.Errorf("%s: image %v is none", name, sample)
		}
	}
	predicted := c.judgeTest(&r.machine).predicted
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
	image := viewNamed(t, r.Static(), "look/image").F32
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

// TestRepairCNN makes networks that can be built.
func TestRepairCNN(t *testing.T) {
	for _, c := range []struct{ link, key, want string }{
		{"filters=8,8,8,8,8,8", "filters", "8,8,8,8"},
		{"imageSide=8&kernel=7&padding=0&filters=4,4", "filters", "4"},
		{"filters=4,4,4&pooling=none&stride=3", "filters", "4,4,4"},
		{"kernel=4&padding=0&residual=true", "residual", "false"},
		{"kernel=3&padding=1&residual=true", "residual", "true"},
		{"imageSide=28&filters=64,64&pooling=none&kernel=7&padding=3&batchSize=1024", "filters", "64"},
		{"imageSide=28&filters=64&batchSize=1024", "batchSize", "33"},
		{"filters=none&denseShape=64,64&batchSize=1024", "batchSize", "1024"},
		{"optimizer=lbfgs", "optimizer", "adam"},
	} {
		spec, notices, err := Parse("v=1&architecture=cnn&" + c.link)
		if err != nil || spec.Get(c.key) != c.want || spec.Validate() != nil {
			t.Errorf("%s: %s is %s, want %s; %v %v %v", c.link, c.key, spec.Get(c.key), c.want, notices, err, spec.Validate())
		}
	}
	spec := DefaultOf("cnn")
	spec.CNN.Padding = 0
	if err := spec.Set("residual", "true"); err != nil || !spec.CNN.Residual || spec.CNN.Padding != 1 {
		t.Errorf("residual connections: %v, padding %d", err, spec.CNN.Padding)
	}
}
