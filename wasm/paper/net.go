package paper

// A Net is a network of dense layers within a figure: columns of tiles, the
// inputs first.
type Net struct {
	Prefix  string   // of its tensors
	Layers  []string // tensors of the columns but the first
	Units   []int    // of each column
	Inputs  []string // what they are called
	Outputs []string
	Box     Rectangle
	Most    int // files of a column
}

// NetOf returns the network whose layers' names begin with a prefix.
func (k *Kit) NetOf(prefix string, box Rectangle, inputs, outputs []string) *Net {
	n := &Net{Prefix: prefix, Units: []int{len(inputs)}, Inputs: inputs, Outputs: outputs, Box: box}
	for _, l := range k.Topology.Layers {
		if len(l.Name) > len(prefix) && l.Name[:len(prefix)] == prefix {
			n.Units, n.Layers = append(n.Units, l.Units), append(n.Layers, l.Name)
		}
	}
	for n.Most = mostFiles; n.Most > 1; n.Most-- { // links want room too
		var all float32
		for c := range n.Units {
			all += n.breadth(c)
		}
		if all < 0.75*n.Box.W {
			break
		}
	}
	return n
}

// NetNeeds lists what networks are drawn from whose layers' names fit a pattern.
func NetNeeds(pattern string) []Need {
	return []Need{
		{Name: pattern + "/weight", Rank: 2}, {Name: pattern + "/weight/gradient", Rank: 2, Optional: true},
		{Name: pattern + "/bias", Rank: 1}, {Name: pattern + "/bias/gradient", Rank: 1, Optional: true},
		{Name: pattern + "/tiles", Rank: 3, Levels: true}, {Name: pattern + "/span", Rank: 2},
	}
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
func (n *Net) files(column int) (side, pitch float32, files int) {
	pitch = min(mostTile+4, n.Box.H/float32(max(n.Units[column], 1)))
	files = min(int(Clamp((mostTile-4)/pitch+0.99, 1, mostFiles)), n.Most)
	return Clamp(float32(files)*pitch-tileGap, 1.5, mostTile), pitch, files
}

// breadth returns the width of a column.
func (n *Net) breadth(column int) float32 {
	side, _, files := n.files(column)
	return float32(files)*(side+tileGap) - tileGap
}

// Tile returns where a neuron is.
func (n *Net) Tile(column, i int) Rectangle {
	side, pitch, files := n.files(column)
	last := len(n.Units) - 1
	left, right := n.Box.X+n.breadth(0)/2, n.Box.X+n.Box.W-n.breadth(last)/2
	x := left + (right-left)*float32(column)/float32(max(last, 1))
	x += (float32(i%files) - float32(files-1)/2) * (side + tileGap)
	y := n.Box.Y + n.Box.H/2 + (float32(i)-float32(n.Units[column]-1)/2)*pitch
	return Rect(x-side/2, y-side/2, side, side)
}

// link returns where the link from neuron i of a column to neuron j of the next
// one begins and ends.
func (n *Net) link(column, i, j int) [][2]float32 {
	from, to := n.Tile(column, i), n.Tile(column+1, j)
	return [][2]float32{{from.X + from.W, from.Y + from.H/2}, {to.X, to.Y + to.H/2}}
}

// column returns the area of a column.
func (n *Net) column(c int) Rectangle {
	side, _, files := n.files(c)
	first, last := n.Tile(c, 0), n.Tile(c, n.Units[c]-1)
	left := first.X
	if n.Units[c] < files {
		files = n.Units[c]
	}
	return Rect(left, first.Y, float32(files)*(side+tileGap)-tileGap, last.Y+last.H-first.Y)
}

// linksOf returns the tensor of what leaves a column, (in, out), or nil.
func (k *Kit) linksOf(n *Net, column int, suffix string) []float32 {
	v, shape := k.Values(n.Layers[column]+"/weight"+suffix, 2)
	if v == nil || shape[0] != n.Units[column] || shape[1] != n.Units[column+1] {
		return nil
	}
	return v
}

// Numbers of links.
const (
	shownLinks = 150 // from column to column, the strongest
	livelyOnes = 14  // of which marks run along so many
)

// DrawNet draws a network: links as wide as their weights are large, and each
// neuron as the picture of what it makes of its inputs.
func (k *Kit) DrawNet(d *Drawing, n *Net) {
	for c := range n.Layers {
		w := k.linksOf(n, c, "")
		strongest(w, shownLinks, func(at int, size float32) {
			path := n.link(c, at/n.Units[c+1], at%n.Units[c+1])
			d.Under.Segment(path[0][0], path[0][1], path[1][0], path[1][1], 0.4+1.8*size, k.Link(w[at]*size/max(Abs(w[at]), 1e-9)))
		})
	}
	for c := range n.Units {
		for i := range n.Units[c] {
			k.drawTile(d, n, c, i)
		}
	}
	for i, name := range n.Inputs {
		t := n.Tile(0, i)
		d.Label(name, t.X-5, t.Y+t.H/2, 12, 1, k.Muted)
	}
	last := len(n.Units) - 1
	for i, name := range n.Outputs {
		t := n.Tile(last, min(i, n.Units[last]-1))
		d.Label(name, t.X+t.W+5, t.Y+t.H/2, 12, 0, k.Muted)
	}
}

// strongest calls f for about so many of the values that are largest in size, with
// the size as a part of the largest one.
func strongest(values []float32, most int, f func(at int, size float32)) {
	var all Census
	var largest float32
	for _, v := range values {
		if v-v == 0 && v != 0 {
			all.Add(v)
			largest = max(largest, Abs(v))
		}
	}
	admits := all.Admits(most)
	for i, v := range values {
		if v-v == 0 && v != 0 && admits(v) {
			f(i, Abs(v)/largest)
		}
	}
}

// drawTile draws a neuron.
func (k *Kit) drawTile(d *Drawing, n *Net, column, i int) {
	t := n.Tile(column, i)
	if column == 0 {
		d.Pictures = append(d.Pictures, Picture{Box: t, Rows: rampSide, Cols: rampSide, Levels: inputRamps[min(i, 2)], Table: &k.Levels, Smooth: true})
		return
	}
	levels, rows, cols := k.TileOf(n.Layers[column-1], i)
	switch {
	case levels != nil && t.W >= leastTile:
		d.Pictures = append(d.Pictures, Picture{Box: t, Rows: rows, Cols: cols, Levels: levels, Table: &k.Levels, Smooth: rows > 1})
	default:
		color := k.Muted
		if b, shape := k.Values(n.Layers[column-1]+"/bias", 1); b != nil && i < shape[0] {
			color = k.Mark(b[i] * 2)
		}
		x, y := t.Center()
		d.Over.Dot(x, y, t.W/2, 12, color)
	}
}

// TileOf returns the picture of a layer's neuron, or nil.
func (k *Kit) TileOf(layer string, i int) (levels []uint8, rows, cols int) {
	t := k.Tensors[layer+"/tiles"]
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

// RunMarks lets marks run along the strongest links of a network: forward along
// weights, back along gradients or, where there are none, weights too.
func (k *Kit) RunMarks(d *Drawing, n *Net, back bool) {
	for c := range n.Layers {
		v := k.linksOf(n, c, "")
		if g := k.linksOf(n, c, "/gradient"); back && g != nil {
			v = g
		}
		strongest(v, livelyOnes, func(at int, size float32) {
			path := n.link(c, at/n.Units[c+1], at%n.Units[c+1])
			d.Stream(path, back, k.FlowColor(back).Alpha(0.45+0.55*size))
		})
	}
}

// FlowColor is that of marks that run along lines.
func (k *Kit) FlowColor(back bool) Color {
	if back {
		return ClassColors[5]
	}
	return k.Ink
}
