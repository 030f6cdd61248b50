package main

import "strconv"

// askNet lets the reader ask neurons and links for their numbers. what says what
// passes a neuron on the way back, where there is more to say than its gradient.
func (k *kit) askNet(d *drawing, n *net, title string, what func(layer string, i int) []string) {
	for c := range n.units {
		d.spots = append(d.spots, spot{
			box: n.column(c), rows: n.units[c],
			cell:  func(row, _ int) rect { return n.tile(c, row) },
			at:    func(x, y float32) (row, col int, ok bool) { return n.under(c, x, y) },
			tip:   func(row, _ int) (string, []string) { return k.neuronTip(n, title, c, row, what) },
			shows: func(row, _ int) string { return n.neuron(c, row) },
		})
		if c == len(n.layers) {
			break
		}
		k.askLinks(d, n, title, c)
	}
}

// under returns the neuron of a column under a point.
func (n *net) under(c int, x, y float32) (row, col int, ok bool) {
	for i := range n.units[c] {
		if n.tile(c, i).grown(1).contains(x, y) {
			return i, 0, true
		}
	}
	return 0, 0, false
}

// neuron is what a neuron is called when the figure shows more of it.
func (n *net) neuron(column, i int) string {
	if column == 0 {
		return ""
	}
	return n.layers[column-1] + " " + strconv.Itoa(i)
}

func (k *kit) neuronTip(n *net, title string, column, i int, what func(layer string, i int) []string) (string, []string) {
	if column == 0 {
		return title + ", " + k.words.text("canvas.input", "Input") + " " + n.inputs[min(i, len(n.inputs)-1)], nil
	}
	layer := n.layers[column-1]
	var lines []string
	if span, shape := k.values(layer+"/span", 2); span != nil && i < shape[0] {
		lines = append(lines, k.words.text("canvas.output", "output")+": "+number(span[2*i], 3)+" … "+number(span[2*i+1], 3))
	}
	if b, shape := k.values(layer+"/bias", 1); b != nil && i < shape[0] {
		lines = append(lines, k.words.text("canvas.bias", "bias")+": "+number(b[i], 4))
	}
	if g, shape := k.values(layer+"/bias/gradient", 1); g != nil && i < shape[0] {
		lines = append(lines, k.words.text("canvas.gradient", "gradient")+": "+gradient(g[i]))
	}
	if what != nil {
		lines = append(lines, what(layer, i)...)
	}
	name := k.words.text("canvas.unit", "Unit") + " " + strconv.Itoa(column) + "." + strconv.Itoa(i+1)
	if column == len(n.layers) {
		name = n.outputs[min(i, len(n.outputs)-1)]
	}
	return title + ", " + name, lines
}

// reach is how far from a link it can still be asked.
const reach = 6

func (k *kit) askLinks(d *drawing, n *net, title string, c int) {
	w := k.linksOf(n, c, "")
	if w == nil {
		return
	}
	g := k.linksOf(n, c, "/gradient")
	ins, outs := n.units[c], n.units[c+1]
	from, to := n.column(c), n.column(c+1)
	top, bottom := min(from.y, to.y), max(from.y+from.h, to.y+to.h)
	d.spots = append(d.spots, spot{
		box:  rect{from.x + from.w, top, to.x - from.x - from.w, bottom - top},
		rows: ins, cols: outs,
		at:   func(x, y float32) (row, col int, ok bool) { return n.nearest(c, w, x, y) },
		path: func(row, col int) [][2]float32 { return n.link(c, row, col) },
		tip: func(row, col int) (string, []string) {
			at := row*outs + col
			lines := []string{k.words.text("canvas.weight", "weight") + ": " + number(w[at], 4)}
			if g != nil {
				lines = append(lines, k.words.text("canvas.gradient", "gradient")+": "+gradient(g[at]))
			}
			a, b := n.inputs[min(row, len(n.inputs)-1)], strconv.Itoa(c+1)+"."+strconv.Itoa(col+1)
			if c > 0 {
				a = strconv.Itoa(c) + "." + strconv.Itoa(row+1)
			}
			if c+1 == len(n.layers) {
				b = n.outputs[min(col, len(n.outputs)-1)]
			}
			return title + ", " + a + " → " + b, lines
		},
	})
}

// nearest returns the link nearest to a point, of those that are near the
// heavier one.
func (n *net) nearest(c int, w []float32, x, y float32) (row, col int, ok bool) {
	best := float32(reach)
	for i := range n.units[c] {
		for j := range n.units[c+1] {
			path := n.link(c, i, j)
			x0, y0, x1, y1 := path[0][0], path[0][1], path[1][0], path[1][1]
			t := clamp((x-x0)/(x1-x0), 0, 1)
			if away := abs(y-y0-(y1-y0)*t) - min(abs(w[i*n.units[c+1]+j]), 2); away < best {
				best, row, col, ok = away, i, j, true
			}
		}
	}
	return row, col, ok
}
