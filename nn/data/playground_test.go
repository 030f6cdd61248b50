package data

import (
	"math"
	"testing"

	"nnplay/nn/rng"
)

// made returns points of a set as the generator makes them, unshuffled.
func made(name string, n, classes int, noise float32) Points {
	s, ok := Find(name)
	if !ok {
		panic("no set " + name)
	}
	return s.generate(rng.New(9, rng.Data), n, classes, noise)
}

// TestCircle: half with a radius in [0, 2.5] and class 1, half in [3.5, 5], the
// radius and the angle uniform.
func TestCircle(t *testing.T) {
	const n = 20000
	p := made("circle", n, 2, 0)
	var sum [2]float64
	var quarters [4]int
	for i := range n {
		x, y := float64(p.X[2*i]), float64(p.X[2*i+1])
		r, class := math.Hypot(x, y), int(p.Y[i])
		lo, hi := 3.5, 5.0
		if class == 1 {
			lo, hi = 0, 2.5
		}
		if r < lo-1e-5 || r > hi+1e-5 || class != 1-i*2/n {
			t.Fatalf("point %d has the radius %v and class %d", i, r, class)
		}
		sum[class] += r
		quarters[b2i(x > 0)+2*b2i(y > 0)]++
	}
	// Means of uniform radii, to 5 standard errors.
	for class, want := range []struct{ mean, width float64 }{{4.25, 1.5}, {1.25, 2.5}} {
		if got := sum[class] / (n / 2); math.Abs(got-want.mean) > 5*want.width/math.Sqrt(12*n/2) {
			t.Errorf("class %d has the mean radius %v, want %v", class, got, want.mean)
		}
	}
	for q, c := range quarters {
		if math.Abs(float64(c)-n/4) > 5*math.Sqrt(n*3/16) {
			t.Errorf("quarter %d has %d points", q, c)
		}
	}
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// TestXor: both coordinates uniform in ±[0.3, 5.3].
func TestXor(t *testing.T) {
	const n = 20000
	p := made("xor", n, 2, 0)
	var sum float64
	for _, v := range p.X {
		a := math.Abs(float64(v))
		if a < 0.3 || a > 5.3+1e-6 {
			t.Fatalf("a coordinate of %v", v)
		}
		sum += a
	}
	if mean := sum / (2 * n); math.Abs(mean-2.8) > 5*5/math.Sqrt(12*2*n) {
		t.Errorf("the mean distance from an axis is %v, want 2.8", mean)
	}
}

// TestGauss: centers (2, 2) of class 1 and (-2, -2) of class 0, variance
// 0.5 + 7·noise.
func TestGauss(t *testing.T) {
	const n = 20000
	for _, noise := range []float32{0, 0.25, 0.5} {
		first, second := Split(made("gauss", n, 2, noise), 50)
		want := 0.5 + 7*float64(noise)
		for class, part := range []Points{second, first} {
			center := float64(4*class - 2)
			for k := range 2 {
				mean, variance := moments(part, k)
				if math.Abs(mean-center) > 5*math.Sqrt(want/(n/2)) || math.Abs(variance/want-1) > 5*math.Sqrt(2./(n/2)) {
					t.Errorf("noise %v: class %d has mean %v, variance %v", noise, class, mean, variance)
				}
			}
			if part.Y[0] != float32(class) {
				t.Errorf("class %v, want %d", part.Y[0], class)
			}
		}
	}
}

// TestSpiral: r = 5 i/n, t = 1.75·2π i/n (two thirds of it for three arms) plus
// the arm's share of a turn, the first arm of two being class 1; noise moves
// each coordinate by up to ±noise.
func TestSpiral(t *testing.T) {
	for _, c := range []struct {
		name    string
		n, arms int
		turns   float64
		class   []float32
	}{
		{"spiral", 500, 2, 1.75, []float32{1, 0}},
		{"spiral3", 501, 3, 1.75 * 2 / 3, []float32{0, 1, 2}},
	} {
		for _, noise := range []float64{0, 0.05, 0.5} {
			p := made(c.name, c.n, c.arms, float32(noise))
			per, far := c.n/c.arms, 0.0
			for i := range c.n {
				arm, along := i/per, float64(i%per)/float64(per)
				angle := c.turns*2*math.Pi*along + 2*math.Pi*float64(arm)/float64(c.arms)
				dx := math.Abs(float64(p.X[2*i]) - 5*along*math.Sin(angle))
				dy := math.Abs(float64(p.X[2*i+1]) - 5*along*math.Cos(angle))
				far = max(far, dx, dy)
				if p.Y[i] != c.class[arm] {
					t.Fatalf("%s: point %d has class %v", c.name, i, p.Y[i])
				}
			}
			if far > noise+1e-5 || far < 0.95*noise {
				t.Errorf("%s: noise %v moves points by up to %v", c.name, noise, far)
			}
		}
	}
	// Where the points can't be shared out evenly, the first arms get more.
	if p := made("spiral3", 500, 3, 0); p.Len() != 500 || p.Y[166] != 0 || p.Y[167] != 1 || p.Y[333] != 1 || p.Y[334] != 2 {
		t.Errorf("500 points are not shared 167, 167, 166")
	}
}

// TestMoons: every point is near its own half circle and far from the other.
func TestMoons(t *testing.T) {
	p := made("moons", 2000, 2, 0)
	for i := range p.Len() {
		x, y := float64(p.X[2*i]), float64(p.X[2*i+1])
		own, other := halfCircle(x, y), halfCircle(-x, -y)
		if p.Y[i] == 1 {
			own, other = other, own
		}
		if own > 0.2*math.Sqrt2+1e-5 || other < 0.9 {
			t.Fatalf("a point of class %v is %v from its moon, %v from the other", p.Y[i], own, other)
		}
	}
}

// halfCircle returns the distance from the upper half of the circle of radius 3
// around (-1.5, -0.75).
func halfCircle(x, y float64) float64 {
	x, y = x+1.5, y+0.75
	if y < 0 {
		return math.Hypot(math.Abs(x)-3, y)
	}
	return math.Abs(math.Hypot(x, y) - 3)
}
