package points

import "nnplay/wasm/paper"

// panelCorners is the radius of the panel's corners.
const panelCorners = 12

// drawBoundary draws what the output says over the domain, or what the neuron
// that is pointed at does.
func (f *figure) drawBoundary(d *paper.Drawing) {
	if f.multiclass() && f.hovered.kind != "neuron" {
		f.drawClasses(d)
		return
	}
	column, unit := f.shownUnit()
	f.drawHeat(d, f.layout.panel, panelCorners, paper.Backdrop, column, unit)
}

// drawClasses gives each sample of the domain the color of its likeliest class, the
// paler the less sure.
func (f *figure) drawClasses(d *paper.Drawing) {
	_, side := f.heat("output", 0)
	if side == 0 {
		return
	}
	heat := f.Tensors["output/heat"]
	classes := heat.Shape[0]
	var tables [len(paper.ClassColors)]*[256]paper.Pixel
	for k := range tables {
		tables[k] = f.ClassTable(k)
	}
	pixels := make([]paper.Pixel, side*side)
	for i := range pixels {
		class, sure := likeliest(heat.U8, classes, i)
		if f.Topology.Discretize {
			sure = 1
		}
		pixels[i] = tables[class%len(tables)][int((40+215*sure)*paper.Backdrop/paper.ShadeStrength)]
	}
	d.Pictures = append(d.Pictures, paper.Picture{Box: f.layout.panel, Round: panelCorners, Rows: side, Cols: side, Pixels: pixels, Smooth: true})
}

// knownInk is how strong the line of what is true is drawn.
const knownInk = 0.7

// knowsBoundary reports whether the true boundary is drawn.
func (f *figure) knowsBoundary() bool {
	known, t := f.Tensors["known/heat"], f.Topology
	return len(known.Shape) == 2 && known.Shape[0] == known.Shape[1] && t.Problem == "classification" && t.Classes == 2
}

// drawPoints draws the samples, training points filled and test points hollow, over
// the true boundary where there is one.
func (f *figure) drawPoints(s *paper.Shapes) {
	panel := f.layout.panel
	if f.warping() {
		return // points move with each step
	}
	if f.knowsBoundary() {
		known := f.Tensors["known/heat"]
		for _, line := range dashes(contour(known.U8, known.Shape[0]), 0.02, 0.014) {
			for i, p := range line {
				line[i] = [2]float32{panel.X + p[0]*panel.W, panel.Y + p[1]*panel.H}
			}
			s.Line(line, 1.5, f.Ink.Alpha(knownInk))
		}
	}
	for _, split := range f.shownSplits() {
		points := f.Tensors["points/"+split].F32
		for i := 0; i+2 < len(points); i += 3 {
			if x, y, ok := f.pointAt(points[i], points[i+1]); ok {
				f.drawPoint(s, split, x, y, points[i+2])
			}
		}
	}
}

// drawPoint draws a sample of a split.
func (f *figure) drawPoint(s *paper.Shapes, split string, x, y, target float32) {
	c, corners := f.pointLook(target)
	if split == "test" {
		f.Hollow(s, x, y, f.pointRadius(), corners, c)
	} else {
		f.Filled(s, x, y, f.pointRadius(), corners, c)
	}
}

// drawWrong marks the points that are taken for another class.
func (f *figure) drawWrong(d *paper.Drawing) {
	if !f.mistakes {
		return
	}
	for _, split := range f.shownSplits() {
		f.drawWrongSplit(&d.Over, split)
	}
}

func (f *figure) drawWrongSplit(s *paper.Shapes, split string) {
	points := f.Tensors["points/"+split].F32
	for i, wrong := range f.wrong(split) {
		if wrong == 0 || 3*i+2 >= len(points) {
			continue
		}
		if x, y, ok := f.pointAt(points[3*i], points[3*i+1]); ok {
			f.Halo(s, x, y, f.pointRadius())
		}
	}
}

// pointRadius returns the radius of a sample's mark.
func (f *figure) pointRadius() float32 { return paper.Clamp(f.layout.panel.W/110, 2, 4) }

// pointAt returns where a sample stands on the panel, if it does.
func (f *figure) pointAt(x, y float32) (px, py float32, ok bool) {
	d, panel := f.Topology.Domain, f.layout.panel
	x, y = (x-d[0])/(d[1]-d[0]), (y-d[2])/(d[3]-d[2])
	return panel.X + x*panel.W, panel.Y + (1-y)*panel.H, x >= 0 && x <= 1 && y >= 0 && y <= 1
}

// noteWalked notes where the sample lies with which a step is gone through.
func (f *figure) noteWalked(d *paper.Drawing) {
	p, _ := f.Values("points/walked", 1)
	if len(p) != 3 || f.warping() {
		return
	}
	if x, y, ok := f.pointAt(p[0], p[1]); ok {
		d.Walked = append(d.Walked, [2]float32{x, y})
	}
}

// pointLook returns the color and the shape of a sample by its class or target.
func (f *figure) pointLook(target float32) (c paper.Color, corners int) {
	t := f.Topology
	if t.Problem != "classification" {
		return f.Scale(target), 14
	}
	class := int(max(target, 0))
	return f.Class(class, t.Classes), paper.ClassCorners(class)
}

// drawPorts draws the ends of the links at the panel.
func (f *figure) drawPorts(d *paper.Drawing) {
	if f.layout.stacked {
		return
	}
	t := f.Topology
	column, shown := f.shownUnit()
	if column < len(t.Layers) {
		shown = 0
	}
	for k, p := range f.layout.outputs() {
		c, radius := f.Ink, float32(5)
		switch {
		case f.multiclass():
			c = f.Class(k, max(t.Classes, 3))
		case t.Inputs == 1:
			c = f.Target(k)
		case k != shown:
			c = f.Muted
		}
		if f.hovered == (target{kind: "neuron", column: len(f.layout.columns) - 1, index: k}) {
			radius = 7
		}
		d.Over.Dot(p.X, p.Y, radius+2, 0, f.Surface)
		d.Over.Dot(p.X, p.Y, radius, 0, c)
	}
}
