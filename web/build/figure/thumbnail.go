package figure

import (
	"nnplay/nn/experiment"
	"nnplay/wasm/paper"
	"nnplay/wasm/paper/svg"
	"nnplay/web/i18n"
)

// The height of a thumbnail in CSS pixels, and the size of the canvas it is drawn on:
// what a figure makes of less cannot be read.
const (
	thumbHeight               = 150
	canvasWidth, canvasHeight = 720, 450
)

// Thumbnail draws what an experiment has come to, without words: the large picture
// of what the network says, if its figure has one, else the whole figure.
func Thumbnail(run *experiment.Run, catalog i18n.Catalog) []byte {
	draw := Of(run, catalog, canvasWidth, canvasHeight, false)
	sheet := svg.Sheet{View: paper.Rect(0, 0, canvasWidth, canvasHeight), Height: thumbHeight, Cells: 40}
	light := draw(paper.Light, i18n.English)
	if panel := light.Plan.Panel; panel.W > 0 {
		sheet.View = panel
	}
	sheet.Width = thumbHeight * sheet.View.W / sheet.View.H
	return sheet.Write(draw)
}
