package points

import (
	"math"
	"testing"

	"nnplay/wasm/paper"
)

func TestLink(t *testing.T) {
	l := linkBetween(paper.Rect(0, 0, 10, 10), paper.Rect(110, 90, 10, 20))
	if x, y := l.at(0); x != 10 || y != 5 {
		t.Errorf("begins at %g, %g", x, y)
	}
	if x, y := l.at(1); x != 110 || y != 100 {
		t.Errorf("ends at %g, %g", x, y)
	}
	for k := range 11 {
		x, y := l.at(float32(k) / 10)
		if d := l.distance(x, y); d > 1e-3 {
			t.Errorf("a point on the link is %g away", d)
		}
	}
	if d := l.distance(10, 15); math.Abs(float64(d)-10) > 1e-3 {
		t.Errorf("10 below the beginning, where the link is level: %g", d)
	}
}

// TestPieces holds the pieces close to the curve: within a pixel.
func TestPieces(t *testing.T) {
	for _, height := range []float32{0, 1, 20, 100, -300, 400} {
		l := link{0, 0, 100, height}
		n := l.pieces(20)
		if many := l.pieces(400); n < 1 || n > mostPieces || many < 1 || many > n {
			t.Fatalf("%d pieces, %d of many", n, many)
		}
		for k := range n {
			x0, y0 := l.at(float32(k) / float32(n))
			x1, y1 := l.at(float32(k+1) / float32(n))
			if d := l.distance((x0+x1)/2, (y0+y1)/2); d > 1 {
				t.Errorf("height %g: the middle of piece %d is %g from the curve", height, k, d)
			}
		}
	}
}

func TestLinkWidth(t *testing.T) {
	for _, tile := range []float32{smallest, 12, largest} {
		last := float32(0)
		for _, w := range []float32{0, 0.1, -1, 2, -4, 5, 1e30} {
			width := linkWidth(w, tile)
			if width < last || width < 0.5 || width > 8 {
				t.Errorf("weight %g with tiles of %g: width %g after %g", w, tile, width, last)
			}
			last = width
		}
	}
	if w := linkWidth(5, largest); w != 8 {
		t.Errorf("weight 5: %g pixels, want 8", w)
	}
}
