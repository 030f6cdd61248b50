package rng

import (
	"math"
	"math/bits"

	"nnplay/nn/f32"
)

// Float32 returns a number in [0, 1): one of the 2²⁴ multiples of 2⁻²⁴, the
// upper bits of a word.
func (s *Stream) Float32() float32 {
	const step = 1.0 / (1 << 24)
	return float32(float32(s.Uint32()>>8) * step)
}

// Uniform returns a number in [lo, hi), or hi where rounding takes it there.
func (s *Stream) Uniform(lo, hi float32) float32 {
	return lo + float32((hi-lo)*s.Float32())
}

// Normal returns a number of the normal distribution with mean 0 and variance
// 1, √(-2·log u)·cos(2πv) of two uniform numbers (Box and Muller 1958). u is
// in (0, 1], a multiple of 2⁻²⁴, so no number is beyond ±5.77.
func (s *Stream) Normal() float32 {
	const turn = 2 * math.Pi
	u := 1 - s.Float32()
	v := s.Float32()
	radius := f32.Sqrt(float32(-2 * f32.Log(u)))
	return float32(radius * f32.Cos(float32(turn*v)))
}

// IntN returns a number in [0, n), each with the same probability: the upper
// word of n times a random word, unless the lower word tells that the result
// is one too often hit (Lemire, "Fast random integer generation in an
// interval", 2019). It panics unless 0 < n < 2³².
func (s *Stream) IntN(n int) int {
	if n <= 0 || uint64(n) > math.MaxUint32 {
		panic("rng: IntN needs 0 < n < 2³²")
	}
	bound := uint32(n)
	for {
		hi, lo := bits.Mul32(s.Uint32(), bound)
		// The division is rarely needed: 2³² mod n is less than n.
		if lo >= bound || lo >= -bound%bound {
			return int(hi)
		}
	}
}

// Shuffle puts n things in random order, each order with the same probability,
// by swaps (Fisher and Yates; Durstenfeld 1964). It panics where n < 0.
func (s *Stream) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("rng: Shuffle of a negative number of things")
	}
	for i := n - 1; i > 0; i-- {
		swap(i, s.IntN(i+1))
	}
}

// Perm returns the numbers 0 to n-1 in random order.
func (s *Stream) Perm(n int) []int {
	p := make([]int, n)
	for i := range p {
		p[i] = i
	}
	s.Shuffle(n, func(i, j int) { p[i], p[j] = p[j], p[i] })
	return p
}
