package main

import (
	"math"
	"strings"
)

// drawMaps draws the feature maps of each layer of images, a column each.
func (k *kit) drawMaps(d *drawing, v *vision, r rect) {
	layers := v.layers[1:]
	const least = 40 // width of a column
	if float32(len(layers))*least > r.w {
		layers = ends(layers)
	}
	const gap = 12
	var total float32
	for i := range layers {
		total += mapShare(&layers[i])
	}
	x := r.x
	for i := range layers {
		l := &layers[i]
		width := (r.w - gap*float32(len(layers)-1)) * mapShare(l) / total
		k.title(d, k.layerName(l.name), x, r.y, width)
		k.caption(d, number(float32(l.channels), 0)+" · "+number(float32(l.rows), 0)+"×"+number(float32(l.cols), 0), x, r.y+26, width)
		body := rect{x, r.y + 38, width, r.h - 38}
		before := v.before(l.name)
		tiles := tileGrid(body, l.channels, 1, 3)
		most := largestOf(l.out)
		for c, box := range tiles {
			d.pictures = append(d.pictures, picture{box: box, rows: l.rows, cols: l.cols, levels: signed(l.plane(c), most), table: &k.levels})
			d.spots = append(d.spots, spot{
				box: box, rows: l.rows, cols: l.cols,
				tip: func(row, col int) (string, []string) {
					name := k.layerName(l.name) + " · " + number(float32(c+1), 0) + " " + place(row, col)
					return name, k.arithmetic(l, before, row, col, c)
				},
				marks: func(row, col int) []rect { return v.sees(l.name, row, col) },
			})
		}
		x += width + gap
	}
}

// mapShare returns how wide a layer's column is in comparison with others: more
// maps take more room.
func mapShare(l *imageLayer) float32 { return 2 + float32(math.Sqrt(float64(l.channels))) }

// ends leaves the last layer of each stage.
func ends(layers []imageLayer) (list []imageLayer) {
	for i, l := range layers {
		if i+1 == len(layers) || !strings.HasPrefix(layers[i+1].name, "pool") {
			list = append(list, l)
		}
	}
	return list
}

// layerName returns what a layer of images is called.
func (k *kit) layerName(name string) string {
	for _, kind := range []struct{ prefix, key, words string }{
		{"conv", "canvas.conv", "Conv {n}"}, {"pool", "canvas.pool", "Pool {n}"},
	} {
		if n, ok := strings.CutPrefix(name, kind.prefix); ok {
			return k.say(kind.key, kind.words, "n", n)
		}
	}
	return name
}

// tileGrid returns boxes for n pictures of rows to cols as aspect, as large as
// they can be in a rectangle; fewer than n where they would be too small.
func tileGrid(r rect, n int, aspect, gap float32) []rect {
	const smallest, largest = 7, 72
	best, columns := float32(0), 1
	for cols := 1; cols <= n; cols++ {
		rows := (n + cols - 1) / cols
		w := min((r.w+gap)/float32(cols)-gap, ((r.h+gap)/float32(rows)-gap)/aspect)
		if w > best {
			best, columns = w, cols
		}
	}
	w := min(best, largest)
	if w < smallest {
		w = smallest
		columns = max(int((r.w+gap)/(w+gap)), 1)
		n = min(n, columns*max(int((r.h+gap)/(w*aspect+gap)), 1))
	}
	var list []rect
	for i := range n {
		list = append(list, rect{r.x + float32(i%columns)*(w+gap), r.y + float32(i/columns)*(w*aspect+gap), w, w * aspect})
	}
	return list
}

// before returns the layer of images before the one of a name.
func (v *vision) before(name string) *imageLayer {
	for i := range v.layers[1:] {
		if v.layers[i+1].name == name {
			return &v.layers[i]
		}
	}
	return nil
}

// sees returns the frames, on the image and on its saliency, of what an element
// of a layer is computed from: its receptive field.
func (v *vision) sees(name string, row, col int) []rect {
	at := 0
	for i := range v.layers {
		if v.layers[i].name == name {
			at = i
		}
	}
	top, bottom, left, right := row, row+1, col, col+1
	for ; at > 0; at-- {
		w := v.layers[at].window
		reach := w.spread*(w.size-1) + 1
		top, bottom = top*w.step-w.padding, (bottom-1)*w.step-w.padding+reach
		left, right = left*w.step-w.padding, (right-1)*w.step-w.padding+reach
		in := &v.layers[at-1]
		top, bottom, left, right = max(top, 0), min(bottom, in.rows), max(left, 0), min(right, in.cols)
	}
	var list []rect
	for _, box := range []rect{v.imageBox, v.saliencyBox} {
		if box.w > 0 && bottom > top && right > left {
			list = append(list, part(box, v.rows, v.cols, top, left, bottom, right))
		}
	}
	return list
}

// arithmetic tells how an element comes about: of a convolution the largest
// products, of pooling what it chooses from.
func (k *kit) arithmetic(l, before *imageLayer, row, col, channel int) []string {
	out := number(l.at(row, col, channel), 3)
	if before == nil {
		return []string{out}
	}
	if strings.HasPrefix(l.name, "pool") {
		return k.poolingArithmetic(l, before, row, col, channel)
	}
	w, shape := k.values(l.name+"/kernel", 4)
	if w == nil || shape[2] != before.channels || channel >= shape[3] || shape[0] != l.window.size {
		return []string{out}
	}
	type product struct{ w, x float32 }
	var largest [3]product
	var sum float32
	count := 0
	for p := range shape[0] {
		for q := range shape[1] {
			for c := range shape[2] {
				x := before.at(row*l.window.step-l.window.padding+p*l.window.spread, col*l.window.step-l.window.padding+q*l.window.spread, c)
				if x == 0 {
					continue
				}
				count++
				next := product{w[((p*shape[1]+q)*shape[2]+c)*shape[3]+channel], x}
				sum += next.w * next.x
				for i := range largest {
					if abs(next.w*next.x) > abs(largest[i].w*largest[i].x) {
						largest[i], next = next, largest[i]
					}
				}
			}
		}
	}
	var lines []string
	rest := sum
	for _, p := range largest[:min(count, len(largest))] {
		lines = append(lines, number(p.w, 2)+" × "+number(p.x, 2)+" = "+number(p.w*p.x, 3))
		rest -= p.w * p.x
	}
	if count > len(largest) {
		lines = append(lines, k.say("canvas.others", "{n} more: {v}", "n", number(float32(count-len(largest)), 0), "v", number(rest, 3)))
	}
	if b, _ := k.values(l.name+"/bias", 1); channel < len(b) {
		lines = append(lines, "b = "+number(b[channel], 3))
		sum += b[channel]
	}
	layer := k.layerOf(l.name)
	lines = append(lines, "Σ = "+number(sum, 3))
	if layer != nil {
		lines = append(lines, k.words.activation(layer.Activation)+" → "+out)
	}
	return lines
}

func (k *kit) poolingArithmetic(l, before *imageLayer, row, col, channel int) []string {
	var list []string
	for p := range l.window.size {
		for q := range l.window.size {
			y, x := row*l.window.step-l.window.padding+p*l.window.spread, col*l.window.step-l.window.padding+q*l.window.spread
			if y >= 0 && x >= 0 && y < before.rows && x < before.cols && len(list) < 9 {
				list = append(list, number(before.at(y, x, channel), 2))
			}
		}
	}
	name := k.words.text("canvas.largest", "largest of")
	if l.window.average {
		name = k.words.text("canvas.mean", "mean of")
	}
	return []string{name + " " + strings.Join(list, ", "), "= " + number(l.at(row, col, channel), 3)}
}

// drawKernels draws the kernels of each convolution, a row an input channel and
// a column a filter, and beside them the gradient of the last step.
func (k *kit) drawKernels(d *drawing, v *vision, r rect) {
	var layers []*imageLayer
	for i := range v.layers {
		if strings.HasPrefix(v.layers[i].name, "conv") {
			layers = append(layers, &v.layers[i])
		}
	}
	const gap = 14
	if len(layers) > 0 {
		k.title(d, k.words.text("canvas.kernels", "Kernels, and their gradients"), r.x, r.y, r.w)
	}
	r.y, r.h = r.y+titleHigh, r.h-titleHigh
	// Wider are those with more kernels.
	var total float32
	share := make([]float32, len(layers))
	for i, l := range layers {
		kernels := min(l.channels, mostKernels) * min(v.before(l.name).channels, mostKernels)
		share[i] = float32(math.Sqrt(float64(kernels))) + 3
		total += share[i]
	}
	x := r.x
	for i, l := range layers {
		width := (r.w - gap*float32(len(layers)-1)) * share[i] / total
		k.drawKernelsOf(d, l, rect{x, r.y, width, r.h})
		x += width + gap
	}
}

// mostKernels bounds the rows, and the columns, of kernels that are shown.
const mostKernels = 24

func (k *kit) drawKernelsOf(d *drawing, l *imageLayer, r rect) {
	w, shape := k.values(l.name+"/kernel", 4)
	if w == nil || len(w) == 0 {
		return
	}
	size, channels, filters := shape[0], shape[2], shape[3]
	gradient, _ := k.values(l.name+"/kernel/gradient", 4)
	if len(gradient) != len(w) {
		gradient = nil
	}
	k.caption(d, k.layerName(l.name), r.x, r.y+4, r.w)
	body := rect{r.x, r.y + 14, r.w, r.h - 14}
	rows, cols := min(channels, mostKernels), min(filters, mostKernels)
	if channels == 1 && cols > 4 { // in two rows
		cols = (cols + 1) / 2
		rows = 2
	}
	// The gradient lies below the kernels, or beside them where that makes
	// them larger.
	const apart = 8
	below := min(body.w/float32(cols), (body.h-apart)/float32(2*rows), 26)
	beside := min((body.w-12)/float32(2*cols), body.h/float32(rows), 26)
	pitch, dx, dy := below, float32(0), below*float32(rows)+apart
	first := body
	if beside > below {
		pitch, dx, dy = beside, beside*float32(cols)+12, 0
	}
	for which, values := range [][]float32{w, gradient} {
		if values == nil {
			continue
		}
		at := rect{first.x + dx*float32(which), first.y + dy*float32(which), pitch * float32(cols), pitch * float32(rows)}
		most := largestOf(values)
		inset := min(1, pitch*0.1)
		for i := range rows * cols {
			c, f := i/cols, i%cols
			if channels == 1 {
				c, f = 0, i
			}
			if f >= filters {
				break
			}
			box := rect{at.x + float32(i%cols)*pitch, at.y + float32(i/cols)*pitch, pitch - inset, pitch - inset}
			d.pictures = append(d.pictures, picture{box: box, rows: size, cols: size, levels: signed(kernelOf(values, size, channels, filters, c, f), most), table: &k.levels})
		}
		d.spots = append(d.spots, spot{box: at, rows: rows, cols: cols, tip: func(row, col int) (string, []string) {
			c, f := row, col
			if channels == 1 {
				c, f = 0, row*cols+col
			}
			if f >= filters {
				return "", nil
			}
			name := k.layerName(l.name) + " · " + number(float32(c+1), 0) + " → " + number(float32(f+1), 0)
			if which == 1 {
				name += " · " + k.words.text("canvas.gradient", "gradient")
			}
			return name, matrixLines(kernelOf(values, size, channels, filters, c, f), size)
		}})
	}
}

// kernelOf returns the kernel (size, size) from an input channel to a filter of
// kernels (size, size, channels, filters).
func kernelOf(values []float32, size, channels, filters, channel, filter int) []float32 {
	out := make([]float32, size*size)
	for i := range out {
		out[i] = values[(i*channels+channel)*filters+filter]
	}
	return out
}

// matrixLines writes a matrix, a line a row.
func matrixLines(values []float32, cols int) (lines []string) {
	for i := 0; i+cols <= len(values); i += cols {
		var words []string
		for _, v := range values[i : i+cols] {
			words = append(words, number(v, 2))
		}
		lines = append(lines, strings.Join(words, "   "))
	}
	return lines
}

// drawTemplates draws, for a network without convolutions, the weights from the
// image to each unit of the first layer as an image: what it looks for.
func (k *kit) drawTemplates(d *drawing, v *vision, r rect) {
	if len(k.topology.Layers) == 0 || v.image == nil {
		return
	}
	first := k.topology.Layers[0].Name
	w, shape := k.values(first+"/weight", 2)
	if w == nil || shape[0] != v.rows*v.cols {
		return
	}
	k.title(d, k.words.text("canvas.templates", "What each unit looks for"), r.x, r.y, r.w)
	most := largestOf(w)
	out, _ := k.values(first+"/out", 1)
	for unit, box := range tileGrid(rect{r.x, r.y + titleHigh + 6, r.w, r.h - titleHigh - 6}, shape[1], 1, 5) {
		plane := make([]float32, shape[0])
		for i := range plane {
			plane[i] = w[i*shape[1]+unit]
		}
		d.pictures = append(d.pictures, picture{box: box, rows: v.rows, cols: v.cols, levels: signed(plane, most), table: &k.levels})
		d.spots = append(d.spots, spot{
			box: box, rows: v.rows, cols: v.cols,
			tip: func(row, col int) (string, []string) {
				lines := []string{"w = " + number(plane[row*v.cols+col], 3)}
				if unit < len(out) {
					lines = append(lines, "→ "+number(out[unit], 3))
				}
				return number(float32(unit+1), 0) + " " + place(row, col), lines
			},
			marks: func(row, col int) []rect { return []rect{part(v.imageBox, v.rows, v.cols, row, col, row+1, col+1)} },
		})
	}
}
