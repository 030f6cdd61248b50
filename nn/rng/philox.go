// Package rng makes the random numbers of a run. Every number is a function of
// a seed, a purpose and a place, by a documented algorithm, so that the same
// link gives the same numbers on every machine and in any order of asking.
//
// The generator is Philox4x32-10, a bijection of a 128-bit counter under a
// 64-bit key. A Stream uses the seed as the key and divides the counter:
//
//	word 0     the block of the stream: 2³² blocks of 4 words
//	word 1     the purpose
//	words 2, 3 the index of the fork
//
// so that no two streams of a seed share a block. Those who call Block
// themselves keep clear of a run's streams with a key whose upper word is not
// 0, since the seed of a link has 32 bits.
package rng

import "math/bits"

// Constants of Philox4x32 (Salmon, Moraes, Dror and Shaw, "Parallel random
// numbers: as easy as 1, 2, 3", SC 2011).
const (
	multiplier0 = 0xD2511F53
	multiplier1 = 0xCD9E8D57
	weyl0       = 0x9E3779B9 // golden ratio
	weyl1       = 0xBB67AE85 // √3 - 1
	rounds      = 10
)

// Block returns the Philox4x32-10 block of a key and a counter.
func Block(key [2]uint32, counter [4]uint32) [4]uint32 {
	c0, c1, c2, c3 := counter[0], counter[1], counter[2], counter[3]
	k0, k1 := key[0], key[1]
	for range rounds {
		hi0, lo0 := bits.Mul32(multiplier0, c0)
		hi1, lo1 := bits.Mul32(multiplier1, c2)
		c0, c1, c2, c3 = hi1^c1^k0, lo1, hi0^c3^k1, lo0
		k0 += weyl0
		k1 += weyl1
	}
	return [4]uint32{c0, c1, c2, c3}
}
