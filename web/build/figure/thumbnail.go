package figure

import (
	"nnplay/nn/experiment"
	"nnplay/wasm/paper"
	"nnplay/wasm/paper/svg"
	"nnplay/web/i18n"
)

// The height of a thumbnail in CSS pixels, and the size of the canvas it is drawn on: a
// phone's, on which figures leave out what is not needed.
const (
	thumbHeight               = 150
	canvasWidth, canvasHeight = 390, 560
)

// Thumbnail draws what an experiment has come to, without words: the part of its figure
// that tells most.
func Thumbnail(run *experiment.Run, catalog i18n.Catalog) []byte {
	draw := Of(run, catalog, canvasWidth, canvasHeight, false)
	view := draw(paper.Light, i18n.English).Main
	sheet := svg.Sheet{View: view, Width: thumbHeight * view.W / view.H, Height: thumbHeight, Cells: 40}
	return sheet.Write(draw)
}
