package paper

import (
	"slices"
	"strconv"

	"nnplay/wasm/wire"
)

// AskNet lets the reader ask neurons and links for their numbers. what says what
// passes a neuron on the way back, where there is more to say than its gradient.
func (k *Kit) AskNet(d *Drawing, n *Net, title string, what func(layer string, i int) []string) {
	for c := range n.Units {
		d.Spots = append(d.Spots, Spot{
			Box: n.column(c), Rows: len(n.shown[c]),
			Cell:  func(row, _ int) Rectangle { return n.Tile(c, row) },
			At:    func(x, y float32) (row, col int, ok bool) { return n.under(c, x, y) },
			Key:   n.layer(c),
			Card:  func(row, _ int) *Card { return k.neuronCard(n, c, n.shown[c][row]) },
			Tip:   func(row, _ int) (string, []string) { return k.neuronTip(n, title, c, n.shown[c][row], what) },
			Part:  func(row, _ int) Part { return k.partOf(n, c, n.shown[c][row]) },
			Shows: func(row, _ int) string { return n.neuron(c, n.shown[c][row]) },
		})
		n.stand(d, c)
		if place, rest := n.more(c); rest > 0 {
			name := title + ", " + k.Words.Say("page.layer", "Layer {n}", "n", strconv.Itoa(c))
			d.Spots = append(d.Spots, k.MoreSpot(k.MoreBox(place, rest), n.layer(c), name, n.Units[c], len(n.slots[c])-1, len(n.shown[c])))
		}
		if c == len(n.Layers) {
			break
		}
		k.askLinks(d, n, title, c)
	}
}

// stand makes the neurons of a column stand for what is a part of them, and the tile
// for the others for those that are not shown.
func (n *Net) stand(d *Drawing, c int) {
	at := func(unit int) (Rectangle, bool) {
		if place := slices.Index(n.shown[c], unit); place >= 0 {
			return n.Tile(c, place), true
		}
		place, rest := n.more(c)
		return place, rest > 0
	}
	names := []string{n.layer(c)}
	if c == 0 {
		names = n.Reads
	} else if c == len(n.Layers) {
		names = append(names, n.Makes...)
	}
	for _, name := range names {
		d.StandUnits(name, n.Units[c], at)
	}
}

// under returns the neuron of a column under a point.
func (n *Net) under(c int, x, y float32) (row, col int, ok bool) {
	for i := range n.shown[c] {
		if n.Tile(c, i).Grown(1).Contains(x, y) {
			return i, 0, true
		}
	}
	return 0, 0, false
}

// part returns what of the network a neuron is.
func (k *Kit) partOf(n *Net, column, i int) Part {
	if column == 0 {
		p := Part{Kind: "neuron", Layer: "features", Unit: i}
		if len(n.Reads) > 0 {
			p.Tensor = n.Reads[0]
		}
		return p
	}
	layer := n.Layers[column-1]
	p := Part{Kind: "neuron", Layer: layer, Unit: i, Parameter: layer + "/bias", Index: i}
	if l := k.LayerOf(layer); l != nil && l.Activation != "" {
		p.Formula = Formula(l)
	}
	return p
}

// neuron is what a neuron is called when the figure shows more of it.
func (n *Net) neuron(column, i int) string {
	return n.layer(column) + " " + strconv.Itoa(i)
}

func (k *Kit) neuronTip(n *Net, title string, column, i int, what func(layer string, i int) []string) (string, []string) {
	if column == 0 {
		return title + ", " + k.Words.Text("canvas.input", "Input") + " " + n.name(0, i), nil
	}
	layer := n.Layers[column-1]
	var lines []string
	if span, shape := k.Values(layer+"/span", 2); span != nil && i < shape[0] {
		lines = append(lines, k.Words.Text("canvas.output", "output")+": "+Number(span[2*i], 3)+" … "+Number(span[2*i+1], 3))
	}
	if b, shape := k.Values(layer+"/bias", 1); b != nil && i < shape[0] {
		lines = append(lines, k.Words.Text("canvas.bias", "bias")+": "+Number(b[i], 4))
	}
	if g, shape := k.Values(layer+"/bias/gradient", 1); g != nil && i < shape[0] {
		lines = append(lines, k.Words.Text("canvas.gradient", "gradient")+": "+Gradient(g[i]))
	}
	if what != nil {
		lines = append(lines, what(layer, i)...)
	}
	name := n.name(column, i)
	if column < len(n.Layers) {
		name = k.Words.Text("canvas.unit", "Unit") + " " + name
	}
	return title + ", " + name, lines
}

// name is what a neuron is called in sums and links: an input or an output by its name,
// others by column and number.
func (n *Net) name(column, i int) string {
	var names []string
	switch column {
	case 0:
		names = n.Inputs
	case len(n.Layers):
		names = n.Outputs
	}
	if i < len(names) && names[i] != "" {
		return names[i]
	}
	return strconv.Itoa(column) + "." + strconv.Itoa(i+1)
}

// neuronCard tells by which weights a neuron reads the column before; what that says is
// another number at each place. It is nil of an input.
func (k *Kit) neuronCard(n *Net, column, i int) *Card {
	if column == 0 {
		return nil
	}
	layer := n.Layers[column-1]
	return k.Dense(layer, nil, i, func(from int) string { return n.name(column-1, from) })
}

// reach is how far from a link it can still be asked.
const reach = 6

func (k *Kit) askLinks(d *Drawing, n *Net, title string, c int) {
	w := k.linksOf(n, c, "")
	if w == nil {
		return
	}
	g := k.linksOf(n, c, "/gradient")
	ins, outs := n.shown[c], n.shown[c+1]
	element := func(row, col int) int { return ins[row]*n.Units[c+1] + outs[col] }
	from, to := n.column(c), n.column(c+1)
	top, bottom := min(from.Y, to.Y), max(from.Y+from.H, to.Y+to.H)
	d.Spots = append(d.Spots, Spot{
		Box:  Rect(from.X+from.W, top, to.X-from.X-from.W, bottom-top),
		Rows: len(ins), Cols: len(outs),
		At:   func(x, y float32) (row, col int, ok bool) { return n.nearest(c, w, x, y) },
		Path: func(row, col int) [][2]float32 { return n.link(c, row, col) },
		Part: func(row, col int) Part {
			return Part{Kind: "link", Layer: n.Layers[c], From: ins[row], Unit: outs[col], Parameter: n.Layers[c] + "/weight", Index: element(row, col)}
		},
		Tip: func(row, col int) (string, []string) {
			at := element(row, col)
			row, col = ins[row], outs[col]
			lines := []string{k.Words.Text("canvas.weight", "weight") + ": " + Number(w[at], 4)}
			if g != nil {
				lines = append(lines, k.Words.Text("canvas.gradient", "gradient")+": "+Gradient(g[at]))
			}
			return title + ", " + n.name(c, row) + " → " + n.name(c+1, col), lines
		},
	})
}

// nearest returns the link nearest to a point, of those that are near the
// heavier one.
func (n *Net) nearest(c int, w []float32, x, y float32) (row, col int, ok bool) {
	best := float32(reach)
	n.eachLink(c, func(i, j, at int) {
		if n.draws(c, i, j) {
			path := n.link(c, i, j)
			x0, y0, x1, y1 := path[0][0], path[0][1], path[1][0], path[1][1]
			t := Clamp((x-x0)/(x1-x0), 0, 1)
			if away := Abs(y-y0-(y1-y0)*t) - min(Abs(w[at]), 2); away < best {
				best, row, col, ok = away, i, j, true
			}
		}
	})
	return row, col, ok
}

// Formula says how a neuron of a layer computes its activation.
func Formula(l *wire.Layer) string {
	sum := "Σ w·a + b"
	if l.Norm != "" && l.Norm != "none" {
		sum = "norm(" + sum + ")"
	}
	switch {
	case l.Formula != "":
		return "a = " + l.Formula + ",  z = " + sum
	case l.Activation == "softmax":
		return "a = exp(z) / Σ exp(z),  z = " + sum
	}
	return "a = " + l.Activation + "(" + sum + ")"
}
