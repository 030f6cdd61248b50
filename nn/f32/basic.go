package f32

import "math"

// Abs returns |x|.
func Abs(x float32) float32 {
	return math.Float32frombits(math.Float32bits(x) &^ signBit)
}

// Sign returns -1 for x < 0, 1 for x > 0, and x itself where x is a zero or NaN.
func Sign(x float32) float32 {
	if Abs(x) > 0 {
		return copySign(1, x)
	}
	return x
}

// Max returns the larger of x and y: NaN if either is NaN, and 0 of 0 and -0.
// It is f32x4.max.
func Max(x, y float32) float32 { return max(x, y) }

// Min returns the smaller of x and y: NaN if either is NaN, and -0 of 0 and -0.
// It is f32x4.min.
func Min(x, y float32) float32 { return min(x, y) }

// Floor returns the largest whole number that is at most x. It is exact.
func Floor(x float32) float32 { return float32(math.Floor(float64(x))) }

// Sqrt returns the square root of x, rounded correctly (IEEE 754), and NaN
// where x < 0.
func Sqrt(x float32) float32 { return float32(math.Sqrt(float64(x))) }

const signBit = 1 << 31

// copySign returns the magnitude of x >= 0 with the sign of y.
func copySign(x, y float32) float32 {
	return math.Float32frombits(math.Float32bits(x) | math.Float32bits(y)&signBit)
}

// clamp returns x, or the bound it is beyond; NaN stays NaN.
func clamp(x, lo, hi float32) float32 { return min(max(x, lo), hi) }
