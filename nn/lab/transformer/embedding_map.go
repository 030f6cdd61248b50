package transformer

import (
	"slices"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"

	"nnplay/nn/data/sequences"
	"nnplay/nn/lab"
)

// An embeddingMap shows the vectors of tokens in the plane in which they differ
// most: that of their first two principal components. It is for the eye alone.
type embeddingMap struct {
	tokens []int        // those that are shown
	axes   [2][]float64 // of the last look
}

// seen returns the tokens that are read by the first part of a network, those
// that mean something.
func (t *transformer) seen() (list []int) {
	read := t.Train.X
	if t.Train.Source != nil {
		read = t.Train.Source
	}
	for token, word := range t.Vocabulary {
		if !slices.Contains(sequences.Specials[:], word) && slices.Contains(read, float32(token)) {
			list = append(list, token)
		}
	}
	return list
}

// view returns "embedding/map" (N, 2), the places of tokens (N) as
// "embedding/tokens", of which there are at least three, and which share of the
// variance the axes have, "embedding/shares" (2). table is (V, D).
func (e *embeddingMap) view(table []float32, d int) []lab.View {
	n := len(e.tokens)
	if n < 3 {
		return nil
	}
	vectors := mat.NewDense(n, d, nil)
	tokens := make([]float32, n)
	for i, token := range e.tokens {
		tokens[i] = float32(token)
		for j, v := range table[token*d : (token+1)*d] {
			if v-v != 0 { // it diverged
				return nil
			}
			vectors.Set(i, j, float64(v))
		}
	}
	shares := e.find(vectors)
	if shares == nil {
		return nil
	}
	places := make([]float32, 2*n)
	for k, axis := range e.axes {
		along := make([]float64, n)
		for i := range along {
			along[i] = floats.Dot(vectors.RawRowView(i), axis)
		}
		center := stat.Mean(along, nil)
		for i, v := range along {
			places[2*i+k] = float32(v - center)
		}
	}
	return []lab.View{
		{Name: "embedding/map", Shape: []int{n, 2}, F32: places},
		{Name: "embedding/tokens", Shape: []int{n}, F32: tokens},
		{Name: "embedding/shares", Shape: []int{2}, F32: shares},
	}
}

// find takes the first two principal components for axes, each in that of its
// two directions that is nearer to the one before, and returns their shares of
// the variance; nil if there is none.
func (e *embeddingMap) find(vectors *mat.Dense) (shares []float32) {
	var covariance mat.SymDense
	var components mat.EigenSym // variances ascend
	stat.CovarianceMatrix(&covariance, vectors, nil)
	if !components.Factorize(&covariance, true) {
		return nil
	}
	variances := components.Values(nil)
	total := floats.Sum(variances)
	if !(total > 0) {
		return nil
	}
	var directions mat.Dense // (D, D)
	components.VectorsTo(&directions)
	for k := range e.axes {
		column := len(variances) - 1 - k
		axis := mat.Col(nil, column, &directions)
		if e.axes[k] != nil && floats.Dot(axis, e.axes[k]) < 0 {
			floats.Scale(-1, axis)
		}
		e.axes[k] = axis
		shares = append(shares, float32(variances[column]/total))
	}
	return shares
}
