package points

import (
	"testing"

	"nnplay/wasm/paper"
)

var sizes = [][2]float32{{390, 500}, {365, 300}, {390, 640}, {600, 800}, {760, 560}, {980, 640}, {1600, 900}, {600, 300}, {320, 240}, {2560, 1300}, {1600, 880}, {300, 250}, {284, 214}}

var networks = []struct {
	units   []int
	outputs int
}{
	{[]int{2}, 1},
	{[]int{2, 4, 2}, 1},
	{[]int{7, 8, 8, 8, 8, 8, 8}, 10},
	{[]int{1, 20, 20}, 2},
	{[]int{2, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64}, 2},
}

// TestArrange holds every layout to what a drawing needs: all of it inside the
// canvas, tiles apart, the panel square and clear of the network.
func TestArrange(t *testing.T) {
	for _, size := range sizes {
		for _, c := range networks {
			const bar = 52
			l := arrange(plan{width: size[0], height: size[1], bottom: bar, units: c.units, outputs: c.outputs, names: 40, legend: []float32{130, 110, 120, 110, 120, 110, 60}})
			inside := func(what string, r paper.Rectangle) {
				if r.X < 0 || r.Y < 0 || r.X+r.W > size[0]+0.01 || r.Y+r.H > size[1]-bar+0.01 {
					t.Errorf("%v %v: %s %v is not inside", size, c.units, what, r)
				}
			}
			inside("panel", l.panel)
			inside("scale", l.scale)
			inside("legend", l.legend)
			if room := size[1] - bar - 2*paper.Margin; (l.legend.H > 0) != (room >= legendFrom || room >= legendLow && size[0] >= paper.NarrowWidth) {
				t.Errorf("%v %v: the legend is %v", size, c.units, l.legend)
			}
			if l.legend.H > 0 && l.legend.Y < l.panel.Y+l.panel.H && l.legend.X+l.legend.W > l.panel.X {
				t.Errorf("%v %v: the legend %v lies on the panel %v", size, c.units, l.legend, l.panel)
			}
			inside("title", paper.Rect(0, l.titles, 1, 1))
			if l.panel.W != l.panel.H || l.panel.W < 60 {
				t.Errorf("%v %v: panel %v", size, c.units, l.panel)
			}
			want := append(append([]int{}, c.units...), c.outputs)
			if len(l.columns) != len(want) {
				t.Fatalf("%v %v: %d columns", size, c.units, len(l.columns))
			}
			for i, column := range l.columns {
				if len(column) != want[i] {
					t.Fatalf("%v %v: %d tiles in column %d", size, c.units, len(column), i)
				}
				shown := 0
				for _, r := range column {
					if placed(r) {
						shown++
					}
				}
				if i < len(c.units) && (shown != l.shown(i) || shown > paper.MostShown || shown < min(want[i], paper.MostShown) && !placed(l.more[i])) {
					t.Errorf("%v %v: %d units of %d are shown in column %d", size, c.units, shown, want[i], i)
				}
				places := l.slots[i]
				for j, r := range places {
					inside("tile", r)
					if l.legend.H > 0 && !l.stacked && r.Y+r.H+unitRoom+paper.Margin > l.legend.Y+0.01 {
						t.Errorf("%v %v: tile %v reaches into the legend %v", size, c.units, r, l.legend)
					}
					if j > 0 && places[j-1].Y+places[j-1].H > r.Y+0.01 {
						t.Errorf("%v %v: tiles %d and %d of column %d overlap", size, c.units, j-1, j, i)
					}
					if l.stacked && r.Y+r.H > l.panel.Y {
						t.Errorf("%v %v: tile %v reaches into the panel %v", size, c.units, r, l.panel)
					}
					if !l.stacked && r.X+r.W > l.panel.X {
						t.Errorf("%v %v: tile %v reaches into the panel %v", size, c.units, r, l.panel)
					}
					if i > 0 && r.X <= l.slots[i-1][0].X+l.slots[i-1][0].W {
						t.Errorf("%v %v: no room for links left of column %d", size, c.units, i)
					}
				}
			}
		}
	}
}

// TestPhone holds that the picture takes the width of a phone, by the heights that the
// page gives the canvas, and that nothing lies on it: neither the buttons above the
// network and under its layers, nor the legend.
func TestPhone(t *testing.T) {
	legend := []float32{130, 110, 120, 110, 120, 110, 60}
	for _, phone := range []float32{320, 360, 390, 430} {
		for _, units := range [][]int{{2}, {2, 4, 2}, {2, 5, 5, 3}, {7, 8, 8, 8}} {
			const tools = 26
			width, height := phone-26, phone+268 // inside the borders of a frame of 100vw + 270px
			l := arrange(plan{width: width, height: height, top: tools, units: units, outputs: 1, names: 20, legend: legend})
			least := float32(0.8)
			if most(units) > fewest {
				least = 0.75
			}
			if !l.stacked || l.panel.W < least*width {
				t.Errorf("%v wide, %v: the picture takes %v of %v", phone, units, l.panel.W, width)
			}
			if l.panel.X < 0 || l.panel.X+l.panel.W+tickRoom > width {
				t.Errorf("%v wide, %v: the picture %v and its ticks stick out", phone, units, l.panel)
			}
			for c, slots := range l.slots {
				first, last := slots[0], slots[len(slots)-1]
				if first.Y < tools+paper.Margin || last.Y+last.H+6+24 > l.panel.Y || last.H < 10 {
					t.Errorf("%v wide, %v: column %d from %v to %v has no room for its buttons", phone, units, c, first, last)
				}
			}
			if l.legend.H != legendSlim*paper.LegendRow || l.legend.Y < l.scale.Y+l.scale.H || l.legend.Y+l.legend.H > height {
				t.Errorf("%v wide, %v: the legend is at %v", phone, units, l.legend)
			}
		}
	}
}

// TestLowLegend holds that the canvas of a laptop's first visit has a legend of a row.
func TestLowLegend(t *testing.T) {
	const height = 358
	l := arrange(plan{width: 986, height: height, top: 26, units: []int{2, 4, 2}, outputs: 1, names: 20, legend: []float32{110, 115, 110, 125, 105, 55}})
	if l.legend.H != paper.LegendRow || l.legend.Y+l.legend.H > height-paper.Margin {
		t.Errorf("the legend is at %v", l.legend)
	}
	if l.panel.W < 0.6*height {
		t.Errorf("the picture is %v wide", l.panel.W)
	}
}

// hit returns what is at a point of a layout, its neurons first.
func (l *layout) hit(x, y float32, width func(column, from, to int) float32) target {
	for c := range l.columns {
		if i, ok := l.hitNeuron(c, x, y); ok {
			return target{kind: "neuron", column: c, index: i}
		}
	}
	for c := range len(l.columns) - 1 {
		if i, j, ok := l.hitLink(c, x, y, width); ok {
			return target{"link", c, i, j}
		}
	}
	return target{}
}

// TestHit asks for the middle of every tile and link.
func TestHit(t *testing.T) {
	wide := func(_, _, _ int) float32 { return 2 }
	for _, size := range sizes {
		l := arrange(plan{width: size[0], height: size[1], units: []int{2, 4, 2}, outputs: 1, names: 20})
		for c, column := range l.columns {
			for i, r := range column {
				x, y := r.Center()
				if got := l.hit(x, y, wide); got != (target{kind: "neuron", column: c, index: i}) {
					t.Errorf("%v: %v at tile %d of column %d", size, got, i, c)
				}
			}
		}
		for i, from := range l.columns[0] {
			for j, to := range l.columns[1] {
				x, y := linkBetween(from, to).at(0.5)
				got := l.hit(x, y, wide)
				if got.kind != "link" || got.column != 0 {
					t.Errorf("%v: %v at the middle of link %d-%d", size, got, i, j)
					continue
				}
				if d := linkBetween(l.columns[0][got.index], l.columns[1][got.to]).distance(x, y); d > 1 {
					t.Errorf("%v: link %d-%d is found %g pixels from its middle", size, i, j, d)
				}
			}
		}
		x, y := linkBetween(l.columns[0][0], l.columns[1][0]).at(0.5)
		if got := l.hit(x, y, func(_, _, _ int) float32 { return 0 }); got != (target{}) {
			t.Errorf("%v: a link that is not drawn is hit", size)
		}
		if got := l.hit(1, 1, wide); got != (target{}) {
			t.Errorf("%v: %v in the corner", size, got)
		}
	}
}

func TestTouches(t *testing.T) {
	neuron := target{kind: "neuron", column: 1, index: 2}
	for _, c := range []struct {
		t            target
		column, i, j int
		want         bool
	}{
		{target{}, 0, 0, 0, true},
		{neuron, 0, 5, 2, true},
		{neuron, 1, 2, 7, true},
		{neuron, 0, 2, 5, false},
		{neuron, 2, 2, 2, false},
		{target{"link", 1, 2, 3}, 1, 2, 3, true},
		{target{"link", 1, 2, 3}, 1, 2, 4, false},
	} {
		if got := c.t.touches(c.column, c.i, c.j); got != c.want {
			t.Errorf("%v touches link %d %d-%d: %v", c.t, c.column, c.i, c.j, got)
		}
	}
}

// TestDock docks a card below networks: the panel stays, and all of the network, with the
// buttons below it, is above the card.
func TestDock(t *testing.T) {
	for _, size := range [][2]float32{{656, 350}, {980, 372}, {1400, 700}, {760, 560}} {
		for _, c := range networks {
			p := plan{width: size[0], height: size[1], top: 26, units: c.units, outputs: c.outputs, names: 20, legend: []float32{130, 110, 120, 110}}
			alone := arrange(p)
			p.dock = 130
			beside := arrange(p)
			if beside.panel != alone.panel || beside.scale != alone.scale {
				t.Errorf("%v %v: the panel was at %v and is at %v", size, c.units, alone.panel, beside.panel)
			}
			top := size[1] - p.dock
			if beside.legend.H > 0 {
				t.Errorf("%v %v: the legend %v is under the card", size, c.units, beside.legend)
			}
			for i, places := range beside.slots {
				last := places[len(places)-1]
				if room := map[bool]float32{true: 0, false: 30}[i == len(c.units)]; last.Y+last.H+room > top {
					t.Errorf("%v %v: column %d reaches down to %v, the card begins at %v", size, c.units, i, last.Y+last.H, top)
				}
			}
		}
	}
}
