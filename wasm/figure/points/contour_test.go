package points

import (
	"math"
	"testing"
)

// disc returns levels that are high within a radius of the middle.
func discLevels(side int, radius float64) []uint8 {
	levels := make([]uint8, side*side)
	for i := range levels {
		x, y := (float64(i%side)+0.5)/float64(side)-0.5, (float64(i/side)+0.5)/float64(side)-0.5
		if math.Hypot(x, y) < radius {
			levels[i] = 255
		}
	}
	return levels
}

func length(line [][2]float32) (n float64) {
	for i := 1; i < len(line); i++ {
		n += math.Hypot(float64(line[i][0]-line[i-1][0]), float64(line[i][1]-line[i-1][1]))
	}
	return n
}

func TestContour(t *testing.T) {
	const radius = 0.3
	pieces := contour(discLevels(100, radius), 100)
	total := 0.0
	for _, p := range pieces {
		total += length(p[:])
		for _, end := range p {
			if r := math.Hypot(float64(end[0])-0.5, float64(end[1])-0.5); math.Abs(r-radius) > 0.012 {
				t.Fatalf("a point of the circle at radius %g, want %g", r, radius)
			}
		}
	}
	if want := 2 * math.Pi * radius; math.Abs(total-want) > 0.03*want {
		t.Errorf("the circle is %g long, want %g", total, want)
	}
	if len(contour(make([]uint8, 100), 10)) != 0 || contour(make([]uint8, 99), 10) != nil || contour(nil, 0) != nil {
		t.Error("a contour of nothing")
	}
}

func TestDashes(t *testing.T) {
	pieces := contour(discLevels(100, 0.3), 100)
	lines := dashes(pieces, 0.02, 0.014)
	if len(lines) < 40 || len(lines) > 70 {
		t.Fatalf("%d dashes of a circle", len(lines))
	}
	drawn := 0.0
	for _, line := range lines {
		n := length(line)
		if n > 0.045 {
			t.Errorf("a dash of %g", n)
		}
		drawn += n
	}
	if part := drawn / (2 * math.Pi * 0.3); part < 0.5 || part > 0.75 {
		t.Errorf("%g of the circle is drawn", part)
	}
}
