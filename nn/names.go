package nn

import (
	"cmp"
	"slices"
	"strings"

	"nnplay/nn/program"
)

// A Role is what a named tensor is for.
type Role string

// The roles: the kinds of what a memory holds by name, and results of operations.
const (
	RoleParameter Role = "parameter"
	RoleState     Role = "state"
	RoleInput     Role = "input"
	RoleHyper     Role = "hyper-parameter"
	RoleConstant  Role = "constant"
	RoleResult    Role = "result"
)

// A Named is a tensor that has a name.
type Named struct {
	Name     string
	Program  string // whose result it is; "" for what programs share
	Role     Role
	Shape    []int
	Dims     []string // what the dimensions are: "batch", "unit", ...
	Gradient bool     // it has a gradient

	view, gradient program.View // in the arena; the gradient's shares its strides
	order          int          // in which names are preferred, where several fit
}

// Names knows the elements of an arena by the names that were given while graphs
// recorded: those of the memory, probes, and labels (Tensor.Called).
type Names struct {
	list []Named
	// By element of the arena: 1 + the index of its tensor in list, negative for an
	// element of its gradient; 0 for what has no name.
	owner []int32
}

// A Place is an element of the arena as a reader knows it.
type Place struct {
	*Named
	Index    []int
	Gradient bool // it is the element's gradient
}

// Names returns the names of a unit's arena.
func (u *Unit) Names() *Names {
	n := &Names{owner: make([]int32, u.Size)}
	u.nameShared(n)
	for _, g := range u.mem.graphs {
		u.nameResults(n, g)
	}
	slices.SortStableFunc(n.list, func(a, b Named) int { return cmp.Compare(a.order, b.order) })
	// What is preferred is written over the rest: parts over what they are of, the
	// first of equals, and that something is a gradient over a name of its own.
	by := make([]int, len(n.list))
	for i := range by {
		by[i] = i
	}
	slices.SortStableFunc(by, func(i, j int) int {
		if c := cmp.Compare(numel(n.list[j].Shape), numel(n.list[i].Shape)); c != 0 {
			return c
		}
		return cmp.Compare(j, i)
	})
	for _, i := range by {
		each(n.list[i].view, dims(n.list[i].Shape), func(at int) { n.owner[at] = int32(i + 1) })
	}
	for _, i := range by {
		if t := &n.list[i]; t.Gradient {
			each(t.gradient, dims(t.Shape), func(at int) { n.owner[at] = -int32(i + 1) })
		}
	}
	return n
}

// nameShared names what the memory holds by name. What is laid out along the
// parameters, such as an optimizer's moments, is a tensor a parameter: the moment
// optimizer/mean of hidden1/weight is hidden1/weight/mean.
func (u *Unit) nameShared(n *Names) {
	for name, a := range u.mem.byName {
		if a.lies {
			u.nameAlong(n, name, a)
			continue
		}
		t := Named{Name: name, Role: Role(a.kind), Shape: a.shape, view: u.contiguous(a.offset, a.shape), order: a.offset >> regionShift}
		if t.Role == RoleParameter {
			t.Gradient, t.gradient = true, u.contiguous(gradOffset(a.offset), a.shape)
		}
		t.Dims = meaning(&t)
		n.list = append(n.list, t)
	}
	slices.SortFunc(n.list, func(a, b Named) int {
		return cmp.Or(cmp.Compare(a.view.Offset, b.view.Offset), strings.Compare(a.Name, b.Name))
	})
}

func (u *Unit) nameAlong(n *Names, name string, a *allocation) {
	first := -1
	for _, p := range u.mem.parameters {
		if !strings.HasPrefix(p.Name, a.along) {
			continue
		}
		if first < 0 {
			first = p.Offset()
		}
		of := strings.TrimPrefix(strings.TrimPrefix(name, a.along), "optimizer/")
		t := Named{Name: p.Name + "/" + of, Role: Role(a.kind), Shape: p.Shape, view: u.contiguous(a.offset+p.Offset()-first, p.Shape), order: a.offset >> regionShift}
		t.Dims = meaning(&Named{Name: p.Name, Role: RoleParameter, Shape: p.Shape})
		n.list = append(n.list, t)
	}
}

// along says that what has a name in this scope is laid out as the parameters are
// in it.
func (g *Graph) along(name string) {
	a := g.mem.byName[g.scope+name]
	a.lies, a.along = true, g.scope
}

// nameResults names the probes and labels of a graph. Of two of the same name the first
// counts, as with Graph.Probe.
func (u *Unit) nameResults(n *Names, g *Graph) {
	seen := map[string]bool{}
	for _, l := range g.named() {
		if seen[l.Name] {
			continue
		}
		if t, ok := u.nameResult(g, l); ok {
			seen[l.Name] = true
			n.list = append(n.list, t)
		}
	}
}

// named returns the probes and labels of a graph, probes first, and of labels the latest,
// which says the most.
func (g *Graph) named() (all []label) {
	for _, p := range g.probes {
		all = append(all, label{Probe: p})
	}
	for _, l := range slices.Backward(g.labels) {
		all = append(all, l)
	}
	return all
}

// nameResult names a result of a graph. What was given away has no place of its own, and
// so no name; what the memory holds has one.
func (u *Unit) nameResult(g *Graph, l label) (named Named, ok bool) {
	t := l.Tensor
	if r := region(t.view.Offset >> regionShift); t.made != nil && t.made.moved || r != temps && r != state {
		return Named{}, false
	}
	named = Named{Name: l.Name, Program: g.name, Role: RoleResult, Shape: t.shape, Dims: l.dims, view: t.view, order: int(numRegions)}
	named.view.Offset = u.resolve(t.view.Offset)
	if t.grad != nil && t.grad.offset != program.None {
		named.Gradient, named.gradient = true, t.gradTensor().view
		named.gradient.Offset = u.resolve(named.gradient.Offset)
	}
	if named.Dims == nil {
		named.Dims = meaning(&named)
	}
	return named, true
}

func (u *Unit) contiguous(offset int, shape []int) program.View {
	return program.View{Offset: u.resolve(offset), Stride: strides(shape)}
}

// All returns the named tensors: what programs share in the order of the arena,
// then the results, program by program, in the order in which they were named.
func (n *Names) All() []Named { return n.list }

// Locate returns what a reader calls an element of the arena.
func (n *Names) Locate(offset int) (p Place, ok bool) {
	i := n.owner[offset]
	if i == 0 {
		return Place{}, false
	}
	p.Gradient = i < 0
	p.Named = &n.list[max(i, -i)-1]
	v := p.view
	if p.Gradient {
		v = p.Named.gradient
	}
	p.Index = indices(v, p.Shape, offset)
	return p, true
}

// Find returns the named tensors of that name: of several programs, perhaps.
func (n *Names) Find(name string) (found []*Named) {
	for i := range n.list {
		if n.list[i].Name == name {
			found = append(found, &n.list[i])
		}
	}
	return found
}

// Offset returns where an element lies in the arena, or its gradient; ok is false
// if there is no such element.
func (t *Named) Offset(index []int, gradient bool) (offset int, ok bool) {
	v := t.view
	if gradient {
		v = t.gradient
	}
	if len(index) != len(t.Shape) || gradient && !t.Gradient {
		return 0, false
	}
	offset = v.Offset
	for i, k := range index {
		if k < 0 || k >= t.Shape[i] {
			return 0, false
		}
		offset += k * v.Stride[i+4-len(index)]
	}
	return offset, true
}

// indices returns the indices of an element of a view: the largest stride takes
// what it can.
func indices(v program.View, shape []int, offset int) []int {
	index := make([]int, len(shape))
	rest := offset - v.Offset
	order := make([]int, len(shape))
	for i := range order {
		order[i] = i
	}
	stride := func(i int) int { return v.Stride[i+4-len(shape)] }
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(stride(j), stride(i)) })
	for _, i := range order {
		if s := stride(i); s > 0 && shape[i] > 1 {
			index[i] = min(rest/s, shape[i]-1)
			rest -= index[i] * s
		}
	}
	return index
}

// each calls f for the offset of each element of a view.
func each(v program.View, d program.Dims, f func(at int)) {
	for i := range d[0] {
		for j := range d[1] {
			for k := range d[2] {
				for l := range d[3] {
					f(v.Offset + i*v.Stride[0] + j*v.Stride[1] + k*v.Stride[2] + l*v.Stride[3])
				}
			}
		}
	}
}
