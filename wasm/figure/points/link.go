package points

import (
	"math"

	"nnplay/wasm/paper"
)

// A link is the curve of a weight, from x0 rightwards to x1.
type link struct{ x0, y0, x1, y1 float32 }

// linkBetween returns the link from a tile to one of the next column.
func linkBetween(from, to paper.Rectangle) link {
	return link{from.X + from.W, from.Y + from.H/2, to.X, to.Y + to.H/2}
}

// at returns the point at t of 0 .. 1: a smooth step from side to side.
func (l link) at(t float32) (x, y float32) {
	return l.x0 + (l.x1-l.x0)*t, l.y0 + (l.y1-l.y0)*t*t*(3-2*t)
}

// points fills a list with the ends of straight pieces, and returns it.
func (l link) points(list [][2]float32) [][2]float32 {
	for k := range list {
		x, y := l.at(float32(k) / float32(len(list)-1))
		list[k] = [2]float32{x, y}
	}
	return list
}

// mostPieces is the largest number of straight pieces that a link is drawn in.
const mostPieces = 18

// pieces returns the number of straight pieces that look like the curve, among
// so many links from column to column: of many, each is seen less.
func (l link) pieces(among int) int {
	height := paper.Abs(l.y1 - l.y0)
	switch {
	case height < 0.5:
		return 1
	case among > 60:
		return int(paper.Clamp(6+height/24, 8, 14))
	}
	return int(paper.Clamp(8+height/12, 10, mostPieces))
}

// distance returns how far a point between the ends lies from the curve,
// nearly: the vertical distance, foreshortened by the slope there.
func (l link) distance(x, y float32) float32 {
	t := paper.Clamp((x-l.x0)/(l.x1-l.x0), 0, 1)
	_, on := l.at(t)
	slope := (l.y1 - l.y0) / (l.x1 - l.x0) * 6 * t * (1 - t)
	return paper.Abs(y-on) / float32(math.Sqrt(float64(1+slope*slope)))
}

// linkWidth returns the width of a link in a network of tiles of that side:
// 1 to 8 pixels for weights up to 5, less where there is less room.
func linkWidth(w, tile float32) float32 {
	return max(paper.Clamp(paper.Abs(w)/5, 0, 1)*paper.Clamp(tile/4, 2, 8), paper.Clamp(tile/16, 0.5, 1))
}
