package rng

// Purposes keep the streams of one seed apart. Their values are part of what a
// link means and never change; 0 is nobody's.
const (
	Data    uint32 = 1 // the points of a data set
	Init    uint32 = 2 // initial weights: a fork a parameter
	Shuffle uint32 = 3 // the order of the points: a fork an epoch
	Dropout uint32 = 4 // masks
	Noise   uint32 = 5 // inputs of a generator, noise on inputs
	Look    uint32 = 6 // where somebody looks: directions of a landscape
)

// A Stream is a sequence of random numbers. Its methods take whole words from
// it in order: Uint32, Float32 and Uniform one each, Normal two, IntN one and
// rarely more. A Stream is made by New or Fork; it may be copied to
// repeat what follows, and is not safe for concurrent use.
type Stream struct {
	key     [2]uint32
	counter [4]uint32 // of the next block
	block   [4]uint32
	used    int // words of block taken
}

// New returns the stream of a seed for a purpose, the same as fork 0.
func New(seed uint64, purpose uint32) *Stream { return Fork(seed, purpose, 0) }

// Fork returns one of many streams of a seed for a purpose, by its index: one
// an epoch, say, or one a parameter.
func Fork(seed uint64, purpose uint32, index uint64) *Stream {
	return &Stream{
		key:     [2]uint32{uint32(seed), uint32(seed >> 32)},
		counter: [4]uint32{0, purpose, uint32(index), uint32(index >> 32)},
		used:    4,
	}
}

// Uint32 returns 32 random bits. The sequence repeats after 2³⁴ words.
func (s *Stream) Uint32() uint32 {
	if s.used == len(s.block) {
		s.block = Block(s.key, s.counter)
		s.counter[0]++
		s.used = 0
	}
	w := s.block[s.used]
	s.used++
	return w
}
