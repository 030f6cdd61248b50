package nn

import (
	"fmt"

	"nnplay/nn/program"
)

// A Tensor is an operand or a result of an operation: a shape of up to four
// dimensions and where its elements lie. A scalar has no dimensions.
type Tensor struct {
	graph *Graph
	shape []int
	view  program.View // strides aligned with the last of four dimensions
	grad  *gradient    // nil where no gradient flows
	part  bool         // the view covers only a part of the buffer that grad mirrors
	made  *made        // how it was computed; nil for what is not an operation's result
}

// A made says that one instruction made a tensor, shared by its whole views.
type made struct {
	moved bool // the instruction was made to write elsewhere
}

// Shape returns the dimensions.
func (t *Tensor) Shape() []int { return t.shape }

// Len returns the number of elements.
func (t *Tensor) Len() int { return numel(t.shape) }

// Dim returns dimension i; negative i counts from the end.
func (t *Tensor) Dim(i int) int {
	if i < 0 {
		i += len(t.shape)
	}
	return t.shape[i]
}

// Graph returns the graph that the tensor belongs to.
func (t *Tensor) Graph() *Graph { return t.graph }

// Named makes the tensor a probe of its graph and returns it.
func (t *Tensor) Named(name string) *Tensor {
	t.graph.probes = append(t.graph.probes, Probe{t.graph.scope + name, t})
	return t
}

func (t *Tensor) contiguous() bool {
	want := strides(t.shape)
	for i, d := range dims(t.shape) {
		if d > 1 && t.view.Stride[i] != want[i] {
			return false
		}
	}
	return true
}

// result returns a new tensor for an operation's result, able to carry a
// gradient if one of the operands is.
func result(shape []int, operands ...*Tensor) *Tensor {
	g := operands[0].graph
	t := g.temp(shape)
	t.made = &made{}
	return t.from(operands...)
}

// from makes t, a whole buffer, able to carry a gradient if one of the operands
// that it was computed from is.
func (t *Tensor) from(operands ...*Tensor) *Tensor {
	if t.graph.noGrad {
		return t
	}
	for _, o := range operands {
		if o.grad != nil {
			t.grad = &gradient{offset: program.None, origin: t.view.Offset, len: t.Len()}
		}
	}
	return t
}

// record puts the derivative of the operation that made t on the tape. back
// gets dLoss/dt and adds to the gradients of the operands.
func (t *Tensor) record(back func(dy *Tensor)) *Tensor {
	if t.grad == nil {
		return t
	}
	g := t.graph
	g.tape = append(g.tape, g.back(func() {
		if t.grad.written { // otherwise the loss does not depend on t
			back(t.gradTensor())
		}
	}))
	return t
}

// RequiresGrad makes t, which depends on no parameter that learns, a variable
// that Backward computes the gradient of. It must be called before t is used.
func (t *Tensor) RequiresGrad() *Tensor {
	if t.grad == nil {
		t.grad = &gradient{offset: program.None, origin: t.view.Offset, len: t.Len()}
	}
	return t
}

// Gradient returns, once Backward has been recorded, the gradient of t as a
// tensor of its shape.
func (t *Tensor) Gradient() *Tensor {
	if t.grad == nil || !t.grad.written {
		panic("nn: the gradient of what Backward has not come by")
	}
	return t.gradTensor()
}

// gradTensor returns the gradient as a tensor of t's shape and strides.
func (t *Tensor) gradTensor() *Tensor {
	d := &Tensor{graph: t.graph, shape: t.shape, view: t.view}
	d.view.Offset = t.grad.offset + t.view.Offset - t.grad.origin
	return d
}

// addGrad adds d, of t's shape, to the gradient of t, if t has one. The first
// contribution is written, not added. Where d is the result of the instruction
// emitted last, that instruction is made to write into the gradient itself; d
// must not be used again.
func (t *Tensor) addGrad(d *Tensor) {
	if t.grad == nil {
		return
	}
	if !sameShape(t.shape, d.shape) {
		panic(fmt.Sprintf("nn: gradient %v of a tensor %v", d.shape, t.shape))
	}
	g := t.graph
	t.openGrad()
	acc, clear := t.grad.write(t)
	if clear {
		g.insertFill(t.grad, d)
	}
	g.store(t.gradTensor(), d, acc)
}

// openGrad reserves the gradient's buffer.
func (t *Tensor) openGrad() {
	if t.grad.offset == program.None {
		t.grad.offset = t.graph.mem.alloc(temps, t.grad.len)
	}
}

// wroteLast reports whether the instruction emitted last wrote exactly d, and
// so whether it can be made to write elsewhere.
func (g *Graph) wroteLast(d *Tensor) bool {
	if len(g.code) == 0 || d.made == nil || d.grad != nil {
		return false
	}
	c := &g.code[len(g.code)-1]
	switch c.Op {
	case program.Map, program.Gemm:
		return !c.Acc && c.Dst == d.view && c.Dim == dims(d.shape)
	case program.Sum:
		return !c.Acc && c.Dst.Offset == d.view.Offset && d.contiguous()
	}
	return false
}

// store copies d into dst, adding if acc is set, without a copy where the last
// instruction can write there itself. The temporary it wrote is then unused.
func (g *Graph) store(dst, d *Tensor, acc bool) {
	if g.wroteLast(d) && redirect(&g.code[len(g.code)-1].Instr, dst, acc) {
		d.made.moved = true
		return
	}
	g.emit(program.Instr{
		Op: program.Map, Func: program.Copy, Acc: acc, Dim: dims(dst.shape),
		Dst: dst.view, A: d.read(), B: program.Absent(), C: program.Absent(),
	})
}

// redirect makes an instruction write to dst, adding if acc is set, and
// reports whether it could.
func redirect(c *program.Instr, dst *Tensor, acc bool) bool {
	switch {
	case c.Op == program.Map:
		c.Dst, c.Acc = dst.view, acc
	case c.Op == program.Gemm && !acc:
		c.Dst = dst.view
	case c.Op == program.Gemm && c.C.Offset == program.None:
		c.Dst, c.C = dst.view, dst.view
	case c.Op == program.Sum && dst.contiguous():
		c.Dst.Offset, c.Acc = dst.view.Offset, acc
	default:
		return false
	}
	return true
}

// read returns the view for an instruction to read.
func (t *Tensor) read() program.View {
	if t.made != nil && t.made.moved {
		panic("nn: the tensor was given away to a gradient or an assignment")
	}
	return t.view
}

// Assign overwrites dst, a state or a parameter, with d. It is how running
// statistics and optimizers write; no gradient flows through it.
func (g *Graph) Assign(dst, d *Tensor) {
	if !sameShape(dst.shape, d.shape) {
		panic(fmt.Sprintf("nn: assign %v to %v", d.shape, dst.shape))
	}
	g.store(dst, d, false)
}

// NoGrad runs f with gradients off: what it computes is taken as constant.
func (g *Graph) NoGrad(f func()) {
	was := g.noGrad
	g.noGrad = true
	f()
	g.noGrad = was
}

// Backward appends the program that computes the gradients of the scalar t
// with respect to every parameter it depends on: the tape in reverse.
func (t *Tensor) Backward() {
	if t.Len() != 1 {
		panic("nn: backward from a tensor that is not a scalar")
	}
	if t.grad == nil {
		panic("nn: backward from a tensor that depends on no parameter")
	}
	g := t.graph
	g.NoGrad(func() {
		g.back(func() { t.addGrad(g.Const(1).Reshape(t.shape...)) })()
		for i := len(g.tape) - 1; i >= 0; i-- {
			g.tape[i]()
		}
	})
	g.dropFills()
	g.tape = nil
}
