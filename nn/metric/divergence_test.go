package metric

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// square is [0, 2) x [0, 1) in cells of side 1, and the outside.
var square = Grid{Domain: [4]float32{0, 2, 0, 1}, Columns: 2, Rows: 1}

// TestCount holds that each point counts once, wherever it is.
func TestCount(t *testing.T) {
	inf, nan := float32(math.Inf(1)), float32(math.NaN())
	g := Grid{Domain: [4]float32{-1, 1, -2, 2}, Columns: 2, Rows: 2}
	for _, c := range []struct {
		name string
		x, y float32
		cell int
	}{
		{"low corner", -1, -2, 0},
		{"just below the middle", -1e-7, -1e-7, 0},
		{"middle belongs to the upper cells", 0, 0, 3},
		{"second column", 0.5, -1, 1},
		{"second row", -0.5, 1, 2},
		{"last number below the border", math.Nextafter32(1, 0), math.Nextafter32(2, 0), 3},
		{"upper border", 1, 0, 4},
		{"beyond", 0, -2.5, 4},
		{"infinite", inf, -inf, 4},
		{"not a number", nan, 0, 4},
	} {
		want := make([]int, 5)
		want[c.cell] = 1
		if got := g.Count([]float32{c.x, c.y}); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", c.name, got, want)
		}
	}
	// All of many are counted.
	points := make([]float32, 2*450)
	random := rand.New(rand.NewPCG(1, 2))
	for i := range points {
		points[i] = float32(random.NormFloat64() * 1.5)
	}
	all := 0
	for _, n := range g.Count(points) {
		all += n
	}
	if all != 450 {
		t.Errorf("%d points of 450 are counted", all)
	}
}

// TestDivergence works divergences out by hand. a and b have a cell each, c has
// both, half and half, and d is outside.
func TestDivergence(t *testing.T) {
	a, b := []float32{0.5, 0.5}, []float32{1.5, 0.5}
	c, d := append(slices.Clone(a), b...), []float32{3, 3}
	ln := math.Log
	for _, x := range []struct {
		name   string
		p, q   []float32
		js, kl float64
	}{
		{"the same", c, c, 0, 0},
		{"the same, more of it", c, append(slices.Clone(c), c...), 0,
			// (3/2, 3/2, 1/2)/(7/2) and (5/2, 5/2, 1/2)/(11/2)
			6./7*ln((3./7)/(5./11)) + 1./7*ln((1./7)/(1./11))},
		// (3/2, 1/2, 1/2)/(5/2) against (1/2, 3/2, 1/2)/(5/2): 3/5·ln 3 - 1/5·ln 3.
		{"apart", a, b, ln(2), 2. / 5 * ln(3)},
		{"one outside", a, d, ln(2), 2. / 5 * ln(3)},
		// M = (3/4, 1/4): (ln(4/3) + ½·ln(2/3) + ½·ln 2)/2.
		{"half of it", a, c, (ln(4./3) + (ln(2./3)+ln(2))/2) / 2,
			3./5*ln((3./5)/(3./7)) + 1./5*ln((1./5)/(3./7)) + 1./5*ln((1./5)/(1./7))},
		{"nothing", nil, a, nan, 1./3*ln((1./3)/(3./5)) + 2./3*ln((1./3)/(1./5))},
	} {
		if got := square.JensenShannon(x.p, x.q); !agree(got, x.js) {
			t.Errorf("%s: JS %v, want %v", x.name, got, x.js)
		}
		if got := square.JensenShannon(x.q, x.p); !agree(got, x.js) {
			t.Errorf("%s: JS the other way round %v, want %v", x.name, got, x.js)
		}
		if got := square.KullbackLeibler(x.p, x.q); !agree(got, x.kl) {
			t.Errorf("%s: KL %v, want %v", x.name, got, x.kl)
		}
	}
}

// TestDivergenceFloor holds the divergence of samples of one distribution to
// what is said of it.
func TestDivergenceFloor(t *testing.T) {
	g := Grid{Domain: [4]float32{0, 1, 0, 1}, Columns: 10, Rows: 10}
	random := rand.New(rand.NewPCG(3, 4))
	uniform := func(n int) []float32 {
		p := make([]float32, 2*n)
		for i := range p {
			p[i] = random.Float32()
		}
		return p
	}
	const n, m = 2000, 4000
	want := 100. / 8 * (1./n + 1./m)
	if got := g.JensenShannon(uniform(n), uniform(m)); math.Abs(got-want) > 0.3*want {
		t.Errorf("JS of two uniform samples is %v, want about %v", got, want)
	}
}
