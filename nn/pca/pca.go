// Package pca finds the directions in which vectors differ the most: their principal
// components (Goodfellow et al. 2016, "Deep Learning", section 5.8.1).
package pca

import "math"

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
	inner := c.covariance
	if n < d {
		inner = c.products
	}
	pairs, total := symmetric(inner(vectors)), 0.0
	for _, p := range pairs {
		total += p.value
	}
	if len(pairs) < 2 || !(total > 0) || math.IsInf(total, 0) {
		return c, false
	}
	for k := range c.Axes {
		p := pairs[k]
		if !(p.value > least*total) {
			return c, false
		}
		axis := p.vector
		if n < d {
			axis = c.combine(vectors, p)
		}
		c.Axes[k], c.Shares[k] = axis, p.value/total
	}
	return c, true
}

// combine returns the direction of which an eigenvector of the inner products gives the
// share that each vector has.
func (c *Components) combine(vectors [][]float32, p eigenpair) []float64 {
	axis := make([]float64, len(c.Mean))
	for i, v := range vectors {
		share := p.vector[i] / math.Sqrt(p.value)
		for j, x := range v {
			axis[j] += share * (float64(x) - c.Mean[j])
		}
	}
	return axis
}

// covariance returns N times the covariance matrix (D, D).
func (c *Components) covariance(vectors [][]float32) [][]float64 {
	m := square(len(c.Mean))
	for _, v := range vectors {
		for i, x := range v {
			off := float64(x) - c.Mean[i]
			for j := range i + 1 {
				m[i][j] += off * (float64(v[j]) - c.Mean[j])
			}
		}
	}
	return mirrored(m)
}

// products returns the matrix of inner products (N, N) of what vectors have beyond the
// mean.
func (c *Components) products(vectors [][]float32) [][]float64 {
	m := square(len(vectors))
	for i, v := range vectors {
		for j, w := range vectors[:i+1] {
			for k, mean := range c.Mean {
				m[i][j] += (float64(v[k]) - mean) * (float64(w[k]) - mean)
			}
		}
	}
	return mirrored(m)
}

func square(n int) [][]float64 {
	m := make([][]float64, n)
	for i := range m {
		m[i] = make([]float64, n)
	}
	return m
}

// mirrored copies what is below the diagonal above it.
func mirrored(m [][]float64) [][]float64 {
	for i, row := range m {
		for j := range i {
			m[j][i] = row[j]
		}
	}
	return m
}
