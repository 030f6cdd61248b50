package main

import (
	"math"
	"strings"
)

const (
	leastColumn = 46 // width of a layer's column
	leastMap    = 12 // side of a feature map
	mapGap      = 3
	columnGap   = 12
	flatWide    = 34 // width of the column of a layer of single numbers
)

// drawMaps draws what each layer makes of the image, a column each: feature
// maps, or single numbers behind them. Where there is no room for all, pages can
// be turned.
func (k *kit) drawMaps(d *drawing, v *vision, r rect) {
	layers := v.layers[1:]
	flat := float32(len(v.flat)) * (flatWide + columnGap)
	room := max(int((r.w-flat+columnGap)/(leastColumn+columnGap)), 1)
	if len(layers) > room {
		k.drawPager(d, "layers", rect{r.x, r.y, min(r.w, 150), pagerHigh}, len(layers), room, k.words.text("canvas.layers", "Layers"))
		r.y, r.h = r.y+pagerHigh+6, r.h-pagerHigh-6
	}
	from, to := k.pageOf("layers", len(layers), room)
	layers = layers[from:to]
	var total float32
	for i := range layers {
		total += mapShare(&layers[i])
	}
	x, wide := r.x, r.w-flat-columnGap*float32(len(layers)-1)
	for i := range layers {
		width := wide * mapShare(&layers[i]) / total
		k.drawColumn(d, v, from+i+1, rect{x, r.y, width, r.h})
		x += width + columnGap
	}
	k.drawFlat(d, v, rect{x, r.y, r.x + r.w - x, r.h})
}

// mapShare returns how wide a layer's column is in comparison with others: more
// maps take more room.
func mapShare(l *imageLayer) float32 { return 2 + float32(math.Sqrt(float64(l.channels))) }

// drawColumn draws the feature maps of a layer of images.
func (k *kit) drawColumn(d *drawing, v *vision, layer int, r rect) {
	l := &v.layers[layer]
	k.title(d, k.layerName(l.name), r.x, r.y, r.w)
	k.caption(d, number(float32(l.channels), 0)+" · "+number(float32(l.rows), 0)+"×"+number(float32(l.cols), 0), r.x, r.y+26, r.w)
	body := rect{r.x, r.y + 38, r.w, r.h - 38}
	shown := tilesThatFit(body, l.channels)
	if shown < l.channels {
		k.drawPager(d, l.name, rect{body.x, body.y - 2, body.w, pagerHigh}, l.channels, shown, k.layerName(l.name))
		body.y, body.h = body.y+pagerHigh+4, body.h-pagerHigh-4
	}
	from, to := k.pageOf(l.name, l.channels, shown)
	most := largestOf(l.out)
	for i, box := range tileGrid(body, to-from, mapGap) {
		c := from + i
		l.boxes[c] = box
		if k.view["focus"] == layer && k.view["channel"] == c {
			row, col := min(k.view["row"], l.rows-1), min(k.view["col"], l.cols-1)
			d.frame(part(box, l.rows, l.cols, row, col, row+1, col+1).grown(1), 1, 2, k.ink)
		}
		d.pictures = append(d.pictures, picture{box: box, rows: l.rows, cols: l.cols, levels: signed(l.plane(c), most), table: &k.levels})
		d.spots = append(d.spots, spot{
			box: box, rows: l.rows, cols: l.cols,
			tip: func(row, col int) (string, []string) {
				return k.elementName(l, row, col, c), k.arithmetic(v, layer, row, col, c)
			},
			marks: func(row, col int) []rect { return v.sees(layer, row, col, c) },
			turn: func(view map[string]int, row, col int) {
				view["focus"], view["channel"], view["row"], view["col"], view["window"] = layer, c, row, col, 0
			},
		})
	}
}

// elementName says which element of which map of which layer it is.
func (k *kit) elementName(l *imageLayer, row, col, channel int) string {
	return k.layerName(l.name) + " · " + number(float32(channel+1), 0) + " " + place(row, col)
}

// layerName returns what a layer is called.
func (k *kit) layerName(name string) string {
	for _, kind := range []struct{ prefix, key, words string }{
		{"conv", "canvas.conv", "Conv {n}"}, {"pool", "canvas.pool", "Pool {n}"}, {"hidden", "canvas.dense", "Dense {n}"},
		{"global", "canvas.means", "Means"},
	} {
		if n, ok := strings.CutPrefix(name, kind.prefix); ok {
			return k.words.say(kind.key, kind.words, "n", n)
		}
	}
	return name
}

// tilesThatFit returns how many of n tiles are shown at once in a rectangle: all,
// unless they would be too small; then a pager takes some of the room.
func tilesThatFit(r rect, n int) int {
	if w, _ := tileSize(r, n, mapGap); w >= leastMap {
		return n
	}
	r.h -= pagerHigh + 4
	across := max(int((r.w+mapGap)/(leastMap+mapGap)), 1)
	return min(n, across*max(int((r.h+mapGap)/(leastMap+mapGap)), 1))
}

// tileSize returns the largest side of n square tiles in a rectangle, and how many
// of them stand in a row.
func tileSize(r rect, n int, gap float32) (side float32, columns int) {
	columns = 1
	for cols := 1; cols <= n; cols++ {
		rows := (n + cols - 1) / cols
		if w := min((r.w+gap)/float32(cols)-gap, (r.h+gap)/float32(rows)-gap); w > side {
			side, columns = w, cols
		}
	}
	return side, columns
}

// tileGrid returns the boxes of n square tiles, as large as they can be in a
// rectangle.
func tileGrid(r rect, n int, gap float32) []rect {
	const largest = 72
	side, columns := tileSize(r, n, gap)
	side = clamp(side, 1, largest)
	var list []rect
	for i := range n {
		list = append(list, rect{r.x + float32(i%columns)*(side+gap), r.y + float32(i/columns)*(side+gap), side, side})
	}
	return list
}

// drawFlat draws the layers of single numbers, a column of cells each: the means of
// global pooling, and the fully connected hidden layers.
func (k *kit) drawFlat(d *drawing, v *vision, r rect) {
	for i := range v.flat {
		l := &v.flat[i]
		n := len(l.out)
		k.title(d, k.layerName(l.name), r.x, r.y, flatWide+columnGap-2)
		k.caption(d, number(float32(n), 0), r.x, r.y+26, flatWide)
		body := rect{r.x, r.y + 38, flatWide, r.h - 38}
		rows := max(min(n, int(body.h/7)), 1)
		cols := (n + rows - 1) / rows
		side := min(body.h/float32(rows), body.w/float32(cols), 16)
		box := rect{body.x, body.y, side * float32(cols), side * float32(rows)}
		levels := make([]uint8, rows*cols)
		for i := range levels {
			levels[i] = 128
		}
		for unit, level := range signed(l.out, 0) {
			levels[unit%rows*cols+unit/rows] = level
		}
		d.pictures = append(d.pictures, picture{box: box, rows: rows, cols: cols, levels: levels, table: &k.levels})
		d.frame(box, 0, 1, k.theme.line)
		d.spots = append(d.spots, spot{
			box: box, rows: rows, cols: cols,
			tip: func(row, col int) (string, []string) {
				unit := col*rows + row
				if unit >= n {
					return "", nil
				}
				return k.layerName(l.name) + " · " + number(float32(unit+1), 0), k.flatArithmetic(v, i, unit)
			},
			marks: func(row, col int) []rect {
				unit := col*rows + row
				if last := &v.layers[len(v.layers)-1]; l.name == "global" && last.boxes[unit].w > 0 {
					return []rect{last.boxes[unit]}
				}
				return nil
			},
		})
		r.x += flatWide + columnGap
	}
}
