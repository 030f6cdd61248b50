// Package pca finds the directions in which vectors differ the most: their principal
// components (Goodfellow et al. 2016, "Deep Learning", section 5.8.1).
package pca

import (
	"math"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas64"
	"gonum.org/v1/gonum/lapack"
	"gonum.org/v1/gonum/lapack/lapack64"
)

// Components are the first two principal components of some vectors.
type Components struct {
	Mean   []float64    // (D)
	Axes   [2][]float64 // (D), of length 1 and orthogonal; which way each points is left to chance
	Shares [2]float64   // of the variance, that lie along each
}

// least is the smallest share of the variance that makes a component.
const least = 1e-12

// Find returns the components of at least two vectors (N, D). There are none where vectors
// differ in less than two directions, or are not finite. It takes the eigenvectors of the
// smaller one of the covariance matrix and the matrix of inner products, which are as
// good (Turk and Pentland 1991).
func Find(vectors [][]float32) (c Components, ok bool) {
	n := len(vectors)
	if n < 2 {
		return c, false
	}
	d := len(vectors[0])
	c.Mean = make([]float64, d)
	for _, v := range vectors {
		for i, x := range v {
			c.Mean[i] += float64(x) / float64(n)
		}
	}
	size, inner := d, c.covariance
	if n < d {
		size, inner = n, c.products
	}
	values, eigenvectors, ok := eigen(size, inner(vectors))
	total := 0.0
	for _, v := range values {
		total += v
	}
	if !ok || size < 2 || !(total > 0) || math.IsInf(total, 0) {
		return c, false
	}
	for k := range c.Axes {
		at := size - 1 - k
		if !(values[at] > least*total) {
			return c, false
		}
		axis := make([]float64, d)
		for i := range size {
			e := eigenvectors[i*size+at]
			if n >= d {
				axis[i] = e
				continue
			}
			for j, x := range vectors[i] {
				axis[j] += e / math.Sqrt(values[at]) * (float64(x) - c.Mean[j])
			}
		}
		c.Axes[k], c.Shares[k] = axis, values[at]/total
	}
	return c, true
}

// covariance returns the upper half of N times the covariance matrix (D, D).
func (c *Components) covariance(vectors [][]float32) []float64 {
	d := len(c.Mean)
	m := make([]float64, d*d)
	for _, v := range vectors {
		for i, x := range v {
			off := float64(x) - c.Mean[i]
			for j := i; j < d; j++ {
				m[i*d+j] += off * (float64(v[j]) - c.Mean[j])
			}
		}
	}
	return m
}

// products returns the upper half of the matrix of inner products (N, N) of what vectors
// have beyond the mean.
func (c *Components) products(vectors [][]float32) []float64 {
	n := len(vectors)
	m := make([]float64, n*n)
	for i, v := range vectors {
		for j, w := range vectors[i:] {
			for k, mean := range c.Mean {
				m[i*n+i+j] += (float64(v[k]) - mean) * (float64(w[k]) - mean)
			}
		}
	}
	return m
}

// eigen returns the eigenvalues of a symmetric matrix, ascending, and its eigenvectors as
// columns (n, n), of length 1.
func eigen(n int, upper []float64) (values, vectors []float64, ok bool) {
	for _, v := range upper {
		if v-v != 0 {
			return nil, nil, false
		}
	}
	a := blas64.Symmetric{N: n, Stride: n, Data: upper, Uplo: blas.Upper}
	values = make([]float64, n)
	work := make([]float64, 1)
	lapack64.Syev(lapack.EVCompute, a, values, work, -1)
	work = make([]float64, int(work[0]))
	ok = lapack64.Syev(lapack.EVCompute, a, values, work, len(work))
	return values, upper, ok
}
