package data

import (
	"math"

	"nnplay/nn/f32"
	"nnplay/nn/rng"
)

// The data sets of TensorFlow Playground (dataset.ts). Class 1 is its label +1.

// circleRadius is the outer radius of the ring; the disc has half of it.
const circleRadius = 5

// circle has a disc of class 1 within a ring of class 0. Noise moves the point
// by which the label is decided.
func circle(s *rng.Stream, n, _ int, noise float32) Points {
	p := Points{Dim: 2, Targets: 1}
	for i := range n {
		lo, hi := float32(0), float32(0.5*circleRadius)
		if i >= n/2 {
			lo, hi = 0.7*circleRadius, circleRadius
		}
		r, angle := s.Uniform(lo, hi), s.Uniform(0, 2*math.Pi)
		x, y := float32(r*f32.Sin(angle)), float32(r*f32.Cos(angle))
		nx := x + float32(s.Uniform(-circleRadius, circleRadius)*noise)
		ny := y + float32(s.Uniform(-circleRadius, circleRadius)*noise)
		p.add(x, y, truth(inCircle, nx, ny))
	}
	return p
}

func inCircle(x, y []float32) {
	y[0] = flag(square2(x[0], x[1]) < 0.25*circleRadius*circleRadius)
}

// xor has class 1 where both coordinates have the same sign, with a gap along
// the axes. Noise moves the point by which the label is decided.
func xor(s *rng.Stream, n, _ int, noise float32) Points {
	const padding = 0.3
	p := Points{Dim: 2, Targets: 1}
	away := func(v float32) float32 {
		if v > 0 {
			return v + padding
		}
		return v - padding
	}
	for range n {
		x, y := away(s.Uniform(-5, 5)), away(s.Uniform(-5, 5))
		nx, ny := x+float32(s.Uniform(-5, 5)*noise), y+float32(s.Uniform(-5, 5)*noise)
		p.add(x, y, truth(sameSigns, nx, ny))
	}
	return p
}

func sameSigns(x, y []float32) { y[0] = flag(float32(x[0]*x[1]) >= 0) }

// gauss has two normal distributions, around (2, 2) and (-2, -2), of variance
// 0.5 to 4 by the noise.
func gauss(s *rng.Stream, n, _ int, noise float32) Points {
	deviation := f32.Sqrt(0.5 + float32(7*noise))
	p := Points{Dim: 2, Targets: 1}
	for i := range n {
		center, class := float32(2), float32(1)
		if i >= n/2 {
			center, class = -2, 0
		}
		p.add(center+float32(deviation*s.Normal()), center+float32(deviation*s.Normal()), class)
	}
	return p
}

// spiral has two arms of 1.75 turns.
func spiral(s *rng.Stream, n, _ int, noise float32) Points { return arms(s, n, 2, noise) }

// spiral3 has three.
func spiral3(s *rng.Stream, n, _ int, noise float32) Points { return arms(s, n, 3, noise) }

func arms(s *rng.Stream, n, count int, noise float32) Points {
	p := Points{Dim: 2, Targets: 1}
	per := n / count
	for arm := range count {
		shift := float32(2 * math.Pi * float64(arm) / float64(count))
		for i := range per {
			r := float32(i) / float32(per) * 5
			t := float32(1.75*float32(i)/float32(per)*2*math.Pi) + shift
			x := float32(r*f32.Sin(t)) + float32(s.Uniform(-1, 1)*noise)
			y := float32(r*f32.Cos(t)) + float32(s.Uniform(-1, 1)*noise)
			// The first arm is the positive class of two.
			class := arm
			if count == 2 {
				class = 1 - arm
			}
			p.add(x, y, float32(class))
		}
	}
	return p
}

// regPlane rises along the diagonal from -1 to 1.
func regPlane(s *rng.Stream, n, _ int, noise float32) Points {
	p := Points{Dim: 2, Targets: 1}
	for range n {
		x, y := s.Uniform(-6, 6), s.Uniform(-6, 6)
		nx, ny := x+float32(s.Uniform(-6, 6)*noise), y+float32(s.Uniform(-6, 6)*noise)
		p.add(x, y, truth(slope, nx, ny))
	}
	return p
}

// slope maps x + y from [-10, 10] to [-1, 1], as TensorFlow Playground does.
func slope(x, y []float32) { y[0] = (x[0] + x[1]) / 10 }

// regGauss has three hills and three hollows in two rows.
func regGauss(s *rng.Stream, n, _ int, noise float32) Points {
	p := Points{Dim: 2, Targets: 1}
	for range n {
		x, y := s.Uniform(-6, 6), s.Uniform(-6, 6)
		nx, ny := x+float32(s.Uniform(-6, 6)*noise), y+float32(s.Uniform(-6, 6)*noise)
		p.add(x, y, truth(sixHills, nx, ny))
	}
	return p
}

// sixHills falls from 1, or rises from -1, to 0 at a distance of 2 from each
// center; the strongest counts.
func sixHills(x, y []float32) {
	y[0] = 0
	for _, c := range [6][3]float32{{-4, 2.5, 1}, {0, 2.5, -1}, {4, 2.5, 1}, {-4, -2.5, -1}, {0, -2.5, 1}, {4, -2.5, -1}} {
		d := f32.Sqrt(square2(x[0]-c[0], x[1]-c[1]))
		if v := float32(c[2] * f32.Max(0, 1-d/2)); f32.Abs(v) > f32.Abs(y[0]) {
			y[0] = v
		}
	}
}

// truth evaluates a known function of two inputs and one value.
func truth(known func(x, y []float32), x, y float32) float32 {
	in, out := [2]float32{x, y}, [1]float32{}
	known(in[:], out[:])
	return out[0]
}

func flag(yes bool) float32 {
	if yes {
		return 1
	}
	return 0
}

// square2 returns x² + y².
func square2(x, y float32) float32 { return float32(x*x) + float32(y*y) }
