package paper

import (
	"cmp"
	"slices"
)

// Of a network with many links the strongest of each two columns are drawn: the part
// of them, but not fewer than so many.
const (
	ManyLinks   = 150
	strongPart  = 0.15
	leastStrong = 12
)

// Descending returns the places of values, the largest first.
func Descending(values []float32) []int {
	order := upTo(len(values))
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(values[b], values[a]) })
	return order
}

// Strongest tells which of so many sizes of links are drawn.
func Strongest(sizes []float32) []bool {
	drawn := make([]bool, len(sizes))
	for _, at := range Descending(sizes)[:min(max(int(strongPart*float32(len(sizes))+0.5), leastStrong), len(sizes))] {
		drawn[at] = true
	}
	return drawn
}
