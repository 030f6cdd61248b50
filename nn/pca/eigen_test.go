package pca

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"
)

// TestSymmetric compares random symmetric matrices, some of low rank, with gonum's
// eigenvalues, and holds that each vector is one: a·v = λ·v, all of length 1 and at right
// angles.
func TestSymmetric(t *testing.T) {
	draw := rand.New(rand.NewPCG(1, 2))
	for _, c := range []struct{ n, rank int }{{1, 1}, {2, 2}, {3, 1}, {7, 7}, {20, 4}, {64, 64}} {
		sym := mat.NewSymDense(c.n, nil)
		for range c.rank {
			x := make([]float64, c.n)
			for i := range x {
				x[i] = draw.NormFloat64()
			}
			sym.SymRankOne(sym, draw.NormFloat64(), mat.NewVecDense(c.n, x))
		}
		a := make([][]float64, c.n)
		for i := range a {
			for j := range c.n {
				a[i] = append(a[i], sym.At(i, j))
			}
		}
		var want mat.EigenSym
		want.Factorize(sym, false)
		values, size := want.Values(nil), mat.Norm(sym, 2)+1e-300
		pairs := symmetric(a)
		for i, p := range pairs {
			if off := p.value - values[c.n-1-i]; math.Abs(off) > 1e-12*size {
				t.Errorf("%d rows of rank %d: eigenvalue %d is %v, gonum says %v", c.n, c.rank, i, p.value, values[c.n-1-i])
			}
			for row := range c.n {
				var image float64
				for k, v := range p.vector {
					image += sym.At(row, k) * v
				}
				if math.Abs(image-p.value*p.vector[row]) > 1e-11*size {
					t.Fatalf("%d rows of rank %d: vector %d is no eigenvector", c.n, c.rank, i)
				}
			}
			for j, q := range pairs {
				var dot, wanted float64
				for k, v := range p.vector {
					dot += v * q.vector[k]
				}
				if i == j {
					wanted = 1
				}
				if math.Abs(dot-wanted) > 1e-12 {
					t.Errorf("%d rows of rank %d: vectors %d and %d have the product %v", c.n, c.rank, i, j, dot)
				}
			}
		}
	}
}

// TestOdd holds that what is no proper matrix ends: zeros, and what has diverged.
func TestOdd(t *testing.T) {
	if pairs := symmetric(nil); len(pairs) != 0 {
		t.Errorf("%v", pairs)
	}
	for _, v := range []float64{0, math.NaN(), math.Inf(1), math.MaxFloat64, 1e-310} {
		if pairs := symmetric([][]float64{{v, v, v}, {v, v, v}, {v, v, v}}); len(pairs) != 3 {
			t.Errorf("of %v: %v", v, pairs)
		}
	}
}
