package experiment

import (
	"slices"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"

	"nnplay/nn/data/sequences"
)

// An embeddingMap shows the vectors of tokens in the plane in which they differ
// most: that of their first two principal components. It is for the eye alone.
// The components are found anew from time to time, and what moves in between is
// seen on them.
type embeddingMap struct {
	tokens []int // those that are shown
	looks  int   // since the axes were found
	axes   [2][]float64
	shares [2]float64 // of the variance
}

// mapEvery is at how many looks the axes of an embeddingMap are found.
const mapEvery = 12

// seen returns the tokens that are read by the first part of a network, those
// that mean something.
func (q *sequence) seen() (list []int) {
	read := q.train.X
	if q.train.Source != nil {
		read = q.train.Source
	}
	for token, word := range q.vocabulary {
		if !slices.Contains(sequences.Specials[:], word) && slices.Contains(read, float32(token)) {
			list = append(list, token)
		}
	}
	return list
}

// view returns "embedding/map" (N, 2), the places of tokens (N) as
// "embedding/tokens", of which there are at least three, and which share of the
// variance the axes have, "embedding/shares" (2). table is (V, D).
func (e *embeddingMap) view(table []float32, d int) []View {
	n := len(e.tokens)
	if n < 3 {
		return nil
	}
	vectors := mat.NewDense(n, d, nil)
	center := make([]float64, d)
	tokens := make([]float32, n)
	for i, token := range e.tokens {
		tokens[i] = float32(token)
		for j, v := range table[token*d : (token+1)*d] {
			if v-v != 0 { // it diverged
				return nil
			}
			vectors.Set(i, j, float64(v))
			center[j] += float64(v) / float64(n)
		}
	}
	if e.looks--; e.looks < 0 && !e.find(vectors) {
		return nil
	}
	places := make([]float32, 0, 2*n)
	for i := range n {
		for _, axis := range e.axes {
			var at float64
			for j, v := range vectors.RawRowView(i) {
				at += (v - center[j]) * axis[j]
			}
			places = append(places, float32(at))
		}
	}
	return []View{
		{Name: "embedding/map", Shape: []int{n, 2}, F32: places},
		{Name: "embedding/tokens", Shape: []int{n}, F32: tokens},
		{Name: "embedding/shares", Shape: []int{2}, F32: []float32{float32(e.shares[0]), float32(e.shares[1])}},
	}
}

// find takes the first two principal components for axes, each in that of its
// two directions that is nearer to the one before.
func (e *embeddingMap) find(vectors *mat.Dense) bool {
	var pc stat.PC
	if !pc.PrincipalComponents(vectors, nil) {
		return false
	}
	var components mat.Dense // (D, min(N, D))
	pc.VectorsTo(&components)
	variances := pc.VarsTo(nil)
	var total float64
	for _, v := range variances {
		total += v
	}
	if len(variances) < 2 || !(total > 0) {
		return false
	}
	e.looks = mapEvery - 1
	for k := range e.axes {
		axis := mat.Col(nil, k, &components)
		var along float64
		for j, v := range e.axes[k] {
			along += v * axis[j]
		}
		for j := range axis {
			if along < 0 {
				axis[j] = -axis[j]
			}
		}
		e.axes[k], e.shares[k] = axis, variances[k]/total
	}
	return true
}
