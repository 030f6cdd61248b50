package main

import "math"

// A link is the curve of a weight, from x0 rightwards to x1.
type link struct{ x0, y0, x1, y1 float32 }

// linkBetween returns the link from a tile to one of the next column.
func linkBetween(from, to rect) link {
	return link{from.x + from.w, from.y + from.h/2, to.x, to.y + to.h/2}
}

// at returns the point at t of 0 .. 1: a smooth step from side to side.
func (l link) at(t float32) (x, y float32) {
	return l.x0 + (l.x1-l.x0)*t, l.y0 + (l.y1-l.y0)*t*t*(3-2*t)
}

// mostPieces is the largest number of straight pieces that a link is drawn in.
const mostPieces = 18

// pieces returns the number of straight pieces that look like the curve, among
// so many links from column to column: of many, each is seen less.
func (l link) pieces(among int) int {
	height := abs(l.y1 - l.y0)
	switch {
	case height < 0.5:
		return 1
	case among > 60:
		return int(clamp(6+height/24, 8, 14))
	}
	return int(clamp(8+height/12, 10, mostPieces))
}

// distance returns how far a point between the ends lies from the curve,
// nearly: the vertical distance, foreshortened by the slope there.
func (l link) distance(x, y float32) float32 {
	t := clamp((x-l.x0)/(l.x1-l.x0), 0, 1)
	_, on := l.at(t)
	slope := (l.y1 - l.y0) / (l.x1 - l.x0) * 6 * t * (1 - t)
	return abs(y-on) / float32(math.Sqrt(float64(1+slope*slope)))
}

// linkWidth returns the width of a link in a network of tiles of that side:
// 1 to 8 pixels for weights up to 5, less where there is less room.
func linkWidth(w, tile float32) float32 {
	return max(clamp(abs(w)/5, 0, 1)*clamp(tile/4, 2, 8), clamp(tile/16, 0.5, 1))
}

// mostLinks bounds the links that are drawn; of more, the strongest are.
const mostLinks = 4000

// curvedLinks is the number of links above which they are straight.
const curvedLinks = 1200

// A census counts weights by size, to find the limit above which there are no
// more than so many.
type census struct {
	counts [64]int
	total  int
}

// class sorts sizes by their float's exponent and first two bits of mantissa:
// steps of about a fifth, from 2^-10 to 2^6.
func (c *census) class(w float32) int {
	return int(clamp(float32(int(math.Float32bits(abs(w))>>21))-4*117, 0, 63))
}

func (c *census) add(w float32) {
	c.counts[c.class(w)]++
	c.total++
}

// admits returns the test that at most about n of the weights counted pass:
// those of the largest sizes, and of the size class on the limit evenly as
// many as there is room for.
func (c *census) admits(n int) func(w float32) bool {
	if c.total <= n {
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
