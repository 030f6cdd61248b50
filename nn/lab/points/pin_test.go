package points

import (
	"math"
	"slices"
	"testing"

	"nnplay/nn"
	"nnplay/nn/lab"
	"nnplay/nn/lab/labtest"
)

// TestPinned compares what is shown at a place with a forward pass in float64,
// from the weights alone.
func TestPinned(t *testing.T) {
	for name, c := range map[string]struct {
		link     string
		x, y     float32
		at       []float32                         // where that is in the domain
		features func(x, y float64) []float64      // before preprocessing
		output   func(z []float64) (out []float64) // the output's activation
	}{
		"two layers": {"v=1&dataset=circle&networkShape=4,3&activation=tanh", 1.5, -2.25, []float32{1.5, -2.25},
			func(x, y float64) []float64 { return []float64{x, y} }, each(sigmoid)},
		"scaled features": {"v=1&dataset=moons&networkShape=3&features=x,xSquared,xTimesY&preprocess=standardize", -3, 5, []float32{-3, 5},
			func(x, y float64) []float64 { return []float64{x, x * x, x * y} }, each(sigmoid)},
		"normalised by batches": {"v=1&dataset=xor&networkShape=5,4&activation=tanh&normalization=batch", 0.5, 4, []float32{0.5, 4},
			func(x, y float64) []float64 { return []float64{x, y} }, each(sigmoid)},
		"normalised by layers": {"v=1&dataset=xor&networkShape=5&activation=tanh&normalization=layer", 0.5, 4, []float32{0.5, 4},
			func(x, y float64) []float64 { return []float64{x, y} }, each(sigmoid)},
		"several classes": {"v=1&dataset=blobs&classes=5&networkShape=4&activation=tanh", 2, 2, []float32{2, 2},
			func(x, y float64) []float64 { return []float64{x, y} }, softmax},
		"a curve": {"v=1&dataset=x-sin-x&networkShape=6&activation=tanh&preprocess=minmax", 2.5, 99, []float32{2.5},
			func(x, _ float64) []float64 { return []float64{x} }, each(func(z float64) float64 { return z })},
		"no hidden layer": {"v=1&dataset=gauss&networkShape=", -1, 1, []float32{-1, 1},
			func(x, y float64) []float64 { return []float64{x, y} }, each(sigmoid)},
		"dropped out while it trains": {"v=1&dataset=circle&networkShape=8&activation=tanh&dropout=0.4", 1, 1, []float32{1, 1},
			func(x, y float64) []float64 { return []float64{x, y} }, each(sigmoid)},
		"out of the domain": {"v=1&dataset=circle&networkShape=4&activation=tanh", -1e30, 7, []float32{-6, 6},
			func(x, y float64) []float64 { return []float64{x, y} }, each(sigmoid)},
	} {
		r := labtest.Open(t, Family, c.link)
		r.Step(60)
		views := r.Pinned(c.x, c.y)
		if at := labtest.View(t, views, "pin/at"); !slices.Equal(at.F32, c.at) {
			t.Errorf("%s: it is pinned at %v, want %v", name, at.F32, c.at)
		}
		task := r.Task().(*perceptron)
		place := append(slices.Clone(c.at), 0)
		want := forward(r.Machine(), task, c.features(float64(place[0]), float64(place[1])), c.output)
		if len(views) != 1+len(want) {
			t.Fatalf("%s: %d views, want the place and %d columns", name, len(views), len(want))
		}
		for i, column := range append([]string{"features"}, layerNames(task)...) {
			got := labtest.View(t, views, "pin/"+column)
			if len(got.Shape) != 1 || got.Shape[0] != len(want[i]) || len(got.F32) != len(want[i]) {
				t.Fatalf("%s: %s has the shape %v and %d numbers, want %d", name, column, got.Shape, len(got.F32), len(want[i]))
			}
			for u, v := range got.F32 {
				if math.Abs(float64(v)-want[i][u]) > 2e-5*max(1, math.Abs(want[i][u])) {
					t.Errorf("%s: unit %d of %s is %v, want %v", name, u, column, v, want[i][u])
				}
			}
		}
	}
}

// forward returns what the columns of a network put out, the scaled features first.
func forward(m *lab.Machine, t *perceptron, x []float64, output func([]float64) []float64) (columns [][]float64) {
	scaler := t.problem.scaler
	for i := range x {
		x[i] = (x[i] - float64(scaler.Shift[i])) / float64(scaler.Scale[i])
	}
	columns = append(columns, x)
	for _, l := range t.network.Layers() {
		weight, bias := m.Slice(l.Name+"/weight"), m.Slice(l.Name+"/bias")
		z := make([]float64, l.Units)
		for j := range z {
			for i, v := range x {
				z[j] += v * float64(weight[i*l.Units+j])
			}
			z[j] += float64(bias[j])
		}
		if l.Name == "output" {
			return append(columns, output(z))
		}
		normalise(m, l.Name+"/norm/", l.Normalization, z)
		x = each(math.Tanh)(z)
		columns = append(columns, x)
	}
	return columns
}

// normalise does what a normalisation does where nothing is trained.
func normalise(m *lab.Machine, name, kind string, z []float64) {
	if kind == "none" {
		return
	}
	gain, shift := m.Slice(name+"gain"), m.Slice(name+"shift")
	mean, variance := make([]float64, len(z)), make([]float64, len(z))
	if kind == "batch" {
		for j := range z {
			mean[j], variance[j] = float64(m.Slice(name + "mean")[j]), float64(m.Slice(name + "variance")[j])
		}
	} else {
		var sum, squares float64
		for _, v := range z {
			sum += v / float64(len(z))
		}
		for _, v := range z {
			squares += (v - sum) * (v - sum) / float64(len(z))
		}
		for j := range z {
			mean[j], variance[j] = sum, squares
		}
	}
	for j, v := range z {
		z[j] = (v-mean[j])/math.Sqrt(variance[j]+nn.Epsilon)*float64(gain[j]) + float64(shift[j])
	}
}

func layerNames(t *perceptron) (names []string) {
	for _, l := range t.network.Layers() {
		names = append(names, l.Name)
	}
	return names
}

func sigmoid(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

// each makes of a function one of every element.
func each(f func(float64) float64) func(z []float64) []float64 {
	return func(z []float64) (out []float64) {
		for _, v := range z {
			out = append(out, f(v))
		}
		return out
	}
}

func softmax(z []float64) []float64 {
	out := each(math.Exp)(z)
	var sum float64
	for _, v := range out {
		sum += v
	}
	return each(func(v float64) float64 { return v / sum })(out)
}

// TestPinnedNowhere holds that what is no place shows nothing.
func TestPinnedNowhere(t *testing.T) {
	r := labtest.Open(t, Family, "v=1&dataset=circle&networkShape=4")
	nan, inf := float32(math.NaN()), float32(math.Inf(1))
	for _, bad := range [][2]float32{{nan, 0}, {0, nan}, {inf, 0}, {0, -inf}} {
		if views := r.Pinned(bad[0], bad[1]); views != nil {
			t.Errorf("%v is shown as %v", bad, views)
		}
	}
}

// TestPinnedTraining holds that looking at a place changes nothing of what is
// trained.
func TestPinnedTraining(t *testing.T) {
	for _, link := range []string{
		"v=1&dataset=circle&networkShape=4,2&normalization=batch", "v=1&dataset=spiral&networkShape=8&dropout=0.3&optimizer=adam",
		"v=1&dataset=x-sin-x&networkShape=3&optimizer=lbfgs", "v=1&dataset=blobs&classes=4&networkShape=5",
	} {
		with, without := labtest.Open(t, Family, link), labtest.Open(t, Family, link)
		for range 40 {
			with.Pinned(1, -2)
			with.Step(5)
		}
		without.Step(200)
		if with.Fingerprint() != without.Fingerprint() {
			t.Errorf("%s: with a place pinned it trains to other weights", link)
		}
	}
}
