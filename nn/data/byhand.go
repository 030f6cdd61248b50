package data

import "nnplay/nn/rng"

// workedExample is two points over a line: 1 gives 0, 2 gives 1.
func workedExample(*rng.Stream, int, int, float32) Points {
	return Points{Dim: 1, Targets: 1, X: []float32{1, 2}, Y: []float32{0, 1}}
}

// twoOutputs is a single point with two targets: (1, 2) gives (0, 1).
func twoOutputs(*rng.Stream, int, int, float32) Points {
	return Points{Dim: 2, Targets: 2, X: []float32{1, 2}, Y: []float32{0, 1}}
}

// xorRows is the truth table of exclusive or.
func xorRows(*rng.Stream, int, int, float32) Points {
	return Points{Dim: 2, Targets: 1, X: []float32{0, 0, 0, 1, 1, 0, 1, 1}, Y: []float32{0, 1, 1, 0}}
}
