package pca

import (
	"math"
	"slices"
)

// sweeps is after how many sweeps symmetric ends at the latest: a matrix of a few hundred
// rows takes about ten.
const sweeps = 60

// An eigenpair is an eigenvalue and its eigenvector, of length 1.
type eigenpair struct {
	value  float64
	vector []float64
}

// symmetric returns the eigenvalues of a symmetric matrix (n, n), the largest first, each
// with its vector. It works in a, by the cyclic method of Jacobi (Golub and Van Loan,
// Matrix Computations, section 8.5): rotations that each make a pair of elements 0, until
// all beside the diagonal are.
func symmetric(a [][]float64) []eigenpair {
	n := len(a)
	v := make([][]float64, n) // the vectors, as rows
	for i := range v {
		v[i] = make([]float64, n)
		v[i][i] = 1
	}
	var size float64 // rotations change it only by rounding
	for _, row := range a {
		for _, x := range row {
			size += x * x
		}
	}
	size = math.Sqrt(size)
	for range sweeps {
		if !sweep(a, v, 1e-16*size) {
			break
		}
	}
	pairs := make([]eigenpair, n)
	for i := range pairs {
		pairs[i] = eigenpair{a[i][i], v[i]}
	}
	slices.SortStableFunc(pairs, func(p, q eigenpair) int {
		switch {
		case p.value > q.value:
			return -1
		case p.value < q.value:
			return 1
		}
		return 0
	})
	return pairs
}

// sweep rotates once for each pair of rows with an element that is not small, and reports
// whether there was any.
func sweep(a, v [][]float64, small float64) (turned bool) {
	for p := range a {
		for q := p + 1; q < len(a); q++ {
			if !(math.Abs(a[p][q]) > small) { // nor what is no number
				continue
			}
			turned = true
			theta := (a[q][q] - a[p][p]) / (2 * a[p][q])
			t := 1 / (math.Abs(theta) + math.Sqrt(theta*theta+1))
			if theta < 0 {
				t = -t
			}
			c := 1 / math.Sqrt(t*t+1)
			s := t * c
			for k := range a {
				a[k][p], a[k][q] = c*a[k][p]-s*a[k][q], s*a[k][p]+c*a[k][q]
			}
			rotate(a[p], a[q], c, s)
			rotate(v[p], v[q], c, s)
			a[p][q], a[q][p] = 0, 0
		}
	}
	return turned
}

// rotate rotates two rows.
func rotate(x, y []float64, c, s float64) {
	for k := range x {
		x[k], y[k] = c*x[k]-s*y[k], s*x[k]+c*y[k]
	}
}
