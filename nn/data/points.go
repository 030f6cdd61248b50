package data

import (
	"cmp"
	"fmt"
	"slices"

	"nnplay/nn/rng"
)

// Points are n samples. The dimension letters are n samples, Dim raw inputs and
// Targets values to learn.
type Points struct {
	Dim     int
	Targets int
	X       []float32 // (n, Dim) raw inputs
	Y       []float32 // (n, Targets) target values; or (n, 1) class indices, 0 to K-1
}

// Len returns the number of samples, n.
func (p *Points) Len() int {
	if p.Dim == 0 {
		return 0
	}
	return len(p.X) / p.Dim
}

// newPoints returns no points with room for n.
func newPoints(dim, targets, n int) Points {
	return Points{Dim: dim, Targets: targets, X: make([]float32, 0, n*dim), Y: make([]float32, 0, n*targets)}
}

// add appends a sample of two inputs and one target or class.
func (p *Points) add(x, y, target float32) {
	p.X = append(p.X, x, y)
	p.Y = append(p.Y, target)
}

// pick returns the samples with these indices.
func (p *Points) pick(indices []int) Points {
	out := newPoints(p.Dim, p.Targets, len(indices))
	for _, i := range indices {
		out.X = append(out.X, p.X[i*p.Dim:(i+1)*p.Dim]...)
		out.Y = append(out.Y, p.Y[i*p.Targets:(i+1)*p.Targets]...)
	}
	return out
}

// mix rearranges an order of samples so that each class is spread evenly over
// it: of a class with c samples, number j goes (j + ½)/c of the way. Where the
// order is then cut, both parts have the classes in proportion, and all of
// them if they have room. Classes that meet at the same place stay as they
// were, and so does the order within a class.
func mix(order []int, class []float32) {
	count := map[float32]int{}
	number := make([]int, len(class))
	for _, i := range order {
		number[i] = count[class[i]]
		count[class[i]]++
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare((2*number[a]+1)*count[class[b]], (2*number[b]+1)*count[class[a]])
	})
}

// MixedOrder returns the samples of these classes in random order, each class
// spread evenly over it.
func MixedOrder(stream *rng.Stream, class []float32) []int {
	order := stream.Perm(len(class))
	mix(order, class)
	return order
}

// AtLeastOne returns percent, or as much as makes one of n points.
func AtLeastOne(n, percent int) int { return max(percent, (100+n-1)/n) }

// Split cuts points, which Set.Points has put in random order, into percent of
// training points, rounded down, and the test points. Both share p's memory.
func Split(p Points, percent int) (train, test Points) {
	if percent < 0 || percent > 100 {
		panic(fmt.Sprintf("data: a split of %d %%", percent))
	}
	n := p.Len() * percent / 100
	train, test = p, p
	train.X, test.X = p.X[:n*p.Dim:n*p.Dim], p.X[n*p.Dim:]
	train.Y, test.Y = p.Y[:n*p.Targets:n*p.Targets], p.Y[n*p.Targets:]
	return train, test
}
