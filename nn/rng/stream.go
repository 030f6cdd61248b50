package rng

import (
	"math"
	"math/bits"

	"nnplay/nn/f32"
)

// Purposes keep the streams of one seed apart. Their values are part of what a
// link means and never change.
const (
	Data uint32 = iota + 1
	Init
	Shuffle
	Dropout
	Noise
)

// A Stream is a sequence of random numbers.
type Stream struct {
	key     [2]uint32
	counter [4]uint32
	block   [4]uint32
	used    int
}

// New returns the stream of a seed for a purpose.
func New(seed uint64, purpose uint32) *Stream { return Fork(seed, purpose, 0) }

// Fork returns one of many streams of a seed for a purpose: one an epoch, say,
// or one a parameter.
func Fork(seed uint64, purpose uint32, index uint64) *Stream {
	// The key is the seed; purpose and index are the upper part of the counter.
	return &Stream{
		key:     [2]uint32{uint32(seed), uint32(seed>>32) ^ purpose<<16},
		counter: [4]uint32{0, 0, uint32(index), uint32(index >> 32)},
		used:    4,
	}
}

// Uint32 returns 32 random bits.
func (s *Stream) Uint32() uint32 {
	if s.used == 4 {
		s.block = Block(s.key, s.counter)
		if s.counter[0]++; s.counter[0] == 0 {
			s.counter[1]++
		}
		s.used = 0
	}
	s.used++
	return s.block[s.used-1]
}

// Float32 returns a number in [0, 1), a multiple of 2⁻²⁴.
func (s *Stream) Float32() float32 { return float32(s.Uint32()>>8) * (1.0 / (1 << 24)) }

// Uniform returns a number in [lo, hi), or hi where rounding takes it there.
func (s *Stream) Uniform(lo, hi float32) float32 { return lo + float32((hi-lo)*s.Float32()) }

// Normal returns a number of the normal distribution of mean 0 and variance 1
// (Box and Muller 1958).
func (s *Stream) Normal() float32 {
	radius := f32.Sqrt(-2 * f32.Log(1-s.Float32()))
	return float32(radius * f32.Cos(2*math.Pi*s.Float32()))
}

// IntN returns a number in [0, n), each equally likely. It panics unless
// 0 < n <= 2³¹.
func (s *Stream) IntN(n int) int {
	if n <= 0 || n > 1<<31 {
		panic("rng: IntN of a number that is not positive or too large")
	}
	// Lemire, "Fast random integer generation in an interval", 2019.
	bound := uint32(n)
	threshold := -bound % bound
	for {
		hi, lo := bits.Mul32(s.Uint32(), bound)
		if lo >= threshold {
			return int(hi)
		}
	}
}

// Shuffle puts n things in random order (Fisher and Yates, as Durstenfeld 1964).
func (s *Stream) Shuffle(n int, swap func(i, j int)) {
	for i := n - 1; i > 0; i-- {
		swap(i, s.IntN(i+1))
	}
}
