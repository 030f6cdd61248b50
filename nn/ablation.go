package nn

import (
	"slices"
	"strings"

	"nnplay/nn/program"
)

// A Part is what can be switched off in a network, to see what it was good for: what
// one unit, channel or head puts out, all that a layer puts out, or one weight.
type Part struct {
	Tensor string // a named result, or a parameter
	At     int    // which unit, channel or head, or which element of the parameter, from 0; -1: all of them
}

// An Ablation is what it takes to look at a network with parts of it switched off
// (Meyes et al. 2019, "Ablation Studies in Artificial Neural Networks"): programs that
// stand in for those that look on, in which some results are multiplied by a mask, of
// ones and zeros, as soon as they have been computed, and some parameters are read as
// their products with one.
type Ablation struct {
	Programs map[*program.Program]*program.Program // by the program that each stands in for
	Size     int                                   // elements of the arena that they need: the unit's, and behind them the masks

	masks map[string]program.Range
}

// Parts returns what has parts that can be switched off: the parameters, then what
// is computed by the programs that look on, each once.
func (u *Unit) Parts() []Named {
	var n Names
	u.nameShared(&n)
	list := slices.DeleteFunc(n.list, func(t Named) bool { return t.Role != RoleParameter })
	for _, g := range u.mem.graphs {
		for _, t := range u.partsOf(g) {
			if !slices.ContainsFunc(list, func(old Named) bool { return old.Name == t.Name }) {
				list = append(list, t)
			}
		}
	}
	return list
}

// partsOf returns the results of a graph that have parts, also such as have one name,
// since a program may run a network more than once; none of one that trains.
func (u *Unit) partsOf(g *Graph) (list []Named) {
	if g.Training {
		return nil
	}
	for _, l := range g.named() {
		if t, ok := u.nameResult(g, l); ok && t.parted() {
			list = append(list, t)
		}
	}
	return list
}

// partEnds are how the names of results end whose parts say something of a network: what
// layers put out, the states of recurrent ones, the units within a block, and heads.
var partEnds = []string{"/out", "/hidden", "/units", "/attention", "/cross"}

// parted says whether parts of a result can be switched off.
func (t *Named) parted() bool {
	ends := slices.ContainsFunc(partEnds, func(end string) bool { return strings.HasSuffix(t.Name, end) })
	return ends && t.Axis() >= 0
}

// Axis returns the dimension along which the parts of a result lie: its heads, else its
// units or channels; -1 if it has none.
func (t *Named) Axis() int {
	if at := slices.Index(t.Dims, "head"); at >= 0 {
		return at
	}
	if at := len(t.Dims) - 1; at >= 0 && (t.Dims[at] == "unit" || t.Dims[at] == "channel") {
		return at
	}
	return -1
}

// PartCount returns how many parts it has.
func (t *Named) PartCount() int {
	if t.Role == RoleParameter {
		return numel(t.Shape)
	}
	return t.Shape[t.Axis()]
}

// PartOf returns in which part an element lies, counted in what one sample has of the
// tensor, or in the parameter.
func (t *Named) PartOf(element int) int {
	if t.Role == RoleParameter {
		return element
	}
	axis := t.Axis()
	return element / numel(t.Shape[axis+1:]) % t.Shape[axis]
}

// IndexOf returns where a part is: of a parameter the indices of the element, of a result
// the index along its axis; what those dimensions are; nothing for all parts.
func (t *Named) IndexOf(at int) (index []int, dims []string) {
	switch {
	case at < 0:
		return nil, nil
	case t.Role == RoleParameter:
		index = make([]int, len(t.Shape))
		for i := len(index) - 1; i >= 0; i-- {
			index[i], at = at%t.Shape[i], at/t.Shape[i]
		}
		return index, t.Dims
	}
	return []int{at}, t.Dims[t.Axis() : t.Axis()+1]
}

// Ablate returns what it takes to switch parts of tensors off, those of Parts that have
// these names.
func (u *Unit) Ablate(tensors ...string) *Ablation {
	a := &Ablation{Programs: map[*program.Program]*program.Program{}, Size: u.Size, masks: map[string]program.Range{}}
	var read []covered // in place of parameters
	for _, p := range u.mem.parameters {
		if slices.Contains(tensors, p.Name) {
			t := Named{Name: p.Name, Role: RoleParameter, Shape: p.Shape, view: u.contiguous(p.offset, p.Shape)}
			mask := a.reserve(&t)
			read = append(read, covered{&t, mask, a.room(p.Len())})
		}
	}
	for _, g := range u.mem.graphs {
		var off []covered
		for _, t := range u.partsOf(g) {
			if slices.Contains(tensors, t.Name) {
				off = append(off, covered{&t, a.reserve(&t), program.Range{}})
			}
		}
		if of := u.Programs[g.name]; !g.Training && (len(off) > 0 || len(read) > 0) {
			a.Programs[of] = without(g, of, off, read)
		}
	}
	a.Size = padded(a.Size) + align // whole vectors may be read at the very end
	return a
}

// room reserves elements behind all others.
func (a *Ablation) room(n int) program.Range {
	from := padded(a.Size)
	a.Size = from + n
	return program.Range{From: from, To: a.Size}
}

// reserve returns the mask of a tensor's parts, one for all programs.
func (a *Ablation) reserve(t *Named) program.Range {
	if _, ok := a.masks[t.Name]; !ok {
		a.masks[t.Name] = a.room(t.PartCount())
	}
	return a.masks[t.Name]
}

// covered is a tensor with the mask of its parts and, of a parameter, where the product lies.
type covered struct {
	*Named
	mask    program.Range
	product program.Range
}

// without returns a program that reads products in place of parameters, and multiplies
// results and their gradients by their masks wherever it has written to them.
func without(g *Graph, p *program.Program, off, read []covered) *program.Program {
	q := *p
	q.Name += " without"
	q.Code = nil
	for _, t := range read {
		q.Code = append(q.Code, t.multiply(program.View{Offset: t.product.From, Stride: t.view.Stride}, t.view))
	}
	for i, c := range p.Code {
		for _, t := range read {
			t.redirect(&c)
		}
		q.Code = append(q.Code, c)
		at, dim := c.Writes()
		for _, t := range off {
			result := t.view
			if g.Owner(i).Back {
				result = t.gradient
			}
			if (t.Gradient || !g.Owner(i).Back) && !program.Apart(at, result, dim, dims(t.Shape)) {
				q.Code = append(q.Code, t.multiply(result, result))
			}
		}
	}
	return &q
}

// multiply returns the instruction that multiplies a view of the tensor's shape by its
// mask.
func (t covered) multiply(to, v program.View) program.Instr {
	mask := program.View{Offset: t.mask.From}
	if t.Role == RoleParameter {
		mask.Stride = t.view.Stride
	} else {
		mask.Stride[t.Axis()+4-len(t.Shape)] = 1
	}
	return program.Instr{Op: program.Map, Func: program.Mul, Dim: dims(t.Shape), Dst: to, A: v, B: mask, C: program.Absent()}
}

// redirect makes an instruction read the product in place of the parameter.
func (t covered) redirect(c *program.Instr) {
	for _, v := range []*program.View{&c.A, &c.B, &c.C} {
		if from := t.view.Offset; v.Offset >= from && v.Offset < from+numel(t.Shape) {
			v.Offset += t.product.From - from
		}
	}
}

// Switch switches parts off in an arena, and all others on.
func (a *Ablation) Switch(arena []float32, off ...Part) {
	for name, m := range a.masks {
		for i := range m.To - m.From {
			arena[m.From+i] = 1
			if slices.Contains(off, Part{name, i}) || slices.Contains(off, Part{name, -1}) {
				arena[m.From+i] = 0
			}
		}
	}
}
