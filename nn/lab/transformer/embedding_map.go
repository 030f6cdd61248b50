package transformer

import (
	"slices"

	"gonum.org/v1/gonum/floats"

	"nnplay/nn/data/sequences"
	"nnplay/nn/lab"
	"nnplay/nn/pca"
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
	vectors, tokens := make([][]float32, n), make([]float32, n)
	for i, token := range e.tokens {
		tokens[i], vectors[i] = float32(token), table[token*d:(token+1)*d]
	}
	components, ok := pca.Find(vectors)
	if !ok { // it diverged, say
		return nil
	}
	places, shares := make([]float32, 2*n), make([]float32, 2)
	for k, axis := range e.turned(components.Axes) {
		shares[k] = float32(components.Shares[k])
		for i, v := range vectors {
			along := 0.0
			for j, x := range v {
				along += axis[j] * (float64(x) - components.Mean[j])
			}
			places[2*i+k] = float32(along)
		}
	}
	return []lab.View{
		{Name: "embedding/map", Shape: []int{n, 2}, F32: places},
		{Name: "embedding/tokens", Shape: []int{n}, F32: tokens},
		{Name: "embedding/shares", Shape: []int{2}, F32: shares},
	}
}

// turned returns axes each in that of its two directions that is nearer to the one of the
// last look.
func (e *embeddingMap) turned(axes [2][]float64) [2][]float64 {
	for k, axis := range axes {
		if e.axes[k] != nil && floats.Dot(axis, e.axes[k]) < 0 {
			floats.Scale(-1, axis)
		}
	}
	e.axes = axes
	return axes
}
