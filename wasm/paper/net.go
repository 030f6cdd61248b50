package paper

// A Net is a network of dense layers within a figure: columns of tiles, the
// inputs first. Of a wide layer the most influential units are shown.
type Net struct {
	Prefix  string   // of its tensors
	Layers  []string // tensors of the columns but the first
	Units   []int    // of each column
	Inputs  []string // what they are called
	Outputs []string
	Box     Rectangle
	Silent  [2]bool  // the names of inputs, and of outputs, are not drawn
	Reads   []string // the tensors of a step that its inputs are
	Makes   []string // and those that its outputs are, or are compared with

	side  float32       // of the tiles
	slots [][]Rectangle // where tiles of a column can be
	shown [][]int       // units of each column
	drawn [][]bool      // (shown in, shown out) of the links that leave a column; nil if all are
}

// NetOf returns the network whose layers' names begin with a prefix.
func (k *Kit) NetOf(d *Drawing, prefix string, box Rectangle, inputs, outputs []string) *Net {
	n := &Net{Prefix: prefix, Units: []int{len(inputs)}, Inputs: inputs, Outputs: outputs, Box: box}
	for _, l := range k.Topology.Layers {
		if len(l.Name) > len(prefix) && l.Name[:len(prefix)] == prefix {
			n.Units, n.Layers = append(n.Units, l.Units), append(n.Layers, l.Name)
		}
	}
	n.place()
	if k.crowded(n) { // tiles for what is not shown: every other one stands lower
		n.Box.H -= MoreHeight
		n.place()
		for c := 1; c < len(n.Units); c += 2 {
			if places := n.slots[c]; n.Units[c] > len(places) {
				places[len(places)-1].Y += MoreHeight
			}
		}
	}
	for c, units := range n.Units {
		room := len(n.slots[c])
		if units > room {
			room--
		}
		var leaving []float32
		if c < len(n.Layers) {
			leaving = k.linksOf(n, c, "")
		}
		n.shown = append(n.shown, k.Strip(d, n.layer(c), Influence(leaving, units), room))
	}
	k.chooseLinks(n)
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
	mostTile  = 36
	leastStep = 17 // from a tile to the next where units are left out
	tileShare = 0.78
)

// crowded tells whether tiles for the units that are not shown would meet.
func (k *Kit) crowded(n *Net) bool {
	var last Rectangle
	for c, places := range n.slots {
		room := len(places) - 1
		if n.Units[c] <= len(places) {
			last = Rectangle{}
			continue
		}
		box := k.MoreBox(places[room], n.Units[c]-room).Grown(1)
		if box.Meets(last) {
			return true
		}
		last = box
	}
	return false
}

// place says where tiles can be: all of one size, apart, and links between them.
func (n *Net) place() {
	fit := int(Clamp(n.Box.H/leastStep, 2, MostShown+1))
	most := 1
	count := make([]int, len(n.Units))
	for c, units := range n.Units {
		if count[c] = units; units > min(fit, MostShown) {
			count[c] = fit
		}
		most = max(most, count[c])
	}
	last := len(n.Units) - 1
	n.slots = nil
	n.side = max(min(n.Box.H/float32(most)*tileShare, n.Box.W/float32(last+1)*0.5, mostTile), 2)
	step := min(n.side*1.35, (n.Box.H-n.side)/float32(max(most-1, 1)))
	for c := range n.Units {
		x := n.Box.X + (n.Box.W-n.side)*float32(c)/float32(max(last, 1))
		y := n.Box.Y + (n.Box.H-n.side-step*float32(count[c]-1))/2
		var column []Rectangle
		for i := range count[c] {
			column = append(column, Rect(x, y+step*float32(i), n.side, n.side))
		}
		n.slots = append(n.slots, column)
	}
}

// layer returns the name of a column.
func (n *Net) layer(column int) string {
	if column == 0 {
		return n.Prefix + "features"
	}
	return n.Layers[column-1]
}

// Tile returns where the neuron is that is shown in a place of a column.
func (n *Net) Tile(column, place int) Rectangle { return n.slots[column][place] }

// more returns the place of the tile for the units of a column that are not shown, and
// how many they are; 0 if there is none.
func (n *Net) more(column int) (place Rectangle, rest int) {
	places := n.slots[column]
	if n.Units[column] <= len(places) {
		return Rectangle{}, 0
	}
	return places[len(places)-1], n.Units[column] - len(n.shown[column])
}

// column returns the area of a column's neurons.
func (n *Net) column(c int) Rectangle {
	first, last := n.Tile(c, 0), n.Tile(c, max(len(n.shown[c])-1, 0))
	return Rect(first.X, first.Y, first.W, last.Y+last.H-first.Y)
}

// DrawNet draws a network: links as wide as their weights are large, and each
// neuron as the picture of what it makes of its inputs.
func (k *Kit) DrawNet(d *Drawing, n *Net) {
	k.drawLinks(d, n)
	for c, shown := range n.shown {
		for place, i := range shown {
			k.drawTile(d, n, c, i, n.Tile(c, place))
		}
		if place, rest := n.more(c); rest > 0 {
			k.drawMore(d, place, rest)
		}
	}
	for i, name := range n.Inputs {
		if n.Silent[0] {
			break
		}
		t := n.Tile(0, i)
		d.Label(name, t.X-5, t.Y+t.H/2, 12, 1, k.Muted)
	}
	last := len(n.Units) - 1
	for i, name := range n.Outputs {
		if n.Silent[1] {
			break
		}
		t := n.Tile(last, min(i, len(n.shown[last])-1))
		d.Label(name, t.X+t.W+5, t.Y+t.H/2, 12, 0, k.Muted)
	}
}

// drawTile draws a neuron.
func (k *Kit) drawTile(d *Drawing, n *Net, column, i int, t Rectangle) {
	if column == 0 {
		d.Pictures = append(d.Pictures, Picture{Box: t, Rows: rampSide, Cols: rampSide, Levels: inputRamps[min(i, 2)], Table: &k.Levels, Smooth: true})
		return
	}
	levels, rows, cols := k.TileOf(n.Layers[column-1], i)
	if levels != nil {
		d.Pictures = append(d.Pictures, Picture{Box: t, Rows: rows, Cols: cols, Levels: levels, Table: &k.Levels, Smooth: rows > 1})
		return
	}
	color := k.Muted
	if b, shape := k.Values(n.Layers[column-1]+"/bias", 1); b != nil && i < shape[0] {
		color = k.Mark(b[i] * 2)
	}
	x, y := t.Center()
	d.Over.Dot(x, y, t.W/2, 12, color)
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
