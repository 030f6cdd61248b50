package paper

import "math"

// A Census counts weights by size, to find the limit above which there are no
// more than so many.
type Census struct {
	counts [64]int
	Total  int
}

// class sorts sizes by their float's exponent and first two bits of mantissa:
// steps of about a fifth, from 2^-10 to 2^6.
func (c *Census) class(w float32) int {
	return int(Clamp(float32(int(math.Float32bits(Abs(w))>>21))-4*117, 0, 63))
}

// Add counts a weight.
func (c *Census) Add(w float32) {
	c.counts[c.class(w)]++
	c.Total++
}

// Admits returns the test that at most about n of the weights counted pass:
// those of the largest sizes, and of the size class on the limit evenly as
// many as there is room for.
func (c *Census) Admits(n int) func(w float32) bool {
	if c.Total <= n {
		return func(float32) bool { return true }
	}
	limit := 63
	for limit > 0 && n >= c.counts[limit] {
		n -= c.counts[limit]
		limit--
	}
	every := 1 + c.counts[limit]/max(n, 1)
	seen := 0
	return func(w float32) bool {
		k := c.class(w)
		if k == limit {
			seen++
			return n > 0 && seen%every == 0
		}
		return k > limit
	}
}
