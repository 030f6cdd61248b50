package data

import (
	"math"

	"nnplay/nn/f32"
	"nnplay/nn/rng"
)

// moons are two half circles that reach into each other. Noise moves points,
// ±2.5 at 100 %, and a little without.
func moons(s *rng.Stream, n, _ int, noise float32) Points {
	const radius = 3
	spread := 0.2 + float32(2.5*noise)
	p := newPoints(2, 1, n)
	for i := range n {
		// The upper half of a circle; the other class is its mirror image.
		x, y := polar(radius, s.Uniform(-math.Pi/2, math.Pi/2))
		x, y = x-radius/2., y-radius/4.
		class := float32(i & 1)
		if class == 1 {
			x, y = -x, -y
		}
		x, y = moved(s, x, y, 1, spread)
		p.add(x, y, class)
	}
	return p
}

// ringsEnd are the radii where the discs around the origin end that class 0
// and classes 0 and 1 fill.
var ringsEnd = [2]float32{1.8, 3.8}

// rings has a disc, a ring around it and a ring around both, with gaps. Noise
// moves the point by which the label is decided, ±3 at 100 %.
func rings(s *rng.Stream, n, _ int, noise float32) Points {
	span := [3][2]float32{{0, 1.5}, {2.1, 3.5}, {4.1, 5.5}}
	p := newPoints(2, 1, n)
	for i := range n {
		r := span[i%3]
		x, y := polar(s.Uniform(r[0], r[1]), s.Uniform(0, 2*math.Pi))
		nx, ny := moved(s, x, y, labelReach, noise)
		p.add(x, y, truth(ringOf, nx, ny))
	}
	return p
}

func ringOf(x, y []float32) {
	d := f32.Sqrt(squares(x[0], x[1]))
	y[0] = indicator(d > ringsEnd[0]) + indicator(d > ringsEnd[1])
}

// blobs are normal distributions around places spaced evenly on a circle, the
// first at the top. Noise is deviation, from 0.3 to 1.3 at 50 %.
func blobs(s *rng.Stream, n, classes int, noise float32) Points {
	const radius = 4
	deviation := 0.3 + float32(2*noise)
	p := newPoints(2, 1, n)
	for i := range n {
		class := i % classes
		x, y := polar(radius, float32(2*math.Pi*float32(class))/float32(classes))
		p.add(x+float32(deviation*s.Normal()), y+float32(deviation*s.Normal()), float32(class))
	}
	return p
}
