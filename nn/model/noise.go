package model

import (
	"math"

	"nnplay/nn"
	"nnplay/nn/rng"
)

// A Noise is the distribution of a generator's inputs: uniform on [-1, 1), or
// normal with mean 0 and variance 1, in each dimension.
type Noise struct {
	Name   string
	Dim    int
	Normal bool
}

// Noises is the table of noises, a row each.
var Noises = []Noise{
	{"uniform-1d", 1, false},
	{"uniform-2d", 2, false},
	{"normal-1d", 1, true},
	{"normal-2d", 2, true},
}

// FindNoise returns the noise of that name.
func FindNoise(name string) (Noise, bool) {
	for _, n := range Noises {
		if n.Name == name {
			return n, true
		}
	}
	return Noise{}, false
}

// Record returns fresh noise (n, Dim) at every run of the program.
func (z Noise) Record(g *nn.Graph, n int) *nn.Tensor {
	if z.Normal {
		return g.Normal(n, z.Dim)
	}
	return g.Uniform(n, z.Dim).Times(2).Plus(-1)
}

// Fill writes noise (n, Dim), for samples to be compared as training goes on.
func (z Noise) Fill(noise []float32, s *rng.Stream) {
	for i := range noise {
		if z.Normal {
			noise[i] = s.Normal()
		} else {
			noise[i] = s.Uniform(-1, 1)
		}
	}
}

// Lattice returns the points that divide the noise into cells of the same
// probability, side - 1 of them in each dimension: (side, 1) or (side·side, 2),
// the first coordinate running fastest. A generator bends it into its manifold:
// where cells are small, samples are many. The outermost points of the normal
// distribution, which are infinitely far, are those where 1/2000 is left.
//
// It is for looking at. It has no part in training, so it may use package math.
func (z Noise) Lattice(side int) []float32 {
	at := func(i int) float32 {
		share := float64(i) / float64(side-1)
		if z.Normal {
			const rest = 1. / 2000
			share = min(max(share, rest), 1-rest)
			return float32(math.Sqrt2 * math.Erfinv(2*share-1))
		}
		return float32(2*share - 1)
	}
	var points []float32
	for row := range side {
		if z.Dim == 1 {
			points = append(points, at(row))
			continue
		}
		for column := range side {
			points = append(points, at(column), at(row))
		}
	}
	return points
}
