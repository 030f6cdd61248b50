package data

import (
	"nnplay/nn/f32"
	"nnplay/nn/rng"
)

// Classes that meet at a known boundary, without a gap.

// labelReach is how far, at 100 %, noise moves along each axis the point by
// which a label is decided.
const labelReach = 3

// labeled makes a generator of points spread evenly over each of two classes,
// which a known function tells apart; noise changes labels near the boundary.
// Each class must fill a good part of the plane.
func labeled(known func(x, y []float32)) func(s *rng.Stream, n, classes int, noise float32) Points {
	const edge = 5.5
	return func(s *rng.Stream, n, _ int, noise float32) Points {
		p := newPoints(2, 1, n)
		for i := range n {
			x, y := s.Uniform(-edge, edge), s.Uniform(-edge, edge)
			for truth(known, x, y) != float32(i&1) {
				x, y = s.Uniform(-edge, edge), s.Uniform(-edge, edge)
			}
			nx, ny := moved(s, x, y, labelReach, noise)
			p.add(x, y, truth(known, nx, ny))
		}
		return p
	}
}

// squareOf has a board of 4 by 4 squares, 3 wide.
func squareOf(x, y []float32) {
	k := int(f32.Floor(x[0]/3)) + int(f32.Floor(x[1]/3))
	y[0] = float32(k & 1)
}

// aboveSine has class 1 above a sine.
func aboveSine(x, y []float32) { y[0] = indicator(x[1] > float32(2.5*f32.Sin(x[0]))) }

// aboveLine has class 1 above a straight line.
func aboveLine(x, y []float32) { y[0] = indicator(x[1] > float32(0.5*x[0])-1) }

// inHeart has class 1 within the curve (u² + v² - 1)³ = u²v³.
func inHeart(x, y []float32) {
	u, v := x[0]/3.6, x[1]/3.6+0.1
	d := squares(u, v) - 1
	y[0] = indicator(float32(float32(d*d)*d) < float32(float32(float32(u*u)*float32(v*v))*v))
}
