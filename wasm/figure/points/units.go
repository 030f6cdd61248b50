package points

import (
	"math"

	"nnplay/wasm/paper"
)

// drawTiles draws the features and the neurons as what they make of the plane.
func (f *figure) drawTiles(d *paper.Drawing) {
	if f.Topology.Inputs != 2 {
		return
	}
	for c, column := range f.tiled() {
		for i, r := range column {
			if !placed(r) {
				continue
			}
			f.drawHeat(d, r, corners(r), 1, c, i)
		}
	}
}

// drawHeat draws a unit's heat map, so strong.
func (f *figure) drawHeat(d *paper.Drawing, r paper.Rectangle, round, strength float32, column, unit int) {
	levels, side := f.heat(f.layer(column), unit)
	if levels == nil {
		return
	}
	h := paper.Heat{Box: r, Round: round, Side: side, Levels: levels, End: f.Positive}
	switch t := f.Topology; {
	case column == len(t.Layers) && f.multiclass():
		h.End, h.Scale = f.Shade(unit), paper.ShareHeat
	case t.Discretize:
		h.Scale = paper.StepHeat
	}
	h.End.A = strength
	d.Heats = append(d.Heats, h)
}

// drawRims draws what is around the tiles and, of those without heat maps, below
// their curves.
func (f *figure) drawRims(s *paper.Shapes) {
	f.drawMore(s)
	for c, column := range f.tiled() {
		for i, r := range column {
			if !placed(r) {
				continue
			}
			if f.Topology.Inputs != 2 {
				s.Fill(r, corners(r), f.Surface)
				s.Segment(r.X, r.Y+r.H/2, r.X+r.W, r.Y+r.H/2, 0.75, f.Theme.Line)
			}
			switch {
			case f.hovered == target{kind: "neuron", column: c, index: i}:
				s.Frame(r.Grown(0.5), corners(r), 2, f.Ink)
			case r.W >= 8:
				s.Frame(r, corners(r), 1, f.Theme.Line)
			}
		}
	}
}

// tiled returns the columns that are drawn as tiles.
func (f *figure) tiled() [][]paper.Rectangle {
	if f.layout.stacked {
		return f.layout.columns
	}
	return f.layout.columns[:len(f.layout.columns)-1]
}

// corners is the radius of a tile's corners.
func corners(r paper.Rectangle) float32 { return r.W * 0.18 }

// drawUnits draws the neurons' curves and their biases.
func (f *figure) drawUnits(d *paper.Drawing) {
	for c, column := range f.tiled() {
		layer := f.layer(c)
		for i, r := range column {
			if !placed(r) {
				continue
			}
			if curve := f.curve(layer, i); curve != nil && f.Topology.Inputs == 1 {
				lo, hi := paper.Span(curve, 1)
				if c == len(f.Topology.Layers) {
					lo, hi = f.Topology.Domain[2], f.Topology.Domain[3]
				}
				for _, piece := range trace(r.Grown(-2), curve, lo, hi) {
					d.Over.Line(piece, paper.Clamp(r.W/22, 1, 2), f.Positive)
				}
			}
			if c > 0 && r.W >= biasTile { // the bias, a dot on the lower left corner
				radius := paper.Clamp(r.W/10, 2.6, 4.5)
				x, y := r.X+radius*0.4, r.Y+r.H-radius*0.4
				d.Over.Dot(x, y, radius+1.5, 0, f.Surface)
				b := f.bias(c, i)
				d.Over.Dot(x, y, radius, 0, f.Mark(float32(math.Tanh(float64(b)))))
			}
		}
	}
}
