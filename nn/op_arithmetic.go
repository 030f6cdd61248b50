package nn

import "nnplay/nn/program"

// Add returns a + b. The operands broadcast, here and below.
func (a *Tensor) Add(b *Tensor) *Tensor {
	return map2(program.Add, a, b).record(func(dy *Tensor) {
		a.addGradTo(func() *Tensor { return dy })
		b.addGradTo(func() *Tensor { return dy })
	})
}

// Sub returns a - b.
func (a *Tensor) Sub(b *Tensor) *Tensor {
	return map2(program.Sub, a, b).record(func(dy *Tensor) {
		a.addGradTo(func() *Tensor { return dy })
		b.addGradTo(func() *Tensor { return dy.Neg() })
	})
}

// Mul returns a · b, element by element.
func (a *Tensor) Mul(b *Tensor) *Tensor {
	return map2(program.Mul, a, b).record(func(dy *Tensor) {
		a.addGradTo(func() *Tensor { return dy.Mul(b) })
		b.addGradTo(func() *Tensor { return dy.Mul(a) })
	})
}

// Div returns a / b; da = dy/b, db = -dy·y/b.
func (a *Tensor) Div(b *Tensor) *Tensor {
	y := map2(program.Div, a, b)
	return y.record(func(dy *Tensor) {
		a.addGradTo(func() *Tensor { return dy.Div(b) })
		b.addGradTo(func() *Tensor { return dy.Mul(y).Div(b).Neg() })
	})
}

// AddMul returns a + b·c.
func (a *Tensor) AddMul(b, c *Tensor) *Tensor {
	return map3(program.AddMul, a, b, c).record(func(dy *Tensor) {
		a.addGradTo(func() *Tensor { return dy })
		b.addGradTo(func() *Tensor { return dy.Mul(c) })
		c.addGradTo(func() *Tensor { return dy.Mul(b) })
	})
}

// SubMul returns a - b·c.
func (a *Tensor) SubMul(b, c *Tensor) *Tensor {
	return map3(program.SubMul, a, b, c).record(func(dy *Tensor) {
		a.addGradTo(func() *Tensor { return dy })
		b.addGradTo(func() *Tensor { return dy.Mul(c).Neg() })
		c.addGradTo(func() *Tensor { return dy.Mul(b).Neg() })
	})
}

// Max returns the larger of a and b; where they are equal b gets the gradient.
func (a *Tensor) Max(b *Tensor) *Tensor {
	return map2(program.Larger, a, b).record(func(dy *Tensor) {
		a.addGradTo(func() *Tensor { return dy.Mul(a.Greater(b)) })
		b.addGradTo(func() *Tensor { return dy.SubMul(dy, a.Greater(b)) })
	})
}

// Min returns the smaller of a and b; where they are equal b gets the gradient.
func (a *Tensor) Min(b *Tensor) *Tensor {
	return map2(program.Smaller, a, b).record(func(dy *Tensor) {
		a.addGradTo(func() *Tensor { return dy.Mul(b.Greater(a)) })
		b.addGradTo(func() *Tensor { return dy.SubMul(dy, b.Greater(a)) })
	})
}

// Greater returns 1 where a > b, else 0. It passes no gradient.
func (a *Tensor) Greater(b *Tensor) *Tensor { return constant(map2(program.Greater, a, b)) }

// Where returns a where t is not 0, else b. No gradient flows to t.
func (t *Tensor) Where(a, b *Tensor) *Tensor {
	return map3(program.Select, t, a, b).record(func(dy *Tensor) {
		zero := t.graph.Const(0)
		a.addGradTo(func() *Tensor { return map3(program.Select, t, dy, zero) })
		b.addGradTo(func() *Tensor { return map3(program.Select, t, zero, dy) })
	})
}

// Plus returns t + v.
func (t *Tensor) Plus(v float32) *Tensor { return t.Add(t.graph.Const(v)) }

// Times returns t · v.
func (t *Tensor) Times(v float32) *Tensor { return t.Mul(t.graph.Const(v)) }

// constant cuts the gradient of a result that has none.
func constant(t *Tensor) *Tensor {
	t.grad = nil
	return t
}

// addGradTo adds the result of d, summed over the dimensions in which t was
// stretched, to the gradient of t. d is not called if t has no gradient.
func (t *Tensor) addGradTo(d func() *Tensor) {
	if t.grad != nil {
		t.addGrad(d().sumTo(t.shape))
	}
}
