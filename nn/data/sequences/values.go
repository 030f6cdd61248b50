package sequences

import (
	"math"

	"nnplay/nn/f32"
	"nnplay/nn/rng"
)

// adding is the adding problem (Hochreiter and Schmidhuber 1997): of numbers in
// [0, 1) the two marked with 1, one in each half, are to be added by the end.
// Who always says 1 has an error of 1/6.
func adding(s *rng.Stream, x, target, counts []float32) {
	n := len(counts)
	first, second := s.IntN(n/2), n/2+s.IntN(n-n/2)
	for i := range n {
		x[2*i], x[2*i+1] = s.Float32(), 0
	}
	x[2*first+1], x[2*second+1] = 1, 1
	target[n-1] = x[2*first] + x[2*second]
	counts[n-1] = 1
}

// foreseen is the first place of a wave whose next value is asked for: before,
// frequency and phase can't be known.
const foreseen = 4

// sine asks for the next value of a sine of random frequency and phase.
func sine(s *rng.Stream, x, target, counts []float32) {
	w, phase := s.Uniform(0.2, 0.8), s.Uniform(0, 2*math.Pi)
	forecast(x, target, counts, func(t float32) float32 { return f32.Sin(float32(w*t) + phase) })
}

// sines asks for the next value of the mean of two sines.
func sines(s *rng.Stream, x, target, counts []float32) {
	slow, fast := s.Uniform(0.1, 0.3), s.Uniform(0.5, 1)
	a, b := s.Uniform(0, 2*math.Pi), s.Uniform(0, 2*math.Pi)
	forecast(x, target, counts, func(t float32) float32 {
		return float32(0.5 * (f32.Sin(float32(slow*t)+a) + f32.Sin(float32(fast*t)+b)))
	})
}

func forecast(x, target, counts []float32, f func(t float32) float32) {
	for i := range x {
		x[i], target[i] = f(float32(i)), f(float32(i+1))
		if i >= foreseen {
			counts[i] = 1
		}
	}
}
