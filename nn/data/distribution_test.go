package data

import (
	"fmt"
	"math"
	"testing"

	"nnplay/nn/rng"
)

// TestDistributions holds the samples to what each distribution is: how far
// they are from the shape, and how evenly they lie about the origin.
func TestDistributions(t *testing.T) {
	// Distances from the shapes, which the normal distributions' deviations bound.
	distance := map[string]func(x, y float64) float64{
		"line":      func(x, y float64) float64 { return math.Abs(2*x-3*y) / math.Sqrt(13) },
		"ring":      func(x, y float64) float64 { return math.Abs(math.Hypot(x, y) - 1.3) },
		"disjoint":  func(x, y float64) float64 { return min(math.Hypot(x-1, y-1), math.Hypot(x+1, y+1)) },
		"grid":      func(x, y float64) float64 { return math.Hypot(x-0.7*math.Round(x/0.7), y-0.7*math.Round(y/0.7)) },
		"two-moons": func(x, y float64) float64 { return min(moon(x, y), moon(-x, -y)) },
		"gaussians": func(x, y float64) float64 {
			angle := math.Round(math.Atan2(x, y)*4/math.Pi) * math.Pi / 4
			return math.Hypot(x-1.4*math.Sin(angle), y-1.4*math.Cos(angle))
		},
		"spiral-arm": func(x, y float64) float64 {
			d := math.Inf(1)
			for turn := range 3 {
				angle := math.Atan2(x, y) + 2*math.Pi*float64(turn)
				d = min(d, math.Abs(math.Hypot(x, y)-1.6*angle/(3*math.Pi)))
			}
			return d
		},
	}
	deviation := map[string]float64{
		"line": 0.05, "ring": 0.06, "disjoint": 0.2, "gaussians": 0.1, "grid": 0.06, "two-moons": 0.06, "spiral-arm": 0.04,
	}
	const n = 4000
	for _, d := range Distributions {
		if distance[d.Name] == nil || deviation[d.Name] == 0 {
			t.Errorf("%s: this test does not know how far points are from it: it needs a row in both tables", d.Name)
			continue
		}
		points := d.Samples(rng.New(3, rng.Data), n)
		var far, square, mx, my float64
		for i := range n {
			x, y := float64(points[2*i]), float64(points[2*i+1])
			e := distance[d.Name](x, y)
			far, square = max(far, e), square+e*e/n
			mx, my = mx+x/n, my+y/n
			if math.Abs(x) > 2.2 || math.Abs(y) > 2.2 {
				t.Errorf("%s: (%v, %v) is out of sight", d.Name, x, y)
			}
		}
		if s := deviation[d.Name]; far > 5*s || math.Sqrt(square) < 0.7*s || math.Sqrt(square) > 1.6*s {
			t.Errorf("%s: points are up to %.3f from the shape and %.3f in the mean, for a deviation of %v", d.Name, far, math.Sqrt(square), s)
		}
		if d.Name != "spiral-arm" && math.Hypot(mx, my) > 0.08 {
			t.Errorf("%s: the mean is (%.3f, %.3f)", d.Name, mx, my)
		}
		if found, ok := FindDistribution(d.Name); !ok || found.Name != d.Name {
			t.Errorf("%s is not found", d.Name)
		}
	}
}

// moon is the distance from the half circle to the right.
func moon(x, y float64) float64 {
	x, y = x+0.5, y+0.25
	if y < 0 {
		return math.Hypot(math.Abs(x)-1, y)
	}
	return math.Abs(math.Hypot(x, y) - 1)
}

// TestDrawn holds that samples of a drawing lie about its points, on all of
// them, and that no drawing is too small.
func TestDrawn(t *testing.T) {
	var d Drawing
	if p := Drawn(&d).Samples(rng.New(1, rng.Data), 100); len(p) != 200 {
		t.Errorf("%d coordinates of 100 samples of nothing", len(p))
	}
	d.Add(3, 0, 1)
	d.Add(-3, 6, 2)
	d.Add(0, -1.5, 0)
	var count [3]int
	points := Drawn(&d).Samples(rng.New(1, rng.Data), 3000)
	for i := 0; i < len(points); i += 2 {
		near := -1
		for j := range count {
			x, y, _ := d.At(j)
			if math.Hypot(float64(points[i]-x/Shrink), float64(points[i+1]-y/Shrink)) < 0.25 {
				near = j
			}
		}
		if near < 0 {
			t.Fatalf("(%v, %v) is near no point", points[i], points[i+1])
		}
		count[near]++
	}
	for _, n := range count {
		if n < 900 || n > 1100 {
			t.Errorf("points were drawn %v times", fmt.Sprint(count))
		}
	}
}
