package model

import (
	"math"
	"testing"

	"nnplay/nn/rng"
)

// TestLattice holds that the cells of a lattice have the same probability: as
// many random points fall into each.
func TestLattice(t *testing.T) {
	const side, n = 9, 40000
	for _, z := range Noises {
		lattice := z.Lattice(side)
		want := side * z.Dim
		if z.Dim == 2 {
			want = side * side * 2
		}
		if len(lattice) != want {
			t.Fatalf("%s: a lattice of %d numbers, want %d", z.Name, len(lattice), want)
		}
		edges := make([]float32, side) // of the first coordinate
		for i := range edges {
			edges[i] = lattice[i*z.Dim]
		}
		noise := make([]float32, n*z.Dim)
		z.Fill(noise, rng.New(5, rng.Noise))
		for d := range z.Dim {
			var count [side - 1]int
			for i := d; i < len(noise); i += z.Dim {
				cell := 0
				for cell < side-2 && noise[i] >= edges[cell+1] {
					cell++
				}
				count[cell]++
			}
			const mean = n / (side - 1)
			for cell, k := range count {
				if math.Abs(float64(k-mean)) > 5*math.Sqrt(mean) {
					t.Errorf("%s: cell %d of dimension %d has %d points, want about %d", z.Name, cell, d, k, mean)
				}
			}
		}
		if found, ok := FindNoise(z.Name); !ok || found != z {
			t.Errorf("%s is not found", z.Name)
		}
	}
}
