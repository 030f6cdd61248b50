package paper

// A Part is what of the network a cell of a spot stands for.
type Part struct {
	Kind    string // "neuron", "link" or "output"; "" is a cell of the drawing
	Layer   string // whose it is
	Tensor  string // which of the layer's tensors is shown; "" for what stands for all of them
	Unit    int
	Time    int    // 1 + that of the sequence, or the position in it, at which it is shown; 0 where it is at none
	From    int    // of a link: the unit where it begins
	Formula string // of a neuron: how it is computed

	// Parameter is the tensor of which the part is an element, the one at Index; ""
	// for a part that has no number of its own. Such elements can be edited and
	// frozen wherever they are drawn.
	Parameter string
	Index     int

	// ComesTo is what the part comes to at the place that is pinned: a neuron its
	// activation, a link its weight times what it reads; nil where no place is.
	ComesTo *float32
}

// An Element is what is known of one parameter: a link's weight or a neuron's
// bias, with its place in the trainer's tensor.
type Element struct {
	Parameter   string // the tensor's name, "" for what has no parameter
	Index       int
	Value       float32
	Gradient    float32
	HasGradient bool // there was a step
	Frozen      bool
	Removed     bool // by L1
	Off         bool // for whoever looks
}

// Element returns an element of a parameter, one without a name if the scene does
// not have it.
func (s *Scene) Element(parameter string, index int) (e Element) {
	values := s.Tensors[parameter].F32
	if parameter == "" || index < 0 || index >= len(values) {
		return Element{}
	}
	e = Element{Parameter: parameter, Index: index, Value: values[index]}
	if g := s.Tensors[parameter+"/gradient"].F32; index < len(g) {
		e.Gradient, e.HasGradient = g[index], true
	}
	_, e.Off = s.offAt(parameter, index)
	if f := s.Tensors[parameter+"/frozen"].U8; index < len(f) {
		e.Frozen = f[index] != 0
	}
	if a := s.Tensors[parameter+"/alive"].U8; index < len(a) {
		e.Removed = a[index] == 0
	}
	return e
}
