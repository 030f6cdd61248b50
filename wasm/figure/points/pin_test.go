package points

import (
	"math"
	"slices"
	"strings"
	"testing"

	"nnplay/wasm/paper"
	"nnplay/wasm/paper/papertest"
	"nnplay/wasm/wire"
)

// pinned is the figure of example, large, with a place pinned. The network reads
// scaled features.
func pinned() *figure {
	f := example()
	f.Kit = papertest.KitOf(f.Scene, 936, 562, 1)
	tensors := []wire.Tensor{
		{Name: "output/weight", Shape: []int{3, 1}, F32: []float32{2, -1, 0.5}},
		{Name: "pin/at", Shape: []int{2}, F32: []float32{3, -1.5}},
		{Name: "pin/features", Shape: []int{2}, F32: []float32{0.5, -0.25}},
		{Name: "pin/hidden1", Shape: []int{3}, F32: []float32{0.76, -0.13, 12.34}},
		{Name: "pin/output", Shape: []int{1}, F32: []float32{0.8}},
	}
	for _, t := range tensors {
		f.Tensors[t.Name] = t
	}
	return f
}

// said returns the texts of a drawing that change with each step.
func said(d *paper.Drawing) (words []string) {
	for _, l := range d.Labels {
		words = append(words, l.Words)
	}
	return words
}

// TestPinNumbers holds that each unit has its number on its tile, the output at its
// point, and that the panel says what the network answers.
func TestPinNumbers(t *testing.T) {
	f := pinned()
	d := draw(f.Kit)
	l := d.Arrangement.(*layout)
	port := l.outputs()[0]
	for words, box := range map[string]paper.Rectangle{
		"0.5": l.columns[0][0], "−0.25": l.columns[0][1], "0.76": l.columns[1][0], "−0.13": l.columns[1][1], "12.3": l.columns[1][2],
		"0.8": paper.Rect(port.X-40, port.Y-10, 35, 20), "(3, −1.5) → 0.8": l.panel,
	} {
		i := slices.IndexFunc(d.Labels, func(l paper.Text) bool { return l.Words == words })
		if i < 0 {
			t.Errorf("%s is not written: %q", words, said(&d))
			continue
		}
		at := f.TextBox(&d.Labels[i])
		if at.X < box.X || at.Y < box.Y || at.X+at.W > box.X+box.W || at.Y+at.H > box.Y+box.H {
			t.Errorf("%s is at %v, not in %v", words, at, box)
		}
	}
	if len(d.Labels) != 7 {
		t.Errorf("%q", said(&d))
	}
}

// TestPinNumber writes values in the room that there is.
func TestPinNumber(t *testing.T) {
	f := example() // whose letters, of 11 pixels, are half as wide for each byte; a minus has three
	for _, c := range []struct {
		v, room float32
		want    string
	}{
		{0.7251, 22, "0.73"}, {0.7251, 21, "0.7"}, {0.7251, 16, ""}, {-0.96, 38.5, "−0.96"}, {-0.96, 30, "−1"},
		{0.04, 22, "0.04"}, {0.04, 21, ""}, {0.004, 22, "0"}, {0, 6, "0"}, {0, 5, ""},
		{12.34, 22, "12.3"}, {12.34, 21, "12"}, {-123.4, 33, "−123"}, {-123.4, 32, ""}, {float32(math.NaN()), 22, "–"},
	} {
		if got := f.number(c.v, c.room); got != c.want {
			t.Errorf("%v is %q in %v pixels, want %q", c.v, got, c.room, c.want)
		}
	}
}

// TestPinProducts writes what the links into a neuron bring while it is pointed at, and
// of a link its arithmetic.
func TestPinProducts(t *testing.T) {
	for _, c := range []struct {
		t     target
		more  []string // on the drawing
		lines string   // of the tip
	}{
		{target{kind: "neuron", column: 0, index: 1}, nil, "the network reads −0.25 · (3, −1.5)"},
		{target{kind: "neuron", column: 1, index: 0}, []string{"0.5", "−1", "a = 0.76"}, "a = tanh(Σ w·a + b) | b = 7 | z = Σ w·a + b = 6.5 | a = 0.76 · (3, −1.5)"},
		{target{kind: "neuron", column: 1, index: 1}, []string{"1", "0", "a = −0.13"}, "a = tanh(Σ w·a + b) | b = 8 | z = Σ w·a + b = 9 | a = −0.13 · (3, −1.5)"},
		{target{kind: "neuron", column: 2}, []string{"1.52", "0.13", "6.17"}, "a = sigmoid(Σ w·a + b) | b = −0.5 | z = Σ w·a + b = 7.32 | a = 0.8 · (3, −1.5)"},
		{target{kind: "link", column: 0, index: 1, to: 2}, nil, "w = 6 | w·a = 6 × −0.25 = −1.5"},
		{target{kind: "link", column: 0, index: 1, to: 1}, nil, "w = 0 × | w·a = 0"},
		{target{kind: "link", column: 1, index: 1}, nil, "w = −1 | w·a = −1 × −0.13 = 0.13"},
	} {
		f := pinned()
		without := draw(f.Kit)
		f.Pointed = c.t.shown()
		with := draw(f.Kit)
		f.layout = *with.Arrangement.(*layout)
		for _, words := range c.more {
			n := func(d *paper.Drawing) (n int) {
				for _, l := range d.Labels {
					if l.Words == words && l.X > f.layout.columns[c.t.column-1][0].X+f.layout.tile {
						n++
					}
				}
				return n
			}
			if n(&with) <= n(&without) {
				t.Errorf("%v: %s is not written at a link: %q", c.t, words, said(&with))
			}
		}
		if _, lines := f.tip(c.t); strings.Join(lines, " | ") != c.lines {
			t.Errorf("%v: %q, want %q", c.t, strings.Join(lines, " | "), c.lines)
		}
	}
}

// TestPinMarks marks the place on the panel and on every tile, for one input by a
// line from top to bottom.
func TestPinMarks(t *testing.T) {
	f := pinned()
	d := draw(f.Kit)
	l := d.Arrangement.(*layout)
	has := func(kind paper.Kind, x, y float32) bool {
		return slices.ContainsFunc(d.Over, func(s paper.Shape) bool {
			at := s.Box
			if kind == paper.Frame {
				at.X, at.Y = s.Box.Center()
			}
			return s.Kind == kind && s.Color == f.Ink && paper.Length(at.X-x, at.Y-y) < 0.01
		})
	}
	if p := l.panel; !has(paper.Frame, p.X+0.75*p.W, p.Y+0.625*p.H) {
		t.Error("there is no ring in the panel")
	}
	for c, column := range l.columns[:2] {
		for i, r := range column {
			if !has(paper.Dot, r.X+0.75*r.W, r.Y+0.625*r.H) {
				t.Errorf("there is no dot on tile %d of column %d", i, c)
			}
		}
	}

	f.Topology.Inputs, f.Topology.Problem, f.Topology.Domain = 1, "regression", [4]float32{-6, 6, -2, 2}
	f.Topology.Layers[1].Activation = "linear"
	f.Tensors["pin/at"] = wire.Tensor{Name: "pin/at", Shape: []int{1}, F32: []float32{3}}
	d = draw(f.Kit)
	l = d.Arrangement.(*layout)
	for name, r := range map[string]paper.Rectangle{"the panel": l.panel, "a tile": l.columns[1][2]} {
		if !slices.ContainsFunc(d.Over, func(s paper.Shape) bool {
			return s.Kind == paper.Line && s.Color == f.Ink && s.Line[0] == [2]float32{r.X + 0.75*r.W, r.Y + 1} && s.Line[1] == [2]float32{r.X + 0.75*r.W, r.Y + 1 + r.H - 2}
		}) {
			t.Errorf("there is no line over %s", name)
		}
	}
	if words := said(&d); !slices.Contains(words, "3 → 0.8") {
		t.Errorf("%q", words)
	}
}

// TestPinAnswer says what several outputs answer: the likeliest class, or all values.
func TestPinAnswer(t *testing.T) {
	f := pinned()
	f.Topology.Layers[1].Units, f.Topology.Classes = 3, 3
	f.Tensors["pin/output"] = wire.Tensor{Name: "pin/output", Shape: []int{3}, F32: []float32{0.1, 0.2, 0.7}}
	for _, c := range []struct{ problem, activation, want string }{
		{"classification", "softmax", "(3, −1.5) → 2 (70%)"},
		{"classification", "tanh", "(3, −1.5) → 2 (0.7)"},
		{"regression", "linear", "(3, −1.5) → 0.1, 0.2, 0.7"},
	} {
		f.Topology.Problem, f.Topology.Layers[1].Activation = c.problem, c.activation
		if f.notePin(); f.pin == nil || f.answer() != c.want {
			t.Errorf("%s, %s: %v, want %s", c.problem, c.activation, f.pin, c.want)
		}
		if said := describe(f.Scene, nil); !strings.HasSuffix(said, "; pinned place: "+c.want) {
			t.Errorf("it is described as %q", said)
		}
	}
}

// TestPinSpot holds which place a point of the panel is, that choosing it again lets
// go of it, and that the next step of the crosshair is another one.
func TestPinSpot(t *testing.T) {
	f := pinned()
	d := draw(f.Kit)
	panel := d.Arrangement.(*layout).panel
	step := panel.W / crossSteps
	s := &d.Spots[0]
	for _, c := range []struct {
		x, y   float32 // in steps from the pinned place
		px, py float32
		on     bool
	}{
		{0, 0, 3, -1.5, false}, {0.5, 0.5, 3.15, -1.65, false}, {-0.7, 0, 2.79, -1.5, false},
		{1, 0, 3.3, -1.5, true}, {0, -1, 3, -1.2, true}, {-20, -5, -3, 0, true},
	} {
		x, y := panel.X+0.75*panel.W+c.x*step, panel.Y+0.625*panel.H+c.y*step
		px, py, on := s.Pins(x, y)
		if paper.Length(px-c.px, py-c.py) > 1e-3 || on != c.on {
			t.Errorf("%v, %v steps away is (%v, %v), pinned then: %t; want %+v", c.x, c.y, px, py, on, c)
		}
		if exact := s.Read(x, y) == "(3, −1.5) → 0.8"; exact == c.on {
			t.Errorf("%v, %v steps away it says %q", c.x, c.y, s.Read(x, y))
		}
	}
	if d.Pin == nil || *d.Pin != (paper.Pin{X: 3, Y: -1.5, Says: "(3, −1.5) → 0.8"}) {
		t.Errorf("%+v is pinned", d.Pin)
	}
	for kind, want := range map[target]float32{
		{kind: "neuron", column: 1, index: 1}: -0.13, {kind: "link", column: 0, index: 0, to: 2}: 1.5, {kind: "neuron", column: 2}: 0.8,
	} {
		at := f.pick(kind)
		if part := d.Spots[at.Spot].Part(at.Row, at.Col); part.ComesTo == nil || *part.ComesTo != want {
			t.Errorf("%v comes to %v, want %v", kind, part.ComesTo, want)
		}
	}

	f.Topology.Warp.Layer = 1
	f.Tensors["warp/grid"] = wire.Tensor{Name: "warp/grid", Shape: []int{2, 2, 3}, F32: make([]float32, 12)}
	d = draw(f.Kit)
	if d.Spots[0].Pins != nil || slices.ContainsFunc(d.Labels, func(l paper.Text) bool { return strings.Contains(l.Words, "→") }) {
		t.Error("a place is pinned in the space of a layer")
	}
}

// TestPinLegend names the mark while a place is pinned; pinning one moves nothing.
func TestPinLegend(t *testing.T) {
	for _, free := range []paper.Rectangle{paper.Rect(18, 18, 354, 604), paper.Rect(18, 18, 700, 420), paper.Rect(18, 44, 900, 500)} {
		var panels []paper.Rectangle
		for _, f := range []*figure{example(), pinned()} {
			f.Free = free
			d, s := sheetOf(f)
			named := slices.ContainsFunc(s.Labels, func(l paper.Text) bool { return l.Words == "pinned place" })
			if want := d.Pin != nil && d.Arrangement.(*layout).legend.H > 0; named != want {
				t.Errorf("in %v the legend names the mark: %t, want %t", free, named, want)
			}
			panels = append(panels, f.panelIn(free))
		}
		if panels[0] != panels[1] {
			t.Errorf("in %v a place that is pinned moves the panel from %v to %v", free, panels[0], panels[1])
		}
	}
}

// panelIn returns where the panel is, with the letters of a kit that measures alike.
func (f *figure) panelIn(free paper.Rectangle) paper.Rectangle {
	f.Measure = papertest.Kit(f.Scene).Measure
	f.MeasureMedium, f.Free = f.Measure, free
	d := draw(f.Kit)
	return d.Arrangement.(*layout).panel
}

// TestPinLacks holds that what does not fit the network is no place: a snapshot of
// before a change, or a hostile one.
func TestPinLacks(t *testing.T) {
	for name, with := range map[string]wire.Tensor{
		"a layer of before":    {Name: "pin/hidden1", Shape: []int{4}, F32: make([]float32, 4)},
		"other features":       {Name: "pin/features", Shape: []int{1}, F32: make([]float32, 1)},
		"levels":               {Name: "pin/output", Shape: []int{1}, U8: []uint8{1}},
		"a place of one input": {Name: "pin/at", Shape: []int{1}, F32: []float32{1}},
		"a place of no input":  {Name: "pin/at", Shape: []int{0}, F32: []float32{}},
		"a matrix":             {Name: "pin/hidden1", Shape: []int{1, 3}, F32: make([]float32, 3)},
	} {
		f := pinned()
		f.Tensors[with.Name] = with
		if d := draw(f.Kit); d.Pin != nil || len(d.Labels) > 0 {
			t.Errorf("%s: %+v is pinned, %q", name, d.Pin, said(&d))
		}
	}
	f := pinned()
	delete(f.Tensors, "pin/hidden1")
	if d := draw(f.Kit); d.Pin != nil {
		t.Error("a place is pinned though a layer is missing")
	}
}
