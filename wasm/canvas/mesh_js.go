package main

import (
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"nnplay/wasm/paper"
)

// A mesh collects triangles, in device pixels, for one draw call.
type mesh struct {
	scale    float32 // device pixels a CSS pixel
	vertices []ebiten.Vertex
	indices  []uint32
}

func (m *mesh) reset(scale float32) {
	m.scale, m.vertices, m.indices = scale, m.vertices[:0], m.indices[:0]
}

// shapes adds shapes upon each other.
func (m *mesh) shapes(all paper.Shapes) {
	for i := range all {
		s := &all[i]
		switch s.Kind {
		case paper.Line:
			m.ribbon(s.Line, s.Size, s.Color)
		case paper.Beads:
			m.strip(s.Line, s.Size, s.Color, kindLink)
		case paper.Dot:
			m.disc(s.Box.X, s.Box.Y, s.Size, int(s.Corners), s.Color)
		case paper.Cross:
			m.cross(s.Box.X, s.Box.Y, s.Size, s.Color)
		case paper.Fill:
			m.fill(s.Box, s.Round, s.Color)
		case paper.Bar:
			m.bar(s.Box, s.Color)
		case paper.Frame:
			m.outline(s.Box, s.Round, s.Size, s.Color)
		case paper.Blend:
			m.blend(s.Line, s.Blend.Colors, s.Blend.Cols)
		}
	}
}

// vertex adds a vertex with what its kind wants to know.
func (m *mesh) vertex(x, y float32, c paper.Color, first, second, third, kind float32) uint32 {
	m.vertices = append(m.vertices, ebiten.Vertex{
		DstX: x * m.scale, DstY: y * m.scale,
		ColorR: c.R, ColorG: c.G, ColorB: c.B, ColorA: c.A,
		Custom0: first, Custom1: second, Custom2: third, Custom3: kind,
	})
	return uint32(len(m.vertices) - 1)
}

// bar draws a rectangle with hard edges.
func (m *mesh) bar(r paper.Rectangle, c paper.Color) { m.rectangle(r, c, 0, 0, 0, 0, 1, kindRibbon) }

// blend draws a net of nodes, so many in a row, between which their colors blend.
func (m *mesh) blend(nodes [][2]float32, colors []paper.Color, cols int) {
	first := uint32(len(m.vertices))
	for i, p := range nodes {
		m.vertex(p[0], p[1], colors[i], 0, 0, 1, kindRibbon)
	}
	for row := range len(nodes)/cols - 1 {
		for col := range cols - 1 {
			i := first + uint32(row*cols+col)
			below := i + uint32(cols)
			m.indices = append(m.indices, i, i+1, below+1, i, below+1, below)
		}
	}
}

// rectangle draws two triangles, with what a kind wants to know at the four
// corners: from (left, top) to (right, bottom) of something.
func (m *mesh) rectangle(to paper.Rectangle, c paper.Color, left, top, right, bottom, third, kind float32) {
	i := m.vertex(to.X, to.Y, c, left, top, third, kind)
	m.vertex(to.X+to.W, to.Y, c, right, top, third, kind)
	m.vertex(to.X+to.W, to.Y+to.H, c, right, bottom, third, kind)
	m.vertex(to.X, to.Y+to.H, c, left, bottom, third, kind)
	m.indices = append(m.indices, i, i+1, i+2, i, i+2, i+3)
}

// ribbon draws a line through points.
func (m *mesh) ribbon(xy [][2]float32, width float32, c paper.Color) {
	m.strip(xy, width, c, kindRibbon)
}

// strip draws a line of a kind through points, wide enough for its soft edges.
func (m *mesh) strip(xy [][2]float32, width float32, c paper.Color, kind float32) {
	half := width / 2 * m.scale
	reach := half + 0.5
	wide := reach / m.scale
	var way float32
	for i, p := range xy {
		if i > 0 {
			dx, dy := p[0]-xy[i-1][0], p[1]-xy[i-1][1]
			way += float32(math.Sqrt(float64(dx*dx+dy*dy))) * m.scale
		}
		a, b := xy[max(i-1, 0)], xy[min(i+1, len(xy)-1)]
		dx, dy := b[0]-a[0], b[1]-a[1]
		n := float32(math.Sqrt(float64(dx*dx + dy*dy)))
		if n == 0 {
			n = 1
		}
		nx, ny := -dy/n*wide, dx/n*wide
		k := m.vertex(p[0]+nx, p[1]+ny, c, way, reach, half, kind)
		m.vertex(p[0]-nx, p[1]-ny, c, way, -reach, half, kind)
		if i > 0 {
			m.indices = append(m.indices, k-2, k-1, k, k, k-1, k+1)
		}
	}
}

// polygons holds the corners of regular ones around the origin, by their
// number, from the top on.
var polygons = func() (all [9][][2]float32) {
	for n := range all {
		for i := range n {
			sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
			all[n] = append(all[n], [2]float32{float32(sin), -float32(cos)})
		}
	}
	return all
}()

// disc draws a filled regular polygon with a corner at the top, or a disc if it
// has no corners or very many.
func (m *mesh) disc(x, y, r float32, corners int, c paper.Color) {
	if corners < 3 || corners >= len(polygons) {
		reach := r*m.scale + 0.5
		wide := reach / m.scale
		m.rectangle(paper.Rect(x-wide, y-wide, 2*wide, 2*wide), c, -reach, -reach, reach, reach, r*m.scale, kindDisc)
		return
	}
	// Each side is a ribbon from the center outwards.
	half := r * m.scale * float32(math.Cos(math.Pi/float64(corners)))
	reach := half + 0.5
	wide := r * reach / half
	center := m.vertex(x, y, c, 0, 0, half, kindRibbon)
	for i, corner := range polygons[corners] {
		m.vertex(x+corner[0]*wide, y+corner[1]*wide, c, 0, reach, half, kindRibbon)
		m.indices = append(m.indices, center, center+1+uint32(i), center+1+uint32((i+1)%corners))
	}
}

// cross draws two strokes through a point.
func (m *mesh) cross(x, y, arm float32, c paper.Color) {
	for _, side := range [2]float32{-arm, arm} {
		line := [2][2]float32{{x - arm, y - side}, {x + arm, y + side}}
		m.ribbon(line[:], 1.3, c)
	}
}

// outline draws the border of a rounded rectangle, half of it within.
func (m *mesh) outline(r paper.Rectangle, radius, width float32, c paper.Color) {
	m.box(r, radius, width/2, c, kindBorder+width*m.scale)
}

// fill draws a rounded rectangle.
func (m *mesh) fill(r paper.Rectangle, radius float32, c paper.Color) {
	m.box(r, radius, 0, c, kindBox)
}

// box draws a rectangle of a kind that ends so far outside of r: the shader
// rounds its corners.
func (m *mesh) box(r paper.Rectangle, radius, outside float32, c paper.Color, kind float32) {
	w, h := r.W/2*m.scale, r.H/2*m.scale // from its center to its edges
	wide := outside + 0.5/m.scale        // soft edges included
	x, y := w+wide*m.scale, h+wide*m.scale
	first := len(m.vertices)
	m.rectangle(r.Grown(wide), c, -x, -y, x, y, min(radius*m.scale, w, h), kind)
	for i := range m.vertices[first:] {
		m.vertices[first+i].SrcX, m.vertices[first+i].SrcY = w, h
	}
}

// cut draws a rounded rectangle of a part of an image.
func (m *mesh) cut(to paper.Rectangle, radius float32, from paper.Rectangle) {
	m.fan(to, radius, func(x, y float32) uint32 {
		i := m.vertex(x, y, paper.Color{R: 1, G: 1, B: 1, A: 1}, 0, 0, 0, 0)
		m.vertices[i].SrcX, m.vertices[i].SrcY = from.X+(x-to.X)/to.W*from.W, from.Y+(y-to.Y)/to.H*from.H
		return i
	})
}

// fan draws a rounded rectangle of the vertices that at makes.
func (m *mesh) fan(r paper.Rectangle, radius float32, at func(x, y float32) uint32) {
	center := at(r.Center())
	n := uint32(0)
	rounded(r, radius, func(x, y float32) { at(x, y); n++ })
	for i := range n {
		m.indices = append(m.indices, center, center+1+i, center+1+(i+1)%n)
	}
}

// arcs holds the corners of rounded rectangles of radius 1, clockwise from the upper
// left one, in so many points each.
var arcs = func() (all [24][4][][2]float32) {
	for n := range all {
		for corner := range 4 {
			for i := range n {
				sin, cos := math.Sincos(math.Pi * (1 + float64(corner)/2 + float64(i)/float64(2*max(n-1, 1))))
				all[n][corner] = append(all[n][corner], [2]float32{float32(cos), float32(sin)})
			}
		}
	}
	return all
}()

// rounded calls f for the corners of a rounded rectangle, clockwise.
func rounded(r paper.Rectangle, radius float32, f func(x, y float32)) {
	n := min(3+int(radius*0.6), len(arcs)-1)
	if radius < 1.5 {
		n, radius = 1, 0
	}
	for corner, c := range [4][2]float32{{r.X + radius, r.Y + radius}, {r.X + r.W - radius, r.Y + radius}, {r.X + r.W - radius, r.Y + r.H - radius}, {r.X + radius, r.Y + r.H - radius}} {
		for _, p := range arcs[n][corner] {
			f(c[0]+radius*p[0], c[1]+radius*p[1])
		}
	}
}
