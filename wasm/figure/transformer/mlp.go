package transformer

import (
	"strings"

	"nnplay/wasm/paper"
)

// mostUnits is how many columns a picture of a feed-forward layer has at most.
const mostUnits = 32

// blockPath is the name of the block that an attention is part of.
func (a *attention) blockPath() string { return a.name[:strings.LastIndex(a.name, "/")] }

// unitsOf returns what the units of the feed-forward layer say at the places that
// look (T, U), nil if that is not known.
func (k figure) unitsOf(a *attention) []float32 {
	units, shape := k.Values(a.blockPath()+"/mlp/units", 3)
	if units == nil || shape[1] != a.rows || shape[2] < 1 || len(units) < a.rows*shape[2] {
		return nil
	}
	return units[:a.rows*shape[2]]
}

// drawMLP draws the units of a feed-forward layer, a row a place. Where there is
// no room for all, a column is that of its units which is farthest from 0.
func (k figure) drawMLP(d *paper.Drawing, r paper.Rectangle, a *attention, units []float32) {
	n := len(units) / a.rows
	by := (n + mostUnits - 1) / mostUnits
	cols := (n + by - 1) / by
	cells := make([]float32, a.rows*cols)
	for row := range a.rows {
		for unit, v := range units[row*n : (row+1)*n] {
			if cell := &cells[row*cols+unit/by]; paper.Abs(v) > paper.Abs(*cell) {
				*cell = v
			}
		}
	}
	d.Pictures = append(d.Pictures, paper.Picture{Box: r, Rows: a.rows, Cols: cols, Levels: paper.Signed(cells, 0), Table: &k.Levels})
	d.Over.Frame(r, 2, 1, k.Theme.Line)
	d.Label("MLP", r.X+r.W/2, r.Y-9, 11, 0.5, k.Muted)
	spot := paper.Spot{Box: r, Rows: a.rows, Cols: cols, Tip: func(row, col int) (string, []string) {
		looking, _ := k.tokensOf(a)
		var lines []string
		for unit := col * by; unit < min((col+1)*by, n); unit++ {
			lines = append(lines, k.Words.Text("canvas.unit", "Unit")+" "+paper.Number(float32(unit+1), 0)+": "+paper.Number(units[row*n+unit], 3))
		}
		return at(looking, row) + " · " + k.blockName(a.block) + " · MLP", lines
	}}
	if by == 1 {
		spot.Part = func(row, col int) paper.Part {
			return paper.Part{Layer: a.blockPath() + "/mlp", Tensor: a.blockPath() + "/mlp/units", Unit: col, Time: row + 1}
		}
	}
	d.Spots = append(d.Spots, spot)
	standUnits(d, &spot, a, n, by)
}
