package points

import (
	"math"
	"testing"

	"nnplay/nn"
	"nnplay/nn/lab/labtest"
	"nnplay/nn/program"
)

// activated evaluates an activation.
func activated(a nn.Activation, z []float32) []float32 {
	mem := nn.NewMemory()
	in := mem.Graph("evaluate").Input("z", len(z), 1)
	y := a.Apply(in).Contiguous().Named("y")
	unit := mem.Link()
	arena := unit.NewArena()
	copy(unit.Tensor(arena, in), z)
	program.NewInterpreter(arena).Run(unit.Programs["evaluate"], 1)
	return unit.Tensor(arena, y)
}

// TestRange holds, for every activation, that the range told of a unit is its own,
// and that the levels of its picture are those of that range.
func TestRange(t *testing.T) {
	const units, pixels = 6, neuronSide * neuronSide
	for _, a := range nn.Activations {
		r := labtest.Open(t, Family, "v=1&dataset=circle&networkShape=6&activation="+a.Name)
		r.Step(200)
		views := r.Dynamic()
		values := func(name string) []float32 { return labtest.View(t, views, name).F32 }
		levels, span := labtest.View(t, views, "hidden1/heat").U8, values("hidden1/span")
		weight, bias := values("hidden1/weight"), values("hidden1/bias")
		points := r.Task().(*perceptron).grid.points.X
		for u := range units {
			var z []float32
			for row := range neuronSide {
				for col := range neuronSide {
					at := 2 * (2*row*outputSide + 2*col)
					z = append(z, weight[u]*points[at]+weight[units+u]*points[at+1]+bias[u])
				}
			}
			lo, hi := span[2*u], span[2*u+1]
			size := max(hi, -lo)
			var least, most float32
			for i, want := range activated(a, z) {
				least, most = min(least, want), max(most, want)
				if got := (float32(levels[u*pixels+i]) - 127.5) / 127.5 * size; math.Abs(float64(got-want)) > float64(size)/100 {
					t.Fatalf("%s: unit %d shows %v in cell %d, and is %v", a.Name, u, got, i, want)
				}
			}
			switch off := float64(max(least-lo, lo-least, most-hi, hi-most)); {
			case a.Bounded() && (lo != a.Range[0] || hi != a.Range[1]), !a.Bounded() && off > 1e-4*float64(size):
				t.Errorf("%s: unit %d is said to go from %v to %v, and goes from %v to %v", a.Name, u, lo, hi, least, most)
			}
		}
	}
}

// TestShownRanges holds what the pictures of inputs and of outputs stand for.
func TestShownRanges(t *testing.T) {
	for _, c := range []struct {
		link, view string
		want       [2]float32
	}{
		{"v=1&dataset=circle", "output/span", [2]float32{0, 1}},
		{"v=1&dataset=circle&outputActivation=tanh&loss=mse", "output/span", [2]float32{-1, 1}},
		{"v=1&dataset=reg-plane", "output/span", [2]float32{-1, 1}},
		{"v=1&dataset=blobs&classes=3", "output/span", [2]float32{0, 1}},
		{"v=1&dataset=circle&features=y", "features/span", [2]float32{-6, 6}},
		{"v=1&dataset=circle&features=xSquared", "features/span", [2]float32{0, 36}},
		{"v=1&dataset=circle&features=sinX", "features/span", [2]float32{-1, 1}},
	} {
		r := labtest.Open(t, Family, c.link)
		got := labtest.View(t, append(r.Static(), r.Dynamic()...), c.view).F32
		for k, want := range c.want {
			if math.Abs(float64(got[k]-want)) > 1e-3 {
				t.Errorf("%s: %s is %v, want %v", c.link, c.view, got, c.want)
				break
			}
		}
	}
}
