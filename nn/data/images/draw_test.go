package images

import (
	"fmt"
	"math"
	"testing"

	"nnplay/nn/data/golden"
	"nnplay/nn/rng"
)

// TestGolden holds drawn images to the bit.
func TestGolden(t *testing.T) {
	var lines golden.Lines
	for _, s := range Sets {
		for _, side := range []int{16, 28} {
			for _, style := range []Style{{}, {0.5, 0}, {1, 0.2}} {
				p := s.Points(rng.New(2027, rng.Data), 50, side, style)
				lines.Add(fmt.Sprintf("%s side %d %+v", s.Name, side, style), golden.Digest(p.X, p.Y))
			}
		}
	}
	lines.Compare(t, "testdata/drawn.golden")
}

// TestPoints asks for as many images of each class as of any other, elements
// from 0 to 1, ink of a plausible amount in the middle and no two images alike.
func TestPoints(t *testing.T) {
	for _, s := range Sets {
		const n, side = 160, 16
		p := s.Points(rng.New(3, rng.Data), n, side, Style{Distortion: 1})
		count := map[float32]int{}
		seen := map[string]bool{}
		for i := range n {
			image := p.X[i*p.Dim : (i+1)*p.Dim]
			count[p.Y[i]]++
			seen[fmt.Sprint(image)] = true
			var ink, border float32
			for at, v := range image {
				if !(v >= 0 && v <= 1) {
					t.Fatalf("%s: an element is %v", s.Name, v)
				}
				ink += v
				if row, col := at/side, at%side; row == 0 || col == 0 || row == side-1 || col == side-1 {
					border += v
				}
			}
			if ink < 10 || ink > 140 || border > ink/2 {
				t.Errorf("%s: image %d of class %v has ink %v, %v at the border", s.Name, i, p.Y[i], ink, border)
			}
		}
		if len(count) != len(s.Classes()) || len(seen) != n {
			t.Errorf("%s: %d classes, %d different images of %d", s.Name, len(count), len(seen), n)
		}
		for class, c := range count {
			if c != n/len(s.Classes()) {
				t.Errorf("%s: %d images of class %v", s.Name, c, class)
			}
		}
	}
}

// TestStyle draws the same image with more noise: the undistorted part of it
// differs by the noise alone.
func TestStyle(t *testing.T) {
	draw := func(style Style) []float32 {
		return digits.Points(rng.New(5, rng.Data), 20, 28, style).X
	}
	plain, noisy := draw(Style{Distortion: 0.7}), draw(Style{Distortion: 0.7, Noise: 0.1})
	var square float64
	n := 0
	for i, v := range plain {
		if v > 0.7 || v < 0.3 { // clipped on one side
			continue
		}
		square += math.Pow(float64(noisy[i]-v), 2)
		n++
	}
	if deviation := math.Sqrt(square / float64(n)); n < 300 || math.Abs(deviation-0.1) > 0.02 {
		t.Errorf("the noise of %d elements has deviation %v, want 0.1", n, deviation)
	}
}

// TestInk compares a thick line with the area that it covers: half a side long,
// rounded at its ends.
func TestInk(t *testing.T) {
	const side = 64
	image := make([]float32, side*side)
	c := newCanvas(image, side, 0.2)
	c.segment(point{-0.5, 0}, point{0.5, 0})
	c.ink()
	var ink float64
	for _, v := range image {
		ink += float64(v)
	}
	const radius = 0.2 * side / 2
	if want := side/2*2*radius + math.Pi*radius*radius; math.Abs(ink-want) > 0.01*want {
		t.Errorf("the ink of a line covers %v elements, want %v", ink, want)
	}
}
