package data

import (
	"math"

	"nnplay/nn/f32"
	"nnplay/nn/rng"
)

// The data sets of TensorFlow Playground (src/dataset.ts), by its formulas: its
// label +1 is class 1, -1 is class 0. Spirals and regressions are in spiral.go
// and surface.go.

// circleRadius is the outer radius of the ring; the disc has half of it.
const circleRadius = 5

// circle has a disc of class 1 within a ring of class 0 and a gap between. Noise
// moves the point by which the label is decided, ±5 at 100 %.
func circle(s *rng.Stream, n, _ int, noise float32) Points {
	p := newPoints(2, 1, n)
	for i := range n {
		lo, hi := float32(0), float32(0.5*circleRadius)
		if i >= n/2 {
			lo, hi = 0.7*circleRadius, circleRadius
		}
		x, y := polar(s.Uniform(lo, hi), s.Uniform(0, 2*math.Pi))
		nx, ny := moved(s, x, y, circleRadius, noise)
		p.add(x, y, truth(inCircle, nx, ny))
	}
	return p
}

func inCircle(x, y []float32) {
	y[0] = indicator(squares(x[0], x[1]) < 0.25*circleRadius*circleRadius)
}

// xor has class 1 where both coordinates have the same sign, and a gap along
// the axes. Noise moves the point by which the label is decided, ±5 at 100 %.
func xor(s *rng.Stream, n, _ int, noise float32) Points {
	// One quarter after another, where TensorFlow Playground has them as they
	// come, so that the classes have as many points.
	const reach, padding = 5, 0.3
	p := newPoints(2, 1, n)
	for i := range n {
		x, y := padding+s.Uniform(0, reach), padding+s.Uniform(0, reach)
		if i&1 != 0 {
			x = -x
		}
		if i&2 != 0 {
			y = -y
		}
		nx, ny := moved(s, x, y, reach, noise)
		p.add(x, y, truth(sameSigns, nx, ny))
	}
	return p
}

func sameSigns(x, y []float32) { y[0] = indicator(float32(x[0]*x[1]) >= 0) }

// gauss has two normal distributions, around (2, 2) and (-2, -2). Noise is
// variance, from 0.5 to 4 at 50 %.
func gauss(s *rng.Stream, n, _ int, noise float32) Points {
	deviation := f32.Sqrt(0.5 + float32(7*noise))
	p := newPoints(2, 1, n)
	for i := range n {
		center, class := float32(2), float32(1)
		if i >= n/2 {
			center, class = -2, 0
		}
		p.add(center+float32(deviation*s.Normal()), center+float32(deviation*s.Normal()), class)
	}
	return p
}
