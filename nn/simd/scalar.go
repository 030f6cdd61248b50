package simd

import (
	"math"

	"nnplay/nn/program"
)

// A scalar is the emitter of a scalar function, four lanes at a time.
type scalar struct {
	args int
	emit func(f *function, a []*value) *value
}

// scalars is the table of emitters. The formulas are those of packages program
// and f32, operation by operation; where those have an if, both sides are
// computed and one is selected.
var scalars = map[program.Func]scalar{
	program.Copy:     {1, func(f *function, a []*value) *value { return a[0] }},
	program.Neg:      one(opF32x4Neg),
	program.Abs:      one(opF32x4Abs),
	program.Sign:     {1, sign},
	program.Step:     {1, func(f *function, a []*value) *value { return f.and(f.gt(a[0], f.number(0)), f.number(1)) }},
	program.Floor:    one(opFloor),
	program.Sqrt:     one(opF32x4Sqrt),
	program.Exp:      {1, func(f *function, a []*value) *value { return f.exp(a[0]) }},
	program.Log:      {1, func(f *function, a []*value) *value { return f.log(a[0]) }},
	program.Log1p:    {1, func(f *function, a []*value) *value { return f.log1p(a[0]) }},
	program.Sin:      {1, func(f *function, a []*value) *value { return f.sinQuarter(0, a[0]) }},
	program.Cos:      {1, func(f *function, a []*value) *value { return f.sinQuarter(1, a[0]) }},
	program.Tanh:     {1, func(f *function, a []*value) *value { return f.tanh(a[0]) }},
	program.Sigmoid:  {1, func(f *function, a []*value) *value { return f.sigmoid(a[0]) }},
	program.Softplus: {1, func(f *function, a []*value) *value { return f.softplus(a[0]) }},
	program.Erf:      {1, func(f *function, a []*value) *value { return f.erf(a[0]) }},
	// 0 > a ? 0 : a
	program.Relu: {1, func(f *function, a []*value) *value { return f.apply(opPMax, a[0], f.number(0)) }},

	program.Add: two(opF32x4Add),
	program.Sub: two(opF32x4Sub),
	program.Mul: two(opF32x4Mul),
	program.Div: two(opF32x4Div),
	// a > b ? a : b is the pseudo-maximum of b and a.
	program.Larger:  {2, func(f *function, a []*value) *value { return f.apply(opPMax, a[1], a[0]) }},
	program.Smaller: {2, func(f *function, a []*value) *value { return f.apply(opPMin, a[1], a[0]) }},
	program.Greater: {2, func(f *function, a []*value) *value { return f.and(f.gt(a[0], a[1]), f.number(1)) }},
	program.ReluGrad: {2, func(f *function, a []*value) *value {
		return f.and(f.gt(a[0], f.number(0)), a[1])
	}},
	program.TanhGrad: {2, func(f *function, a []*value) *value {
		y, dy := a[0], a[1]
		return f.mul(dy, f.sub(f.number(1), f.mul(y, y)))
	}},
	program.SigmoidGrad: {2, func(f *function, a []*value) *value {
		y, dy := a[0], a[1]
		return f.mul(dy, f.mul(y, f.sub(f.number(1), y)))
	}},

	program.AddMul: {3, func(f *function, a []*value) *value { return f.add(a[0], f.mul(a[1], a[2])) }},
	program.SubMul: {3, func(f *function, a []*value) *value { return f.sub(a[0], f.mul(a[1], a[2])) }},
	program.Select: {3, func(f *function, a []*value) *value {
		return f.choose(f.apply(opF32x4Ne, a[0], f.number(0)), a[1], a[2])
	}},

	addZero: {1, func(f *function, a []*value) *value { return f.add(f.number(0), a[0]) }},
}

func one(op opcode) scalar {
	return scalar{1, func(f *function, a []*value) *value { return f.apply(op, a[0]) }}
}

func two(op opcode) scalar {
	return scalar{2, func(f *function, a []*value) *value { return f.apply(op, a[0], a[1]) }}
}

func (f *function) add(a, b *value) *value { return f.apply(opF32x4Add, a, b) }
func (f *function) sub(a, b *value) *value { return f.apply(opF32x4Sub, a, b) }
func (f *function) mul(a, b *value) *value { return f.apply(opF32x4Mul, a, b) }
func (f *function) div(a, b *value) *value { return f.apply(opF32x4Div, a, b) }
func (f *function) and(a, b *value) *value { return f.apply(opAnd, a, b) }
func (f *function) gt(a, b *value) *value  { return f.apply(opF32x4Gt, a, b) }
func (f *function) lt(a, b *value) *value  { return f.apply(opF32x4Lt, a, b) }
func (f *function) abs(a *value) *value    { return f.apply(opF32x4Abs, a) }

// atMost and atLeast bound a value by a number that is not zero, or do not mind
// the sign of one; NaN stays. f32x4.min and max, which mind it, are seven
// instructions of a processor where these are one.
func (f *function) atMost(a *value, b float32) *value  { return f.apply(opPMin, a, f.number(b)) }
func (f *function) atLeast(a *value, b float32) *value { return f.apply(opPMax, a, f.number(b)) }

func (f *function) addInt(a, b *value) *value { return f.apply(opI32x4Add, a, b) }

// choose returns yes in the lanes where the condition holds, no in others.
func (f *function) choose(condition, yes, no *value) *value {
	return f.apply(opBitselect, yes, no, condition)
}

// shift moves the bits of each lane.
func (f *function) shift(op opcode, v *value, bits int) *value {
	s := f.apply(op, v)
	s.imm = bits
	return s
}

// horner returns the polynomial of z with the coefficients, highest first.
func (f *function) horner(z *value, coefficients ...float32) *value {
	p := f.number(coefficients[0])
	for _, c := range coefficients[1:] {
		p = f.add(f.mul(p, z), f.number(c))
	}
	return p
}

const (
	signBit       = 1 << 31
	shifter       = 3 << 22
	shifterBits   = 0x4B400000
	exponentBias  = 127
	exponentShift = 23
)

// copySign returns the magnitude of x >= 0 with the sign of y.
func (f *function) copySign(x, y *value) *value {
	return f.apply(opOr, x, f.and(y, f.each(signBit)))
}

func sign(f *function, a []*value) *value {
	return f.choose(f.gt(f.abs(a[0]), f.number(0)), f.copySign(f.number(1), a[0]), a[0])
}

// expReduced is f32.expReduced.
func (f *function) expReduced(x *value) (n, p *value) {
	const (
		log2E = 1.44269504088896340736
		ln2Hi = 0.693359375
		ln2Lo = -2.12194440054690583e-4
	)
	shifted := f.add(f.mul(x, f.number(log2E)), f.number(shifter))
	whole := f.sub(shifted, f.number(shifter))
	hi := f.sub(x, f.mul(whole, f.number(ln2Hi)))
	lo := f.mul(whole, f.number(ln2Lo))
	r := f.sub(hi, lo)
	p = f.horner(r, 1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1)
	p = f.add(hi, f.sub(f.mul(f.mul(r, r), p), lo))
	return f.apply(opI32x4Sub, shifted, f.each(shifterBits)), p
}

func (f *function) powerOf2(n *value) *value {
	return f.shift(opI32x4Shl, f.addInt(n, f.each(exponentBias)), exponentShift)
}

func (f *function) scale(x, n *value) *value {
	half := f.shift(opI32x4Sar, n, 1)
	return f.mul(f.mul(x, f.powerOf2(half)), f.powerOf2(f.apply(opI32x4Sub, n, half)))
}

const (
	expOverflow  = 89
	expUnderflow = -104
)

// exp is f32.Exp. What underflows, as all that is masked in attention, is
// multiplied by 0: products that are denormal take many times as long.
func (f *function) exp(x *value) *value {
	x = f.atMost(f.atLeast(x, expUnderflow), expOverflow)
	n, p := f.expReduced(x)
	half := f.shift(opI32x4Sar, n, 1)
	rest := f.and(f.powerOf2(f.apply(opI32x4Sub, n, half)), f.gt(x, f.number(expUnderflow)))
	return f.mul(f.mul(f.add(f.number(1), p), f.powerOf2(half)), rest)
}

// tanh is f32.Tanh.
func (f *function) tanh(x *value) *value {
	const (
		bound = 10
		bias  = 0.25
		half  = math.Ln2 / 2
	)
	a := f.atMost(f.abs(x), bound)
	shifted := f.add(f.sub(f.mul(a, f.number(1/half)), f.number(bias)), f.number(shifter))
	n := f.sub(shifted, f.number(shifter))
	h := f.sub(a, f.mul(n, f.number(half)))
	z := f.mul(h, h)
	p := f.horner(z, -0.0512247518, 0.1332268561, -0.3333321508)
	t := f.add(h, f.mul(f.mul(p, z), h))

	s := f.shift(opI32x4Shl, f.apply(opI32x4Sub, shifted, f.each(shifterBits-exponentBias)), exponentShift)
	less, more := f.sub(s, f.number(1)), f.add(s, f.number(1))
	denominator := f.add(more, f.mul(less, t))
	numerator := f.add(less, f.mul(more, t))
	large := f.gt(n, f.number(1))
	y := f.div(f.choose(large, f.sub(f.number(2), f.add(t, t)), numerator), denominator)
	return f.copySign(f.choose(large, f.sub(f.number(1), y), y), x)
}

// sigmoid is f32.Sigmoid.
func (f *function) sigmoid(x *value) *value {
	n, p := f.expReduced(f.atLeast(f.apply(opF32x4Neg, f.abs(x)), expUnderflow))
	const lowest = -exponentBias + 1
	power := f.powerOf2(f.apply(opI32x4Max, n, f.each(uint32(lowest&math.MaxUint32))))
	one := f.add(f.number(1), power)
	rest := f.mul(power, p)
	denominator := f.add(one, rest)
	lost := f.sub(rest, f.sub(denominator, one))
	numerator := f.add(f.number(1), f.sub(p, lost))
	positive := f.apply(opF32x4Ge, x, f.number(0))
	numerator = f.choose(positive, f.number(1), numerator)
	n = f.apply(opAndNot, n, positive)
	return f.scale(f.div(numerator, denominator), n)
}

// softplus is f32.Softplus.
func (f *function) softplus(x *value) *value {
	e := f.exp(f.apply(opF32x4Neg, f.abs(x)))
	return f.add(f.atLeast(x, 0), f.log1pFinite(e))
}

const (
	oneBits      = 0x3F800000
	sqrtHalfBits = 0x3F3504F3
)

// splitLog is f32.splitLog.
func (f *function) splitLog(u *value) (k, fraction *value) {
	b := f.addInt(u, f.each(oneBits-sqrtHalfBits))
	k = f.apply(opI32x4Sub, f.shift(opI32x4Shr, b, exponentShift), f.each(exponentBias))
	m := f.addInt(f.and(b, f.each(1<<exponentShift-1)), f.each(sqrtHalfBits))
	return k, f.sub(m, f.number(1))
}

// logSum is f32.logSum.
func (f *function) logSum(k, x, c *value) *value {
	const (
		hi = 6.9313812256e-01
		lo = 9.0580006145e-06
	)
	n := f.apply(opConvert, k)
	s := f.div(x, f.add(f.number(2), x))
	z := f.mul(s, s)
	p := f.horner(z, 0.24279078841, 0.28498786688, 0.40000972152, 0.66666662693)
	square := f.mul(f.mul(f.number(0.5), x), x)
	tail := f.add(f.mul(s, f.add(square, f.mul(p, z))), f.add(f.mul(n, f.number(lo)), c))
	return f.add(f.add(f.sub(tail, square), x), f.mul(n, f.number(hi)))
}

// logLimits is f32.logLimits.
func (f *function) logLimits(y, u, x *value) *value {
	y = f.choose(f.lt(u, f.number(float32(math.Inf(1)))), y, x)
	y = f.choose(f.apply(opF32x4Eq, u, f.number(0)), f.number(float32(math.Inf(-1))), y)
	return f.choose(f.lt(u, f.number(0)), f.number(float32(math.NaN())), y)
}

// log is f32.Log.
func (f *function) log(x *value) *value {
	const lift = 24
	tiny := f.lt(x, f.number(0x1p-126))
	u := f.choose(tiny, f.mul(x, f.number(1<<lift)), x)
	lifted := f.and(tiny, f.each(lift))
	k, fraction := f.splitLog(u)
	return f.logLimits(f.logSum(f.apply(opI32x4Sub, k, lifted), fraction, f.number(0)), x, x)
}

// log1p is f32.Log1p.
func (f *function) log1p(x *value) *value {
	u := f.add(f.number(1), x)
	y := f.logLimits(f.log1pFinite(x), u, x)
	return f.choose(f.apply(opF32x4Eq, u, f.number(1)), x, y)
}

// log1pFinite is f32.log1p.
func (f *function) log1pFinite(x *value) *value {
	u := f.add(f.number(1), x)
	lost := f.choose(f.gt(x, f.number(1)),
		f.sub(f.number(1), f.sub(u, x)),
		f.sub(x, f.sub(u, f.number(1))))
	k, fraction := f.splitLog(u)
	near := f.apply(opI32x4Eq, k, f.each(0))
	c := f.apply(opAndNot, f.div(lost, u), near)
	return f.logSum(k, f.choose(near, x, fraction), c)
}

// sinQuarter is f32.sinQuarter.
func (f *function) sinQuarter(q uint32, x *value) *value {
	const (
		trigLimit = 1 << 22
		twoOverPi = 0.636619772367581343076
		part1     = 0x1.92p+0
		part2     = 0x1.fb4p-12
		part3     = 0x1.444p-24
		part4     = 0x1.68c234p-39
	)
	x = f.choose(f.gt(f.abs(x), f.number(trigLimit)), f.sub(x, x), x)
	shifted := f.add(f.mul(x, f.number(twoOverPi)), f.number(shifter))
	n := f.sub(shifted, f.number(shifter))
	x = f.sub(f.sub(x, f.mul(n, f.number(part1))), f.mul(n, f.number(part2)))
	third := f.mul(n, f.number(part3))
	high := f.sub(x, third)
	low := f.add(f.sub(third, f.sub(x, high)), f.mul(n, f.number(part4)))
	r := f.sub(high, low)

	z := f.mul(r, r)
	s := f.horner(z, -1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1)
	sine := f.sub(high, f.sub(low, f.mul(f.mul(s, z), r)))
	c := f.horner(z, 2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2)
	cosine := f.add(f.sub(f.mul(f.mul(c, z), z), f.mul(f.number(0.5), z)), f.number(1))

	quarter := f.addInt(f.each(q), shifted)
	odd := f.apply(opI32x4Eq, f.and(quarter, f.each(1)), f.each(1))
	y := f.choose(odd, cosine, sine)
	return f.apply(opXor, y, f.shift(opI32x4Shl, f.shift(opI32x4Shr, quarter, 1), 31))
}

// erf is f32.Erf.
func (f *function) erf(x *value) *value {
	a := f.abs(x)
	s := f.mul(a, a)
	p := f.horner(s, -6.238459027e-4, 5.039580632e-3, -2.679710276e-2, 1.128264219e-1, -3.761257529e-1, 1.283791661e-1)
	small := f.add(a, f.mul(a, p))

	t := f.atMost(a, 4)
	q := f.horner(t, 1.89722814e-5, -3.780847182e-4, 3.787610447e-3, -2.392328344e-2, 1.062805131e-1, 6.351969242e-1, 1.286229044e-1)
	n, e := f.expReduced(f.sub(f.apply(opF32x4Neg, t), f.mul(t, q)))
	power := f.powerOf2(n)
	large := f.sub(f.sub(f.number(1), power), f.mul(power, e))
	return f.copySign(f.choose(f.gt(a, f.number(0.875)), large, small), x)
}
