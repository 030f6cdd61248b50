package main

// drawTemplates draws, for a network without convolutions, the weights from the
// image to each unit of the first layer as an image: what it looks for.
func (k *kit) drawTemplates(d *drawing, v *vision, r rect) {
	if len(k.topology.Layers) == 0 || v.image == nil {
		return
	}
	first := k.topology.Layers[0].Name
	w, shape := k.values(first+"/weight", 2)
	if w == nil || shape[0] != v.rows*v.cols {
		return
	}
	k.title(d, k.words.text("canvas.templates", "What each unit looks for"), r.x, r.y, r.w)
	most := largestOf(w)
	out, _ := k.values(first+"/out", 1)
	for unit, box := range tileGrid(rect{r.x, r.y + titleHigh + 6, r.w, r.h - titleHigh - 6}, shape[1], 5) {
		plane := make([]float32, shape[0])
		for i := range plane {
			plane[i] = w[i*shape[1]+unit]
		}
		d.pictures = append(d.pictures, picture{box: box, rows: v.rows, cols: v.cols, levels: signed(plane, most), table: &k.levels})
		d.spots = append(d.spots, spot{
			box: box, rows: v.rows, cols: v.cols,
			tip: func(row, col int) (string, []string) {
				lines := []string{"w = " + number(plane[row*v.cols+col], 3)}
				if unit < len(out) {
					lines = append(lines, "→ "+number(out[unit], 3))
				}
				return number(float32(unit+1), 0) + " " + place(row, col), lines
			},
			marks: func(row, col int) []rect { return []rect{part(v.imageBox, v.rows, v.cols, row, col, row+1, col+1)} },
		})
	}
}
