// Package autoencoder is the figure of an autoencoder.
package autoencoder

import (
	"math"
	"slices"
	"strconv"

	"nnplay/wasm/paper"
)

// Figure is the row in the table of figures.
var Figure = paper.Figure{Draw: draw, Tooled: true, Parameters: true}

// draw shows images above what is restored of them and, large, the
// plane of codes: what images its places stand for, and where the codes of
// images lie. What the place under the pointer stands for is shown large beside
// the network that makes it.
func draw(kit *paper.Kit) paper.Drawing {
	k := figure{kit}
	var d paper.Drawing
	side := min(k.Free.H-24, k.Free.W*0.56)
	legend := k.legendHeight(side)
	side = min(k.Free.H-24-legend, k.Free.W*0.56)
	plane := paper.Rect(k.Free.X+k.Free.W-side, k.Free.Y+(k.Free.H-side-18-legend)/2, side, side)
	pairs := paper.Rect(k.Free.X, plane.Y-4, plane.X-k.Free.X-40, side+4)
	if k.Narrow() && k.Free.H < leastPairs { // the plane, and what its places stand for
		side = min(k.Free.H-24, k.Free.W*0.56)
		k.drawWalk(&d, paper.Rect(k.Free.X, k.Free.Y, k.Free.W-side-48, side))
		k.drawCodes(&d, paper.Rect(k.Free.X+k.Free.W-side, k.Free.Y, side, side))
		d.Labels = k.Legible(d.Labels)
		return d
	}
	if k.Narrow() {
		pairs = paper.Rect(k.Free.X, k.Free.Y, k.Free.W-124, k.Free.H)
	}
	used := k.drawPairs(&d, pairs)
	walk := paper.Rect(pairs.X, pairs.Y+used+24, pairs.W, pairs.H-used-24)
	if k.Narrow() {
		walk = paper.Rect(pairs.X+pairs.W+16, pairs.Y, 108, used)
		top := pairs.Y + used + 20
		side = min(k.Free.W-32, k.Free.Y+k.Free.H-top-20-legend)
		plane = paper.Rect(k.Free.X+32+(k.Free.W-32-side)/2, top, side, side)
	}
	d.Main = plane
	k.drawWalk(&d, walk)
	k.drawCodes(&d, plane)
	d.Labels = k.Legible(d.Labels)
	return d
}

// leastPairs is the height of a figure on a phone that has room for images above the
// plane.
const leastPairs = 280

// A figure is a kit that knows the tensors of an autoencoder.
type figure struct{ *paper.Kit }

// images returns an array (N, rows, cols) of images as levels of darkness, and
// how many and how large they are.
func (k figure) images(name string) (levels []uint8, n, rows, cols int) {
	v, shape := k.Values(name, 3)
	if v == nil {
		return nil, 0, 0, 0
	}
	return paper.Shares(v, 1), shape[0], shape[1], shape[2]
}

// drawImage draws one image in the page's ink.
func (k figure) drawImage(d *paper.Drawing, r paper.Rectangle, levels []uint8, rows, cols int) {
	d.Pictures = append(d.Pictures, paper.Picture{Box: r, Rows: rows, Cols: cols, Levels: levels, Table: &k.Grays})
	d.Over.Frame(r, 0, 1, k.Theme.Line)
}

// drawPairs draws images in a row and their reconstructions in one below, and
// returns how high that is.
func (k figure) drawPairs(d *paper.Drawing, r paper.Rectangle) float32 {
	const titled, gap = 20, 4
	from, n, rows, cols := k.images("images")
	to, m, rows2, cols2 := k.images("reconstruction")
	if n == 0 {
		return 0
	}
	size := min((r.W-gap*float32(n-1))/float32(n), paper.Clamp((r.H*0.42-2*titled-12)/2, 16, 44))
	second := titled + size + 12
	for i, title := range []string{k.Words.Text("canvas.images", "Images"), k.Words.Text("canvas.restored", "Reconstructions")} {
		d.Labels = append(d.Labels, paper.Text{Words: title, X: r.X, Y: r.Y + 9 + float32(i)*second, Size: 13, Strong: true, Color: k.Ink})
	}
	class, _ := k.Values("images/class", 1)
	each := rows * cols
	at := func(i int, row float32) paper.Rectangle {
		return paper.Rect(r.X+float32(i)*(size+gap), r.Y+titled+row*second, size, size)
	}
	for i := range n {
		box := at(i, 0)
		k.drawImage(d, box, from[i*each:(i+1)*each], rows, cols)
		if i < m && rows2 == rows && cols2 == cols {
			k.drawImage(d, at(i, 1), to[i*each:(i+1)*each], rows, cols)
		}
		if i < len(class) {
			d.Over.Fill(paper.Rect(box.X, box.Y+size+2, size, 3), 1.5, k.Class(max(int(class[i]), 0), k.Topology.Classes))
		}
	}
	d.StandUnits("minibatch/train", each, pixelOf(at(0, 0), rows, cols))
	a, _ := k.Values("images", 3)
	b, _ := k.Values("reconstruction", 3)
	box := paper.Rect(r.X, r.Y+titled, float32(n)*(size+gap)-gap, second+size)
	d.Spots = append(d.Spots, paper.Spot{Box: box, Cols: n, Tip: func(_, i int) (string, []string) {
		name := ""
		if i < len(class) {
			name = k.className(int(class[i]))
		}
		if (i+1)*each > min(len(a), len(b)) {
			return name, nil
		}
		var off float32
		for j := i * each; j < (i+1)*each; j++ {
			off += paper.Abs(a[j] - b[j])
		}
		return name, []string{k.Words.Text("score.pixel-error", "Pixel error") + " = " + paper.Number(off/float32(each), 3)}
	}})
	return second + titled + size
}

// className returns what a class is called in the reader's language.
func (k figure) className(i int) string { return k.Words.Text("class."+k.Symbol(i), k.Symbol(i)) }

// drawWalk draws the image that the marked place stands for, and the network
// that makes it.
func (k figure) drawWalk(d *paper.Drawing, r paper.Rectangle) {
	v, shape := k.Values("walk/image", 2)
	if v == nil {
		return
	}
	side := max(min(r.H, r.W), 8)
	if !k.Narrow() {
		d.Labels = append(d.Labels, paper.Text{Words: k.Words.Text("canvas.walk", "At the marked point"), X: r.X, Y: r.Y + 9, Size: 13, Strong: true, Color: k.Ink})
		r.Y, r.H = r.Y+20, r.H-20
		side = max(min(r.H, r.W*0.52), 8)
	}
	const low = 96 // a network that lies below the image rather than beside it
	below := !k.Narrow() && r.H > r.W*0.52+low
	if below {
		side = min(r.H-low, r.W)
	}
	box := paper.Rect(r.X, r.Y, side, side)
	d.Pictures = append(d.Pictures, paper.Picture{Box: box, Rows: shape[0], Cols: shape[1], Levels: paper.Shares(v, 1), Table: &k.Grays})
	d.Over.Frame(box, 0, 1.5, k.Ink)
	k.askRestored(d, box, shape[0], shape[1])
	if k.Narrow() {
		return
	}
	rest := paper.Rect(box.X+side+20, box.Y, r.X+r.W-box.X-side-20, side-26)
	if below {
		rest = paper.Rect(r.X, box.Y+side+12, r.W, low-12-26)
	}
	code, _ := k.Values("walk/code", 1)
	d.Label(k.Words.Text("canvas.code", "code")+" = "+paper.Vector(code, 2), rest.X, rest.Y+rest.H+17, 12, 0, k.Muted)
	k.drawHourglass(d, rest, code)
}

// drawHourglass draws the layers as bars, as high as they have many units: those
// that squeeze, the code, and those that restore.
func (k figure) drawHourglass(d *paper.Drawing, r paper.Rectangle, code []float32) {
	units := []int{k.Topology.Inputs}
	narrowest := 0
	for i, l := range k.Topology.Layers {
		n := l.Units
		if l.Name == "encoder/output" {
			narrowest, n = i+1, max(len(code), 1) // a variational one has deviations too
		}
		units = append(units, n)
	}
	most := 1
	for _, n := range units {
		most = max(most, n)
	}
	body := paper.Rect(r.X, r.Y, r.W, r.H-18)
	if body.W < 60 || body.H < 24 {
		return
	}
	gap := body.W / float32(len(units))
	height := func(n int) float32 {
		return max(body.H*float32(math.Sqrt(float64(n)/float64(most))), 6)
	}
	middle := body.Y + body.H/2
	x := func(i int) float32 { return body.X + (float32(i)+0.5)*gap }
	k.standLayers(d, func(i int) paper.Rectangle { return paper.Rect(x(i)-3, middle-height(units[i])/2, 6, height(units[i])) })
	for i := range units {
		h := height(units[i])
		if i+1 < len(units) {
			next := height(units[i+1])
			for _, sign := range []float32{-1, 1} {
				d.Over.Line([][2]float32{{x(i), middle + sign*h/2}, {x(i + 1), middle + sign*next/2}}, 1, k.Theme.Line)
			}
		}
		color := k.Muted
		if i == narrowest {
			color = k.Positive
		}
		d.Over.Fill(paper.Rect(x(i)-3, middle-h/2, 6, h), 2, color)
		// Where they would touch, the ends and the code speak for all.
		if crowded := k.Measure("0000", 11) > gap; !crowded || i == 0 || i == narrowest || i+1 == len(units) {
			d.Label(strconv.Itoa(units[i]), x(i), r.Y+r.H-7, 11, 0.5, k.Muted)
		}
	}
}

// drawCodes draws the plane of codes.
func (k figure) drawCodes(d *paper.Drawing, r paper.Rectangle) {
	domain, _ := k.Values("codes/domain", 1)
	if len(domain) != 4 {
		return
	}
	at := func(x, y float32) (px, py float32) {
		return r.X + (x-domain[0])/(domain[1]-domain[0])*r.W, r.Y + (domain[3]-y)/(domain[3]-domain[2])*r.H
	}
	k.drawLattice(d, r)
	d.Over.Frame(r, 2, 1, k.Theme.Line)
	codes, _ := k.Values("codes", 2)
	class, _ := k.Values("codes/class", 1)
	size := paper.Clamp(r.W/110, 2.2, 3.4)
	for i := range min(len(codes)/2, len(class)) {
		x, y := at(codes[2*i], codes[2*i+1])
		if !r.Contains(x, y) {
			continue
		}
		c := max(int(class[i]), 0)
		k.Filled(&d.Over, x, y, size, paper.ClassCorners(c), k.Class(c, k.Topology.Classes))
	}
	k.nameClasses(d, r, at)
	k.askCodes(d, r, domain)
	k.DrawLegend(&d.Over, &d.Labels, k.legend(), paper.Rect(r.X, r.Y+r.H+20, r.W, k.legendHeight(r.W)))
	below := r.Y + r.H + 11
	d.Label(paper.Number(domain[0], 2), r.X, below, 11, 0, k.Muted)
	d.Label("z₁", r.X+r.W/2, below, 11, 0.5, k.Muted)
	d.Label(paper.Number(domain[1], 2), r.X+r.W, below, 11, 1, k.Muted)
	beside := r.X - 6
	d.Label(paper.Number(domain[3], 2), beside, r.Y+6, 11, 1, k.Muted)
	d.Label("z₂", beside, r.Y+r.H/2, 11, 1, k.Muted)
	d.Label(paper.Number(domain[2], 2), beside, r.Y+r.H-6, 11, 1, k.Muted)
}

// drawLattice draws the images that places of the plane stand for, pale: points
// lie on them.
func (k figure) drawLattice(d *paper.Drawing, r paper.Rectangle) {
	t := k.Tensors["codes/lattice"]
	if len(t.Shape) != 4 || t.U8 == nil {
		return
	}
	down, across, rows, cols := t.Shape[0], t.Shape[1], t.Shape[2], t.Shape[3]
	levels := make([]uint8, len(t.U8))
	for i, v := range t.U8 {
		image, pixel := i/(rows*cols), i%(rows*cols)
		row, col := image/across*rows+pixel/cols, image%across*cols+pixel%cols
		levels[row*across*cols+col] = uint8(int(v) * 2 / 5)
	}
	d.Pictures = append(d.Pictures, paper.Picture{Box: r, Rows: down * rows, Cols: across * cols, Levels: levels, Table: &k.Grays})
}

// nameClasses writes the name of each class where the middle one of its codes
// lies.
func (k figure) nameClasses(d *paper.Drawing, r paper.Rectangle, at func(x, y float32) (px, py float32)) {
	codes, _ := k.Values("codes", 2)
	class, _ := k.Values("codes/class", 1)
	var chips []paper.Rectangle
	for c := range k.Topology.Classes {
		var sum [2]float32
		var n float32
		each := func(f func(x, y float32)) {
			for i := range min(len(codes)/2, len(class)) {
				if int(class[i]) == c {
					f(codes[2*i], codes[2*i+1])
				}
			}
		}
		each(func(x, y float32) { sum[0], sum[1], n = sum[0]+x, sum[1]+y, n+1 })
		if n == 0 {
			continue
		}
		var best [2]float32
		nearest := float32(math.Inf(1))
		each(func(x, y float32) {
			dx, dy := x-sum[0]/n, y-sum[1]/n
			if away := dx*dx + dy*dy; away < nearest {
				nearest, best = away, [2]float32{x, y}
			}
		})
		x, y := at(best[0], best[1])
		name := k.className(c)
		size := float32(12)
		if r.W < 300 {
			size = paper.LeastText
		}
		w, h := k.Measure(name, size)+size*0.6, size*1.45
		x = paper.Clamp(x, r.X+w/2+2, r.X+r.W-w/2-2)
		y = paper.Clamp(y, r.Y+h/2+2, r.Y+r.H-h/2-2)
		chip := paper.Rect(x-w/2, y-h/2, w, h)
		if x != x || y != y || slices.ContainsFunc(chips, chip.Meets) {
			continue
		}
		chips = append(chips, chip)
		d.Over.Fill(chip, 4, k.Surface.Alpha(0.85))
		d.Over.Frame(chip, 4, size/7, k.Class(c, k.Topology.Classes))
		d.Labels = append(d.Labels, paper.Text{Words: name, X: x, Y: y, Size: size, Align: 0.5, Strong: true, Color: k.Ink})
	}
}

// legend returns the entries of the plane's marks.
func (k figure) legend() []paper.Entry {
	return []paper.Entry{
		{Words: k.Words.Text("canvas.codes", "image codes"), Mark: func(s *paper.Shapes, x, y float32) {
			for i := range 2 {
				k.Filled(s, x-5+10*float32(i), y, 3.2, paper.ClassCorners(i), k.Class(i, k.Topology.Classes))
			}
		}},
		{Words: k.Words.Text("canvas.decoded", "decoded there"), Mark: func(s *paper.Shapes, x, y float32) {
			s.Fill(paper.Rect(x-5, y-5, 10, 10), 1, k.Ink.Alpha(0.12))
			s.Frame(paper.Rect(x-2, y-3.5, 4, 7), 2, 1.6, k.Ink.Alpha(0.35)) // a pale 0
		}},
		{Words: k.Words.Text("canvas.marked", "marked point"), Mark: func(s *paper.Shapes, x, y float32) { k.ring(s, x, y, 5) }},
	}
}

// legendHeight returns how high the legend is under a plane of a width, 0 where the
// drawing is low.
func (k figure) legendHeight(width float32) float32 {
	if k.Free.H < leastPairs {
		return 0
	}
	return paper.LegendHeight(k.EntryWidths(k.legend()), width)
}

// ring adds the mark of the place that is decoded large.
func (k figure) ring(s *paper.Shapes, x, y, radius float32) {
	box := paper.Rect(x-radius, y-radius, 2*radius, 2*radius)
	s.Frame(box, radius, 5, k.Surface)
	s.Frame(box, radius, 2.5, k.Ink)
}

// askCodes lets the reader walk over the plane, and marks where.
func (k figure) askCodes(d *paper.Drawing, r paper.Rectangle, domain []float32) {
	cell, _ := k.Values("walk/cell", 1)
	if len(cell) != 3 || !(cell[2] >= 1 && cell[2] < 1000) {
		return
	}
	n := int(cell[2])
	x, y := r.X+(cell[1]+0.5)/cell[2]*r.W, r.Y+(cell[0]+0.5)/cell[2]*r.H
	k.ring(&d.Over, x, y, 9)
	d.StandFor(paper.Rect(x-9, y-9, 18, 18), "code", "encoder/output/out", "noise")
	if k.Lit != nil {
		d.Walked = append(d.Walked, [2]float32{x, y})
	}
	d.Spots = append(d.Spots, paper.Spot{Box: r, Rows: n, Cols: n, Action: "walk", Live: true, Tip: func(row, col int) (string, []string) {
		zx := domain[0] + (domain[1]-domain[0])*(float32(col)+0.5)/float32(n)
		zy := domain[3] - (domain[3]-domain[2])*(float32(row)+0.5)/float32(n)
		return "(" + paper.Number(zx, 2) + ", " + paper.Number(zy, 2) + ")", nil
	}})
}
