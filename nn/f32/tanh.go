package f32

import "math"

// Tanh returns the hyperbolic tangent. With |x| = n·log(2)/2 + h it follows
// from t = tanh(h), an odd polynomial, by the theorem of addition: e^2|x| is
// s·(1+t)/(1-t) with s = 2ⁿ, and so
//
//	tanh |x| = (s-1 + (s+1)·t) / (s+1 + (s-1)·t)
//
// which is t itself for n = 0. From n = 2 on, where it is more than ½, it is
// computed as what is missing to 1: the numerator is 2·(1-t) less than the
// denominator. n is rounded down more often than up: the smaller it is, the
// fewer roundings the result sees. The error is at most 1.68 ulp for all x.
func Tanh(x float32) float32 {
	const (
		bound = 10   // 1 - tanh(10) < 2⁻²⁵: 1 is the nearest number
		bias  = 0.25 // of n, so that |h| < 0.75·log(2)/2
		half  = math.Ln2 / 2
	)
	a := min(Abs(x), bound)
	shifted := (float32(a*(1/half)) - bias) + shifter
	n := shifted - shifter
	h := a - float32(n*half)
	z := float32(h * h)
	p := float32(-0.0512247518)
	p = float32(p*z) + 0.1332268561
	p = float32(p*z) - 0.3333321508
	t := h + float32(float32(p*z)*h)

	s := math.Float32frombits((math.Float32bits(shifted) - (shifterBits - exponentBias)) << exponentShift)
	less, more := s-1, s+1
	denominator := more + float32(less*t)
	numerator := less + float32(more*t)
	if n > 1 {
		numerator = 2 - (t + t)
	}
	y := numerator / denominator
	if n > 1 {
		y = 1 - y
	}
	return copySign(y, x)
}
