package main

import "nnplay/wasm/paper"

// panelCorners is the radius of the panel's corners.
const panelCorners = 12

// paintBoundary paints what the output says over the domain, or what the
// neuron under the pointer does.
func (g *game) paintBoundary() {
	column, unit := len(g.layout.columns)-1, 0
	switch {
	case g.hovered.kind == "neuron":
		column, unit = g.hovered.column, g.hovered.index
	case g.scene.multiclass():
		g.classes.paint(&g.scene, g.theme, g.layout.panel)
		return
	}
	if p, ok := g.levels.plane(column, unit); ok {
		c, kind := g.unitColors(column, unit)
		g.heats.picture(g.layout.panel, panelCorners, p, c, kind)
	}
}

// stagePoints lays out the samples, training points with a light rim and test
// points with a dark one, over the true boundary where there is one.
func (g *game) stagePoints(m *mesh) {
	t := g.scene.Topology
	panel := g.layout.panel
	if g.warping() {
		return // points move with each step
	}
	if known := g.scene.Tensors["known/heat"]; len(known.Shape) == 2 && known.Shape[0] == known.Shape[1] && t.Problem == "classification" && t.Classes == 2 {
		for _, line := range dashes(contour(known.U8, known.Shape[0]), 0.02, 0.014) {
			for i, p := range line {
				line[i] = [2]float32{panel.X + p[0]*panel.W, panel.Y + p[1]*panel.H}
			}
			m.ribbon(line, 1.5, g.theme.Ink.Alpha(0.6))
		}
	}
	radius := g.pointRadius()
	if t.ShowTest {
		g.stageSplit(m, "points/test", radius, g.theme.Ink)
	}
	g.stageSplit(m, "points/train", radius, g.theme.Point)
}

func (g *game) stageSplit(m *mesh, name string, radius float32, rim paper.Color) {
	points := g.scene.Tensors[name].F32
	for i := 0; i+2 < len(points); i += 3 {
		px, py, ok := g.pointAt(points[i], points[i+1])
		if !ok {
			continue
		}
		c, corners := g.pointLook(points[i+2])
		m.disc(px, py, radius+1, corners, rim)
		m.disc(px, py, radius, corners, c)
	}
}

// paintWrong crosses out the points that are taken for another class.
func (g *game) paintWrong(m *mesh) {
	if g.scene.Topology.ShowTest {
		g.paintWrongSplit(m, "test")
	}
	g.paintWrongSplit(m, "train")
}

func (g *game) paintWrongSplit(m *mesh, split string) {
	points := g.scene.Tensors["points/"+split].F32
	for i, wrong := range g.scene.wrong(split) {
		if wrong == 0 || 3*i+2 >= len(points) {
			continue
		}
		if x, y, ok := g.pointAt(points[3*i], points[3*i+1]); ok {
			m.cross(x, y, g.pointRadius()*0.85, g.theme.Ink)
		}
	}
}

// pointRadius returns the radius of a sample's mark.
func (g *game) pointRadius() float32 { return paper.Clamp(g.layout.panel.W/105, 1.8, 3.6) }

// pointAt returns where a sample stands on the panel, if it does.
func (g *game) pointAt(x, y float32) (px, py float32, ok bool) {
	d, panel := g.scene.Topology.Domain, g.layout.panel
	x, y = (x-d[0])/(d[1]-d[0]), (y-d[2])/(d[3]-d[2])
	return panel.X + x*panel.W, panel.Y + (1-y)*panel.H, x >= 0 && x <= 1 && y >= 0 && y <= 1
}

// pointLook returns the color and the shape of a sample by its class or target.
func (g *game) pointLook(target float32) (c paper.Color, corners int) {
	t := g.scene.Topology
	if t.Problem != "classification" {
		return g.theme.Scale(target), 14
	}
	class := int(max(target, 0))
	return g.theme.Class(class, t.Classes), paper.ClassCorners(class)
}

// shownOutput returns which of several outputs the panel shows.
func (g *game) shownOutput() int {
	if t := g.hovered; t.kind == "neuron" && t.column == len(g.layout.columns)-1 {
		return t.index
	}
	return 0
}

// paintPorts paints the ends of the links at the panel.
func (g *game) paintPorts(m *mesh) {
	if g.layout.stacked {
		return
	}
	t := g.scene.Topology
	ports := g.layout.outputs()
	for k, p := range ports {
		c, radius := g.theme.Ink, float32(5)
		switch {
		case g.scene.multiclass():
			c = g.theme.Class(k, max(t.Classes, 3))
		case t.Inputs == 1:
			c = g.theme.Target(k)
		case k != g.shownOutput():
			c = g.theme.Muted
		}
		if g.hovered == (target{kind: "neuron", column: len(g.layout.columns) - 1, index: k}) {
			radius = 7
		}
		m.disc(p.X, p.Y, radius+2, 0, g.theme.Surface)
		m.disc(p.X, p.Y, radius, 0, c)
	}
}
