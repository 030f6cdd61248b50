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

// Strongest tells which of so many sizes of links are drawn.
func Strongest(sizes []float32) []bool {
	drawn := make([]bool, len(sizes))
	order := upTo(len(sizes))
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(sizes[b], sizes[a]) })
	for _, at := range order[:min(max(int(strongPart*float32(len(sizes))+0.5), leastStrong), len(sizes))] {
		drawn[at] = true
	}
	return drawn
}
