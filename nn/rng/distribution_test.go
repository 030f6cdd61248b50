package rng

import (
	"math"
	"testing"
)

// chiSquare returns Pearson's statistic for equally likely counts as a number of
// standard deviations from its mean; with k bins it has k-1 degrees of freedom.
func chiSquare(counts []int) float64 {
	total := 0
	for _, c := range counts {
		total += c
	}
	expected := float64(total) / float64(len(counts))
	x := 0.0
	for _, c := range counts {
		x += (float64(c) - expected) * (float64(c) - expected) / expected
	}
	freedom := float64(len(counts) - 1)
	return (x - freedom) / math.Sqrt(2*freedom)
}

func checkUniform(t *testing.T, name string, counts []int) {
	t.Helper()
	// Too even is as suspect as too uneven.
	if z := chiSquare(counts); z > 5 || z < -3.5 {
		t.Errorf("%s: chi-square is %.2f standard deviations from its mean", name, z)
	}
}

func TestUniformity(t *testing.T) {
	const n = 1 << 19
	s := New(1, Data)
	var upper, lower, pairs [1024]int
	for range n {
		w := s.Uint32()
		upper[w>>22]++
		lower[w&1023]++
		pairs[uint32(s.Float32()*32)<<5|uint32(s.Float32()*32)]++
	}
	checkUniform(t, "upper bits", upper[:])
	checkUniform(t, "lower bits", lower[:])
	checkUniform(t, "pairs of numbers", pairs[:])
}

func TestFloat32(t *testing.T) {
	s := New(2, Data)
	for range 100000 {
		x := s.Float32()
		if x < 0 || x >= 1 || x*(1<<24) != float32(int32(x*(1<<24))) {
			t.Fatalf("%v is not a multiple of 2⁻²⁴ in [0, 1)", x)
		}
		if x := s.Uniform(-3, 5); x < -3 || x > 5 {
			t.Fatalf("%v is not in [-3, 5]", x)
		}
	}
	// The largest word gives the largest number below 1.
	top := Stream{block: [4]uint32{math.MaxUint32}}
	if x := top.Float32(); x != 1-1.0/(1<<24) {
		t.Errorf("the largest number is %v", x)
	}
}

// moments returns the first four: mean, variance, skewness, kurtosis.
func moments(n int, draw func() float64) (mean, variance, skewness, kurtosis float64) {
	x := make([]float64, n)
	for i := range x {
		x[i] = draw()
		mean += x[i] / float64(n)
	}
	var m2, m3, m4 float64
	for _, v := range x {
		d := v - mean
		m2 += d * d / float64(n)
		m3 += d * d * d / float64(n)
		m4 += d * d * d * d / float64(n)
	}
	return mean, m2, m3 / math.Pow(m2, 1.5), m4 / (m2 * m2)
}

// TestMoments compares moments with those of the distribution; the tolerances
// are 5 standard errors.
func TestMoments(t *testing.T) {
	const n = 1 << 19
	root := math.Sqrt(n)
	s := New(3, Init)
	for _, c := range []struct {
		name                               string
		draw                               func() float64
		mean, variance, skewness, kurtosis float64
		errors                             [4]float64 // times √n
	}{
		{"float32", func() float64 { return float64(s.Float32()) }, 0.5, 1. / 12, 0, 1.8,
			[4]float64{math.Sqrt(1. / 12), math.Sqrt(1. / 180), 1.1, 0.9}},
		{"normal", func() float64 { return float64(s.Normal()) }, 0, 1, 0, 3,
			[4]float64{1, math.Sqrt2, math.Sqrt(6), math.Sqrt(24)}},
	} {
		mean, variance, skewness, kurtosis := moments(n, c.draw)
		got := [4]float64{mean, variance, skewness, kurtosis}
		for i, want := range [4]float64{c.mean, c.variance, c.skewness, c.kurtosis} {
			if z := (got[i] - want) / c.errors[i] * root; !(math.Abs(z) < 5) {
				t.Errorf("%s: moment %d is %v, want %v (z = %.2f)", c.name, i+1, got[i], want, z)
			}
		}
	}
}

// TestNormal counts normal numbers in bins of equal probability.
func TestNormal(t *testing.T) {
	s := New(4, Noise)
	var counts [256]int
	for range 1 << 19 {
		p := math.Erfc(-float64(s.Normal())/math.Sqrt2) / 2
		counts[min(int(p*256), 255)]++
	}
	checkUniform(t, "normal", counts[:])
}

// TestNormalEnds gives Normal the extreme words.
func TestNormalEnds(t *testing.T) {
	if x := (&Stream{block: [4]uint32{0, 0}}).Normal(); x != 0 {
		t.Errorf("u = 1 gives %v, want 0", x)
	}
	x := (&Stream{block: [4]uint32{math.MaxUint32, 0}}).Normal()
	if want := math.Sqrt(48 * math.Ln2); math.Abs(float64(x)-want) > 1e-6 {
		t.Errorf("u = 2⁻²⁴ gives %v, want %v", x, want)
	}
}

func TestIntN(t *testing.T) {
	s := New(5, Shuffle)
	for _, n := range []int{1, 2, 3, 7, 10, 1000} {
		counts := make([]int, n)
		for range 100 * n {
			counts[s.IntN(n)]++
		}
		if n > 1 {
			checkUniform(t, "IntN", counts)
		}
	}
	// Where n is near 2³²·2/3, taking a word modulo n would favor the lower half.
	const n = 2863311531
	lower := 0
	for range 1 << 16 {
		if s.IntN(n) < n/2 {
			lower++
		}
	}
	if z := (float64(lower) - 1<<15) / (1 << 7); math.Abs(z) > 5 {
		t.Errorf("%d of %d are in the lower half (z = %.2f)", lower, 1<<16, z)
	}
	for _, n := range []int{0, -1, 1 << 32} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("IntN(%d) does not panic", n)
				}
			}()
			s.IntN(n)
		}()
	}
}

// TestPerm counts how often each of the 24 orders of 4 things occurs.
func TestPerm(t *testing.T) {
	s := New(6, Shuffle)
	index := map[[4]int]int{}
	var counts [24]int
	for range 24000 {
		p := [4]int(s.Perm(4))
		if 1<<p[0]|1<<p[1]|1<<p[2]|1<<p[3] != 15 {
			t.Fatalf("%v is not a permutation", p)
		}
		if _, ok := index[p]; !ok {
			index[p] = len(index)
		}
		counts[index[p]]++
	}
	if len(index) != 24 {
		t.Fatalf("%d orders occur, want 24", len(index))
	}
	checkUniform(t, "orders", counts[:])
	if p := s.Perm(0); len(p) != 0 {
		t.Errorf("Perm(0) is %v", p)
	}
}
