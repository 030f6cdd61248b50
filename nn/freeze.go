package nn

// Names of the inputs that freezing reads, both laid out as all parameters
// with their padding, (1, P): what is not 0 in the first stands still, at the
// value that the second holds for it.
const (
	Frozen      = "frozen"
	FrozenValue = "frozen/value"
)

// A hold keeps the frozen parameters where they are. The nil hold holds
// nothing and costs nothing.
type hold struct {
	g             *Graph
	frozen, value *Tensor // (1, P), of the parameters in scope
	from          int     // where those begin among all
}

// newHold returns the hold of a graph whose parameters have all been declared.
func newHold(g *Graph) *hold {
	n := max(g.mem.size[params], g.mem.expected)
	from, to := g.extent()
	h := &hold{g, g.Input(Frozen, 1, n).Slice(1, from, to), g.Input(FrozenValue, 1, n).Slice(1, from, to), from}
	for _, name := range []string{Frozen, FrozenValue} { // of all parameters, whatever the scope
		g.mem.byName[name].lies = true
	}
	return h
}

// gradient makes the gradient of what is frozen 0, so that it neither counts
// for the norm nor moves an optimizer's averages.
func (h *hold) gradient(grad *Tensor) {
	if h != nil {
		defer h.g.Mark("hold")()
		h.g.Assign(grad, h.frozen.Where(h.g.Const(0), grad))
	}
}

// weights puts back what is frozen, bit by bit.
func (h *hold) weights(w *Tensor) {
	if h != nil {
		defer h.g.Mark("hold")()
		h.g.Assign(w, h.frozen.Where(h.value, w))
	}
}

// free returns v, of the shape of a parameter, with 0 for what is frozen.
func (h *hold) free(p *Parameter, v *Tensor) *Tensor {
	if h == nil {
		return v
	}
	part := h.g.tensor(h.frozen.view.Offset+p.Offset()-h.from, p.Shape)
	return part.Where(h.g.Const(0), v)
}

// Offset returns where a parameter begins among all of them, as Weights,
// Gradients, Frozen and FrozenValue are laid out.
func (p *Parameter) Offset() int { return p.offset - int(params)<<regionShift }

// Carry copies the parameters, their gradients, the state and the inputs of
// another unit's arena, as far as this one has them by name and shape.
func (u *Unit) Carry(arena []float32, from *Unit, other []float32) {
	for name, a := range u.mem.byName {
		b, ok := from.mem.byName[name]
		if ok && a.kind != "constant" && a.kind == b.kind && sameShape(a.shape, b.shape) {
			copy(u.Slice(arena, name), from.Slice(other, name))
		}
	}
	if u.mem.size[params] == from.mem.size[params] {
		copy(u.Gradients(arena), from.Gradients(other))
	}
}
