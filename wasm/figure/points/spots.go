package points

import (
	"strconv"
	"strings"

	"nnplay/wasm/paper"
)

// pick returns where a target is among the spots: the panel is the first one, and
// then come in turn the neurons of a column and the links that leave it. So what a
// number means stays the same where layers come and go at the end.
func (f *figure) pick(t target) paper.Pick {
	switch t.kind {
	case "link":
		return paper.Pick{Spot: 2*t.column + 2, Row: t.index, Col: t.to}
	case "output":
		return paper.Pick{Row: middle.y, Col: middle.x}
	case "more":
		return paper.Pick{Spot: f.moreAt[t.column]}
	}
	return paper.Pick{Spot: 2*t.column + 1, Row: t.index}
}

// shown is how a target is written in Kit.Pointed: what the figure shows of it.
func (t target) shown() string {
	return t.kind + " " + strconv.Itoa(t.column) + " " + strconv.Itoa(t.index) + " " + strconv.Itoa(t.to)
}

// pointed returns the target that is pointed at, none if the network does not have
// it.
func (f *figure) pointed() (t target) {
	words := strings.Fields(f.Pointed)
	if len(words) != 4 {
		return target{}
	}
	t.kind = words[0]
	for i, n := range []*int{&t.column, &t.index, &t.to} {
		*n, _ = strconv.Atoi(words[i+1])
	}
	if !f.has(t) {
		return target{}
	}
	return t
}

// ask lets the reader ask neurons and links for their numbers, and the panel for
// what it shows at a place.
func (f *figure) ask(d *paper.Drawing) {
	columns := f.layout.columns
	d.First = f.pick(target{}.moved("", f.way()))
	d.Spots = append(d.Spots, f.panelSpot())
	for c := range columns {
		neuron := f.spotOf(len(columns[c]), 1, func(row, _ int) target { return target{kind: "neuron", column: c, index: row} })
		neuron.At = func(x, y float32) (row, col int, ok bool) {
			row, ok = f.layout.hitNeuron(c, x, y)
			return row, 0, ok
		}
		d.Spots = append(d.Spots, neuron)
		tile := func(unit int) (paper.Rectangle, bool) { return f.layout.tileOf(c, unit), true }
		d.StandUnits(f.layer(c), len(columns[c]), tile)
		if c+1 == len(columns) {
			d.StandUnits("minibatch/y", len(columns[c]), tile)
		}
		if c+1 == len(columns) {
			break
		}
		link := f.spotOf(len(columns[c]), len(columns[c+1]), func(row, col int) target { return target{"link", c, row, col} })
		link.Path = func(row, col int) [][2]float32 { return f.layout.path(target{"link", c, row, col}) }
		link.At = func(x, y float32) (row, col int, ok bool) {
			if _, ok := f.layout.hitNeuron(c, x, y); ok { // neurons lie upon links
				return 0, 0, false
			}
			return f.layout.hitLink(c, x, y, f.linkWidth)
		}
		d.Spots = append(d.Spots, link)
	}
	f.askMore(d)
}

// spotOf returns the spot of targets of a kind.
func (f *figure) spotOf(rows, cols int, of func(row, col int) target) paper.Spot {
	return paper.Spot{
		Box: f.Free.Grown(paper.Margin), Rows: rows, Cols: cols, Unframed: true,
		Cell:  func(row, col int) paper.Rectangle { return f.layout.around(of(row, col)) },
		Tip:   func(row, col int) (string, []string) { return f.tip(of(row, col)) },
		Part:  func(row, col int) paper.Part { return f.part(of(row, col)) },
		Card:  func(row, col int) *paper.Card { return f.card(of(row, col)) },
		Shows: func(row, col int) string { return of(row, col).shown() },
		Walk:  func(row, col int, key string) paper.Pick { return f.pick(of(row, col).moved(key, f.way())) },
	}
}

// panelSpot returns the spot of the panel, over which the keyboard moves a
// crosshair.
func (f *figure) panelSpot() paper.Spot {
	panel := f.layout.panel
	s := paper.Spot{
		Box: panel, Rows: crossSteps + 1, Cols: crossSteps + 1, Unframed: true,
		At: func(x, y float32) (row, col int, ok bool) { return 0, 0, true },
		Cell: func(row, col int) paper.Rectangle {
			x, y := crosshair{col, row}.at(panel)
			return paper.Rect(x, y, 0, 0)
		},
		Aim: func(x, y float32) (row, col int) {
			c := crosshairAt(panel, x, y)
			return c.y, c.x
		},
		Tip: func(row, col int) (string, []string) {
			x, y := crosshair{col, row}.at(panel)
			return f.readPanel(x, y), nil
		},
		Read: f.readPanel,
		Part: func(int, int) paper.Part { return paper.Part{Kind: "output"} },
		Walk: func(row, col int, key string) paper.Pick {
			next, out := crosshair{col, row}.moved(key)
			output := target{kind: "output"}
			if out || key == "Home" || key == "End" {
				return f.pick(output.moved(key, f.way()))
			}
			p := f.pick(output)
			p.Row, p.Col = next.y, next.x
			return p
		},
	}
	if _, warped := f.warped(); !warped { // a unit's activation is no place of the data's
		s.Pins = f.pins
	}
	return s
}

// plan tells the page where the hidden layers are, for its buttons.
func (l *layout) plan(free paper.Rectangle) paper.Plan {
	p := paper.Plan{Spacing: l.spacing, Left: l.slots[0][0].X, Right: l.panel.X, Stacked: l.stacked, Panel: l.panel}
	p.Beside = !l.stacked && free.W >= dockFrom
	if l.stacked {
		p.Right = free.X + free.W + paper.Margin
	}
	for c := 1; c+1 < len(l.columns); c++ {
		first, last := l.slots[c][0], l.slots[c][len(l.slots[c])-1]
		p.Hidden = append(p.Hidden, paper.Hidden{X: first.X, Top: first.Y, Bottom: last.Y + last.H, Width: first.W, Units: len(l.columns[c])})
	}
	return p
}
