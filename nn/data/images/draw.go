package images

import (
	"fmt"
	"math"

	"nnplay/nn/data"
	"nnplay/nn/f32"
	"nnplay/nn/rng"
)

// Drawn is a set of images that are drawn from strokes, as many as one likes.
type Drawn struct {
	Name    string // in links, and in translations
	classes []class
}

// A class has a name, a sign for it, and the ways in which it is drawn.
type class struct {
	name    string
	symbol  string
	figures []figure
}

// Sets lists the drawn sets.
var Sets = []*Drawn{&digits, &shapes}

// Find returns the drawn set of that name.
func Find(name string) (*Drawn, bool) {
	for _, s := range Sets {
		if s.Name == name {
			return s, true
		}
	}
	return nil, false
}

// Classes returns the names of the classes.
func (d *Drawn) Classes() []string {
	var names []string
	for _, c := range d.classes {
		names = append(names, c.name)
	}
	return names
}

// Symbols returns a sign for each class that needs no translation.
func (d *Drawn) Symbols() []string {
	var symbols []string
	for _, c := range d.classes {
		symbols = append(symbols, c.symbol)
	}
	return symbols
}

// A Style is how far images of one class differ. The zero value draws all alike.
type Style struct {
	Distortion float32 // 0 to 1: rotation, scale, shear, place and thickness of the pen
	Noise      float32 // deviation of what is added to each element, 0 to 0.5
}

// MaxSide is the largest side of an image.
const MaxSide = 64

// Points draws n images of a side, the classes evenly mixed, in random order.
// They are a function of the stream, to the bit, on any machine; more of either
// style is the same images, more distorted or noisier.
func (d *Drawn) Points(stream *rng.Stream, n, side int, style Style) data.Points {
	if n < 0 || side < 8 || side > MaxSide || !(style.Distortion >= 0) || !(style.Noise >= 0) {
		panic(fmt.Sprintf("images: %d images of side %d in style %+v", n, side, style))
	}
	p := data.Points{Dim: side * side, Targets: 1, X: make([]float32, n*side*side), Y: make([]float32, n)}
	order := stream.Perm(n)
	for i, at := range order {
		k := i % len(d.classes)
		p.Y[at] = float32(k)
		d.Draw(stream, p.X[at*p.Dim:(at+1)*p.Dim], k, side, style)
	}
	return p
}

// Draw draws one image of a class, Side x Side elements.
func (d *Drawn) Draw(stream *rng.Stream, image []float32, class, side int, style Style) {
	figures := d.classes[class].figures
	f := figures[stream.IntN(len(figures))]
	m, thickness := distortion(stream, style.Distortion)
	c := newCanvas(image, side, thickness)
	for _, s := range f {
		for i := range s[1:] {
			c.segment(m.apply(s[i]), m.apply(s[i+1]))
		}
	}
	c.ink()
	for i := range image {
		noise := float32(style.Noise * stream.Normal())
		image[i] = min(max(image[i]+noise, 0), 1)
	}
}

// An affine map takes (x, y) to (a·x + b·y + e, c·x + d·y + f).
type affine struct{ a, b, c, d, e, f float32 }

func (m *affine) apply(p point) point {
	return point{
		float32(m.a*p.x) + float32(m.b*p.y) + m.e,
		float32(m.c*p.x) + float32(m.d*p.y) + m.f,
	}
}

// distortion draws a map, and the radius of the pen: at an amount of 1 the figure is
// turned by 20 degrees at most, sheared by 0.25, has 0.6 to 0.95 of the square's
// width and height and is moved by 0.15.
func distortion(stream *rng.Stream, amount float32) (m affine, radius float32) {
	vary := func(middle, reach float32) float32 {
		return middle + float32(float32(reach*amount)*stream.Uniform(-1, 1))
	}
	angle := vary(0, 20*math.Pi/180)
	width, height := vary(0.78, 0.17), vary(0.78, 0.17)
	shear := vary(0, 0.25)
	cos, sin := f32.Cos(angle), f32.Sin(angle)
	// Shear, then scale, then turn.
	sheared := float32(shear * width)
	m.a, m.b = float32(cos*width), float32(cos*sheared)-float32(sin*height)
	m.c, m.d = float32(sin*width), float32(sin*sheared)+float32(cos*height)
	m.e, m.f = vary(0, 0.15), vary(0, 0.15)
	return m, vary(0.11, 0.05)
}

// A canvas holds, until it is inked, the square of each element's distance to
// the nearest segment, in elements.
type canvas struct {
	image  []float32
	side   int
	radius float32 // of the pen, in elements
}

func newCanvas(image []float32, side int, radius float32) *canvas {
	for i := range image {
		image[i] = math.MaxFloat32
	}
	return &canvas{image, side, float32(radius*float32(side)) / 2}
}

// segment draws a piece of a stroke: only elements that it can reach are visited.
func (c *canvas) segment(p, q point) {
	half := float32(c.side) / 2
	scale := func(v float32) float32 { return float32(half*(v+1)) - 0.5 } // elements from the centre of the first
	ax, ay, bx, by := scale(p.x), scale(p.y), scale(q.x), scale(q.y)
	reach := c.radius + 1
	bound := func(v float32) int { return int(min(max(v, 0), float32(c.side-1))) }
	dx, dy := bx-ax, by-ay
	length := float32(dx*dx) + float32(dy*dy)
	for row := bound(min(ay, by) - reach); row <= bound(max(ay, by)+reach+1); row++ {
		for col := bound(min(ax, bx) - reach); col <= bound(max(ax, bx)+reach+1); col++ {
			x, y := float32(col)-ax, float32(row)-ay
			var along float32 // 0 at p, 1 at q
			if length > 0 {
				along = min(max((float32(x*dx)+float32(y*dy))/length, 0), 1)
			}
			x, y = x-float32(along*dx), y-float32(along*dy)
			at := row*c.side + col
			c.image[at] = min(c.image[at], float32(x*x)+float32(y*y))
		}
	}
}

// ink turns distances into ink: the part of an element that the pen covers.
func (c *canvas) ink() {
	for i, d := range c.image {
		c.image[i] = min(max(c.radius+0.5-f32.Sqrt(d), 0), 1)
	}
}
