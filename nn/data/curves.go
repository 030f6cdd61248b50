package data

import (
	"nnplay/nn/f32"
	"nnplay/nn/rng"
)

// curve is the domain of sets with one input.
var curve = [4]float32{-6, 6, -1.5, 1.5}

// valued makes a generator of points spread evenly over the inputs, whose
// targets are a known function plus noise.
func valued(inputs int, known func(x, y []float32)) func(s *rng.Stream, n, classes int, noise float32) Points {
	targets := inputs // 1 of 1, 2 of 2
	return func(s *rng.Stream, n, _ int, noise float32) Points {
		p := Points{Dim: inputs, Targets: targets, X: make([]float32, n*inputs), Y: make([]float32, n*targets)}
		for i := range n {
			x, y := p.X[i*inputs:(i+1)*inputs], p.Y[i*targets:(i+1)*targets]
			for k := range x {
				x[k] = s.Uniform(-6, 6)
			}
			known(x, y)
			for k := range y {
				y[k] += float32(noise * s.Normal())
			}
		}
		return p
	}
}

// xSinX is x·sin x, scaled to [-1, 1] over the domain.
func xSinX(x, y []float32) { y[0] = float32(x[0]*f32.Sin(x[0])) / 5 }

// stairs has three steps.
func stairs(x, y []float32) { y[0] = float32(0.8*(flag(x[0] > -2)+flag(x[0] > 2))) - 0.8 }

// line is straight.
func line(x, y []float32) { y[0] = float32(0.15*x[0]) + 0.1 }

// waves has two targets, one wave along each input.
func waves(x, y []float32) { y[0], y[1] = f32.Sin(x[0]), f32.Cos(x[1]) }

// workedExample is two points: 1 gives 0, 2 gives 1.
func workedExample(*rng.Stream, int, int, float32) Points {
	return Points{Dim: 1, Targets: 1, X: []float32{1, 2}, Y: []float32{0, 1}}
}
