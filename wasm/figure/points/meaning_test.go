package points

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"nnplay/wasm/paper"
	"nnplay/wasm/paper/papertest"
	"nnplay/wasm/wire"
)

// onTable is the figure of a network of k columns with long names, without a hidden
// layer and with so many outputs, in which a place is pinned.
func onTable(k, outputs int, width, height float32) *figure {
	top := wire.Topology{
		Problem: "classification", Inputs: 2, Classes: max(outputs, 2), Domain: [4]float32{0, 8, 100, 900}, Axes: []string{"sepal length", "sepal width"},
		Layers: []wire.Layer{{Name: "output", Units: outputs, Activation: "softmax"}},
	}
	if outputs == 1 {
		top.Layers[0].Activation = "sigmoid"
	}
	for i := range k {
		name := strings.Repeat("a long name of a column ", 3) + strconv.Itoa(i+1)
		top.Features = append(top.Features, wire.Feature{Name: name, Symbol: name})
	}
	w := make([]float32, k*outputs)
	for i := range w {
		w[i] = float32(i + 1)
	}
	out := make([]float32, outputs)
	out[outputs-1] = 0.75
	scene := &paper.Scene{}
	scene.Apply(&wire.Snapshot{Topology: &top, Tensors: []wire.Tensor{
		{Name: "output/weight", Shape: []int{k, outputs}, F32: w},
		{Name: "output/bias", Shape: []int{outputs}, F32: make([]float32, outputs)},
		{Name: "features/heat", Shape: []int{k, 2, 2}, U8: make([]uint8, 4*k)},
		{Name: "features/span", Shape: []int{k, 2}, F32: make([]float32, 2*k)},
		{Name: "output/heat", Shape: []int{outputs, 2, 2}, U8: make([]uint8, 4*outputs)},
		{Name: "output/span", Shape: []int{outputs, 2}, F32: make([]float32, 2*outputs)},
		{Name: "pin/at", Shape: []int{2}, F32: []float32{3, 400}},
		{Name: "pin/features", Shape: []int{k}, F32: make([]float32, k)},
		{Name: "pin/output", Shape: []int{outputs}, F32: out},
	}})
	return &figure{Kit: papertest.KitOf(scene, width, height, 1)}
}

// TestManyColumns draws thirty inputs as a strip of twelve with a tile for the other
// eighteen, their long names within the canvas and off the tiles.
func TestManyColumns(t *testing.T) {
	for _, size := range [][2]float32{{900, 560}, {390, 640}} {
		f := onTable(30, 1, size[0], size[1])
		d := draw(f.Kit)
		f.arrange(&paper.Drawing{})
		var more []string
		for _, l := range d.Still.Draw().Labels {
			if strings.HasPrefix(l.Words, "+") {
				more = append(more, l.Words)
			}
			w := f.MeasureMedium(l.Words, l.Size)
			if l.X-l.Align*w < 0 || l.X+(1-l.Align)*w > size[0] {
				t.Errorf("%v: %q stands outside", size, l.Words)
			}
			if right := l.X + (1-l.Align)*w; strings.HasPrefix(l.Words, "a long") && right > f.layout.slots[0][0].X {
				t.Errorf("%v: %q lies on its tile", size, l.Words)
			}
		}
		if shown := len(f.layout.slots[0]) - 1; shown > paper.MostShown || !slices.Equal(more, []string{"+" + strconv.Itoa(30-shown)}) {
			t.Errorf("%v: of %d shown the others are %q", size, shown, more)
		}
		if best := d.Strips["features"]; !slices.Contains(best, 29) || slices.Contains(best, 0) {
			t.Errorf("%v: the most influential inputs are %v", size, best)
		}
		if said := describe(f.Scene, paper.Dictionary{}); strings.Count(said, "a long name of a column") > 3*paper.MostShown || !strings.Contains(said, "…") {
			t.Errorf("%v: it is described as %s", size, said)
		}
		if c := f.card(target{kind: "neuron", column: 1}); c == nil || len(c.Terms)+c.More != 30 {
			t.Errorf("%v: the card has not all terms", size)
		}
	}
}

// TestClassNames writes what classes are called: at the scale, in the answer and in the
// names of outputs.
func TestClassNames(t *testing.T) {
	long := strings.Repeat("very ", 20) + "long"
	for _, c := range []struct {
		outputs              int
		names                []string
		scale, answer, title string
	}{
		{3, []string{"setosa", "versicolor", long}, "versicolor", "very very very very ver…", "versicolor"},
		{3, nil, "1", "2 (75%)", "Output · 1"},
		{1, []string{"benign", "malignant"}, "malignant", "malignant (75%)", "Output"},
		{1, nil, "0", "0.75", "Output"},
	} {
		for _, width := range []float32{900, 390} {
			f := onTable(4, c.outputs, width, 640)
			f.Topology.Symbols = c.names
			d := draw(f.Kit)
			f.arrange(&paper.Drawing{})
			var words []string
			for _, l := range d.Still.Draw().Labels {
				if l.Y > f.layout.panel.Y+f.layout.panel.H {
					words = append(words, l.Words)
					if w := f.MeasureMedium(l.Words, l.Size); l.X-l.Align*w < 0 || l.X+(1-l.Align)*w > width {
						t.Errorf("%v at %v: %q stands outside", c.names, width, l.Words)
					}
				}
			}
			f.notePin()
			short := func(s string) bool { return strings.HasPrefix(c.scale, strings.TrimSuffix(s, "…")) && s != "" }
			if !slices.ContainsFunc(words, short) || !strings.Contains(f.answer(), "→ ") || !strings.Contains(f.answer(), c.answer) || !strings.Contains(f.name(1, c.outputs/2), c.title) {
				t.Errorf("%v at %v: %q, %s, %s", c.names, width, words, f.answer(), f.name(1, c.outputs/2))
			}
		}
	}
}

// TestSpans writes values in their own units: at the scale and in the answer.
func TestSpans(t *testing.T) {
	f := onTable(2, 1, 900, 560)
	f.Topology.Problem, f.Topology.Classes, f.Topology.Targets = "regression", 0, 1
	f.Topology.Layers[0].Activation = "linear"
	f.Topology.Spans = [][2]float32{{100, 300}}
	d := draw(f.Kit)
	words := "\n"
	for _, l := range d.Still.Draw().Labels {
		words += l.Words + "\n"
	}
	f.arrange(&paper.Drawing{})
	f.notePin()
	if f.answer() != "(3, 400) → 275" || !strings.Contains(words, "\n100\n") || !strings.Contains(words, "\n300\n") {
		t.Errorf("%s, %s", f.answer(), words)
	}
	f.Topology.Inputs, f.Topology.Domain = 1, [4]float32{0, 1, -1.5, 1.5}
	for _, tick := range f.ticksY() {
		if tick.value < 50 || tick.value > 350 {
			t.Errorf("a tick at %v", tick.value)
		}
	}
}

// TestPowers writes the power of ten of long numbers once, at the end of their axis, so
// that each has room.
func TestPowers(t *testing.T) {
	for _, c := range []struct {
		lo, hi float32
		power  int
	}{{-6, 6, 0}, {0, 9999, 0}, {0, 0, 0}, {120_000, 480_000, 5}, {-3e6, 2, 6}, {0, 0.002, -3}, {20_000, 20_020, 0}} {
		if got := powerOf(c.lo, c.hi); got != c.power {
			t.Errorf("from %v to %v by 10^%d, want %d", c.lo, c.hi, got, c.power)
		}
	}
	for _, width := range []float32{900, 390} {
		f := onTable(3, 1, width, 600)
		f.Topology.Domain = [4]float32{0, 0.004, 120_000, 480_000}
		d := draw(f.Kit)
		f.arrange(&paper.Drawing{})
		words := "\n"
		for _, l := range d.Still.Draw().Labels {
			words += l.Words + "\n"
			if w := f.MeasureMedium(l.Words, l.Size); l.X-l.Align*w < 0 || l.X+(1-l.Align)*w > width {
				t.Errorf("%v: %q stands outside", width, l.Words)
			}
		}
		for _, want := range []string{"\n2\n", "\n3\n", " ×10⁻³ →\n", " ×10⁵\n"} {
			if !strings.Contains(words, want) {
				t.Errorf("%v: no %q in %q", width, want, words)
			}
		}
	}
}
