package main

// stageCurves lays out a regression of one input: the points and the true
// function, dashed.
func (g *game) stageCurves(m *mesh) {
	t := g.scene.topology
	out := g.layout.output
	lo, hi := t.Domain[2], t.Domain[3]
	m.fill(out, 10, g.theme.surface)
	if lo < 0 && hi > 0 {
		y := out.y + hi/(hi-lo)*out.h
		m.ribbon([][2]float32{{out.x, y}, {out.x + out.w, y}}, 1, g.theme.line)
	}
	known := g.scene.tensors["known/curve"]
	for i := 0; len(known.Shape) == 2 && i < known.Shape[0]; i++ {
		xy := trace(out, g.scene.curve("known", i), lo, hi)
		for k := 0; k+5 < len(xy); k += 8 {
			m.ribbon(xy[k:k+5], 1.4, g.theme.muted)
		}
	}
	if t.ShowTest {
		g.stageTargets(m, "points/test", g.theme.ink)
	}
	g.stageTargets(m, "points/train", g.theme.point)
}

func (g *game) stageTargets(m *mesh, name string, rim color) {
	t := g.scene.topology
	out := g.layout.output
	lo, hi := t.Domain[2], t.Domain[3]
	points := g.scene.tensors[name].F32
	for i := 0; i+2 < len(points); i += 3 {
		x := (points[i] - t.Domain[0]) / (t.Domain[1] - t.Domain[0])
		y := (points[i+2] - lo) / (hi - lo)
		if !(x >= 0 && x <= 1 && y >= 0 && y <= 1) {
			continue
		}
		px, py := out.x+x*out.w, out.y+(1-y)*out.h
		m.disc(px, py, 3.4, 12, 0, rim)
		m.disc(px, py, 2.5, 12, 0, g.theme.negative)
	}
}

// paintCurves paints the curves of the outputs, and of the neuron under the
// pointer.
func (g *game) paintCurves() {
	t := g.scene.topology
	out := g.layout.output
	for k, p := range g.layout.ports {
		c := g.theme.positive
		if k > 0 {
			c = classes[(k+1)%len(classes)]
		}
		g.marks.disc(p.x, p.y, 4.5, 16, 0, c)
		if curve := g.scene.curve("output", k); curve != nil {
			g.marks.ribbon(trace(out, curve, t.Domain[2], t.Domain[3]), 2.6, c)
		}
	}
	if g.hovered.kind == "neuron" {
		if curve := g.scene.curve(g.layer(g.hovered.column), g.hovered.index); curve != nil {
			g.marks.ribbon(trace(out, curve, t.Domain[2], t.Domain[3]), 2, g.theme.ink)
		}
	}
}
