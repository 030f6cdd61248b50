package main

import "strings"

// mostUnits is how many columns a picture of a feed-forward layer has at most.
const mostUnits = 32

// blockPath is the name of the block that an attention is part of.
func (a *attention) blockPath() string { return a.name[:strings.LastIndex(a.name, "/")] }

// unitsOf returns what the units of the feed-forward layer say at the places that
// look (T, U), nil if that is not known.
func (k *kit) unitsOf(a *attention) []float32 {
	units, shape := k.values(a.blockPath()+"/mlp/units", 3)
	if units == nil || shape[1] != a.rows || shape[2] < 1 || len(units) < a.rows*shape[2] {
		return nil
	}
	return units[:a.rows*shape[2]]
}

// drawMLP draws the units of a feed-forward layer, a row a place. Where there is
// no room for all, a column is that of its units which is farthest from 0.
func (k *kit) drawMLP(d *drawing, r rect, a *attention, units []float32) {
	n := len(units) / a.rows
	by := (n + mostUnits - 1) / mostUnits
	cols := (n + by - 1) / by
	cells := make([]float32, a.rows*cols)
	for row := range a.rows {
		for unit, v := range units[row*n : (row+1)*n] {
			if cell := &cells[row*cols+unit/by]; abs(v) > abs(*cell) {
				*cell = v
			}
		}
	}
	d.pictures = append(d.pictures, picture{box: r, rows: a.rows, cols: cols, levels: signed(cells, 0), table: &k.levels})
	d.frame(r, 2, 1, k.theme.line)
	d.label("MLP", r.x+r.w/2, r.y-9, 11, 0.5, k.muted)
	d.spots = append(d.spots, spot{box: r, rows: a.rows, cols: cols, tip: func(row, col int) (string, []string) {
		looking, _ := k.tokensOf(a)
		var lines []string
		for unit := col * by; unit < min((col+1)*by, n); unit++ {
			lines = append(lines, k.words.text("canvas.unit", "Unit")+" "+number(float32(unit+1), 0)+": "+number(units[row*n+unit], 3))
		}
		return at(looking, row) + " · " + k.blockName(a.block) + " · MLP", lines
	}})
}
