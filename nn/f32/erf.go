package f32

// Erf returns the error function, 2/√π·∫e^(-t²)dt from 0 to x: x + x·P(x²)
// below 0.875, and above it 1 - e^-(t + t·Q(t)) with t = |x| (the form of
// N. Juffa's erff). P and Q are minimax polynomials fitted for this package.
// The error is at most 1.13 ulp for all x.
func Erf(x float32) float32 {
	const (
		split = 0.875
		one   = 4 // 1 - erf(4) < 2⁻²⁵: 1 is the nearest number
	)
	a := Abs(x)
	s := float32(a * a)
	p := float32(-6.238459027e-4)
	p = float32(p*s) + 5.039580632e-3
	p = float32(p*s) - 2.679710276e-2
	p = float32(p*s) + 1.128264219e-1
	p = float32(p*s) - 3.761257529e-1
	p = float32(p*s) + 1.283791661e-1
	y := a + float32(a*p)

	t := min(a, one)
	q := float32(1.89722814e-5)
	q = float32(q*t) - 3.780847182e-4
	q = float32(q*t) + 3.787610447e-3
	q = float32(q*t) - 2.392328344e-2
	q = float32(q*t) + 1.062805131e-1
	q = float32(q*t) + 6.351969242e-1
	q = float32(q*t) + 1.286229044e-1
	n, e := expReduced(-t - float32(t*q))
	power := powerOf2(n)
	if a > split {
		y = (1 - power) - float32(power*e)
	}
	return copySign(y, x)
}
