package data

import (
	"crypto/sha256"
	"encoding/binary"
	"flag"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write testdata/sets.golden anew")

// digest returns the SHA-256 of values as little-endian float32.
func digest(values ...[]float32) string {
	h := sha256.New()
	for _, part := range values {
		for _, v := range part {
			var word [4]byte
			binary.LittleEndian.PutUint32(word[:], math.Float32bits(v))
			h.Write(word[:])
		}
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}

// TestGolden holds every set, its features and its preprocessing to the bit, for
// one seed. Processors and WebAssembly must agree with the same file, so that
// a link means the same points on all of them and for good. It is written anew
// with go test ./nn/data -run Golden -update, which changes what links mean.
func TestGolden(t *testing.T) {
	const path = "testdata/sets.golden"
	var b strings.Builder
	for i := range Sets {
		s := &Sets[i]
		for _, noise := range []float32{0, 0.25} {
			p := pointsOf(s, 2027, s.Count, noise)
			fmt.Fprintf(&b, "%s noise %v: %s\n", s.Name, noise, digest(p.X, p.Y))
		}
		p := pointsOf(s, 2027, s.Count, 0.25)
		for _, pre := range Preprocesses {
			x := Expand(p, Features)
			pre.Fit(x, len(Features)).Apply(x)
			fmt.Fprintf(&b, "%s features %s: %s\n", s.Name, pre.Name, digest(x))
		}
		if s.Known != nil {
			var all []float32
			y := make([]float32, max(s.Targets, 1))
			for row := range 64 {
				for col := range 64 {
					x := []float32{(float32(col) - 31.5) / 5, (float32(row) - 31.5) / 5}
					s.Known(x[:s.Inputs], y)
					all = append(all, y...)
				}
			}
			fmt.Fprintf(&b, "%s known: %s\n", s.Name, digest(all))
		}
	}
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	got, wanted := strings.Split(b.String(), "\n"), strings.Split(string(want), "\n")
	for i := range max(len(got), len(wanted)) {
		switch {
		case i >= len(got):
			t.Errorf("missing %s", wanted[i])
		case i >= len(wanted):
			t.Errorf("not in the file: %s", got[i])
		case got[i] != wanted[i]:
			t.Errorf("got  %s\nwant %s", got[i], wanted[i])
		}
	}
}
