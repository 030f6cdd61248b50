package main

import (
	"math"
	"strconv"
)

// figureAutoencoder shows images above what is restored of them and, large, the
// plane of codes: what images its places stand for, and where the codes of
// images lie. What the place under the pointer stands for is shown large beside
// the network that makes it.
func figureAutoencoder(k *kit) drawing {
	var d drawing
	side := min(k.free.h-24, k.free.w*0.56)
	plane := rect{k.free.x + k.free.w - side, k.free.y + (k.free.h-side-18)/2, side, side}
	pairs := rect{k.free.x, plane.y - 4, plane.x - k.free.x - 40, side + 4}
	if k.narrow() {
		pairs = rect{k.free.x, k.free.y, k.free.w - 124, k.free.h}
	}
	used := k.drawPairs(&d, pairs)
	walk := rect{pairs.x, pairs.y + used + 24, pairs.w, pairs.h - used - 24}
	if k.narrow() {
		walk = rect{pairs.x + pairs.w + 16, pairs.y, 108, used}
		top := pairs.y + used + 20
		side = min(k.free.w-32, k.free.y+k.free.h-top-20)
		plane = rect{k.free.x + 32 + (k.free.w-32-side)/2, top, side, side}
	}
	k.drawWalk(&d, walk)
	k.drawCodes(&d, plane)
	return d
}

// images returns an array (N, rows, cols) of images as levels of darkness, and
// how many and how large they are.
func (k *kit) images(name string) (levels []uint8, n, rows, cols int) {
	v, shape := k.values(name, 3)
	if v == nil {
		return nil, 0, 0, 0
	}
	return shares(v, 1), shape[0], shape[1], shape[2]
}

// drawImage draws one image in the page's ink.
func (k *kit) drawImage(d *drawing, r rect, levels []uint8, rows, cols int) {
	d.pictures = append(d.pictures, picture{box: r, rows: rows, cols: cols, levels: levels, table: &k.grays})
	d.frame(r, 0, 1, k.theme.line)
}

// drawPairs draws images in a row and their reconstructions in one below, and
// returns how high that is.
func (k *kit) drawPairs(d *drawing, r rect) float32 {
	const titled, gap = 20, 4
	from, n, rows, cols := k.images("images")
	to, m, rows2, cols2 := k.images("reconstruction")
	if n == 0 {
		return 0
	}
	size := min((r.w-gap*float32(n-1))/float32(n), clamp((r.h*0.42-2*titled-12)/2, 16, 44))
	second := titled + size + 12
	for i, title := range []string{k.words.text("canvas.images", "Images"), k.words.text("canvas.restored", "Restored from their codes")} {
		d.labels = append(d.labels, text{words: title, x: r.x, y: r.y + 9 + float32(i)*second, size: 13, strong: true, color: k.ink})
	}
	class, _ := k.values("images/class", 1)
	each := rows * cols
	at := func(i int, row float32) rect {
		return rect{r.x + float32(i)*(size+gap), r.y + titled + row*second, size, size}
	}
	for i := range n {
		box := at(i, 0)
		k.drawImage(d, box, from[i*each:(i+1)*each], rows, cols)
		if i < m && rows2 == rows && cols2 == cols {
			k.drawImage(d, at(i, 1), to[i*each:(i+1)*each], rows, cols)
		}
		if i < len(class) {
			d.fill(rect{box.x, box.y + size + 2, size, 3}, 1.5, k.class(max(int(class[i]), 0), k.topology.Classes))
		}
	}
	a, _ := k.values("images", 3)
	b, _ := k.values("reconstruction", 3)
	box := rect{r.x, r.y + titled, float32(n)*(size+gap) - gap, second + size}
	d.spots = append(d.spots, spot{box: box, cols: n, tip: func(_, i int) (string, []string) {
		name := ""
		if i < len(class) {
			name = k.className(int(class[i]))
		}
		if (i+1)*each > min(len(a), len(b)) {
			return name, nil
		}
		var off float32
		for j := i * each; j < (i+1)*each; j++ {
			off += abs(a[j] - b[j])
		}
		return name, []string{k.words.text("score.pixel-error", "Pixel error") + " = " + number(off/float32(each), 3)}
	}})
	return second + titled + size
}

// className returns what a class is called in the reader's language.
func (k *kit) className(i int) string { return k.words.text("class."+k.symbol(i), k.symbol(i)) }

// drawWalk draws the image that the marked place stands for, and the network
// that makes it.
func (k *kit) drawWalk(d *drawing, r rect) {
	v, shape := k.values("walk/image", 2)
	if v == nil {
		return
	}
	side := max(min(r.h, r.w), 8)
	if !k.narrow() {
		d.labels = append(d.labels, text{words: k.words.text("canvas.walk", "At the marked place"), x: r.x, y: r.y + 9, size: 13, strong: true, color: k.ink})
		r.y, r.h = r.y+20, r.h-20
		side = max(min(r.h, r.w*0.52), 8)
	}
	const low = 96 // a network that lies below the image rather than beside it
	below := !k.narrow() && r.h > r.w*0.52+low
	if below {
		side = min(r.h-low, r.w)
	}
	box := rect{r.x, r.y, side, side}
	d.pictures = append(d.pictures, picture{box: box, rows: shape[0], cols: shape[1], levels: shares(v, 1), table: &k.grays})
	d.frame(box, 0, 1.5, k.ink)
	if k.narrow() {
		return
	}
	rest := rect{box.x + side + 20, box.y, r.x + r.w - box.x - side - 20, side - 26}
	if below {
		rest = rect{r.x, box.y + side + 12, r.w, low - 12 - 26}
	}
	code, _ := k.values("walk/code", 1)
	d.label(k.words.text("canvas.code", "code")+" = "+vector(code, 2), rest.x, rest.y+rest.h+17, 12, 0, k.muted)
	k.drawHourglass(d, rest, code)
}

// drawHourglass draws the layers as bars, as high as they have many units: those
// that squeeze, the code, and those that restore.
func (k *kit) drawHourglass(d *drawing, r rect, code []float32) {
	units := []int{k.topology.Inputs}
	narrowest := 0
	for i, l := range k.topology.Layers {
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
	body := rect{r.x, r.y, r.w, r.h - 18}
	if body.w < 60 || body.h < 24 {
		return
	}
	gap := body.w / float32(len(units))
	height := func(n int) float32 {
		return max(body.h*float32(math.Sqrt(float64(n)/float64(most))), 6)
	}
	middle := body.y + body.h/2
	x := func(i int) float32 { return body.x + (float32(i)+0.5)*gap }
	for i := range units {
		h := height(units[i])
		if i+1 < len(units) {
			next := height(units[i+1])
			for _, sign := range []float32{-1, 1} {
				d.line([][2]float32{{x(i), middle + sign*h/2}, {x(i + 1), middle + sign*next/2}}, 1, k.theme.line)
			}
		}
		color := k.muted
		if i == narrowest {
			color = k.positive
		}
		d.fill(rect{x(i) - 3, middle - h/2, 6, h}, 2, color)
		// Where they would touch, the ends and the code speak for all.
		if crowded := k.measure("0000", 11) > gap; !crowded || i == 0 || i == narrowest || i+1 == len(units) {
			d.label(strconv.Itoa(units[i]), x(i), r.y+r.h-7, 11, 0.5, k.muted)
		}
	}
}

// drawCodes draws the plane of codes.
func (k *kit) drawCodes(d *drawing, r rect) {
	domain, _ := k.values("codes/domain", 1)
	if len(domain) != 4 {
		return
	}
	at := func(x, y float32) (px, py float32) {
		return r.x + (x-domain[0])/(domain[1]-domain[0])*r.w, r.y + (domain[3]-y)/(domain[3]-domain[2])*r.h
	}
	k.drawLattice(d, r)
	d.frame(r, 2, 1, k.theme.line)
	codes, _ := k.values("codes", 2)
	class, _ := k.values("codes/class", 1)
	size := clamp(r.w/110, 2.2, 3.4)
	for i := range min(len(codes)/2, len(class)) {
		x, y := at(codes[2*i], codes[2*i+1])
		if !r.contains(x, y) {
			continue
		}
		c := max(int(class[i]), 0)
		d.dot(x, y, size+1, classCorners(c), k.point)
		d.dot(x, y, size, classCorners(c), k.class(c, k.topology.Classes))
	}
	k.nameClasses(d, r, at)
	k.askCodes(d, r, domain)
	below := r.y + r.h + 11
	d.label(number(domain[0], 2), r.x, below, 11, 0, k.muted)
	d.label("z₁", r.x+r.w/2, below, 11, 0.5, k.muted)
	d.label(number(domain[1], 2), r.x+r.w, below, 11, 1, k.muted)
	beside := r.x - 6
	d.label(number(domain[3], 2), beside, r.y+6, 11, 1, k.muted)
	d.label("z₂", beside, r.y+r.h/2, 11, 1, k.muted)
	d.label(number(domain[2], 2), beside, r.y+r.h-6, 11, 1, k.muted)
}

// drawLattice draws the images that places of the plane stand for, pale: points
// lie on them.
func (k *kit) drawLattice(d *drawing, r rect) {
	t := k.tensors["codes/lattice"]
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
	d.pictures = append(d.pictures, picture{box: r, rows: down * rows, cols: across * cols, levels: levels, table: &k.grays})
}

// nameClasses writes the name of each class where the middle one of its codes
// lies.
func (k *kit) nameClasses(d *drawing, r rect, at func(x, y float32) (px, py float32)) {
	codes, _ := k.values("codes", 2)
	class, _ := k.values("codes/class", 1)
	for c := range k.topology.Classes {
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
		if r.w < 300 {
			size = 10
		}
		w, h := k.measure(name, size)+size*0.6, size*1.45
		x = clamp(x, r.x+w/2+2, r.x+r.w-w/2-2)
		y = clamp(y, r.y+h/2+2, r.y+r.h-h/2-2)
		chip := rect{x - w/2, y - h/2, w, h}
		if x != x || y != y {
			continue
		}
		d.fill(chip, 4, k.surface.alpha(0.85))
		d.frame(chip, 4, size/7, k.class(c, k.topology.Classes))
		d.labels = append(d.labels, text{words: name, x: x, y: y, size: size, align: 0.5, strong: true, color: k.ink})
	}
}

// askCodes lets the reader walk over the plane, and marks where.
func (k *kit) askCodes(d *drawing, r rect, domain []float32) {
	cell, _ := k.values("walk/cell", 1)
	if len(cell) != 3 || !(cell[2] >= 1 && cell[2] < 1000) {
		return
	}
	n := int(cell[2])
	x, y := r.x+(cell[1]+0.5)/cell[2]*r.w, r.y+(cell[0]+0.5)/cell[2]*r.h
	for _, ring := range []struct {
		width float32
		color color
	}{{5, k.surface}, {2.5, k.ink}} {
		d.frame(rect{x - 9, y - 9, 18, 18}, 9, ring.width, ring.color)
	}
	d.spots = append(d.spots, spot{box: r, rows: n, cols: n, action: "walk", live: true, tip: func(row, col int) (string, []string) {
		zx := domain[0] + (domain[1]-domain[0])*(float32(col)+0.5)/float32(n)
		zy := domain[3] - (domain[3]-domain[2])*(float32(row)+0.5)/float32(n)
		return "(" + number(zx, 2) + ", " + number(zy, 2) + ")", nil
	}})
}
