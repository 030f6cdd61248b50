package f32

// Tanh returns the hyperbolic tangent: x + x³·P(x²) below 0.625, and above it
// 1 - 2/(e^2|x| + 1), the formulas and the polynomial of Cephes' tanhf
// (Moshier 1992). The sum e^2|x| + 1 is rounded once. The error is at most
// 1.18 ulp for all x.
func Tanh(x float32) float32 {
	const (
		split = 0.625
		one   = 10 // 1 - tanh(10) < 2⁻²⁵: 1 is the nearest number
	)
	a := Abs(x)
	z := float32(a * a)
	p := float32(-5.70498872745e-3)
	p = float32(p*z) + 2.06390887954e-2
	p = float32(p*z) - 5.37397155531e-2
	p = float32(p*z) + 1.33314422036e-1
	p = float32(p*z) - 3.33332819422e-1
	y := a + float32(float32(p*z)*a)

	t := min(a, one)
	n, e := expReduced(t + t)
	power := powerOf2(n)
	if a > split {
		y = 1 - 2/((power+1)+float32(power*e))
	}
	return copySign(y, x)
}
