package main

import (
	"math"

	"github.com/hajimehoshi/ebiten/v2"
)

// A mesh collects triangles, in device pixels, for one draw call. Edges fade
// over a pixel, which is cheaper than drawing at twice the size.
type mesh struct {
	scale    float32 // device pixels a CSS pixel
	vertices []ebiten.Vertex
	indices  []uint32
}

func (m *mesh) reset(scale float32) {
	m.scale, m.vertices, m.indices = scale, m.vertices[:0], m.indices[:0]
}

// white is the source of untextured triangles: the middle of a 3x3 image.
var white = func() *ebiten.Image {
	img := ebiten.NewImage(3, 3)
	pixels := make([]byte, 36)
	for i := range pixels {
		pixels[i] = 255
	}
	img.WritePixels(pixels)
	return img
}()

// draw draws the mesh from a source; textured meshes are filtered linearly.
func (m *mesh) draw(dst, src *ebiten.Image) {
	if len(m.indices) == 0 {
		return
	}
	op := &ebiten.DrawTrianglesOptions{DisableMipmaps: true}
	if src != white {
		op.Filter = ebiten.FilterLinear
	}
	dst.DrawTriangles32(m.vertices, m.indices, src, op)
}

func (m *mesh) vertex(x, y float32, c color) uint32 {
	m.vertices = append(m.vertices, ebiten.Vertex{
		DstX: x * m.scale, DstY: y * m.scale, SrcX: 1.5, SrcY: 1.5,
		ColorR: c.r, ColorG: c.g, ColorB: c.b, ColorA: c.a,
	})
	return uint32(len(m.vertices) - 1)
}

// ribbon draws a line through points with round-looking soft edges.
func (m *mesh) ribbon(xy [][2]float32, width float32, c color) {
	fade := 0.8 / m.scale
	half := max(width/2-fade/2, 0.05)
	soft := c.alpha(0)
	var last uint32
	var way float32 // along the line, for flow
	for i, p := range xy {
		if i > 0 {
			dx, dy := p[0]-xy[i-1][0], p[1]-xy[i-1][1]
			way += float32(math.Sqrt(float64(dx*dx + dy*dy)))
		}
		a, b := xy[max(i-1, 0)], xy[min(i+1, len(xy)-1)]
		dx, dy := b[0]-a[0], b[1]-a[1]
		n := float32(math.Sqrt(float64(dx*dx + dy*dy)))
		if n == 0 {
			n = 1
		}
		nx, ny := -dy/n, dx/n
		first := m.vertex(p[0]+nx*(half+fade), p[1]+ny*(half+fade), soft)
		m.vertex(p[0]+nx*half, p[1]+ny*half, c)
		m.vertex(p[0]-nx*half, p[1]-ny*half, c)
		m.vertex(p[0]-nx*(half+fade), p[1]-ny*(half+fade), soft)
		for k := range m.vertices[first:] {
			m.vertices[int(first)+k].Custom0 = way
		}
		if i > 0 {
			for k := range uint32(3) {
				m.indices = append(m.indices, last+k, last+k+1, first+k, first+k, last+k+1, first+k+1)
			}
		}
		last = first
	}
}

// polygons holds the corners of regular ones around the origin, by their
// number, from the top on.
var polygons = func() (all [25][][2]float32) {
	for n := range all {
		for i := range n {
			sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
			all[n] = append(all[n], [2]float32{float32(sin), -float32(cos)})
		}
	}
	return all
}()

// disc draws a filled regular polygon with soft edges; with many corners it is
// a disc.
func (m *mesh) disc(x, y, r float32, corners int, c color) {
	fade := 0.8 / m.scale
	soft := c.alpha(0)
	center := m.vertex(x, y, c)
	for _, corner := range polygons[corners] {
		dx, dy := corner[0], corner[1]
		m.vertex(x+dx*(r-fade/2), y+dy*(r-fade/2), c)
		m.vertex(x+dx*(r+fade/2), y+dy*(r+fade/2), soft)
	}
	for i := range uint32(corners) {
		in, next := center+1+2*i, center+1+2*((i+1)%uint32(corners))
		m.indices = append(m.indices, center, in, next, in, in+1, next, next, in+1, next+1)
	}
}

// rounded calls f for the corners of a rounded rectangle, clockwise.
func rounded(r rect, radius float32, f func(x, y float32)) {
	arc := 3 + int(radius*0.6)
	if radius < 1.5 {
		arc = 1
		radius = 0
	}
	for corner, c := range [4][2]float32{{r.x + radius, r.y + radius}, {r.x + r.w - radius, r.y + radius}, {r.x + r.w - radius, r.y + r.h - radius}, {r.x + radius, r.y + r.h - radius}} {
		for i := range arc {
			sin, cos := math.Sincos(math.Pi * (1 + float64(corner)/2 + float64(i)/float64(2*max(arc-1, 1))))
			f(c[0]+radius*float32(cos), c[1]+radius*float32(sin))
		}
	}
}

// outline draws the border of a rounded rectangle.
func (m *mesh) outline(r rect, radius, width float32, c color) {
	var xy [][2]float32
	rounded(r, radius, func(x, y float32) { xy = append(xy, [2]float32{x, y}) })
	m.ribbon(append(xy, xy[0], xy[1]), width, c)
}

// fill draws a rounded rectangle.
func (m *mesh) fill(r rect, radius float32, c color) {
	cx, cy := r.center()
	m.fan(cx, cy, func(f func(x, y float32)) { rounded(r, radius, f) }, func(x, y float32) uint32 { return m.vertex(x, y, c) })
}

// picture draws a rounded rectangle of an atlas, a cell of which is stretched
// over it.
func (m *mesh) picture(r rect, radius float32, c cell) {
	u, v, size := float32(c.left), float32(c.top), float32(c.side)
	at := func(x, y float32) uint32 {
		m.vertices = append(m.vertices, ebiten.Vertex{
			DstX: x * m.scale, DstY: y * m.scale,
			SrcX: u + 0.5 + (x-r.x)/r.w*(size-1), SrcY: v + 0.5 + (y-r.y)/r.h*(size-1),
			ColorR: 1, ColorG: 1, ColorB: 1, ColorA: 1,
		})
		return uint32(len(m.vertices) - 1)
	}
	cx, cy := r.center()
	m.fan(cx, cy, func(f func(x, y float32)) { rounded(r, radius, f) }, at)
}

func (m *mesh) fan(cx, cy float32, rim func(func(x, y float32)), at func(x, y float32) uint32) {
	center := at(cx, cy)
	n := uint32(0)
	rim(func(x, y float32) { at(x, y); n++ })
	for i := range n {
		m.indices = append(m.indices, center, center+1+i, center+1+(i+1)%n)
	}
}
