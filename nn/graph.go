package nn

import (
	"nnplay/nn/program"
)

// A Graph records operations, for fixed shapes, as a program. It shares
// parameters with the other graphs of its memory.
type Graph struct {
	// Training says whether layers that behave differently while training
	// (dropout, batch normalisation) shall do so.
	Training bool

	mem    *Memory
	name   string
	code   []emitted
	tape   []func()
	filled []*gradient // cleared because they are written in parts
	noGrad bool
	fixed  bool               // parameters are taken as constants
	scope  string             // prefix of names, empty or ending in a slash
	leaves map[string]*Tensor // parameters and state already in this graph
	probes []Probe
	labels []label // names that keep nothing
	marks  []Mark
	owner  Owner // of what is recorded now
	uses   int   // random instructions so far, which tells their streams apart
}

// A Probe is a tensor with a name by which it can be looked at.
type Probe struct {
	Name   string
	Tensor *Tensor
}

// Memory returns the memory that the graph allocates from.
func (g *Graph) Memory() *Memory { return g.mem }

// Probes returns the named tensors in the order they were named.
func (g *Graph) Probes() []Probe { return g.probes }

// Probe returns the tensor of that name, or nil.
func (g *Graph) Probe(name string) *Tensor {
	for _, p := range g.probes {
		if p.Name == name {
			return p.Tensor
		}
	}
	return nil
}

// leaf returns the tensor of a named allocation, one a graph.
func (g *Graph) leaf(name string, a *allocation, learns bool) *Tensor {
	if t, ok := g.leaves[name]; ok {
		return t
	}
	t := g.tensor(a.offset, a.shape)
	if learns {
		t.grad = &gradient{offset: gradOffset(a.offset), origin: a.offset, len: numel(a.shape)}
	}
	if g.leaves == nil {
		g.leaves = map[string]*Tensor{}
	}
	g.leaves[name] = t
	return t
}

// Param returns the parameter of that name, declared at its first use in any
// graph. Later uses must agree in shape.
func (g *Graph) Param(p Parameter) *Tensor {
	p.Name = g.scope + p.Name
	a, fresh := g.mem.named("parameter", p.Name, params, p.Shape)
	if fresh {
		p.offset, p.Shape = a.offset, a.shape
		g.mem.size[grads] = g.mem.size[params]
		g.mem.parameters = append(g.mem.parameters, &p)
	}
	if g.fixed {
		return g.tensor(a.offset, a.shape)
	}
	return g.leaf(p.Name, a, true)
}

// GradOf returns the gradient of a parameter as a tensor of its shape.
func (g *Graph) GradOf(p *Parameter) *Tensor { return g.tensor(gradOffset(p.offset), p.Shape) }

// State returns what training carries from step to step under that name,
// filled with a value at the start.
func (g *Graph) State(name string, fill float32, shape ...int) *Tensor {
	name = g.scope + name
	a, fresh := g.mem.named("state", name, state, shape)
	if fresh && fill != 0 {
		values := make([]float32, numel(shape))
		for i := range values {
			values[i] = fill
		}
		g.mem.set(a.offset, values...)
	}
	return g.leaf(name, a, false)
}

// Input returns a tensor that the owner of the arena fills.
func (g *Graph) Input(name string, shape ...int) *Tensor {
	a, _ := g.mem.named("input", name, inputs, shape)
	return g.leaf(name, a, false)
}

// Hyper returns a scalar that may change while training, with its first value.
func (g *Graph) Hyper(name string, value float32) *Tensor {
	name = g.scope + name
	a, fresh := g.mem.named("hyper-parameter", name, cells, nil)
	if fresh {
		g.mem.set(a.offset, value)
	}
	return g.leaf(name, a, false)
}

// Const returns a scalar constant.
func (g *Graph) Const(v float32) *Tensor { return g.tensor(g.mem.constant(v), nil) }

// tensor returns a contiguous tensor at an offset.
func (g *Graph) tensor(offset int, shape []int) *Tensor {
	return &Tensor{graph: g, shape: shape, view: program.View{Offset: offset, Stride: strides(shape)}}
}

// temp returns a new contiguous tensor for an operation's result.
func (g *Graph) temp(shape []int) *Tensor {
	return g.tensor(g.mem.alloc(temps, numel(shape)), shape)
}

func (g *Graph) emit(c program.Instr) {
	g.code = append(g.code, emitted{c, g.owner})
}

// strides returns the strides of a contiguous tensor, its dimensions aligned
// with the last of the four.
func strides(shape []int) (s [4]int) {
	if len(shape) > 4 {
		panic("nn: a tensor has at most four dimensions")
	}
	n := 1
	for i := len(shape) - 1; i >= 0; i-- {
		s[4-len(shape)+i] = n
		n *= shape[i]
	}
	return s
}

// dims returns the iteration space of a shape, aligned as its strides are.
func dims(shape []int) program.Dims {
	d := program.Dims{1, 1, 1, 1}
	copy(d[4-len(shape):], shape)
	return d
}
