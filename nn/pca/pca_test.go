package pca

import (
	"math"
	"math/rand/v2"
	"testing"
)

// cloud returns vectors that spread along some orthogonal directions, each with a
// standard deviation of its own.
func cloud(r *rand.Rand, n, d int, deviations ...float64) (vectors [][]float32, directions [][]float64) {
	for len(directions) < len(deviations) {
		v := make([]float64, d)
		for i := range v {
			v[i] = r.NormFloat64()
		}
		for _, u := range directions {
			along := dot(u, v)
			for i := range v {
				v[i] -= along * u[i]
			}
		}
		long := math.Sqrt(dot(v, v))
		for i := range v {
			v[i] /= long
		}
		directions = append(directions, v)
	}
	for range n {
		v := make([]float32, d)
		at := make([]float64, len(deviations))
		for k, s := range deviations {
			at[k] = s * r.NormFloat64()
		}
		for i := range v {
			x := 3.0
			for k, u := range directions {
				x += at[k] * u[i]
			}
			v[i] = float32(x)
		}
		vectors = append(vectors, v)
	}
	return vectors, directions
}

func dot(a, b []float64) (sum float64) {
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}

// TestFind holds that axes are orthogonal and of length 1, that the shares are those of
// the variance along them, that nothing else has more of it, and that few long vectors and
// many short ones have the same components by either matrix.
func TestFind(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, shape := range [][2]int{{200, 5}, {40, 40}, {20, 300}, {3, 900}, {500, 2}} {
		n, d := shape[0], shape[1]
		vectors, _ := cloud(r, n, d, 3, 1)
		c, ok := Find(vectors)
		if !ok {
			t.Fatalf("%v: no components", shape)
		}
		u, v := c.Axes[0], c.Axes[1]
		if math.Abs(dot(u, u)-1) > 1e-6 || math.Abs(dot(v, v)-1) > 1e-6 || math.Abs(dot(u, v)) > 1e-6 {
			t.Errorf("%v: the axes are %v and %v long, their product is %v", shape, dot(u, u), dot(v, v), dot(u, v))
		}
		var total, along [3]float64
		random := make([]float64, d)
		for i := range random {
			random[i] = r.NormFloat64()
		}
		for _, w := range vectors {
			off := make([]float64, d)
			for i, x := range w {
				off[i] = float64(x) - c.Mean[i]
			}
			total[0] += dot(off, off)
			for k, axis := range [][]float64{u, v, random} {
				along[k] += dot(off, axis) * dot(off, axis)
			}
		}
		for k, share := range c.Shares {
			if math.Abs(share-along[k]/total[0]) > 1e-6 {
				t.Errorf("%v: along axis %d there is %v of the variance, not %v", shape, k, along[k]/total[0], share)
			}
		}
		if math.Abs(c.Shares[0]+c.Shares[1]-1) > 1e-6 || c.Shares[0] < c.Shares[1] || along[2]/dot(random, random) > along[0]*(1+1e-9) {
			t.Errorf("%v: shares %v; along a random direction %v, along the first %v", shape, c.Shares, along[2]/dot(random, random), along[0])
		}
	}
}

// TestNone refuses what has no two directions.
func TestNone(t *testing.T) {
	inf := float32(math.Inf(1))
	for _, vectors := range [][][]float32{
		nil, {{1, 2}}, {{1, 2}, {1, 2}, {1, 2}}, {{0, 0}, {1, 1}, {2, 2}, {3, 3}}, {{0, 0}, {1, inf}, {2, 1}}, {{0, 0}, {1, float32(math.NaN())}, {2, 1}},
		{{1}, {2}, {4}}, {{}, {}, {}},
	} {
		if c, ok := Find(vectors); ok {
			t.Errorf("%v has the components %v", vectors, c)
		}
	}
}
