package data

import (
	"nnplay/nn/f32"
	"nnplay/nn/rng"
)

// surface makes a generator of points spread evenly over the plane whose target
// is a known function of where noise has moved them, ±6 at 100 %, as in
// TensorFlow Playground.
func surface(known func(x, y []float32)) func(s *rng.Stream, n, classes int, noise float32) Points {
	const edge = 6
	return func(s *rng.Stream, n, _ int, noise float32) Points {
		p := newPoints(2, 1, n)
		for range n {
			x, y := s.Uniform(-edge, edge), s.Uniform(-edge, edge)
			nx, ny := moved(s, x, y, edge, noise)
			p.add(x, y, truth(known, nx, ny))
		}
		return p
	}
}

// slope rises along the diagonal: TensorFlow Playground's x + y from [-10, 10]
// to [-1, 1], a little more in two corners.
func slope(x, y []float32) { y[0] = (x[0] + x[1]) / 10 }

// hills are the centers, and the signs, of three hills and three hollows.
var hills = [6][3]float32{
	{-4, 2.5, 1}, {0, 2.5, -1}, {4, 2.5, 1},
	{-4, -2.5, -1}, {0, -2.5, 1}, {4, -2.5, -1},
}

// sixHills falls from 1, or rises from -1, to 0 at a distance of 2 from each
// center; the strongest counts (TensorFlow Playground).
func sixHills(x, y []float32) {
	y[0] = 0
	for _, h := range hills {
		d := f32.Sqrt(squares(x[0]-h[0], x[1]-h[1]))
		if v := float32(h[2] * f32.Max(0, 1-float32(d/2))); f32.Abs(v) > f32.Abs(y[0]) {
			y[0] = v
		}
	}
}

// waves has two targets, one wave along each input.
func waves(x, y []float32) { y[0], y[1] = f32.Sin(x[0]), f32.Cos(x[1]) }
