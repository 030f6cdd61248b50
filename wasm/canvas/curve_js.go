package main

import "nnplay/wasm/paper"

// stageCurves lays out a regression of one input: the points and the true
// function, dashed.
func (g *game) stageCurves(m *mesh) {
	t := g.scene.Topology
	panel := g.layout.panel
	lo, hi := t.Domain[2], t.Domain[3]
	if g.warping() {
		return
	}
	m.fill(panel, panelCorners, g.theme.Surface)
	for _, v := range paper.Ticks(lo, hi, 8) {
		y := panel.Y + (hi-v)/(hi-lo)*panel.H
		if y < panel.Y+4 || y > panel.Y+panel.H-4 {
			continue
		}
		c := g.theme.Line.Alpha(0.6)
		if v == 0 {
			c = g.theme.Line
		}
		m.ribbon([][2]float32{{panel.X, y}, {panel.X + panel.W, y}}, 1, c)
	}
	if t.ShowTest {
		g.stageTargets(m, "points/test", true)
	}
	g.stageTargets(m, "points/train", false)
	known := g.scene.Tensors["known/curve"]
	for i := 0; len(known.Shape) == 2 && i < known.Shape[0]; i++ {
		xy := trace(panel, g.scene.curve("known", i), lo, hi)
		for k := 0; k+3 < len(xy); k += 6 {
			m.ribbon(xy[k:k+4], 1.5, g.theme.Ink.Alpha(0.8))
		}
	}
}

// stageTargets lays out samples: training points filled, test points open.
func (g *game) stageTargets(m *mesh, name string, open bool) {
	t := g.scene.Topology
	panel := g.layout.panel
	lo, hi := t.Domain[2], t.Domain[3]
	points := g.scene.Tensors[name].F32
	radius := paper.Clamp(panel.W/130, 1.8, 3)
	for i := 0; i+2 < len(points); i += 3 {
		x := (points[i] - t.Domain[0]) / (t.Domain[1] - t.Domain[0])
		y := (points[i+2] - lo) / (hi - lo)
		if !(x >= 0 && x <= 1 && y >= 0 && y <= 1) {
			continue
		}
		px, py := panel.X+x*panel.W, panel.Y+(1-y)*panel.H
		if open {
			m.disc(px, py, radius+1, 0, g.theme.Ink.Alpha(0.75))
			m.disc(px, py, radius, 0, g.theme.Surface)
			continue
		}
		m.disc(px, py, radius, 0, g.theme.Negative)
	}
}

// paintCurves paints the curves of the outputs, and of the neuron under the
// pointer.
func (g *game) paintCurves(m *mesh) {
	d := g.scene.Topology.Domain
	panel := g.layout.panel
	for k := range g.scene.output().Units {
		if curve := g.scene.curve("output", k); curve != nil {
			xy := trace(panel, curve, d[2], d[3])
			m.ribbon(xy, 5, g.theme.Surface.Alpha(0.7))
			m.ribbon(xy, 2.6, g.theme.Target(k))
		}
	}
	if t := g.hovered; t.kind == "neuron" && t.column < len(g.layout.columns)-1 {
		if curve := g.scene.curve(g.scene.layer(t.column), t.index); curve != nil {
			m.ribbon(trace(panel, curve, d[2], d[3]), 2, g.theme.Ink)
		}
	}
}
