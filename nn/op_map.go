package nn

import (
	"fmt"

	"nnplay/nn/program"
)

// instr returns an instruction with up to three operands.
func instr(op program.Op, dim program.Dims, dst program.View, operands ...program.View) program.Instr {
	c := program.Instr{Op: op, Dim: dim, Dst: dst, A: program.Absent(), B: program.Absent(), C: program.Absent()}
	for i, v := range operands {
		*[]*program.View{&c.A, &c.B, &c.C}[i] = v
	}
	return c
}

// broadcast returns the shape that the operands take together: dimensions are
// aligned at the end, and 1 stretches (NumPy's rule).
func broadcast(operands ...*Tensor) []int {
	rank := 0
	for _, t := range operands {
		rank = max(rank, len(t.shape))
	}
	shape := make([]int, rank)
	for i := range shape {
		shape[i] = 1
		for _, t := range operands {
			at := i - rank + len(t.shape)
			if at < 0 || t.shape[at] == 1 {
				continue
			}
			if shape[i] != 1 && shape[i] != t.shape[at] {
				panic(fmt.Sprintf("nn: shapes %v and %v do not go together", operands[0].shape, t.shape))
			}
			shape[i] = t.shape[at]
		}
	}
	return shape
}

// stretched returns the view of t repeated over a shape that it broadcasts to.
func (t *Tensor) stretched(shape []int) program.View {
	v := t.read()
	own := dims(t.shape)
	for i, d := range dims(shape) {
		if own[i] == 1 && d != 1 {
			v.Stride[i] = 0
		}
	}
	return v
}

// mapped applies a scalar function to operands that broadcast.
func mapped(f program.Func, operands ...*Tensor) *Tensor {
	shape := broadcast(operands...)
	y := result(shape, operands...)
	views := make([]program.View, len(operands))
	for i, t := range operands {
		views[i] = t.stretched(shape)
	}
	c := instr(program.Map, dims(shape), y.view, views...)
	c.Func = f
	y.graph.emit(c)
	return y
}

func map1(f program.Func, x *Tensor) *Tensor       { return mapped(f, x) }
func map2(f program.Func, a, b *Tensor) *Tensor    { return mapped(f, a, b) }
func map3(f program.Func, a, b, c *Tensor) *Tensor { return mapped(f, a, b, c) }
