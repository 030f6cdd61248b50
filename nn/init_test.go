package nn

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"nnplay/nn/rng"
)

// matrix returns the first values of a weight matrix (fanIn, fanOut).
func matrix(name string, fanIn, fanOut int, scale float32, seed uint64) []float32 {
	in, ok := FindInitializer(name)
	if !ok {
		panic("no initializer " + name)
	}
	w := make([]float32, fanIn*fanOut)
	in.Fill(w, &Parameter{FanIn: fanIn, FanOut: fanOut}, scale, rng.New(seed, rng.Init))
	return w
}

// moments returns the mean, the variance, the kurtosis and the largest size of
// a sample.
func moments(w []float32) (mean, variance, kurtosis, largest float64) {
	n := float64(len(w))
	for _, v := range w {
		mean += float64(v) / n
		largest = max(largest, math.Abs(float64(v)))
	}
	var fourth float64
	for _, v := range w {
		d := float64(v) - mean
		variance += d * d / n
		fourth += d * d * d * d / n
	}
	return mean, variance, fourth / (variance * variance), largest
}

// TestInitializerMoments compares samples with the variance that each
// initializer promises, and its shape: a uniform distribution has kurtosis 9/5
// and a bound of √3 deviations, a normal one kurtosis 3.
func TestInitializerMoments(t *testing.T) {
	const uniform, normal = 1.8, 3.0
	for _, c := range []struct {
		name     string
		variance func(in, out, scale float64) float64
		kurtosis float64
	}{
		{"uniform", func(in, out, scale float64) float64 { return scale * scale / 3 }, uniform},
		{"normal", func(in, out, scale float64) float64 { return scale * scale }, normal},
		{"xavier", func(in, out, scale float64) float64 { return scale * scale * 2 / (in + out) }, uniform},
		{"xavier-normal", func(in, out, scale float64) float64 { return scale * scale * 2 / (in + out) }, normal},
		{"he", func(in, out, scale float64) float64 { return scale * scale * 2 / in }, uniform},
		{"he-normal", func(in, out, scale float64) float64 { return scale * scale * 2 / in }, normal},
	} {
		for _, scale := range []float32{1, 0.25} {
			t.Run(fmt.Sprint(c.name, " scale ", scale), func(t *testing.T) {
				const in, out = 300, 100
				want := c.variance(in, out, float64(scale))
				deviation := math.Sqrt(want)
				mean, variance, kurtosis, largest := moments(matrix(c.name, in, out, scale, 5))
				// Bounds are about four standard errors of 30000 samples.
				if math.Abs(mean) > 0.024*deviation {
					t.Errorf("mean is %v of a deviation, want 0", mean/deviation)
				}
				if math.Abs(variance/want-1) > 0.033 {
					t.Errorf("variance is %v, want %v", variance, want)
				}
				if math.Abs(kurtosis-c.kurtosis) > 0.12 {
					t.Errorf("kurtosis is %v, want %v", kurtosis, c.kurtosis)
				}
				if bound := math.Sqrt(3) * deviation * (1 + 1e-6); c.kurtosis == uniform && (largest > bound || largest < 0.999*bound) {
					t.Errorf("the largest is %v, want just within %v", largest, bound)
				}
			})
		}
	}
}

func TestFixedInitializers(t *testing.T) {
	for _, c := range []struct {
		in    Initializer
		scale float32
		want  float32
	}{
		{mustFind(t, "zeros"), 3, 0},
		{mustFind(t, "constant"), 0.5, 0.5},
		{mustFind(t, "constant"), -2, -2},
		{Fixed(0.1), 7, 0.1}, // biases do not scale
	} {
		w := []float32{1, 2, 3, 4, 5, 6}
		c.in.Fill(w, &Parameter{FanIn: 2, FanOut: 3}, c.scale, rng.New(1, rng.Init))
		if slices.ContainsFunc(w, func(v float32) bool { return v != c.want }) {
			t.Errorf("%s with scale %v fills %v, want all %v", c.in.Name, c.scale, w, c.want)
		}
	}
}

func mustFind(t *testing.T, name string) Initializer {
	t.Helper()
	in, ok := FindInitializer(name)
	if !ok {
		t.Fatalf("no initializer %q", name)
	}
	return in
}

// TestOrthogonal checks that the shorter of rows and columns are orthonormal,
// times the scale.
func TestOrthogonal(t *testing.T) {
	for _, shape := range [][2]int{{1, 1}, {1, 4}, {4, 1}, {2, 2}, {8, 8}, {5, 9}, {9, 5}, {64, 64}, {17, 40}} {
		for _, scale := range []float32{1, 3} {
			t.Run(fmt.Sprint(shape, " scale ", scale), func(t *testing.T) {
				rows, cols := shape[0], shape[1]
				w := matrix("orthogonal", rows, cols, scale, 2)
				at := func(i, k int) float64 { return float64(w[i*cols+k]) / float64(scale) }
				count, length := rows, cols
				if rows > cols {
					count, length = cols, rows
					at = func(i, k int) float64 { return float64(w[k*cols+i]) / float64(scale) }
				}
				for i := range count {
					for j := range i + 1 {
						var dot, want float64
						for k := range length {
							dot += at(i, k) * at(j, k)
						}
						if i == j {
							want = 1
						}
						if math.Abs(dot-want) > 1e-6 {
							t.Errorf("vectors %d and %d have product %v, want %v", i, j, dot, want)
						}
					}
				}
			})
		}
	}
}

// random lists the initializers that draw.
func random() (names []string) {
	for _, in := range Initializers {
		if in.Name != "zeros" && in.Name != "constant" {
			names = append(names, in.Name)
		}
	}
	return names
}

// initialized returns the values of a model's parameters p0, p1, ... of some shapes.
func initialized(in Initializer, seed uint64, shapes ...[2]int) [][]float32 {
	mem := NewMemory()
	g := mem.Graph("step")
	for i, s := range shapes {
		g.Param(Parameter{Name: fmt.Sprint("p", i), Shape: s[:], Init: in, FanIn: s[0], FanOut: s[1]})
	}
	unit := mem.Link()
	arena := unit.NewArena()
	unit.Initialize(arena, seed, 1)
	var values [][]float32
	for _, p := range unit.Parameters() {
		values = append(values, unit.Slice(arena, p.Name))
	}
	return values
}

// TestInitializeIsOfSeedAndPlace checks that values depend on the seed and a
// parameter's place, and on no other parameter.
func TestInitializeIsOfSeedAndPlace(t *testing.T) {
	for _, name := range random() {
		t.Run(name, func(t *testing.T) {
			in := mustFind(t, name)
			first := initialized(in, 1, [2]int{3, 4}, [2]int{4, 4}, [2]int{4, 4})
			if again := initialized(in, 1, [2]int{3, 4}, [2]int{4, 4}, [2]int{4, 4}); !slices.EqualFunc(first, again, slices.Equal) {
				t.Error("the same seed gives other weights")
			}
			if other := initialized(in, 2, [2]int{3, 4}, [2]int{4, 4}, [2]int{4, 4}); slices.Equal(first[1], other[1]) {
				t.Error("another seed gives the same weights")
			}
			if high := initialized(in, 1<<32+1, [2]int{3, 4}, [2]int{4, 4}, [2]int{4, 4}); slices.Equal(first[1], high[1]) {
				t.Error("a seed that differs in its high word gives the same weights")
			}
			if slices.Equal(first[1], first[2]) {
				t.Error("two parameters of a shape have the same weights")
			}
			if wider := initialized(in, 1, [2]int{7, 4}, [2]int{4, 4}, [2]int{4, 4}, [2]int{4, 1}); !slices.Equal(first[1], wider[1]) || !slices.Equal(first[2], wider[2]) {
				t.Error("a wider layer before, or one more after, changes the weights")
			}
		})
	}
}
