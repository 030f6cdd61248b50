package f32

import "math"

// trigLimit is where the reduction of an argument ends: farther out, shifter
// does not round a quotient to a whole number.
const trigLimit = 1 << 22

// sinQuarter returns sin(q·π/2 + x). It takes from x the nearest multiple n·π/2
// (Cody and Waite 1980), in four parts: the first three have 11 bits each, so
// that their products with a quotient n of up to 13 bits are exact. What is
// left is high - low, and r that number rounded, |r| <= π/4. The polynomials
// are those of Cephes' sinf and cosf (Moshier 1992).
func sinQuarter(q uint32, x float32) float32 {
	const (
		twoOverPi = 0.636619772367581343076
		part1     = 0x1.92p+0
		part2     = 0x1.fb4p-12
		part3     = 0x1.444p-24
		part4     = 0x1.68c234p-39
	)
	if Abs(x) > trigLimit {
		x = x - x
	}
	shifted := float32(x*twoOverPi) + shifter
	n := shifted - shifter
	x = x - float32(n*part1) - float32(n*part2)
	third := float32(n * part3)
	high := x - third
	low := third - (x - high) + float32(n*part4)
	r := high - low

	z := float32(r * r)
	s := float32(-1.9515295891e-4)
	s = float32(s*z) + 8.3321608736e-3
	s = float32(s*z) - 1.6666654611e-1
	y := high - (low - float32(float32(s*z)*r))
	c := float32(2.443315711809948e-5)
	c = float32(c*z) - 1.388731625493765e-3
	c = float32(c*z) + 4.166664568298827e-2
	q += math.Float32bits(shifted)
	if q&1 != 0 {
		y = float32(float32(c*z)*z) - float32(0.5*z) + 1
	}
	return math.Float32frombits(math.Float32bits(y) ^ q>>1<<31)
}

// Sin returns the sine of x radians. The error is at most 1.31 ulp for
// |x| <= 12867, which is 2¹³·π/2. Beyond, up to 2²², it grows to at most one
// unit in the last place of x; farther out, where numbers are half a radian and
// more apart, Sin returns 0, and NaN for ±Inf.
func Sin(x float32) float32 { return sinQuarter(0, x) }

// Cos returns the cosine of x radians. The error is at most 1.32 ulp for
// |x| <= 12867; beyond it is as Sin's, with 1 for |x| > 2²².
func Cos(x float32) float32 { return sinQuarter(1, x) }
