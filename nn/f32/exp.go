package f32

import "math"

const (
	log2E = 1.44269504088896340736 // 1 / log 2

	// log 2 in two parts (Cody and Waite 1980). The first has 9 bits, so that
	// its product with a whole number of up to 15 bits is exact.
	ln2Hi = 0.693359375
	ln2Lo = -2.12194440054690583e-4

	// Adding shifter to |x| < 2²² leaves x, rounded to the nearest whole
	// number, in the low bits of the sum, whose last place is 1.
	shifter     = 3 << 22
	shifterBits = 0x4B400000

	exponentBias  = 127
	exponentShift = 23
)

// expReduced returns n and p = eʳ - 1 with x = n·log 2 + r and
// |r| <= log(2)/2, for |x| < 2¹⁴: p = r + r²·P(r), P the minimax polynomial of
// Cephes' expf (Moshier 1992). r is hi - lo, whose rounding only r² sees.
func expReduced(x float32) (n int32, p float32) {
	shifted := float32(x*log2E) + shifter
	whole := shifted - shifter
	hi := x - float32(whole*ln2Hi) // exact
	lo := float32(whole * ln2Lo)
	r := hi - lo

	p = float32(1.9875691500e-4)
	p = float32(p*r) + 1.3981999507e-3
	p = float32(p*r) + 8.3334519073e-3
	p = float32(p*r) + 4.1665795894e-2
	p = float32(p*r) + 1.6666665459e-1
	p = float32(p*r) + 5.0000001201e-1
	p = hi + (float32(float32(r*r)*p) - lo)
	return int32(math.Float32bits(shifted)) - shifterBits, p
}

// powerOf2 returns 2ⁿ for -127 < n < 128.
func powerOf2(n int32) float32 {
	return math.Float32frombits(uint32(n+exponentBias) << exponentShift)
}

// scale returns x·2ⁿ, in two steps, since 2ⁿ alone may be too large or too
// small a number.
func scale(x float32, n int32) float32 {
	half := n >> 1
	return float32(float32(x*powerOf2(half)) * powerOf2(n-half))
}

const (
	expOverflow  = 89   // e⁸⁹ > 2¹²⁸
	expUnderflow = -104 // e⁻¹⁰⁴ < 2⁻¹⁵⁰, half the smallest number
)

// Exp returns eˣ: 2ⁿ·eʳ with n the whole number nearest to x/log 2. Results
// are denormal below -87.34, 0 below -103.97 and +Inf above 88.72. The error is
// at most 0.90 ulp for all x.
func Exp(x float32) float32 {
	n, p := expReduced(clamp(x, expUnderflow, expOverflow))
	return scale(1+p, n)
}

// Expm1 returns eˣ - 1 without the cancellation near 0:
// 2ⁿ·(eʳ - 1) + (2ⁿ - 1), as fdlibm's expm1 does. The error is at most 1.38 ulp
// for all x.
func Expm1(x float32) float32 {
	const (
		minusOne = -18             // e⁻¹⁸ < 2⁻²⁵: -1 is the nearest number
		linear   = 1.0 / (1 << 25) // eˣ - 1 is x to the last place
	)
	n, p := expReduced(clamp(x, minusOne, expOverflow))
	// Half of 2ⁿ, which may be too large a number.
	half := powerOf2(n - 1)
	y := float32(2 * (float32(half*p) + (half - 0.5)))
	if Abs(x) < linear {
		y = x
	}
	return y
}
