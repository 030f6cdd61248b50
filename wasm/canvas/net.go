package main

// A net is a network of dense layers within a figure: columns of tiles, the
// inputs first.
type net struct {
	prefix  string   // of its tensors
	layers  []string // tensors of the columns but the first
	units   []int    // of each column
	inputs  []string // what they are called
	outputs []string
	box     rect
	most    int // files of a column
}

// netOf returns the network whose layers' names begin with a prefix.
func (k *kit) netOf(prefix string, box rect, inputs, outputs []string) *net {
	n := &net{prefix: prefix, units: []int{len(inputs)}, inputs: inputs, outputs: outputs, box: box}
	for _, l := range k.topology.Layers {
		if len(l.Name) > len(prefix) && l.Name[:len(prefix)] == prefix {
			n.units, n.layers = append(n.units, l.Units), append(n.layers, l.Name)
		}
	}
	for n.most = mostFiles; n.most > 1; n.most-- { // links want room too
		var all float32
		for c := range n.units {
			all += n.breadth(c)
		}
		if all < 0.75*n.box.w {
			break
		}
	}
	return n
}

// Sizes of tiles.
const (
	mostTile  = 20
	leastTile = 4 // smaller ones are dots
	tileGap   = 1.5
	mostFiles = 3 // a column of many neurons stands in so many files
)

// files returns the size of a column's tiles, the distance of their middles, and
// in how many files they stand, so that they are not too small.
func (n *net) files(column int) (side, pitch float32, files int) {
	pitch = min(mostTile+4, n.box.h/float32(max(n.units[column], 1)))
	files = min(int(clamp((mostTile-4)/pitch+0.99, 1, mostFiles)), n.most)
	return clamp(float32(files)*pitch-tileGap, 1.5, mostTile), pitch, files
}

// breadth returns the width of a column.
func (n *net) breadth(column int) float32 {
	side, _, files := n.files(column)
	return float32(files)*(side+tileGap) - tileGap
}

// tile returns where a neuron is.
func (n *net) tile(column, i int) rect {
	side, pitch, files := n.files(column)
	last := len(n.units) - 1
	left, right := n.box.x+n.breadth(0)/2, n.box.x+n.box.w-n.breadth(last)/2
	x := left + (right-left)*float32(column)/float32(max(last, 1))
	x += (float32(i%files) - float32(files-1)/2) * (side + tileGap)
	y := n.box.y + n.box.h/2 + (float32(i)-float32(n.units[column]-1)/2)*pitch
	return rect{x - side/2, y - side/2, side, side}
}

// link returns where the link from neuron i of a column to neuron j of the next
// one begins and ends.
func (n *net) link(column, i, j int) [][2]float32 {
	from, to := n.tile(column, i), n.tile(column+1, j)
	return [][2]float32{{from.x + from.w, from.y + from.h/2}, {to.x, to.y + to.h/2}}
}

// column returns the area of a column.
func (n *net) column(c int) rect {
	side, _, files := n.files(c)
	first, last := n.tile(c, 0), n.tile(c, n.units[c]-1)
	left := first.x
	if n.units[c] < files {
		files = n.units[c]
	}
	return rect{left, first.y, float32(files)*(side+tileGap) - tileGap, last.y + last.h - first.y}
}

// linksOf returns the tensor of what leaves a column, (in, out), or nil.
func (k *kit) linksOf(n *net, column int, suffix string) []float32 {
	v, shape := k.values(n.layers[column]+"/weight"+suffix, 2)
	if v == nil || shape[0] != n.units[column] || shape[1] != n.units[column+1] {
		return nil
	}
	return v
}

// Numbers of links.
const (
	shownLinks = 150 // from column to column, the strongest
	livelyOnes = 14  // of which marks run along so many
)

// drawNet draws a network: links as wide as their weights are large, and each
// neuron as the picture of what it makes of its inputs.
func (k *kit) drawNet(d *drawing, n *net) {
	for c := range n.layers {
		w := k.linksOf(n, c, "")
		strongest(w, shownLinks, func(at int, size float32) {
			path := n.link(c, at/n.units[c+1], at%n.units[c+1])
			d.segment(path[0][0], path[0][1], path[1][0], path[1][1], 0.4+1.8*size, k.link(w[at]*size/max(abs(w[at]), 1e-9)))
		})
	}
	for c := range n.units {
		for i := range n.units[c] {
			k.drawTile(d, n, c, i)
		}
	}
	for i, name := range n.inputs {
		t := n.tile(0, i)
		d.label(name, t.x-5, t.y+t.h/2, 12, 1, k.muted)
	}
	last := len(n.units) - 1
	for i, name := range n.outputs {
		t := n.tile(last, min(i, n.units[last]-1))
		d.label(name, t.x+t.w+5, t.y+t.h/2, 12, 0, k.muted)
	}
}

// strongest calls f for about so many of the values that are largest in size, with
// the size as a part of the largest one.
func strongest(values []float32, most int, f func(at int, size float32)) {
	var all census
	var largest float32
	for _, v := range values {
		if v-v == 0 && v != 0 {
			all.add(v)
			largest = max(largest, abs(v))
		}
	}
	admits := all.admits(most)
	for i, v := range values {
		if v-v == 0 && v != 0 && admits(v) {
			f(i, abs(v)/largest)
		}
	}
}

// drawTile draws a neuron.
func (k *kit) drawTile(d *drawing, n *net, column, i int) {
	t := n.tile(column, i)
	if column == 0 {
		d.pictures = append(d.pictures, picture{box: t, rows: rampSide, cols: rampSide, levels: inputRamps[min(i, 2)], table: &k.levels, smooth: true})
		return
	}
	levels, rows, cols := k.tileOf(n.layers[column-1], i)
	switch {
	case levels != nil && t.w >= leastTile:
		d.pictures = append(d.pictures, picture{box: t, rows: rows, cols: cols, levels: levels, table: &k.levels, smooth: rows > 1})
	default:
		color := k.muted
		if b, shape := k.values(n.layers[column-1]+"/bias", 1); b != nil && i < shape[0] {
			color = k.mark(b[i] * 2)
		}
		x, y := t.center()
		d.dot(x, y, t.w/2, 12, color)
	}
}

// tileOf returns the picture of a layer's neuron, or nil.
func (k *kit) tileOf(layer string, i int) (levels []uint8, rows, cols int) {
	t := k.tensors[layer+"/tiles"]
	if len(t.Shape) != 3 || i >= t.Shape[0] || t.U8 == nil {
		return nil, 0, 0
	}
	size := t.Shape[1] * t.Shape[2]
	return t.U8[i*size : (i+1)*size], t.Shape[1], t.Shape[2]
}

// rampSide is the cells a side of the pictures of inputs.
const rampSide = 8

// inputRamps are the pictures of the inputs: the first grows to the right, the
// second upwards, the third, time, is even.
var inputRamps = func() (all [3][]uint8) {
	for row := range rampSide {
		for col := range rampSide {
			all[0] = append(all[0], uint8(col*255/(rampSide-1)))
			all[1] = append(all[1], uint8(255-row*255/(rampSide-1)))
			all[2] = append(all[2], uint8((row+col)*255/(2*rampSide-2)))
		}
	}
	return all
}()

// runMarks lets marks run along the strongest links of a network: forward along
// weights, back along gradients or, where there are none, weights too.
func (k *kit) runMarks(d *drawing, n *net, back bool) {
	for c := range n.layers {
		v := k.linksOf(n, c, "")
		if g := k.linksOf(n, c, "/gradient"); back && g != nil {
			v = g
		}
		strongest(v, livelyOnes, func(at int, size float32) {
			path := n.link(c, at/n.units[c+1], at%n.units[c+1])
			d.stream(path, back, k.flowColor(back).alpha(0.45+0.55*size))
		})
	}
}

// flowColor is that of marks that run along lines.
func (k *kit) flowColor(back bool) color {
	if back {
		return classColors[5]
	}
	return k.ink
}
