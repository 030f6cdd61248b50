package images

import (
	"math"

	"nnplay/nn/f32"
)

// A point lies in the square from (-1, -1), the upper left, to (1, 1).
type point struct{ x, y float32 }

// A stroke is a line through points that the pen is not lifted between.
type stroke []point

// A figure is what a pen draws.
type figure []stroke

// line joins points.
func line(xy ...float32) stroke {
	var s stroke
	for i := 0; i+1 < len(xy); i += 2 {
		s = append(s, point{xy[i], xy[i+1]})
	}
	return s
}

// closed joins points, the last with the first.
func closed(xy ...float32) stroke {
	return line(append(xy, xy[0], xy[1])...)
}

// arc is a part of an ellipse around (x, y), from one angle to another in
// degrees: 0 is to the right, 90 below.
func arc(x, y, rx, ry, from, to float32) stroke {
	const step = 20 // degrees of a piece, at most
	n := int(f32.Abs(to-from)/step) + 1
	var s stroke
	for i := range n + 1 {
		angle := (from + float32((to-from)*float32(i))/float32(n)) * (math.Pi / 180)
		s = append(s, point{x + float32(rx*f32.Cos(angle)), y + float32(ry*f32.Sin(angle))})
	}
	return s
}

// curve is a Bézier curve from a over b, which it bends towards, to c.
func curve(ax, ay, bx, by, cx, cy float32) stroke {
	const n = 8
	mix := func(a, b, c, t float32) float32 {
		u := 1 - t
		return float32(float32(u*u)*a) + float32(float32(float32(2*u)*t)*b) + float32(float32(t*t)*c)
	}
	var s stroke
	for i := range n + 1 {
		t := float32(float32(i) / n)
		s = append(s, point{mix(ax, bx, cx, t), mix(ay, by, cy, t)})
	}
	return s
}

// then goes on with other strokes without lifting the pen.
func (s stroke) then(more ...stroke) stroke {
	for _, m := range more {
		s = append(s, m...)
	}
	return s
}
