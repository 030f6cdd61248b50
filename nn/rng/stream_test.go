package rng

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"math"
	"math/bits"
	"testing"
)

var purposes = []struct {
	name    string
	purpose uint32
}{{"data", Data}, {"init", Init}, {"shuffle", Shuffle}, {"dropout", Dropout}, {"noise", Noise}}

// TestLayout holds streams to the layout of the counter that the package
// comment gives, and to the order of the words of a block.
func TestLayout(t *testing.T) {
	s := Fork(0x0123456789ABCDEF, Shuffle, 0xFEDCBA9876543210)
	for block := range uint32(3) {
		want := Block([2]uint32{0x89ABCDEF, 0x01234567}, [4]uint32{block, Shuffle, 0x76543210, 0xFEDCBA98})
		for i, w := range want {
			if got := s.Uint32(); got != w {
				t.Errorf("word %d of block %d is %08x, want %08x", i, block, got, w)
			}
		}
	}
}

// TestWords checks how many words each method takes, which is part of what a
// link means.
func TestWords(t *testing.T) {
	for name, c := range map[string]struct {
		take  func(s *Stream)
		words int
	}{
		"uint32":  {func(s *Stream) { s.Uint32() }, 1},
		"float32": {func(s *Stream) { s.Float32() }, 1},
		"uniform": {func(s *Stream) { s.Uniform(-1, 1) }, 1},
		"normal":  {func(s *Stream) { s.Normal() }, 2},
		"intn":    {func(s *Stream) { s.IntN(16) }, 1},
		"perm":    {func(s *Stream) { s.Perm(1) }, 0},
	} {
		got, want := New(7, Data), New(7, Data)
		c.take(got)
		for range c.words {
			want.Uint32()
		}
		if g, w := got.Uint32(), want.Uint32(); g != w {
			t.Errorf("%s does not take %d words", name, c.words)
		}
	}
}

// TestStreamsDiffer checks that no word sequence of 128 bits occurs twice
// among the first blocks of neighboring seeds, purposes and forks.
func TestStreamsDiffer(t *testing.T) {
	seen := map[[4]uint32]bool{}
	streams := 0
	for _, seed := range []uint64{0, 1, 2, 1 << 16, 1 << 31, 1 << 32, 1 << 48, 3 << 48, math.MaxUint64} {
		for _, p := range purposes {
			for _, index := range []uint64{0, 1, 2, 3, 1 << 32, math.MaxUint64} {
				s := Fork(seed, p.purpose, index)
				streams++
				for range 8 {
					block := [4]uint32{s.Uint32(), s.Uint32(), s.Uint32(), s.Uint32()}
					if seen[block] {
						t.Fatalf("block %x of seed %d, %s, fork %d occurs in another stream", block, seed, p.name, index)
					}
					seen[block] = true
				}
			}
		}
	}
	if want := streams * 8; len(seen) != want {
		t.Errorf("%d blocks, want %d", len(seen), want)
	}
}

// TestIndependence compares every two streams of a seed, by purpose and by
// fork, and a stream with itself one word later: their words differ in
// half of the bits, and their uniform numbers do not correlate.
func TestIndependence(t *testing.T) {
	const n = 1 << 14
	type words struct {
		name string
		w    []uint32
	}
	var all []words
	add := func(name string, s *Stream) {
		w := make([]uint32, n)
		for i := range w {
			w[i] = s.Uint32()
		}
		all = append(all, words{name, w})
	}
	for _, p := range purposes {
		add(p.name, New(42, p.purpose))
	}
	add("init 1", Fork(42, Init, 1))
	add("init 2", Fork(42, Init, 2))
	add("seed 43", New(43, Data))
	later := New(42, Data)
	later.Uint32()
	add("data, later", later)

	for i, a := range all {
		for _, b := range all[:i] {
			equal, correlation := 0, 0.0
			for k := range a.w {
				equal += 32 - bits.OnesCount32(a.w[k]^b.w[k])
				correlation += (float64(a.w[k])/(1<<32) - 0.5) * (float64(b.w[k])/(1<<32) - 0.5) * 12
			}
			// Both statistics have mean 0 and variance 1; 5 is one in two million.
			z := (float64(equal) - 16*n) / math.Sqrt(8*n)
			if math.Abs(z) > 5 {
				t.Errorf("%s and %s: bits agree with z = %.2f", a.name, b.name, z)
			}
			if z := correlation / math.Sqrt(n); math.Abs(z) > 5 {
				t.Errorf("%s and %s: correlation with z = %.2f", a.name, b.name, z)
			}
		}
	}
}

// TestGolden pins what every method returns, for good: it is what links mean.
func TestGolden(t *testing.T) {
	var b []byte
	add := func(w uint32) { b = binary.LittleEndian.AppendUint32(b, w) }
	for _, p := range purposes {
		s := Fork(20160407, p.purpose, 9)
		for i := range 2000 {
			add(s.Uint32())
			add(math.Float32bits(s.Float32()))
			add(math.Float32bits(s.Uniform(-6, 6)))
			add(math.Float32bits(s.Normal()))
			add(uint32(s.IntN(i + 1)))
		}
		for _, v := range s.Perm(500) {
			add(uint32(v))
		}
	}
	sum := sha256.Sum256(b)
	const want = "2c93ff102e4b08a5"
	if got := hex.EncodeToString(sum[:8]); got != want {
		t.Errorf("the hash is %s, want %s", got, want)
	}
}
