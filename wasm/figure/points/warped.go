package points

import (
	"strconv"

	"nnplay/wasm/paper"
)

// warping reports whether the panel shows the space as a layer sees it: if that
// was chosen, and no neuron's own picture is wanted.
func (f *figure) warping() bool {
	_, ok := f.warped()
	return ok && f.hovered.kind != "neuron"
}

// warpedAxes returns the ranges of the panel's axes while it is warped.
func (f *figure) warpedAxes() (d [4]float32, ok bool) {
	if !f.warping() {
		return d, false
	}
	return f.warpAxes, true
}

// noteWarp notes the axes of the warped space.
func (f *figure) noteWarp() {
	if w, ok := f.warped(); ok {
		f.warpAxes = w.axes()
	}
}

// drawWarp draws the grid in the colors of what the output says at its nodes,
// and on it the points.
func (f *figure) drawWarp(d *paper.Drawing) {
	w, ok := f.warped()
	if !ok {
		return
	}
	s := &d.Under
	panel, axes := f.layout.panel, f.warpAxes
	place := func(x, y float32) [2]float32 {
		px, py := (x-axes[0])/(axes[1]-axes[0]), (y-axes[2])/(axes[3]-axes[2])
		if !(px >= 0) { // NaN too
			px = 0
		}
		if !(py >= 0) {
			py = 0
		}
		return [2]float32{panel.X + min(px, 1)*panel.W, panel.Y + (1-min(py, 1))*panel.H}
	}
	s.Fill(panel, panelCorners, f.Surface)
	nodes, colors := make([][2]float32, 0, w.rows*w.columns), make([]paper.Color, 0, w.rows*w.columns)
	for row := range w.rows {
		for col := range w.columns {
			x, y, says := w.at(row, col)
			nodes, colors = append(nodes, place(x, y)), append(colors, f.verdictColor(says).Alpha(paper.Backdrop))
		}
	}
	s.Blend(nodes, colors, w.columns)
	line := f.Ink.Alpha(0.3)
	width := float32(1)
	if w.rows == 1 { // of one input: a thread
		line, width = f.Ink.Alpha(0.7), 2.5
	}
	const skip = 3 // of the nodes, so that the lines can be told apart
	for row := 0; row < w.rows; row += skip {
		xy := make([][2]float32, w.columns)
		for col := range xy {
			x, y, _ := w.at(row, col)
			xy[col] = place(x, y)
		}
		s.Line(xy, width, line)
	}
	for col := 0; col < w.columns && w.rows > 1; col += skip {
		xy := make([][2]float32, w.rows)
		for row := range xy {
			x, y, _ := w.at(row, col)
			xy[row] = place(x, y)
		}
		s.Line(xy, width, line)
	}
	for _, split := range f.shownSplits() {
		f.drawWarpedSplit(s, split, place)
	}
}

func (f *figure) drawWarpedSplit(s *paper.Shapes, split string, place func(x, y float32) [2]float32) {
	at := f.Tensors["warp/"+split].F32
	points := f.Tensors["points/"+split].F32
	wrong := f.wrong(split)
	for i := 0; 2*i+1 < len(at) && 3*i+2 < len(points); i++ {
		p := place(at[2*i], at[2*i+1])
		f.drawPoint(s, split, p[0], p[1], points[3*i+2])
		if f.mistakes && i < len(wrong) && wrong[i] != 0 {
			f.Halo(s, p[0], p[1], f.pointRadius())
		}
	}
}

// verdictColor returns the color of what the output says at a node.
func (f *figure) verdictColor(says float32) paper.Color {
	if f.multiclass() {
		return paper.Mix(f.Zero, f.Class(int(max(says, 0)), max(f.Topology.Classes, 3)), paper.ShadeStrength)
	}
	if f.Topology.Discretize {
		return f.Sign(says)
	}
	return f.Scale(says)
}

// warpTitle says what the panel shows: the layer and the two units.
func (f *figure) warpTitle() string {
	w := f.Topology.Warp
	return f.name(w.Layer, w.First) + "  ×  " + strconv.Itoa(w.Second+1)
}
