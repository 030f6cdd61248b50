package paper

// linksOf returns the tensor of what leaves a column, (in, out), or nil.
func (k *Kit) linksOf(n *Net, column int, suffix string) []float32 {
	v, shape := k.Values(n.Layers[column]+"/weight"+suffix, 2)
	if v == nil || shape[0] != n.Units[column] || shape[1] != n.Units[column+1] {
		return nil
	}
	return v
}

// link returns where the link from a place of a column to one of the next begins and
// ends.
func (n *Net) link(column, from, to int) [][2]float32 {
	a, b := n.Tile(column, from), n.Tile(column+1, to)
	return [][2]float32{{a.X + a.W, a.Y + a.H/2}, {b.X, b.Y + b.H/2}}
}

// eachLink calls f for the links that leave a column between units that are shown,
// with their places and which element of the weights they are.
func (n *Net) eachLink(c int, f func(from, to, at int)) {
	for a, i := range n.shown[c] {
		for b, j := range n.shown[c+1] {
			f(a, b, i*n.Units[c+1]+j)
		}
	}
}

// chooseLinks notes which links are drawn: all, unless there are many; then the strong
// ones, and those of a neuron that is pointed at.
func (k *Kit) chooseLinks(n *Net) {
	total := 0
	for c := range n.Layers {
		total += n.Units[c] * n.Units[c+1]
	}
	if total <= ManyLinks {
		return
	}
	for c := range n.Layers {
		var sizes []float32
		w := k.linksOf(n, c, "")
		n.eachLink(c, func(_, _, at int) {
			if w != nil {
				sizes = append(sizes, Abs(w[at]))
			}
		})
		drawn := Strongest(sizes)
		if w != nil {
			n.eachLink(c, func(from, to, _ int) {
				if k.Pointed == n.neuron(c, n.shown[c][from]) || k.Pointed == n.neuron(c+1, n.shown[c+1][to]) {
					drawn[from*len(n.shown[c+1])+to] = true
				}
			})
		}
		n.drawn = append(n.drawn, drawn)
	}
}

// draws tells whether the link between two places is drawn.
func (n *Net) draws(c, from, to int) bool {
	return n.drawn == nil || n.drawn[c][from*len(n.shown[c+1])+to]
}

// A netLink is a link that is drawn: its places, its value and how large that is,
// as a part of the largest one.
type netLink struct {
	from, to    int
	value, size float32
}

// drawnLinks returns those of a column's links that are drawn and that have a value
// which is not 0.
func (n *Net) drawnLinks(c int, values []float32) (links []netLink) {
	if values == nil {
		return nil
	}
	var largest float32
	n.eachLink(c, func(from, to, at int) {
		if v := values[at]; v-v == 0 && v != 0 {
			largest = max(largest, Abs(v))
			if n.draws(c, from, to) {
				links = append(links, netLink{from, to, v, Abs(v)})
			}
		}
	})
	for i := range links {
		links[i].size /= largest
	}
	return links
}

func (k *Kit) drawLinks(d *Drawing, n *Net) {
	for c := range n.Layers {
		for _, l := range n.drawnLinks(c, k.linksOf(n, c, "")) {
			path := n.link(c, l.from, l.to)
			d.Under.Segment(path[0][0], path[0][1], path[1][0], path[1][1], 0.4+2.2*l.size, k.Link(l.value*l.size/max(Abs(l.value), 1e-9)))
		}
	}
}

// livelyOnes is along how many links, from column to column, marks run.
const livelyOnes = 14

// RunMarks lets marks run along the strongest links of a network: forward along
// weights, back along gradients or, where there are none, weights too.
func (k *Kit) RunMarks(d *Drawing, n *Net, back bool) {
	for c := range n.Layers {
		v := k.linksOf(n, c, "")
		if g := k.linksOf(n, c, "/gradient"); back && g != nil {
			v = g
		}
		links := n.drawnLinks(c, v)
		sizes := make([]float32, len(links))
		for i := range links {
			sizes[i] = links[i].size
		}
		for _, i := range Descending(sizes)[:min(livelyOnes, len(links))] {
			l := &links[i]
			d.Stream(n.link(c, l.from, l.to), back, k.FlowColor(back).Alpha(0.45+0.55*l.size))
		}
	}
}

// FlowColor is that of marks that run along lines.
func (k *Kit) FlowColor(back bool) Color {
	if back {
		return ClassColors[5]
	}
	return k.Ink
}
