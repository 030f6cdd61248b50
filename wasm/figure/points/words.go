package points

import (
	"strconv"
	"strings"

	"nnplay/wasm/paper"
)

// title returns what stands above a column.
func (f *figure) title(column int) string {
	switch {
	case column == 0:
		return f.Words.Text("group.features", "Features")
	case column == len(f.Topology.Layers):
		return f.Words.Text("group.output", "Output")
	}
	return f.Words.Activation(f.Topology.Layers[column-1].Activation)
}

// name returns what a unit is called.
func (f *figure) name(column, index int) string {
	switch {
	case column == 0:
		return f.Topology.Features[index].Symbol
	case column == len(f.Topology.Layers):
		name := f.Words.Text("group.output", "Output")
		if f.output().Units > 1 {
			if f.multiclass() || len(f.Topology.Symbols) > 0 {
				return name + " · " + f.className(index)
			}
			name += " · " + strconv.Itoa(index+1)
		}
		return name
	}
	layer := f.Words.Say("page.layer", "Layer {n}", "n", strconv.Itoa(column))
	return layer + " · " + strconv.Itoa(index+1)
}

// tip returns what is said of a target: its name, and its formula and numbers.
func (f *figure) tip(t target) (name string, lines []string) {
	switch t.kind {
	case "neuron":
		name = f.name(t.column, t.index)
	case "link":
		name = f.name(t.column, t.index) + " → " + f.name(t.column+1, t.to)
	}
	e := f.element(t)
	if e.Parameter == "" {
		return name, f.pinLines(t)
	}
	letter := "w"
	if t.kind == "neuron" {
		letter = "b"
		lines = append(lines, f.formula(t.column))
	}
	value := letter + " = " + paper.Number(e.Value, 3)
	if e.Removed {
		value = letter + " = 0 ×"
	}
	if e.Frozen {
		value += " · " + f.Words.Text("canvas.frozen", "frozen")
	}
	lines = append(lines, value)
	if e.HasGradient {
		lines = append(lines, "∂L/∂"+letter+" = "+paper.Gradient(e.Gradient))
	}
	return name, append(lines, f.pinLines(t)...)
}

// formula returns how a neuron of a column computes its activation.
func (f *figure) formula(column int) string {
	return paper.Formula(&f.Topology.Layers[column-1])
}

// reading returns what the output panel shows at a point of the domain.
func (f *figure) reading(x, y float32) string {
	d := f.Topology.Domain
	fx, fy := (x-d[0])/(d[1]-d[0]), (d[3]-y)/(d[3]-d[2])
	if f.Topology.Inputs == 1 {
		values := []string{}
		for k := range f.output().Units {
			if c := f.curve("output", k); len(c) > 0 {
				values = append(values, f.value(k, c[paper.CellOf(fx, len(c))], 3))
			}
		}
		return f.where(x, y) + " → " + strings.Join(values, ", ")
	}
	where := f.where(x, y)
	levels, side := f.heat("output", 0)
	if levels == nil {
		return where
	}
	at := paper.CellOf(fy, side)*side + paper.CellOf(fx, side)
	if f.multiclass() {
		t := f.Tensors["output/heat"]
		class, _ := likeliest(t.U8, t.Shape[0], at)
		return where + " → " + f.className(class) + " (" + strconv.Itoa(int(float32(t.U8[class*side*side+at])/2.55+0.5)) + "%)"
	}
	v := float32(levels[at])/127.5 - 1
	if f.range01() {
		v = (v + 1) / 2
	}
	if said := f.verdict(v); said != "" {
		return where + " → " + said
	}
	return where + " → " + f.value(0, v, 2)
}

// shape returns the network's sizes, such as "2-4-2-1".
func (f *figure) shape() string {
	var parts []string
	for _, n := range f.units() {
		parts = append(parts, strconv.Itoa(n))
	}
	return strings.Join(parts, "-")
}

// readPanel returns what the panel shows at a point of it: at the place that is
// pinned exactly.
func (f *figure) readPanel(x, y float32) string {
	px, py := f.placeAt(f.axes(), x, y)
	if f.warping() {
		return "(" + paper.Number(px, 2) + ", " + paper.Number(py, 2) + ")"
	}
	if f.nearPin(x, y) {
		return f.answer()
	}
	return f.reading(px, py)
}
