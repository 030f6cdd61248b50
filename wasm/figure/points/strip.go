package points

import (
	"math"
	"strconv"

	"nnplay/wasm/paper"
)

// showUnits tells which units of a wide column are shown.
func (f *figure) showUnits(d *paper.Drawing) func(column, room int) []int {
	units := f.units()
	return func(c, room int) []int {
		var leaving []float32
		if c+1 < len(units) {
			if w := f.weights(c); w.in == units[c] {
				leaving = w.values
			}
		}
		influence := paper.Influence(leaving, units[c])
		if c == 0 { // what stands on the axes is shown, whatever it counts for
			for _, i := range f.Topology.Plane {
				if i < len(influence) {
					influence[i] = float32(math.Inf(1))
				}
			}
		}
		return f.Strip(d, f.layer(c), influence, room)
	}
}

// rest returns how many units of a column are not shown.
func (f *figure) rest(column int) (n int) {
	for _, r := range f.layout.columns[column] {
		if !placed(r) {
			n++
		}
	}
	return n
}

// stripsKey says which units are shown of the columns of which not all are.
func (f *figure) stripsKey() string {
	key := ""
	for c, column := range f.layout.columns {
		if !placed(f.layout.more[c]) {
			continue
		}
		for i, r := range column {
			if placed(r) {
				key += " " + strconv.Itoa(i)
			}
		}
		key += ";"
	}
	return key
}

// moreBox returns where the tile for the units of a column that are not shown is.
func (f *figure) moreBox(column int) paper.Rectangle {
	return f.MoreBox(f.layout.more[column], f.rest(column))
}

// drawMore draws the tiles for what is not shown.
func (f *figure) drawMore(s *paper.Shapes) {
	for c, r := range f.layout.more {
		if !placed(r) {
			continue
		}
		box := f.moreBox(c)
		s.Fill(box, 5, f.Zero)
		if f.hovered == (target{kind: "more", column: c}) {
			s.Frame(box.Grown(0.5), 5, 2, f.Ink)
		}
	}
}

// writeMore writes how many units are not shown.
func (f *figure) writeMore(s *paper.Sheet) {
	for c, r := range f.layout.more {
		if !placed(r) {
			continue
		}
		x, y := r.Center()
		s.Labels = append(s.Labels, paper.Text{Words: "+" + strconv.Itoa(f.rest(c)), X: x, Y: y, Size: paper.MoreSize, Align: 0.5, Medium: true, Color: f.Ink})
	}
}

// askMore lets the reader turn to the units that are not shown.
func (f *figure) askMore(d *paper.Drawing) {
	f.moreAt = make([]int, len(f.layout.more))
	for c, r := range f.layout.more {
		if !placed(r) {
			continue
		}
		name := f.title(c)
		if c > 0 && c < len(f.Topology.Layers) {
			name = f.Words.Say("page.layer", "Layer {n}", "n", strconv.Itoa(c))
		}
		units, shown := len(f.layout.columns[c]), f.layout.shown(c)
		s := f.MoreSpot(f.moreBox(c), f.layer(c), name, units, shown, units-f.rest(c))
		t := target{kind: "more", column: c}
		s.Unframed = true
		s.Shows = func(int, int) string { return t.shown() }
		s.Walk = func(_, _ int, key string) paper.Pick { return f.pick(t.moved(key, f.way())) }
		f.moreAt[c] = len(d.Spots)
		d.Spots = append(d.Spots, s)
	}
}
