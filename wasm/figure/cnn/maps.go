package cnn

import (
	"math"
	"strings"

	"nnplay/wasm/paper"
)

const (
	leastColumn = 46 // width of a layer's column
	leastMap    = 12 // side of a feature map
	mapGap      = 3
	columnGap   = 12
	flatWide    = 38 // width of the column of a layer of single numbers
)

// drawMaps draws what each layer makes of the image, a column each: feature
// maps, or single numbers behind them. Where there is no room for all, pages can
// be turned.
func (k figure) drawMaps(d *paper.Drawing, v *vision, r paper.Rectangle) {
	layers := v.layers[1:]
	flat := float32(len(v.flat)) * (flatWide + columnGap)
	room := max(int((r.W-flat+columnGap)/(leastColumn+columnGap)), 1)
	if len(layers) > room {
		k.drawPager(d, "layers", paper.Rect(r.X, r.Y, min(r.W, 150), pagerHigh), len(layers), room, k.Words.Text("canvas.layers", "Layers"))
		r.Y, r.H = r.Y+pagerHigh+6, r.H-pagerHigh-6
	}
	from, to := k.pageOf("layers", len(layers), room)
	layers = layers[from:to]
	var total float32
	for i := range layers {
		total += mapShare(&layers[i])
	}
	x, wide := r.X, r.W-flat-columnGap*float32(len(layers)-1)
	for i := range layers {
		width := wide * mapShare(&layers[i]) / total
		k.drawColumn(d, v, from+i+1, paper.Rect(x, r.Y, width, r.H))
		x += width + columnGap
	}
	k.drawFlat(d, v, paper.Rect(x, r.Y, r.X+r.W-x, r.H))
}

// mapShare returns how wide a layer's column is in comparison with others: more
// maps take more room.
func mapShare(l *imageLayer) float32 { return 2 + float32(math.Sqrt(float64(l.channels))) }

// drawColumn draws the feature maps of a layer of images.
func (k figure) drawColumn(d *paper.Drawing, v *vision, layer int, r paper.Rectangle) {
	l := &v.layers[layer]
	k.title(d, k.layerName(l.name), r.X, r.Y, r.W+columnGap-2)
	k.caption(d, paper.Number(float32(l.channels), 0)+" · "+paper.Number(float32(l.rows), 0)+"×"+paper.Number(float32(l.cols), 0), r.X, r.Y+26, r.W)
	body := paper.Rect(r.X, r.Y+38, r.W, r.H-38)
	shown := tilesThatFit(body, l.channels)
	if shown < l.channels {
		l.pager = paper.Rect(body.X, body.Y-2, body.W, pagerHigh)
		k.drawPager(d, l.name, l.pager, l.channels, shown, k.layerName(l.name))
		body.Y, body.H = body.Y+pagerHigh+4, body.H-pagerHigh-4
	}
	from, to := k.pageOf(l.name, l.channels, shown)
	most := largestOf(l.out)
	for i, box := range tileGrid(body, to-from, mapGap) {
		c := from + i
		l.boxes[c] = box
		if k.View["focus"] == layer && k.View["channel"] == c {
			row, col := min(k.View["row"], l.rows-1), min(k.View["col"], l.cols-1)
			d.Over.Frame(part(box, l.rows, l.cols, row, col, row+1, col+1).Grown(1), 1, 2, k.Ink)
		}
		d.Pictures = append(d.Pictures, paper.Picture{Box: box, Rows: l.rows, Cols: l.cols, Levels: paper.Signed(l.plane(c), most), Table: &k.Levels})
		d.Spots = append(d.Spots, k.elementsOf(v, layer, c))
	}
	standFilters(d, l)
	standMaps(d, l)
}

// elementsOf returns the spot of a map: each element can be asked and, of a convolution,
// chosen for its sum.
func (k figure) elementsOf(v *vision, layer, channel int) paper.Spot {
	l, pools := &v.layers[layer], strings.HasPrefix(v.layers[layer].name, "pool")
	return paper.Spot{
		Box: l.boxes[channel], Rows: l.rows, Cols: l.cols, Key: l.name + " " + paper.Number(float32(channel), 0),
		Tip: func(row, col int) (string, []string) {
			name := k.elementName(l, row, col, channel)
			if pools {
				return name, k.poolingArithmetic(l, &v.layers[layer-1], row, col, channel)
			}
			return name, []string{"= " + paper.Number(l.at(row, col, channel), 3), k.Words.Text("canvas.open", "select it to see the sum")}
		},
		Part:  func(row, col int) paper.Part { return l.partOf(row, col, channel) },
		Card:  func(row, col int) *paper.Card { return k.elementCard(v, layer, row, col, channel) },
		Marks: func(row, col int) []paper.Rectangle { return v.sees(layer, row, col, channel) },
		Turn: func(view map[string]int, row, col int) {
			view["focus"], view["channel"], view["row"], view["col"], view["window"] = layer, channel, row, col, 0
			view[l.name] = channel // it stays on the page that is shown, however many have room there
		},
	}
}

// elementName says which element of which map of which layer it is.
func (k figure) elementName(l *imageLayer, row, col, channel int) string {
	return k.layerName(l.name) + " · " + paper.Number(float32(channel+1), 0) + " " + place(row, col)
}

// layerName returns what a layer is called.
func (k figure) layerName(name string) string {
	for _, kind := range []struct{ prefix, key, words string }{
		{"conv", "canvas.conv", "Conv {n}"}, {"pool", "canvas.pool", "Pool {n}"}, {"hidden", "canvas.dense", "Dense {n}"},
		{"global", "canvas.means", "Means"},
	} {
		if n, ok := strings.CutPrefix(name, kind.prefix); ok {
			return k.Words.Say(kind.key, kind.words, "n", n)
		}
	}
	return name
}

// tilesThatFit returns how many of n tiles are shown at once in a rectangle: all,
// unless they would be too small; then a pager takes some of the room.
func tilesThatFit(r paper.Rectangle, n int) int {
	if w, _ := tileSize(r, n, mapGap); w >= leastMap {
		return n
	}
	r.H -= pagerHigh + 4
	across := max(int((r.W+mapGap)/(leastMap+mapGap)), 1)
	return min(n, across*max(int((r.H+mapGap)/(leastMap+mapGap)), 1))
}

// tileSize returns the largest side of n square tiles in a rectangle, and how many
// of them stand in a row.
func tileSize(r paper.Rectangle, n int, gap float32) (side float32, columns int) {
	columns = 1
	for cols := 1; cols <= n; cols++ {
		rows := (n + cols - 1) / cols
		if w := min((r.W+gap)/float32(cols)-gap, (r.H+gap)/float32(rows)-gap); w > side {
			side, columns = w, cols
		}
	}
	return side, columns
}

// tileGrid returns the boxes of n square tiles, as large as they can be in a
// rectangle.
func tileGrid(r paper.Rectangle, n int, gap float32) []paper.Rectangle {
	const largest = 72
	side, columns := tileSize(r, n, gap)
	side = paper.Clamp(side, 1, largest)
	var list []paper.Rectangle
	for i := range n {
		list = append(list, paper.Rect(r.X+float32(i%columns)*(side+gap), r.Y+float32(i/columns)*(side+gap), side, side))
	}
	return list
}

// drawFlat draws the layers of single numbers, a column of cells each: the means of
// global pooling, and the fully connected hidden layers.
func (k figure) drawFlat(d *paper.Drawing, v *vision, r paper.Rectangle) {
	for i := range v.flat {
		l := &v.flat[i]
		n := len(l.out)
		k.title(d, k.layerName(l.name), r.X, r.Y, flatWide+columnGap-2)
		k.caption(d, paper.Number(float32(n), 0), r.X, r.Y+26, flatWide)
		body := paper.Rect(r.X, r.Y+38, flatWide, r.H-38)
		rows := max(min(n, int(body.H/7)), 1)
		cols := (n + rows - 1) / rows
		side := min(body.H/float32(rows), body.W/float32(cols), 16)
		box := paper.Rect(body.X, body.Y, side*float32(cols), side*float32(rows))
		levels := make([]uint8, rows*cols)
		for i := range levels {
			levels[i] = 128
		}
		for unit, level := range paper.Signed(l.out, 0) {
			levels[unit%rows*cols+unit/rows] = level
		}
		d.Pictures = append(d.Pictures, paper.Picture{Box: box, Rows: rows, Cols: cols, Levels: levels, Table: &k.Levels})
		d.Over.Frame(box, 0, 1, k.Theme.Line)
		d.Spots = append(d.Spots, paper.Spot{
			Box: box, Rows: rows, Cols: cols, Key: l.name,
			Tip: func(row, col int) (string, []string) {
				unit := col*rows + row
				if unit >= n {
					return "", nil
				}
				name := k.layerName(l.name) + " · " + paper.Number(float32(unit+1), 0)
				return name, k.flatLines(l, unit)
			},
			Part: func(row, col int) paper.Part { return paper.Part{Layer: l.name, Unit: col*rows + row} },
			Card: func(row, col int) *paper.Card { return k.flatCard(v, i, col*rows+row) },
			Marks: func(row, col int) []paper.Rectangle {
				unit := col*rows + row
				if last := &v.layers[len(v.layers)-1]; l.name == "global" && last.boxes[unit].W > 0 {
					return []paper.Rectangle{last.boxes[unit]}
				}
				return nil
			},
		})
		d.StandUnits(l.name, n, func(unit int) (paper.Rectangle, bool) {
			return paper.Rect(box.X+side*float32(unit/rows), box.Y+side*float32(unit%rows), side, side), true
		})
		r.X += flatWide + columnGap
	}
}

// flatLines tells what a unit of a layer of single numbers says.
func (k figure) flatLines(l *flatLayer, unit int) []string {
	out := paper.Number(l.out[unit], 3)
	if l.name == "global" {
		return []string{k.Words.Say("canvas.meanOf", "mean of map {n}", "n", paper.Number(float32(unit+1), 0)), "= " + out}
	}
	if layer := k.LayerOf(l.name); layer != nil {
		return []string{k.Words.Activation(layer.Activation) + "(Σ w·a + b) = " + out}
	}
	return []string{out}
}
