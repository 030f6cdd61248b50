package paper

// A lamp is a Lit where it is drawn, or where something stands for it.
type lamp struct {
	Lit
	spot   int // whose cell it is; -1 of what stands for it
	box    Rectangle
	around Rectangle    // what is seen of the drawing there
	path   [][2]float32 // of a link
}

// fine is the side below which a cell has no room for its number.
const fine = 14

// small says whether there is no room for a number.
func (l *lamp) small() bool { return l.path == nil && min(l.box.W, l.box.H) < fine }

// lamps returns where numbers are drawn, each place once: for what says most of it.
func (d *Drawing) lamps(lit []Lit) (lamps []lamp) {
	places := map[Rectangle]int{}
	add := func(l lamp) {
		if at, ok := places[l.box]; ok && l.path == nil {
			if l.As < lamps[at].As {
				lamps[at] = l
			}
			return
		}
		if l.path == nil {
			places[l.box] = len(lamps)
		}
		lamps = append(lamps, l)
	}
	found := d.shown(lit, add)
	for i := range lit {
		if found[i] || lit[i].As == LitOther {
			continue
		}
		for _, stand := range d.Stands {
			if box, ok := stand(&lit[i]); ok {
				add(lamp{Lit: lit[i], spot: -1, box: box, around: box.Grown(4)})
				break
			}
		}
	}
	return lamps
}

// shown adds a lamp for each cell of the drawing that shows a number, and returns which
// of them there are.
func (d *Drawing) shown(lit []Lit, add func(lamp)) (found []bool) {
	index := litIndex(lit)
	found = make([]bool, len(lit))
	for i := range d.Spots {
		s := &d.Spots[i]
		if s.Part == nil {
			continue
		}
		for row := range max(s.Rows, 1) {
			for col := range max(s.Cols, 1) {
				p := s.Part(row, col)
				if p.Kind == "output" && row+col > 0 { // the whole spot is
					continue
				}
				at := index.find(lit, &p, found)
				if at < 0 {
					continue
				}
				add(s.lamp(lit[at], i, row, col, &p))
			}
		}
	}
	return found
}

// lamp returns that of a cell. A small one is seen within its picture.
func (s *Spot) lamp(l Lit, spot, row, col int, p *Part) lamp {
	made := lamp{Lit: l, spot: spot, box: s.Box}
	if p.Kind != "output" {
		made.box = s.CellBox(row, col)
	}
	if s.Path != nil {
		made.path = s.Path(row, col)
	}
	made.around = made.box.Grown(4)
	if s.Cell == nil && made.small() {
		made.around = s.Box.Grown(4)
	}
	return made
}

// A litKey is how a part names what takes part.
type litKey struct {
	name    string // of a parameter, a tensor or a layer
	element int
}

// litIndexes finds what takes part by its names.
type litIndexes struct{ parameters, tensors, layers map[litKey][]int }

func litIndex(lit []Lit) litIndexes {
	x := litIndexes{map[litKey][]int{}, map[litKey][]int{}, map[litKey][]int{}}
	for i, l := range lit {
		if l.Parameter != "" {
			x.parameters[litKey{l.Parameter, l.Element}] = append(x.parameters[litKey{l.Parameter, l.Element}], i)
			continue
		}
		x.tensors[litKey{l.Tensor, l.Element}] = append(x.tensors[litKey{l.Tensor, l.Element}], i)
		x.layers[litKey{l.Layer, l.Element}] = append(x.layers[litKey{l.Layer, l.Element}], i)
	}
	return x
}

// find notes which of what takes part a part shows, and returns that which says most,
// -1 for none. A neuron shows its bias where it is that which is told of.
func (x *litIndexes) find(lit []Lit, p *Part, found []bool) (best int) {
	best = -1
	try := func(list []int, may func(l *Lit) bool) {
		for _, i := range list {
			if !may(&lit[i]) {
				continue
			}
			found[i] = true
			if best < 0 || lit[i].As < lit[best].As {
				best = i
			}
		}
	}
	if p.Parameter != "" {
		try(x.parameters[litKey{p.Parameter, p.Index}], func(l *Lit) bool { return p.Kind != "neuron" || l.As == LitResult })
	}
	timed := func(l *Lit) bool { return l.Time == p.Time || l.Time == 0 || p.Time == 0 }
	switch {
	case p.Kind == "output":
		try(x.layers[litKey{"output", 0}], timed)
	case p.Kind == "link":
	case p.Tensor != "":
		try(x.tensors[litKey{p.Tensor, p.Unit}], timed)
	case p.Layer != "":
		try(x.layers[litKey{p.Layer, p.Unit}], timed)
	}
	return best
}
