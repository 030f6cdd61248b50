package table

import (
	"math"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"
)

// maxWork bounds rows times columns² of the matrix that is decomposed: a second
// or so in a browser.
const maxWork = 20_000_000

// components returns the first two principal components of columns, each of
// which is standardised first, scaled by one factor to fit a drawing; and the
// share of the variance that each keeps. The directions of very large tables
// are found from evenly spaced rows. The sign is that in which the largest
// loading is positive.
func components(columns [][]float64) (two [][]float64, shares [2]float64, err error) {
	n, d := len(columns[0]), len(columns)
	for _, c := range columns {
		standardize(c)
	}
	skip := max(1, (n*d*d+maxWork-1)/maxWork)
	rows := (n + skip - 1) / skip
	sample := mat.NewDense(rows, d, nil)
	for i := range rows {
		for k, c := range columns {
			sample.Set(i, k, c[i*skip])
		}
	}
	var pc stat.PC
	if rows < 2 || !pc.PrincipalComponents(sample, nil) {
		return nil, shares, refuse("csv-pca")
	}
	var vectors mat.Dense
	pc.VectorsTo(&vectors)
	variances := pc.VarsTo(nil)
	total := 0.0
	for _, v := range variances {
		total += v
	}
	if _, found := vectors.Dims(); found < 2 || !(total > 0) {
		return nil, shares, refuse("csv-pca")
	}
	shares = [2]float64{variances[0] / total, variances[1] / total}
	largest := 0.0
	for k := range 2 {
		direction := mat.Col(nil, k, &vectors)
		sign := 1.0
		for i, top := 0, 0.0; i < d; i++ {
			if size := math.Abs(direction[i]); size > top+1e-9 {
				top, sign = size, math.Copysign(1, direction[i])
			}
		}
		component := make([]float64, n)
		for i := range component {
			for j, c := range columns {
				component[i] += sign * direction[j] * c[i]
			}
			largest = max(largest, math.Abs(component[i]))
		}
		two = append(two, component)
	}
	for _, component := range two {
		for i := range component {
			component[i] *= 5 / largest
		}
	}
	return two, shares, nil
}

// standardize gives numbers mean 0 and variance 1; one number becomes 0.
func standardize(v []float64) {
	mean, deviation := stat.PopMeanStdDev(v, nil)
	for i := range v {
		v[i] -= mean
		if deviation > 0 {
			v[i] /= deviation
		}
	}
}
