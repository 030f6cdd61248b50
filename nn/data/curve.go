package data

import (
	"nnplay/nn/f32"
	"nnplay/nn/rng"
)

// valued makes a generator of points spread evenly over the inputs, whose
// targets are a known function plus normal noise. Its deviation is half the
// noise: 0.25 at 50 %, for targets in [-1, 1].
func valued(inputs, targets int, known func(x, y []float32)) func(s *rng.Stream, n, classes int, noise float32) Points {
	return func(s *rng.Stream, n, _ int, noise float32) Points {
		deviation := noise / 2
		p := Points{Dim: inputs, Targets: targets, X: make([]float32, n*inputs), Y: make([]float32, n*targets)}
		for i := range n {
			x, y := p.X[i*inputs:(i+1)*inputs], p.Y[i*targets:(i+1)*targets]
			for k := range x {
				x[k] = s.Uniform(-6, 6)
			}
			known(x, y)
			for k := range y {
				y[k] += float32(deviation * s.Normal())
			}
		}
		return p
	}
}

// xSinX is x·sin x over 5, within [-1, 1] over the domain (ConvNetJS's example).
func xSinX(x, y []float32) { y[0] = float32(x[0]*f32.Sin(x[0])) / 5 }

// stairs has two steps, at -2 and at 2.
func stairs(x, y []float32) { y[0] = float32(0.8*(indicator(x[0] > -2)+indicator(x[0] > 2))) - 0.8 }

// line is straight.
func line(x, y []float32) { y[0] = float32(0.15*x[0]) + 0.1 }
