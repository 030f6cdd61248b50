package svg

import (
	"math"
	"strings"

	"nnplay/wasm/paper"
)

// shapes writes shapes upon each other, in the colors of both themes.
func (w *writer) shapes(light, dark paper.Shapes) {
	for i := 0; i < len(light); i++ {
		s := &light[i]
		if !w.sees(bounds(s)) {
			continue
		}
		paint := both(s.Color, darkOf(light, dark, i))
		switch s.Kind {
		case paper.Line, paper.Beads:
			w.element(attribute("stroke", paint)+attribute("stroke-width", number(s.Size)), `<path d="%s"/>`, line(s.Line))
		case paper.Cross:
			w.element(attribute("stroke", paint)+` stroke-width="1.3"`, `<path d="M%s %sl%[3]s %[3]sm0 -%[3]sl-%[3]s %[3]s"/>`,
				number(s.Box.X-s.Size), number(s.Box.Y-s.Size), number(2*s.Size))
		case paper.Fill:
			w.rectangle(attribute("fill", paint), s.Box, s.Round)
		case paper.Bar:
			if n := row(light[i:]); n > fewBars {
				w.bars(light[i:i+n], dark[min(i, len(dark)):min(i+n, len(dark))])
				i += n - 1
				continue
			}
			w.rectangle(attribute("fill", paint)+` shape-rendering="crispEdges"`, s.Box, 0)
		case paper.Frame:
			w.rectangle(attribute("stroke", paint)+attribute("stroke-width", number(s.Size)), s.Box, s.Round)
		case paper.Blend:
			w.blend(s, darkShape(light, dark, i))
		case paper.Dot:
			if rimmed := pairs(light[i:]); rimmed > 0 {
				w.points(light[i:], dark[min(i, len(dark)):], rimmed)
				i += 2*rimmed - 1
				continue
			}
			w.dot(attribute("fill", paint), s, s.Size)
		}
	}
}

// bounds returns a box and how far around it a shape reaches.
func bounds(s *paper.Shape) (box paper.Rectangle, around float32) {
	switch s.Kind {
	case paper.Dot, paper.Cross, paper.Frame:
		return s.Box, s.Size
	case paper.Line, paper.Beads, paper.Blend:
		if len(s.Line) == 0 {
			return s.Box, 0
		}
		low, high := s.Line[0], s.Line[0]
		for _, p := range s.Line {
			low = [2]float32{min(low[0], p[0]), min(low[1], p[1])}
			high = [2]float32{max(high[0], p[0]), max(high[1], p[1])}
		}
		return paper.Rect(low[0], low[1], high[0]-low[0], high[1]-low[1]), s.Size
	}
	return s.Box, 0
}

// fewBars is up to how many bars side by side are written one by one.
const fewBars = 8

// row returns with how many opaque bars of one size, side by side, shapes begin.
func row(s paper.Shapes) (n int) {
	first := &s[0]
	for n < len(s) {
		b := &s[n]
		there := paper.Abs(b.Box.X-first.Box.X-float32(n)*first.Box.W) < 0.1 && b.Box.Y == first.Box.Y && b.Box.H == first.Box.H && paper.Abs(b.Box.W-first.Box.W) < 0.1
		if b.Kind != paper.Bar || b.Color.A != 1 || !there {
			break
		}
		n++
	}
	return n
}

// bars writes bars side by side as an image.
func (w *writer) bars(light, dark paper.Shapes) {
	box := light[0].Box
	box.W *= float32(len(light))
	n := min(len(light), w.most)
	w.image(box, 0, false, colored(1, n, func(_, col int) [2]paper.Pixel {
		i := int(middle(col, n) * float32(len(light)))
		return [2]paper.Pixel{light[i].Color.Pixel(), darkOf(light, dark, i).Pixel()}
	}))
}

// darkShape returns the shape of the dark theme that is the light one's, which
// serves in its place if there is none.
func darkShape(light, dark paper.Shapes, i int) *paper.Shape {
	if len(dark) != len(light) || dark[i].Kind != light[i].Kind {
		return &light[i]
	}
	return &dark[i]
}

func darkOf(light, dark paper.Shapes, i int) paper.Color { return darkShape(light, dark, i).Color }

// pairs returns with how many dots that have a rim, which lies below them, shapes begin.
func pairs(s paper.Shapes) (n int) {
	for 2*n+1 < len(s) && rims(&s[2*n], &s[2*n+1]) {
		n++
	}
	return n
}

// points writes dots with rims, an element each: those that look alike together, however
// they lie upon each other.
func (w *writer) points(light, dark paper.Shapes, n int) {
	looks := map[string][]int{}
	var order []string
	for i := range n {
		outer, inner := &light[2*i], &light[2*i+1]
		width := (outer.Size - inner.Size) * apothem(int(outer.Corners))
		look := attribute("fill", both(inner.Color, darkOf(light, dark, 2*i+1))) + attribute("stroke", both(outer.Color, darkOf(light, dark, 2*i))) + attribute("stroke-width", number(width))
		if looks[look] == nil {
			order = append(order, look)
		}
		looks[look] = append(looks[look], i)
	}
	for _, look := range order {
		for _, i := range looks[look] {
			outer, inner := &light[2*i], &light[2*i+1]
			if !w.sees(bounds(outer)) {
				continue
			}
			w.dot(look, outer, (outer.Size+inner.Size)/2)
		}
	}
}

// rims tells whether a dot is the rim of the next shape.
func rims(outer, inner *paper.Shape) bool {
	return outer.Kind == paper.Dot && inner.Kind == paper.Dot && inner.Corners == outer.Corners && inner.Box == outer.Box && inner.Size < outer.Size && outer.Color.A == 1 && inner.Color.A == 1
}

// mostCorners is that of polygons; a dot of more is round.
const mostCorners = 8

// apothem returns how far the sides of a dot of radius 1 are from its middle.
func apothem(corners int) float32 {
	if corners < 3 || corners > mostCorners {
		return 1
	}
	return float32(math.Cos(math.Pi / float64(corners)))
}

// dot writes a dot of a radius: a disc, or a polygon with a corner at the top.
func (w *writer) dot(paint string, s *paper.Shape, radius float32) {
	n := int(s.Corners)
	if n < 3 || n > mostCorners {
		w.element(paint, `<circle cx="%s" cy="%s" r="%s"/>`, number(s.Box.X), number(s.Box.Y), number(radius))
		return
	}
	corners := make([][2]float32, n)
	for i := range corners {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		corners[i] = [2]float32{radius * float32(sin), radius * float32(1-cos)}
	}
	// From its top on, dots of a look are written alike.
	_, sides, _ := strings.Cut(line(corners), "M0 0")
	w.element(strings.Replace(paint, ` stroke=`, ` stroke-linejoin="miter" stroke=`, 1), `<path d="M%s %s%sz"/>`, number(s.Box.X), number(s.Box.Y-radius), sides)
}

func (w *writer) rectangle(paint string, r paper.Rectangle, round float32) {
	corners := ""
	if round >= 1.5 {
		corners = attribute("rx", number(min(round, r.W/2, r.H/2)))
	}
	w.element(paint, `<rect x="%s" y="%s" width="%s" height="%s"%s/>`, number(r.X), number(r.Y), number(max(r.W, 0)), number(max(r.H, 0)), corners)
}

// blend writes a net of nodes as cells, each in the mean of the colors of its corners.
func (w *writer) blend(light, dark *paper.Shape) {
	cols := light.Blend.Cols
	for i := 0; i+cols+1 < len(light.Line); i++ {
		if i%cols == cols-1 {
			continue
		}
		at := [4]int{i, i + 1, i + cols + 1, i + cols}
		var cell [4][2]float32
		for k, node := range at {
			cell[k] = light.Line[node]
		}
		paint := both(mean(light.Blend.Colors, at), mean(dark.Blend.Colors, at))
		w.element(attribute("fill", paint)+` shape-rendering="crispEdges"`, `<path d="%sz"/>`, line(cell[:]))
	}
}

// mean returns the color in the middle of some, in steps that many cells share.
func mean(colors []paper.Color, of [4]int) (c paper.Color) {
	for _, i := range of {
		c = paper.Color{R: c.R + colors[i].R/4, G: c.G + colors[i].G/4, B: c.B + colors[i].B/4, A: c.A + colors[i].A/4}
	}
	const steps = 24
	step := func(v float32) float32 { return float32(int(v*steps+0.5)) / steps }
	return paper.Color{R: step(c.R), G: step(c.G), B: step(c.B), A: step(c.A)}
}
