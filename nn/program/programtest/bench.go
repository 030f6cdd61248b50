package programtest

import (
	"math"
	"math/rand/v2"
	"slices"

	"nnplay/nn/program"
)

// The sizes that shapes are drawn from: empty, single, and around multiples
// of the four lanes of a vector. Now and then one is from the large ones.
var (
	sizes = []int{0, 1, 3, 4, 5, 7, 8, 9, 17}
	large = []int{64, 100}
)

// maxPoints bounds the iteration spaces that are drawn.
const maxPoints = 3000

// A Bench lays out random operands in an arena.
type Bench struct {
	*rand.Rand
	Arena []float32
	shape shape
}

// NewBench returns an empty bench. What is drawn on it is a function of the seeds.
func NewBench(seed1, seed2 uint64) *Bench {
	return &Bench{Rand: rand.New(rand.NewPCG(seed1, seed2)), shape: anyShape}
}

// A shape is sizes that an instruction shall have: those of Dim and, last, K.
type shape [5]int

// free is a size that is drawn.
const free = -1

var anyShape = shape{free, free, free, free, free}

// depth is the place of K in a shape.
const depth = 4

// or returns the size of a dimension: that of the shape, or else what draw
// draws.
func (b *Bench) or(dimension int, draw func() int) int {
	if n := b.shape[dimension]; n != free {
		return n
	}
	return draw()
}

// whole says whether the shape leaves nothing to draw.
func (b *Bench) whole() bool { return !slices.Contains(b.shape[:], free) }

// size draws the size of a dimension.
func (b *Bench) size() int {
	if b.IntN(12) == 0 {
		return large[b.IntN(len(large))]
	}
	return sizes[b.IntN(len(sizes))]
}

// dims draws an iteration space of at most maxPoints points, of the shape.
func (b *Bench) dims() (d program.Dims) {
	for {
		for i := range d {
			d[i] = b.or(i, func() int {
				if b.IntN(3) == 0 {
					return 1
				}
				return b.size()
			})
		}
		if d.Len() <= maxPoints || b.whole() {
			return d
		}
	}
}

// operand reserves room for a view of d: its dimensions in any order
// (transposed), with gaps between rows, and, where repeats is set, some
// dimensions broadcast. Half of them are plain, as most operands are.
func (b *Bench) operand(d program.Dims, repeats bool) program.View {
	order := []int{3, 2, 1, 0} // innermost first
	plain := b.IntN(2) == 0
	if !plain {
		b.Shuffle(4, func(i, j int) { order[i], order[j] = order[j], order[i] })
	}
	v := program.View{Offset: len(b.Arena) + b.IntN(4)}
	size := 1
	for _, i := range order {
		if repeats && b.IntN(4) == 0 {
			continue // stride 0
		}
		v.Stride[i] = size
		size *= max(d[i], 1)
		if !plain {
			size += b.IntN(3)
		}
	}
	b.grow(v.Offset + size)
	return v
}

// ordered reserves room for a view of d without gaps, its dimensions in the
// given order, innermost first. Those that are left out are broadcast.
func (b *Bench) ordered(d program.Dims, order ...int) program.View {
	v := program.View{Offset: len(b.Arena) + b.IntN(4)}
	size := 1
	for _, i := range order {
		v.Stride[i] = size
		size *= max(d[i], 1)
	}
	b.grow(v.Offset + size)
	return v
}

// grow fills the arena up to a size with numbers of all magnitudes, and some
// that are not: zeros of both signs, infinities, NaN.
func (b *Bench) grow(size int) {
	special := []float32{0, negativeZero, 1, -1, inf, -inf, nan, math.SmallestNonzeroFloat32, -math.SmallestNonzeroFloat32}
	for len(b.Arena) < size {
		v := float32(b.NormFloat64() * math.Exp(3*b.NormFloat64()))
		switch b.IntN(80) {
		case 0, 1:
			v = special[b.IntN(len(special))]
		case 2:
			v = math.Float32frombits(b.Uint32() &^ (0xff << 23)) // denormal
		}
		b.Arena = append(b.Arena, v)
	}
}

// growTamely fills the arena up to a size with numbers around 1, which do not
// overflow soon.
func (b *Bench) growTamely(size int) {
	for len(b.Arena) < size {
		b.Arena = append(b.Arena, float32(b.NormFloat64()))
	}
}

// at returns where an element of a view lies.
func at(v program.View, i, j, k, l int) int {
	return v.Offset + i*v.Stride[0] + j*v.Stride[1] + k*v.Stride[2] + l*v.Stride[3]
}

// each calls f for every point of the iteration space in order.
func each(d program.Dims, f func(i, j, k, l int)) {
	for i := range d[0] {
		for j := range d[1] {
			for k := range d[2] {
				for l := range d[3] {
					f(i, j, k, l)
				}
			}
		}
	}
}

var (
	nan          = float32(math.NaN())
	inf          = float32(math.Inf(1))
	negativeZero = float32(math.Copysign(0, -1))
)
