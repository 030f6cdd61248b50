package data

import (
	"nnplay/nn/f32"
	"nnplay/nn/rng"
)

// Points of the plane, for all families.

// polar returns the point at a distance from the origin and an angle, clockwise
// from the y axis as in TensorFlow Playground.
func polar(r, angle float32) (x, y float32) {
	return float32(r * f32.Sin(angle)), float32(r * f32.Cos(angle))
}

// moved returns the point moved by noise times up to reach along each axis.
func moved(s *rng.Stream, x, y, reach, noise float32) (mx, my float32) {
	dx, dy := s.Uniform(-reach, reach), s.Uniform(-reach, reach)
	return x + float32(dx*noise), y + float32(dy*noise)
}

// truth evaluates a known function of two inputs and one value.
func truth(known func(x, y []float32), x, y float32) float32 {
	in, out := [2]float32{x, y}, [1]float32{}
	known(in[:], out[:])
	return out[0]
}

// indicator returns the class, 0 or 1, of a condition.
func indicator(yes bool) float32 {
	if yes {
		return 1
	}
	return 0
}

// squares returns x² + y².
func squares(x, y float32) float32 { return float32(x*x) + float32(y*y) }
