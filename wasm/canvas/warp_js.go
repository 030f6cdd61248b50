package main

import (
	"strconv"

	"nnplay/wasm/paper"
)

// warping reports whether the panel shows the space as a layer sees it: if that
// was chosen, and no neuron's own picture is wanted.
func (g *game) warping() bool {
	_, ok := g.scene.warped()
	return ok && g.hovered.kind != "neuron"
}

// warpedAxes returns the ranges of the panel's axes while it is warped.
func (g *game) warpedAxes() (d [4]float32, ok bool) {
	if !g.warping() {
		return d, false
	}
	return g.warpAxes, true
}

// noteWarp looks whether the axes of the warped space have changed.
func (g *game) noteWarp() {
	w, ok := g.scene.warped()
	var axes [4]float32
	if ok {
		axes = w.axes()
	}
	if axes != g.warpAxes {
		g.warpAxes, g.restage = axes, true
	}
}

// paintWarp paints the grid in the colors of what the output says at its nodes,
// and on it the points.
func (g *game) paintWarp(m *mesh) {
	w, ok := g.scene.warped()
	if !ok {
		return
	}
	panel, d := g.layout.panel, g.warpAxes
	place := func(x, y float32) [2]float32 {
		px, py := (x-d[0])/(d[1]-d[0]), (y-d[2])/(d[3]-d[2])
		if !(px >= 0) { // NaN too
			px = 0
		}
		if !(py >= 0) {
			py = 0
		}
		return [2]float32{panel.X + min(px, 1)*panel.W, panel.Y + (1-min(py, 1))*panel.H}
	}
	m.fill(panel, panelCorners, g.theme.Surface)
	first := uint32(len(m.vertices))
	for row := range w.rows {
		for col := range w.columns {
			x, y, says := w.at(row, col)
			p := place(x, y)
			m.flat(p[0], p[1], g.verdictColor(says).Alpha(0.85))
		}
	}
	for row := range w.rows - 1 {
		for col := range w.columns - 1 {
			i := first + uint32(row*w.columns+col)
			below := i + uint32(w.columns)
			m.indices = append(m.indices, i, i+1, below+1, i, below+1, below)
		}
	}
	line := g.theme.Ink.Alpha(0.3)
	width := float32(1)
	if w.rows == 1 { // of one input: a thread
		line, width = g.theme.Ink.Alpha(0.7), 2.5
	}
	const skip = 3 // of the nodes, so that the lines can be told apart
	for row := 0; row < w.rows; row += skip {
		xy := make([][2]float32, w.columns)
		for col := range xy {
			x, y, _ := w.at(row, col)
			xy[col] = place(x, y)
		}
		m.ribbon(xy, width, line)
	}
	for col := 0; col < w.columns && w.rows > 1; col += skip {
		xy := make([][2]float32, w.rows)
		for row := range xy {
			x, y, _ := w.at(row, col)
			xy[row] = place(x, y)
		}
		m.ribbon(xy, width, line)
	}
	if g.scene.Topology.ShowTest {
		g.paintWarpedSplit(m, "test", place, g.theme.Ink)
	}
	g.paintWarpedSplit(m, "train", place, g.theme.Point)
}

func (g *game) paintWarpedSplit(m *mesh, split string, place func(x, y float32) [2]float32, rim paper.Color) {
	at := g.scene.Tensors["warp/"+split].F32
	points := g.scene.Tensors["points/"+split].F32
	wrong := g.scene.wrong(split)
	radius := g.pointRadius()
	for i := 0; 2*i+1 < len(at) && 3*i+2 < len(points); i++ {
		p := place(at[2*i], at[2*i+1])
		c, corners := g.pointLook(points[3*i+2])
		m.disc(p[0], p[1], radius+1, corners, rim)
		m.disc(p[0], p[1], radius, corners, c)
		if i < len(wrong) && wrong[i] != 0 {
			m.cross(p[0], p[1], radius*0.85, g.theme.Ink)
		}
	}
}

// verdictColor returns the color of what the output says at a node.
func (g *game) verdictColor(says float32) paper.Color {
	if g.scene.multiclass() {
		return paper.Mix(g.theme.Zero, g.theme.Class(int(max(says, 0)), max(g.scene.Topology.Classes, 3)), 0.6)
	}
	if g.scene.Topology.Discretize {
		return g.theme.Sign(says)
	}
	return g.theme.Scale(says)
}

// warpTitle says what the panel shows: the layer and the two units.
func (g *game) warpTitle() string {
	w := g.scene.Topology.Warp
	return g.scene.name(g.words, w.Layer, w.First) + "  ×  " + strconv.Itoa(w.Second+1)
}
