package rnn

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"nnplay/wasm/paper"
	"nnplay/wasm/paper/papertest"
	"nnplay/wasm/wire"
)

// TestUnrolled draws two recurrent networks side by side: a spot a row of each,
// whose tips name the unit, its state and its gates.
func TestUnrolled(t *testing.T) {
	s := &paper.Scene{
		Topology: &wire.Topology{
			Architecture: "rnn", Symbols: []string{"a", "b"},
			Layers: []wire.Layer{{Name: "first/rnn1", Units: 2}, {Name: "rival/gru1", Units: 2}},
		},
		Tensors: map[string]wire.Tensor{
			"look/x":      {Shape: []int{3}, F32: []float32{0, 1, 0}},
			"look/target": {Shape: []int{3}, F32: []float32{-1, 1, 0}},
		},
	}
	for _, prefix := range []string{"first/rnn1", "rival/gru1"} {
		s.Tensors[prefix+"/hidden"] = wire.Tensor{Shape: []int{1, 3, 2}, F32: []float32{0, 1, 2, 3, 4, 5}}
		s.Tensors[prefix+"/gradient"] = wire.Tensor{Shape: []int{3}, F32: []float32{1e-9, 0.1, 1}}
	}
	s.Tensors["rival/gru1/update"] = wire.Tensor{Shape: []int{1, 3, 2}, F32: []float32{0.5, 0.5, 0.5, 0.5, 0.25, 0.5}}
	for _, prefix := range []string{"first/", "rival/"} {
		s.Tensors[prefix+"probabilities"] = wire.Tensor{Shape: []int{1, 3, 2}, F32: []float32{0.5, 0.5, 0.2, 0.8, 0.1, 0.9}}
	}
	d := draw(papertest.Kit(s))
	var units []string
	for _, spot := range d.Spots {
		if spot.Box.W <= 0 || spot.Box.H <= 0 {
			t.Errorf("a spot without an area: %+v", spot.Box)
		}
		if spot.Rows == 2 {
			name, lines := spot.Tip(0, 2)
			units = append(units, name+": "+strings.Join(lines, ", "))
		}
	}
	want := []string{"Unit 1, step 3: hidden: 4 (before 2)", "Unit 1, step 3: hidden: 4 (before 2), update: 0.25", "Unit 1, step 3: hidden: 4 (before 2), update: 0.25"}
	if !slices.Equal(units, want) {
		t.Errorf("%q", units)
	}
	var words []string
	for _, l := range d.Labels {
		words = append(words, l.Words)
	}
	for _, name := range []string{"RNN", "GRU", "a", "b"} {
		if !slices.Contains(words, name) {
			t.Errorf("%q lacks %q", words, name)
		}
	}
}

// unrolledScene is the scene of networks side by side, each of so many layers of
// cells, in both directions or not, that read tokens or values.
func unrolledScene(nets, layers, steps int, cell string, both, values bool) *paper.Scene {
	const units = 4
	sc := &paper.Scene{Topology: &wire.Topology{Architecture: "rnn"}, Tensors: map[string]wire.Tensor{}}
	add := func(name string, f func(i int) float32, shape ...int) {
		n := 1
		for _, k := range shape {
			n *= k
		}
		list := make([]float32, n)
		for i := range list {
			list[i] = f(i)
		}
		sc.Tensors[name] = wire.Tensor{Name: name, Shape: shape, F32: list}
	}
	gates := map[string][]string{"rnn": nil, "lstm": {"cell", "input", "forget", "candidate", "output"}, "gru": {"reset", "update", "candidate"}}[cell]
	states := 1
	if both {
		states = 2
	}
	for net := range nets {
		prefix := ""
		if nets > 1 {
			prefix = []string{"first/", "rival/"}[net]
		}
		for l := range layers {
			for _, direction := range []string{"", "-reverse"}[:states] {
				name := fmt.Sprint(prefix, cell, l+1, direction)
				sc.Topology.Layers = append(sc.Topology.Layers, wire.Layer{Name: name, Units: units})
				for _, part := range append([]string{"hidden"}, gates...) {
					add(name+"/"+part, func(i int) float32 { return float32(i%5)/4 - 0.5 }, 1, steps, units)
				}
				// A hundredth a step, of the minibatch; a tenth, of the last error.
				add(name+"/minibatch/gradient", func(i int) float32 { return float32(math.Pow(0.01, float64(steps-1-i))) }, steps)
				add(name+"/gradient", func(i int) float32 { return float32(math.Pow(0.1, float64(steps-1-i))) / float32(l+1) }, steps)
			}
		}
		outputs := 3
		if values {
			outputs = 1
		}
		add(prefix+"connection", func(i int) float32 { return float32(i) / 8 }, 1, steps)
		add(prefix+"logits", func(i int) float32 { return 0.25 }, 1, steps, outputs)
		add(prefix+"probabilities", func(i int) float32 { return [3]float32{0.1, 0.7, 0.2}[i%3] }, 1, steps, outputs)
		add(prefix+"output/weight", func(i int) float32 { return float32(i) }, units*states, outputs)
		add(prefix+"output/bias", func(i int) float32 { return 0.5 }, outputs)
	}
	add("look/place", func(int) float32 { return float32(steps - 1) }, 1)
	if values {
		add("look/x", func(i int) float32 { return float32(i % 2) }, steps, 2)
		add("look/target", func(i int) float32 { return 1 }, steps, 1)
		add("look/counts", func(i int) float32 { return float32((i + 1) / steps) }, steps)
		return sc
	}
	sc.Topology.Symbols = []string{"a", "b", "\n"}
	add("look/x", func(i int) float32 { return float32(i % 3) }, steps)
	add("look/target", func(i int) float32 { return float32((i+1)%3) - 1 }, steps) // every third is not asked
	return sc
}

// TestRNNFits draws at every size: nothing stands outside of the canvas, and every
// layer and direction has its states and its gradients.
func TestRNNFits(t *testing.T) {
	for _, free := range []paper.Rectangle{paper.Rect(18, 18, 697, 417), paper.Rect(18, 18, 340, 450), paper.Rect(18, 18, 744, 480), paper.Rect(18, 18, 900, 900), paper.Rect(18, 18, 620, 380)} {
		for _, c := range []struct {
			nets, layers, steps int
			cell                string
			both, values        bool
		}{
			{1, 1, 15, "gru", false, false}, {2, 1, 40, "lstm", false, true}, {1, 4, 30, "lstm", false, false},
			{1, 2, 20, "gru", true, true}, {2, 2, 100, "rnn", false, false}, {1, 4, 20, "rnn", true, true}, {1, 1, 1, "rnn", false, true},
		} {
			k := figure{papertest.Kit(unrolledScene(c.nets, c.layers, c.steps, c.cell, c.both, c.values))}
			k.Free = free
			d := draw(k.Kit)
			inside := func(what string, r paper.Rectangle) {
				const slack = 6
				if r.X < free.X-slack || r.Y < free.Y-slack || r.X+r.W > free.X+free.W+slack || r.Y+r.H > free.Y+free.H+slack || r.X != r.X || r.H < 0 {
					t.Errorf("%v %+v: %s at %v", free, c, what, r)
				}
			}
			for _, p := range d.Pictures {
				inside("a picture", p.Box)
			}
			rows := 0
			for _, s := range d.Spots {
				inside("a spot", s.Box)
				if s.Tip == nil {
					continue
				}
				if name, _ := s.Tip(0, 0); strings.HasPrefix(name, "Gradient") {
					rows++
				}
			}
			for _, l := range d.Labels {
				w := k.Measure(l.Words, l.Size)
				inside("“"+l.Words+"”", paper.Rect(l.X-l.Align*w, l.Y-l.Size/2, w, l.Size))
			}
			layers := c.layers * c.nets
			if c.both {
				layers *= 2
			}
			if rows != layers {
				t.Errorf("%v %+v: %d rows of gradients of %d", free, c, rows, layers)
			}
			if free.H > 400 && free.W > 500 && c.nets == 1 && len(d.Pictures) < layers {
				t.Errorf("%v %+v: states of %d layers of %d", free, c, len(d.Pictures), layers)
			}
			if n := len(d.Over) + len(d.Labels); n > 1500 {
				t.Errorf("%v %+v: %d marks", free, c, n)
			}
		}
	}
}

// TestRNNTips asks a state, an answer and the gradients of two layers in both
// directions.
func TestRNNTips(t *testing.T) {
	k := figure{papertest.Kit(unrolledScene(1, 2, 5, "gru", true, false))}
	d := draw(k.Kit)
	told := map[string]string{}
	for _, s := range d.Spots {
		name, lines := s.Tip(0, max(s.Cols-2, 0)) // the last step but one
		told[name] = strings.Join(lines, "; ")
	}
	for name, want := range map[string]string{
		"Step 4": "a; Sensitivity of the prediction: ‖∂z/∂x‖ = 0.375;    75 % of the largest",
		// A hundredth of the largest, and half of a tenth: the lower layer has all of it.
		"Gradient 2 ←, step 4": "of the minibatch: ‖∂L/∂h‖ = 0.01;    1 % of the largest; of the last error only: ‖∂L/∂h‖ = 0.05;    5 % of the largest",
		"Gradient 1 →, step 4": "of the minibatch: ‖∂L/∂h‖ = 0.01;    1 % of the largest; of the last error only: ‖∂L/∂h‖ = 0.1;    10 % of the largest",
	} {
		if told[name] != want {
			t.Errorf("%s: %q, want %q, of %q", name, told[name], want, told)
		}
	}
	if got := strings.Join(k.unitLines("gru2", 1, 3), "; "); got != "hidden: 0.25 (before 0.5); reset: 0.25; update: 0.25; candidate: 0.25" {
		t.Errorf("a unit: %s", got)
	}
	if got := strings.Join(k.unitLines("gru2-reverse", 0, 4), "; "); !strings.HasPrefix(got, "hidden: −0.25;") {
		t.Errorf("a unit at the beginning of its time: %s", got)
	}
	frames := 0
	for _, s := range d.Over { // the last prediction's
		if s.Kind == paper.Frame && s.Size == 2 {
			frames++
		}
	}
	if frames != 1 {
		t.Errorf("%d predictions are framed", frames)
	}
	if got := told["Expected: a"]; got != "b  70 %; ↵  20 %; a  10 %" {
		t.Errorf("an answer: %s", got)
	}
}

// TestRNNDiverged draws what is no number: all marks have places.
func TestRNNDiverged(t *testing.T) {
	for _, values := range []bool{false, true} {
		k := figure{papertest.Kit(unrolledScene(2, 1, 6, "lstm", false, values))}
		for name, tensor := range k.Tensors {
			if !strings.HasPrefix(name, "look/") {
				for i := range tensor.F32 {
					tensor.F32[i] = float32(math.NaN())
				}
			}
		}
		for _, s := range draw(k.Kit).Over {
			for _, p := range append(s.Line, [2]float32{s.Box.X, s.Box.Y}, [2]float32{s.Box.W, s.Box.H}) {
				if p[0] != p[0] || p[1] != p[1] {
					t.Fatalf("values %v: a mark at %v", values, p)
				}
			}
		}
	}
}
