package f32

// Sigmoid returns 1 / (1 + e⁻ˣ), computed from e^-|x| = 2ⁿ·(1+p) so that
// nothing overflows and the lower tail keeps its precision. There the
// numerator takes back what rounding took from the denominator. Results are
// denormal below -87.34 and 0 below -103.97. The error is at most 1.92 ulp for
// all x.
func Sigmoid(x float32) float32 {
	n, p := expReduced(max(-Abs(x), expUnderflow))
	power := powerOf2(max(n, -exponentBias+1))
	one := 1 + power
	rest := float32(power * p)
	denominator := one + rest
	lost := rest - (denominator - one)
	numerator := 1 + (p - lost)
	if x >= 0 {
		numerator, n = 1, 0
	}
	return scale(numerator/denominator, n)
}

// Softplus returns log(1 + eˣ), as max(x, 0) + log1p(e^-|x|). The error is at
// most 1.62 ulp for all x.
func Softplus(x float32) float32 {
	return max(x, 0) + log1p(Exp(-Abs(x)))
}
