package points

import (
	"slices"
	"strings"

	"nnplay/wasm/paper"
)

// A pin is what the network makes of the place that is pinned.
type pin struct {
	x, y    float32     // in the domain; y is 0 where there is one input
	columns [][]float32 // (units) of each column: what the network reads, and what each layer puts out
}

// notePin notes what is known of the place that is pinned, if one is and all of it
// fits the network.
func (f *figure) notePin() {
	f.pin = nil
	at, _ := f.Values("pin/at", 1)
	if len(at) != f.Topology.Inputs || len(at) == 0 {
		return
	}
	p := &pin{x: at[0]}
	if len(at) > 1 {
		p.y = at[1]
	}
	for c, units := range f.units() {
		values, _ := f.Values("pin/"+f.layer(c), 1)
		if len(values) != units {
			return
		}
		p.columns = append(p.columns, values)
	}
	f.pin = p
}

// product returns what a link adds to the sum of the unit where it ends.
func (f *figure) product(column, from, to int) float32 {
	w, alive := f.weight(column, from, to)
	if !alive {
		return 0
	}
	return w * f.pin.columns[column][from]
}

// comesTo returns what a neuron or a link comes to at the place that is pinned: its
// activation, or its product; nil for other targets, and where nothing is pinned.
func (f *figure) comesTo(t target) *float32 {
	f.notePin() // there may be a snapshot that is not drawn yet
	if f.pin == nil {
		return nil
	}
	var v float32
	switch t.kind {
	case "neuron":
		v = f.pin.columns[t.column][t.index]
	case "link":
		v = f.product(t.column, t.index, t.to)
	default:
		return nil
	}
	return &v
}

// where writes a place of the domain.
func (f *figure) where(x, y float32) string {
	if f.Topology.Inputs == 1 {
		return f.coordinate(0, x)
	}
	return "(" + f.coordinate(0, x) + ", " + f.coordinate(1, y) + ")"
}

// coordinate writes one of a place of the domain.
func (f *figure) coordinate(axis int, v float32) string {
	d := f.Topology.Domain
	if f.dated(axis) {
		return paper.Moment(v, d[2*axis], d[2*axis+1])
	}
	return paper.Number(v, 2)
}

// place writes the one that is pinned.
func (f *figure) place() string { return f.where(f.pin.x, f.pin.y) }

// answer says what the network answers at the place that is pinned.
func (f *figure) answer() string {
	out := f.pin.columns[len(f.pin.columns)-1]
	if !f.multiclass() {
		if said := f.verdict(out[0]); said != "" {
			return f.place() + " → " + said
		}
		values := make([]string, len(out))
		for k, v := range out {
			values[k] = f.value(k, v, 3)
		}
		return f.place() + " → " + strings.Join(values, ", ")
	}
	class := 0
	for k, v := range out {
		if v > out[class] {
			class = k
		}
	}
	sure := paper.Number(out[class], 3)
	if f.range01() {
		sure = paper.Number(100*out[class], 0) + "%"
	}
	return f.place() + " → " + f.className(class) + " (" + sure + ")"
}

// pinLines are the lines that a tip of a neuron or a link has more while a place is
// pinned.
func (f *figure) pinLines(t target) []string {
	f.notePin() // as in comesTo
	if f.pin == nil {
		return nil
	}
	const digits = 3
	switch t.kind {
	case "neuron":
		v := paper.Number(f.pin.columns[t.column][t.index], digits)
		if t.column == 0 {
			return []string{f.Words.Say("canvas.pin.read", "the network reads {value}", "value", v) + " · " + f.place()}
		}
		lines := []string{"a = " + v + " · " + f.place()}
		if c := f.card(t); c != nil {
			lines = slices.Insert(lines, 0, c.Name+" = "+paper.Number(c.Sum, digits))
		}
		return lines
	case "link":
		product := paper.Number(f.product(t.column, t.index, t.to), digits)
		w, alive := f.weight(t.column, t.index, t.to)
		if !alive {
			return []string{"w·a = " + product}
		}
		return []string{"w·a = " + paper.Number(w, digits) + " × " + paper.Number(f.pin.columns[t.column][t.index], digits) + " = " + product}
	}
	return nil
}
