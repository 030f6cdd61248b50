package cnn

import "nnplay/wasm/paper"

// drawTemplates draws, for a network without convolutions, the weights from the
// image to each unit of the first layer as an image: what it looks for.
func (k figure) drawTemplates(d *paper.Drawing, v *vision, r paper.Rectangle) {
	if len(k.Topology.Layers) == 0 || v.image == nil {
		return
	}
	first := k.Topology.Layers[0].Name
	w, shape := k.Values(first+"/weight", 2)
	if w == nil || shape[0] != v.rows*v.cols {
		return
	}
	k.title(d, k.Words.Text("canvas.templates", "What each unit looks for"), r.X, r.Y, r.W)
	most := largestOf(w)
	out, _ := k.Values(first+"/out", 1)
	for unit, box := range tileGrid(paper.Rect(r.X, r.Y+titleHigh+6, r.W, r.H-titleHigh-6), shape[1], 5) {
		plane := make([]float32, shape[0])
		for i := range plane {
			plane[i] = w[i*shape[1]+unit]
		}
		d.Pictures = append(d.Pictures, paper.Picture{Box: box, Rows: v.rows, Cols: v.cols, Levels: paper.Signed(plane, most), Table: &k.Levels})
		d.Spots = append(d.Spots, paper.Spot{
			Box: box, Rows: v.rows, Cols: v.cols,
			Tip: func(row, col int) (string, []string) {
				lines := []string{"w = " + paper.Number(plane[row*v.cols+col], 3)}
				if unit < len(out) {
					lines = append(lines, "→ "+paper.Number(out[unit], 3))
				}
				return paper.Number(float32(unit+1), 0) + " " + place(row, col), lines
			},
			Part: func(row, col int) paper.Part {
				i := row*v.cols + col
				return paper.Part{Kind: "link", Layer: first, From: i, Unit: unit, Parameter: first + "/weight", Index: i*shape[1] + unit}
			},
			Marks: func(row, col int) []paper.Rectangle {
				return []paper.Rectangle{part(v.imageBox, v.rows, v.cols, row, col, row+1, col+1)}
			},
		})
	}
}
