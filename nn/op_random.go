package nn

import (
	"math"

	"nnplay/nn/program"
)

// Names of the cells that random instructions read: the key, from the run's
// seed, and the 64-bit count of steps, both as bits.
const (
	RandomKey     = "random/key"
	RandomCounter = "random/counter"
)

// Uniform returns fresh random numbers in [0, 1) at every run of the program.
// They are a function of the key, the counter and the place of this operation
// among the random ones of its graph.
func (g *Graph) Uniform(shape ...int) *Tensor {
	y := g.temp(shape)
	c := instr(program.Random, dims(shape), y.view,
		g.Input(RandomKey, 2).read(), g.Input(RandomCounter, 2).read())
	c.K = g.uses
	g.uses++
	g.emit(c)
	return y
}

// Normal returns fresh random numbers of mean 0 and variance 1 (Box-Muller).
func (g *Graph) Normal(shape ...int) *Tensor {
	defer g.Mark("normal")()
	radius := g.Uniform(shape...).Neg().Plus(1).Log().Times(-2).Sqrt()
	return radius.Mul(g.Uniform(shape...).Times(2 * math.Pi).Cos())
}

// Tick moves the counter on, so that the next run draws other numbers.
func (g *Graph) Tick() {
	v := g.Input(RandomCounter, 2).read()
	g.emit(instr(program.Tick, program.Dims{1, 1, 1, 1}, v))
}

// RandomRows copies n rows of t (R, D), each drawn from all of them at every
// run of the program: a minibatch (n, D), with replacement.
func (t *Tensor) RandomRows(n int) *Tensor {
	g := t.graph
	defer g.Mark("minibatch")()
	return t.Rows(g.Uniform(n).Times(float32(t.shape[0])).Floor(), nil, n) // Rows sees to it that rounding up does no harm
}
