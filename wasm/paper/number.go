package paper

import "math"

// Abs returns the size of a number.
func Abs(v float32) float32 { return math.Float32frombits(math.Float32bits(v) &^ (1 << 31)) }

// Span returns the range, even about 0, that holds all values of a curve, and
// at least as much as given.
func Span(values []float32, least float32) (lo, hi float32) {
	most := least
	for _, v := range values {
		if size := Abs(v); size > most && size <= 1e30 {
			most = size
		}
	}
	return -1.1 * most, 1.1 * most
}

// Length returns the length of a vector.
func Length(x, y float32) float32 { return float32(math.Hypot(float64(x), float64(y))) }

// Clamp returns the number from lo to hi that is nearest to v.
func Clamp(v, lo, hi float32) float32 {
	switch { // the built-in max and min call functions in WebAssembly
	case v < lo:
		return lo
	case v > hi:
		return hi
	}
	return v
}

// CellOf returns which of n cells a fraction of 0 .. 1 falls into.
func CellOf(f float32, n int) int { return int(Clamp(f*float32(n), 0, float32(n-1))) }

// Ticks returns round numbers of lo .. hi, at most so many.
func Ticks(lo, hi float32, most int) []float32 {
	if !(hi > lo) || most < 1 || math.IsInf(float64(hi-lo), 0) {
		return nil
	}
	power := math.Pow(10, math.Floor(math.Log10(float64(hi-lo)/float64(most))))
	for {
		for _, m := range []float64{1, 2, 5} {
			step := m * power
			first, last := math.Ceil(float64(lo)/step-1e-6), math.Floor(float64(hi)/step+1e-6)
			if int(last-first)+1 > most {
				continue
			}
			var at []float32
			for k := first; k <= last; k++ {
				at = append(at, float32(k*step))
			}
			return at
		}
		power *= 10
	}
}
