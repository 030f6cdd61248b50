package f32

import "math"

const (
	oneBits        = 0x3F800000
	sqrtHalfBits   = 0x3F3504F3 // √½
	smallestNormal = 0x1p-126
)

// splitLog returns k and f with u = 2ᵏ·(1+f) and √½ <= 1+f < √2, for a normal
// number u > 0.
func splitLog(u float32) (k int32, f float32) {
	b := math.Float32bits(u) + (oneBits - sqrtHalfBits)
	k = int32(b>>exponentShift) - exponentBias
	return k, math.Float32frombits(b&(1<<exponentShift-1)+sqrtHalfBits) - 1
}

// logSum returns k·log 2 + log(1+f) + c for a small c. With s = f/(2+f),
//
//	log(1+f) = 2·atanh s = f - f²/2 + s·(f²/2 + R(s²)),
//
// R a minimax polynomial: the formula of fdlibm, the coefficients of
// FreeBSD's logf.
func logSum(k int32, f, c float32) float32 {
	const (
		hi = 6.9313812256e-01 // log 2 to 16 bits, and the rest
		lo = 9.0580006145e-06
	)
	n := float32(k)
	s := f / (2 + f)
	z := float32(s * s)
	p := float32(0.24279078841)
	p = float32(p*z) + 0.28498786688
	p = float32(p*z) + 0.40000972152
	p = float32(p*z) + 0.66666662693
	square := float32(float32(0.5*f) * f)
	tail := float32(s*(square+float32(p*z))) + (float32(n*lo) + c)
	return tail - square + f + float32(n*hi)
}

// logLimits returns y, the logarithm of u = x or u = 1 + x, or what stands in
// its place where u is not a positive finite number.
func logLimits(y, u, x float32) float32 {
	if !(u < infinity) {
		y = x
	}
	if u == 0 {
		y = -infinity
	}
	if u < 0 {
		y = notANumber
	}
	return y
}

var (
	infinity   = float32(math.Inf(1))
	notANumber = float32(math.NaN())
)

// Log returns the natural logarithm of x: -Inf for ±0, NaN for x < 0. The error
// is at most 0.84 ulp for all x.
func Log(x float32) float32 {
	const lift = 24 // makes any number normal
	u, lifted := x, int32(0)
	if x < smallestNormal {
		u, lifted = float32(x*(1<<lift)), lift
	}
	k, f := splitLog(u)
	return logLimits(logSum(k-lifted, f, 0), x, x)
}

// Log1p returns log(1+x) with no loss near 0: -Inf for -1, NaN for x < -1. The
// error is at most 0.84 ulp for all x.
func Log1p(x float32) float32 {
	u := 1 + x
	y := logLimits(log1p(x), u, x)
	if u == 1 {
		y = x
	}
	return y
}

// log1p returns log(1+x) for a finite x > -1. What rounding takes from
// u = 1 + x returns as a correction, and where u is near 1, f is x itself
// (fdlibm's log1p).
func log1p(x float32) float32 {
	u := 1 + x
	lost := x - (u - 1)
	if x > 1 {
		lost = 1 - (u - x)
	}
	k, f := splitLog(u)
	c := lost / u
	if k == 0 {
		f, c = x, 0
	}
	return logSum(k, f, c)
}
