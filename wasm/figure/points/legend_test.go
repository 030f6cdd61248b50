package points

import (
	"slices"
	"testing"

	"nnplay/wasm/paper"
	"nnplay/wasm/wire"
)

// sheetOf returns what of a figure is drawn at once, and what stays.
func sheetOf(f *figure) (d paper.Drawing, s paper.Sheet) {
	d = draw(f.Kit)
	return d, d.Still.Draw()
}

func (f *figure) apply(tensors ...wire.Tensor) { f.Apply(&wire.Snapshot{Tensors: tensors}) }

// TestLegend holds that the legend names the marks that are drawn, and no others.
func TestLegend(t *testing.T) {
	const ringed = "mistakes: ringed once most are right"
	points := func(name string) wire.Tensor {
		return wire.Tensor{Name: name, Shape: []int{6, 3}, F32: make([]float32, 18), Still: true}
	}
	wrong := func(flags ...uint8) wire.Tensor {
		return wire.Tensor{Name: "wrong/train", Shape: []int{len(flags)}, U8: flags}
	}
	alive := func(flags ...uint8) wire.Tensor {
		return wire.Tensor{Name: "hidden1/weight/alive", Shape: []int{2, 3}, U8: flags}
	}
	for name, c := range map[string]struct {
		with    func(f *figure)
		yes, no []string
	}{
		"what is always there": {func(*figure) {}, []string{"training point", "pulls up (+)", "pulls down (−)", "thick: strong", "bias", ringed},
			[]string{"test point", "mistake", "true boundary", "removed by L1", "true function", "grid of the plane"}},
		"test points": {func(f *figure) { f.Topology.ShowTest = true }, []string{"test point"}, nil},
		"a known boundary": {func(f *figure) {
			f.apply(wire.Tensor{Name: "known/heat", Shape: []int{3, 3}, U8: make([]uint8, 9), Still: true})
		}, []string{"true boundary"}, nil},
		"a sixth is mistaken": {func(f *figure) { f.apply(points("points/train"), wrong(0, 1, 0, 0, 0, 0)) }, []string{"mistake"}, []string{ringed}},
		"half is mistaken":    {func(f *figure) { f.apply(points("points/train"), wrong(0, 1, 0, 1, 0, 1)) }, []string{ringed}, []string{"mistake"}},
		"no mistakes":         {func(f *figure) { f.apply(points("points/train"), wrong(0, 0, 0, 0, 0, 0)) }, nil, []string{"mistake"}},
		"a removed link":      {func(f *figure) { f.apply(alive(1, 1, 0, 1, 1, 1)) }, []string{"removed by L1"}, nil},
		"L1 has removed none": {func(f *figure) { f.apply(alive(1, 1, 1, 1, 1, 1)) }, nil, []string{"removed by L1"}},
		"a small drawing":     {func(f *figure) { f.Free = paper.Rect(18, 18, 264, 194) }, nil, []string{"training point", "pulls up (+)"}},
		"one input": {func(f *figure) {
			f.Topology.Problem, f.Topology.Inputs = "regression", 1
			f.apply(wire.Tensor{Name: "known/curve", Shape: []int{1, 20}, F32: make([]float32, 20), Still: true})
		}, []string{"training point", "Output", "true function"}, []string{"mistake", ringed, "true boundary"}},
		"the space as a layer sees it": {func(f *figure) {
			f.Topology.Warp.Layer = 1
			f.apply(wire.Tensor{Name: "warp/grid", Shape: []int{2, 2, 3}, F32: make([]float32, 12)})
		}, []string{"grid of the plane", "training point"}, []string{"true boundary"}},
	} {
		f := example()
		f.Free = paper.Rect(18, 18, 900, 500)
		delete(f.Tensors, "hidden1/weight/alive")
		delete(f.Tensors, "known/heat")
		c.with(f)
		_, s := sheetOf(f)
		var said []string
		for _, l := range s.Labels {
			said = append(said, l.Words)
			if l.Size < 11 {
				t.Errorf("%s: %q is %v px", name, l.Words, l.Size)
			}
		}
		for _, words := range c.yes {
			if !slices.Contains(said, words) {
				t.Errorf("%s: the legend does not say %q: %q", name, words, said)
			}
		}
		for _, words := range c.no {
			if slices.Contains(said, words) {
				t.Errorf("%s: the legend says %q", name, words)
			}
		}
	}
}

// TestLegendStays holds that what comes and goes while it trains, or while a neuron
// is pointed at, moves nothing else.
func TestLegendStays(t *testing.T) {
	f := example()
	f.Topology.Warp.Layer = 1
	f.apply(wire.Tensor{Name: "warp/grid", Shape: []int{2, 2, 3}, F32: make([]float32, 12)}, wire.Tensor{Name: "wrong/train", Shape: []int{6}, U8: []uint8{1, 1, 1, 0, 0, 0}})
	panel := func() paper.Rectangle {
		d := draw(f.Kit)
		return d.Arrangement.(*layout).panel
	}
	for _, free := range []paper.Rectangle{paper.Rect(18, 18, 354, 604), paper.Rect(18, 18, 700, 420)} {
		f.Free, f.Pointed = free, ""
		want := panel()
		f.Tensors["wrong/train"] = wire.Tensor{Name: "wrong/train", Shape: []int{6}, U8: []uint8{1, 0, 0, 0, 0, 0}}
		if got := panel(); got != want {
			t.Errorf("a mistake moves the panel from %v to %v", want, got)
		}
		f.Pointed = target{kind: "neuron", column: 1}.shown()
		if got := panel(); got != want {
			t.Errorf("a neuron that is pointed at moves the panel from %v to %v", want, got)
		}
	}
}

// TestScale holds that the scale under the panel says the range of what the panel
// shows: of the output or, while it is pointed at, of a neuron.
func TestScale(t *testing.T) {
	neuron := func(column, unit int) string { return target{kind: "neuron", column: column, index: unit}.shown() }
	for name, c := range map[string]struct {
		pointed, layer string
		span           []float32
		lo, hi         string
		ends           [2]paper.Color
	}{
		"a probability": {"", "output", []float32{0, 1}, "0", "1", [2]paper.Color{paper.Light.Negative, paper.Light.Positive}},
		"tanh":          {neuron(1, 1), "hidden1", []float32{0, 0, -1, 1, 0, 0}, "−1", "1", [2]paper.Color{paper.Light.Negative, paper.Light.Positive}},
		"sigmoid":       {neuron(1, 1), "hidden1", []float32{0, 0, 0, 1, 0, 0}, "0", "1", [2]paper.Color{paper.Light.Zero, paper.Light.Positive}},
		"ReLU":          {neuron(1, 2), "hidden1", []float32{0, 0, 0, 1, 0, 3.456}, "0", "3.46", [2]paper.Color{paper.Light.Zero, paper.Light.Positive}},
		"ELU":           {neuron(1, 0), "hidden1", []float32{-1, 4, 0, 1, 0, 3.456}, "−1", "4", [2]paper.Color{paper.Light.Scale(-0.25), paper.Light.Positive}},
		"linear":        {neuron(1, 0), "hidden1", []float32{-2.5, 2.5, 0, 1, 0, 0}, "−2.5", "2.5", [2]paper.Color{paper.Light.Negative, paper.Light.Positive}},
		"dead":          {neuron(1, 0), "hidden1", []float32{0, 0, 0, 1, 0, 0}, "0", "0", [2]paper.Color{paper.Light.Zero, paper.Light.Zero}},
		"an input":      {neuron(0, 1), "features", []float32{0, 0, -6, 6}, "−6", "6", [2]paper.Color{paper.Light.Negative, paper.Light.Positive}},
	} {
		f := example()
		f.Pointed = c.pointed
		f.apply(
			wire.Tensor{Name: "output/heat", Shape: []int{1, 2, 2}, U8: make([]uint8, 4)}, wire.Tensor{Name: "hidden1/heat", Shape: []int{3, 2, 2}, U8: make([]uint8, 12)},
			wire.Tensor{Name: c.layer + "/span", Shape: []int{len(c.span) / 2, 2}, F32: c.span})
		d, s := sheetOf(f)
		shapes, labels := d.Over, d.Labels
		if c.pointed == "" {
			shapes, labels = s.Shapes, s.Labels
		}
		said := map[string]bool{}
		y := d.Arrangement.(*layout).scale.Y + 4
		for _, l := range labels {
			if l.Y == y {
				said[l.Words] = true
			}
		}
		if !said[c.lo] || !said[c.hi] || len(said) > 2 {
			t.Errorf("%s: the scale says %v", name, said)
		}
		var colors []paper.Color
		for _, shape := range shapes {
			if shape.Kind == paper.Blend {
				colors = append(colors, shape.Blend.Colors...)
			}
		}
		if len(colors) == 0 || colors[0] != f.Pale(c.ends[0]) || colors[len(colors)-1] != f.Pale(c.ends[1]) {
			t.Errorf("%s: the scale's colors are %v", name, colors)
		}
	}
}

// TestSplits holds that training points are filled, test points hollow, and both of
// the color of their class, and that a mistake has a ring.
func TestSplits(t *testing.T) {
	f := example()
	f.Topology.ShowTest = true
	point := func(name string, class float32) wire.Tensor {
		return wire.Tensor{Name: name, Shape: []int{1, 3}, F32: []float32{1, 2, class}, Still: true}
	}
	f.apply(point("points/train", 1), point("points/test", 0),
		wire.Tensor{Name: "wrong/train", Shape: []int{1}, U8: []uint8{0}}, wire.Tensor{Name: "wrong/test", Shape: []int{5}, U8: []uint8{1, 0, 0, 0, 0}})
	d, s := sheetOf(f)
	x, y, _ := f.pointAtOf(d, 1, 2)
	var colors []paper.Color
	for _, shape := range s.Shapes {
		if shape.Kind == paper.Dot && shape.Box.X == x && shape.Box.Y == y {
			colors = append(colors, shape.Color)
		}
	}
	want := []paper.Color{f.Point, f.Negative, f.Surface, f.Point, f.Positive}
	if !slices.Equal(colors, want) {
		t.Errorf("the points are %v, want %v", colors, want)
	}
	rings := 0
	for _, shape := range d.Over {
		if cx, cy := shape.Box.Center(); shape.Kind == paper.Frame && paper.Abs(cx-x) < 0.01 && paper.Abs(cy-y) < 0.01 {
			rings++
		}
	}
	if rings != 2 {
		t.Errorf("a mistake has %d rings", rings)
	}
}

// pointAtOf returns where a sample stands in a drawing.
func (f *figure) pointAtOf(d paper.Drawing, x, y float32) (px, py float32, ok bool) {
	f.layout = *d.Arrangement.(*layout)
	return f.pointAt(x, y)
}
