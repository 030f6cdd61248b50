package data

import (
	"math"

	"nnplay/nn/f32"
	"nnplay/nn/rng"
)

// labelled makes a generator of points spread evenly over the plane and
// labelled by a known function of where noise has moved them.
func labelled(known func(x, y []float32)) func(s *rng.Stream, n, classes int, noise float32) Points {
	return func(s *rng.Stream, n, _ int, noise float32) Points {
		p := Points{Dim: 2, Targets: 1}
		for range n {
			x, y := s.Uniform(-5.5, 5.5), s.Uniform(-5.5, 5.5)
			nx, ny := x+float32(s.Uniform(-3, 3)*noise), y+float32(s.Uniform(-3, 3)*noise)
			p.add(x, y, truth(known, nx, ny))
		}
		return p
	}
}

// moons are two half circles that reach into each other.
func moons(s *rng.Stream, n, _ int, noise float32) Points {
	p := Points{Dim: 2, Targets: 1}
	for i := range n {
		angle := s.Uniform(0, math.Pi)
		x, y := float32(3*f32.Cos(angle))-1.5, float32(3*f32.Sin(angle))-0.75
		class := float32(0)
		if i >= n/2 {
			x, y, class = -x, -y, 1
		}
		spread := 0.3 + float32(3*noise)
		p.add(x+float32(spread*s.Uniform(-1, 1)), y+float32(spread*s.Uniform(-1, 1)), class)
	}
	return p
}

// ringOf has a disc within a ring within the rest.
func ringOf(x, y []float32) {
	d := square2(x[0], x[1])
	y[0] = flag(d > 2*2) + flag(d > 4*4)
}

// square has a board of 4 by 4 squares, 3 wide.
func square(x, y []float32) {
	k := int(f32.Floor(x[0]/3)) + int(f32.Floor(x[1]/3))
	y[0] = float32(k & 1)
}

// blobs are normal distributions around points evenly spaced on a circle.
func blobs(s *rng.Stream, n, classes int, noise float32) Points {
	deviation := 0.35 + float32(2*noise)
	p := Points{Dim: 2, Targets: 1}
	for i := range n {
		class := i % classes
		angle := float32(2 * math.Pi * float64(class) / float64(classes))
		p.add(float32(4*f32.Sin(angle))+float32(deviation*s.Normal()),
			float32(4*f32.Cos(angle))+float32(deviation*s.Normal()), float32(class))
	}
	return p
}

// aboveSine, aboveLine and inHeart are boundaries that are known functions.
func aboveSine(x, y []float32) { y[0] = flag(x[1] > float32(2.5*f32.Sin(x[0]))) }

func aboveLine(x, y []float32) { y[0] = flag(x[1] > float32(0.5*x[0])-1) }

// inHeart is (u² + v² - 1)³ < u² v³.
func inHeart(x, y []float32) {
	u, v := x[0]/3.6, x[1]/3.6+0.1
	d := square2(u, v) - 1
	y[0] = flag(float32(d*d)*d < float32(u*u)*float32(v*v)*v)
}
