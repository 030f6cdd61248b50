package autoencoder

import "nnplay/wasm/paper"

// pixelOf returns where a pixel of an image (rows, cols) is that is drawn in a box.
func pixelOf(box paper.Rectangle, rows, cols int) func(i int) (paper.Rectangle, bool) {
	w, h := box.W/float32(cols), box.H/float32(rows)
	return func(i int) (paper.Rectangle, bool) {
		return paper.Rect(box.X+float32(i%cols)*w, box.Y+float32(i/cols)*h, w, h), true
	}
}

// askRestored makes the pixels of the image that is restored large what the decoder puts
// out, while a step is gone through: it is that of the sample.
func (k figure) askRestored(d *paper.Drawing, box paper.Rectangle, rows, cols int) {
	if k.Lit == nil {
		return
	}
	d.Spots = append(d.Spots, paper.Spot{Box: box, Rows: rows, Cols: cols, Part: func(row, col int) paper.Part {
		return paper.Part{Layer: "decoder/output", Unit: row*cols + col}
	}})
	for _, name := range []string{"decoder/output", "reconstruction"} {
		d.StandUnits(name, rows*cols, pixelOf(box, rows, cols))
	}
}

// standLayers makes the bars of the hourglass stand for all of their layers; the
// narrowest for the code too.
func (k figure) standLayers(d *paper.Drawing, bar func(column int) paper.Rectangle) {
	const all = 1 << 30 // units
	stand := func(name string, column int) {
		box := bar(column)
		d.StandUnits(name, all, func(int) (paper.Rectangle, bool) { return box, true })
	}
	for i, l := range k.Topology.Layers {
		stand(l.Name, i+1)
		if l.Name == "encoder/output" {
			stand("code", i+1)
			stand("noise", i+1)
		}
	}
}
