package nn

import (
	"fmt"
	"math"

	"nnplay/nn/program"
)

// A region is a part of the arena. While graphs are built an offset holds its
// region in the high bits; Link lays the regions out one after another.
type region int

const (
	cells  region = iota // constants, hyper-parameters and counters
	params               // the parameters, in declaration order
	grads                // their gradients, laid out alike
	state                // what training carries along: moments, running statistics
	inputs               // data that the owner of the arena writes
	temps                // results of operations
	numRegions
)

const regionShift = 40

// align is the granularity of allocation in elements: a vector of four.
const align = 4

// A Memory is what the programs of one model share: one arena's layout, with
// parameters, constants, hyper-parameters and state by name. Allocation ends
// with Link.
type Memory struct {
	size       [numRegions]int
	expected   int // elements of all parameters, where that is known before they are declared
	init       []initial
	parameters []*Parameter
	byName     map[string]*allocation
	graphs     []*Graph
	linked     *Unit
}

// An allocation is a named piece of a region.
type allocation struct {
	kind   string // "parameter", "state", "input", "hyper-parameter"
	shape  []int
	offset int
	along  string // of what is laid out as parameters are (1, P): their scope; see Graph.along
	lies   bool   // it is laid out so
}

// An initial is a run of values that a fresh arena holds.
type initial struct {
	offset int
	values []float32
}

// A Parameter is a tensor that training changes.
type Parameter struct {
	Name   string
	Shape  []int
	Init   Initializer
	FanIn  int
	FanOut int
	Decays bool // weights are regularised, biases and gains are not

	offset int
}

// Len returns the number of elements.
func (p *Parameter) Len() int { return numel(p.Shape) }

// NewMemory returns an empty memory.
func NewMemory() *Memory {
	return &Memory{byName: map[string]*allocation{}}
}

// Graph returns a new graph; its name becomes its program's.
func (m *Memory) Graph(name string) *Graph {
	g := &Graph{mem: m, name: name}
	m.graphs = append(m.graphs, g)
	return g
}

// Expect says how many elements all parameters will have, padding included (see
// Unit.Weights): for graphs that freeze some before others have been declared.
func (m *Memory) Expect(elements int) { m.expected = elements }

// Parameters returns the parameters in declaration order.
func (m *Memory) Parameters() []*Parameter { return m.parameters }

func (m *Memory) alloc(r region, n int) int {
	if m.linked != nil {
		panic("nn: memory is linked, nothing can be added")
	}
	offset := m.size[r]
	m.size[r] += padded(n)
	return int(r)<<regionShift | offset
}

// padded returns the elements that n of them take up.
func padded(n int) int { return (n + align - 1) / align * align }

// named returns the allocation of that name, made at the first call.
func (m *Memory) named(kind, name string, r region, shape []int) (a *allocation, fresh bool) {
	a, ok := m.byName[name]
	if ok {
		if a.kind != kind || !sameShape(a.shape, shape) {
			panic(fmt.Sprintf("nn: %s %q %v was declared as %s %v", kind, name, shape, a.kind, a.shape))
		}
		return a, false
	}
	a = &allocation{kind: kind, shape: append([]int(nil), shape...), offset: m.alloc(r, numel(shape))}
	m.byName[name] = a
	return a, true
}

func (m *Memory) set(offset int, values ...float32) {
	m.init = append(m.init, initial{offset, values})
}

// constant returns the cell that holds v; equal values share a cell.
func (m *Memory) constant(v float32) int {
	name := fmt.Sprintf("constant/%08x", math.Float32bits(v))
	a, fresh := m.named("constant", name, cells, nil)
	if fresh {
		m.set(a.offset, v)
	}
	return a.offset
}

// Link ends allocation, lays the regions out and returns the programs.
func (m *Memory) Link() *Unit {
	if m.linked != nil {
		return m.linked
	}
	u := &Unit{mem: m, Programs: map[string]*program.Program{}}
	for r, n := range m.size {
		u.base[r] = u.Size
		u.Size += n
	}
	u.Size += align // whole vectors may be read at the very end
	m.linked = u
	for _, g := range m.graphs {
		u.Programs[g.name] = u.relocate(g)
	}
	return u
}

// All returns the programs in the order in which their graphs were made.
func (u *Unit) All() []*program.Program {
	all := make([]*program.Program, len(u.mem.graphs))
	for i, g := range u.mem.graphs {
		all[i] = u.Programs[g.name]
	}
	return all
}

// A Unit is a linked memory: programs, and the layout of the arena they share.
type Unit struct {
	Programs map[string]*program.Program // by graph name
	Size     int                         // elements of the arena

	mem  *Memory
	base [numRegions]int
}

// resolve turns an offset within a region into one within the arena.
func (u *Unit) resolve(offset int) int {
	if offset == program.None {
		return offset
	}
	return u.base[offset>>regionShift] + offset&(1<<regionShift-1)
}

func (u *Unit) relocate(g *Graph) *program.Program {
	p := &program.Program{Name: g.name, Code: make([]program.Instr, len(g.code))}
	for i := range p.Code {
		c := &p.Code[i]
		*c = g.code[i].Instr
		for _, v := range []*program.View{&c.Dst, &c.A, &c.B, &c.C} {
			v.Offset = u.resolve(v.Offset)
		}
	}
	p.Temps = program.Range{From: u.base[temps], To: u.base[temps] + u.mem.size[temps]}
	for _, probe := range g.probes {
		from := u.resolve(probe.Tensor.view.Offset)
		to := from + 1
		for i, n := range dims(probe.Tensor.shape) {
			to += (n - 1) * probe.Tensor.view.Stride[i]
		}
		p.Kept = append(p.Kept, program.Range{From: from, To: to})
	}
	return p
}

// NewArena returns an arena with constants and hyper-parameters in place, and
// everything else, parameters too, zero: Initialize sets those.
func (u *Unit) NewArena() []float32 {
	arena := make([]float32, u.Size)
	u.Preset(arena)
	return arena
}

// Preset clears the arena and writes constants and hyper-parameters.
func (u *Unit) Preset(arena []float32) {
	clear(arena)
	for _, in := range u.mem.init {
		copy(arena[u.resolve(in.offset):], in.values)
	}
}

// Lasting returns what programs leave to each other: all but the results of their
// operations. Whoever writes it back has undone what was computed since.
func (u *Unit) Lasting(arena []float32) []float32 { return arena[:u.base[temps]] }

// Slice returns the elements of the named parameter, state, input or
// hyper-parameter, or nil if there is none of that name.
func (u *Unit) Slice(arena []float32, name string) []float32 {
	a, ok := u.mem.byName[name]
	if !ok {
		return nil
	}
	at := u.resolve(a.offset)
	return arena[at : at+numel(a.shape) : at+numel(a.shape)]
}

// Tensor returns the elements of a contiguous tensor of one of the graphs. The
// result of an operation is there, once its program has run, if it is a probe.
func (u *Unit) Tensor(arena []float32, t *Tensor) []float32 {
	if !t.contiguous() {
		panic("nn: tensor is not contiguous")
	}
	at := u.resolve(t.view.Offset)
	return arena[at : at+t.Len() : at+t.Len()]
}

// Gradient returns the gradients of a parameter, laid out as the parameter.
func (u *Unit) Gradient(arena []float32, p *Parameter) []float32 {
	at := u.resolve(gradOffset(p.offset))
	return arena[at : at+p.Len() : at+p.Len()]
}

// Parameters returns the parameters in declaration order.
func (u *Unit) Parameters() []*Parameter { return u.mem.parameters }

// gradOffset maps the address of a parameter to that of its gradient.
func gradOffset(offset int) int {
	return offset - int(params)<<regionShift + int(grads)<<regionShift
}

func numel(shape []int) int {
	n := 1
	for _, d := range shape {
		n *= d
	}
	return n
}

func sameShape(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// Graph returns the graph of that name, or nil.
func (u *Unit) Graph(name string) *Graph {
	for _, g := range u.mem.graphs {
		if g.name == name {
			return g
		}
	}
	return nil
}

// Weights returns all parameters with their padding, in declaration order.
func (u *Unit) Weights(arena []float32) []float32 {
	return arena[u.base[params] : u.base[params]+u.mem.size[params]]
}

// Gradients returns the gradients of all parameters, laid out as Weights.
func (u *Unit) Gradients(arena []float32) []float32 {
	return arena[u.base[grads] : u.base[grads]+u.mem.size[params]]
}
