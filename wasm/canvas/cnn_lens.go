package main

import "strings"

// A tap is one product of an element of a convolution: a weight, and what of the
// layer before lies under it, 0 beyond its borders.
type tap struct{ w, x float32 }

// taps returns the products of an element of a convolution, (size, size) of each
// channel of the layer before, channel by channel; nil of other layers.
func (k *kit) taps(v *vision, layer, row, col, filter int) [][]tap {
	l, before := &v.layers[layer], &v.layers[layer-1]
	w, shape := k.values(l.name+"/kernel", 4)
	if w == nil || shape[2] != before.channels || filter >= shape[3] || shape[0] != l.window.size || shape[1] != l.window.size {
		return nil
	}
	size, win := l.window.size, l.window
	list := make([][]tap, before.channels)
	for c := range list {
		list[c] = make([]tap, size*size)
		for i := range list[c] {
			y, x := row*win.step-win.padding+i/size*win.spread, col*win.step-win.padding+i%size*win.spread
			list[c][i] = tap{w[(i*before.channels+c)*shape[3]+filter], before.at(y, x, c)}
		}
	}
	return list
}

// sumOf returns the sum of products.
func sumOf(taps []tap) (sum float32) {
	for _, t := range taps {
		sum += t.w * t.x
	}
	return sum
}

// steps tells how the sum of an element of a convolution becomes what the layer
// says: bias, normalization, residual connection and activation, with the values
// that the network computed.
func (k *kit) steps(l *imageLayer, taps [][]tap, row, col, channel int) (lines []string) {
	var sum float32
	for _, t := range taps {
		sum += sumOf(t)
	}
	text := "Σ w·x = " + number(sum, 3)
	if b, _ := k.values(l.name+"/bias", 1); channel < len(b) {
		sum += b[channel]
		text += ",  + b = " + number(sum, 3)
	}
	lines = append(lines, text)
	for _, step := range []struct{ name, key, words string }{
		{"/normalized", "canvas.normed", "normalized"}, {"/joined", "canvas.joined", "with what came in"},
	} {
		if out, shape := k.values(l.name+step.name, 3); out != nil && shape[0] == l.rows && shape[1] == l.cols && shape[2] == l.channels {
			lines = append(lines, k.words.text(step.key, step.words)+" → "+number(out[(row*l.cols+col)*l.channels+channel], 3))
		}
	}
	out := number(l.at(row, col, channel), 3)
	if layer := k.layerOf(l.name); layer != nil {
		return append(lines, k.words.activation(layer.Activation)+" → "+out)
	}
	return append(lines, "→ "+out)
}

// mostTapLines bounds the lines of products in a tip; the lens has them all.
const mostTapLines = 9

// arithmetic tells how an element comes about: of a convolution its products, as
// far as there is room; of pooling what it chooses from.
func (k *kit) arithmetic(v *vision, layer, row, col, channel int) (lines []string) {
	l, before := &v.layers[layer], &v.layers[layer-1]
	if strings.HasPrefix(l.name, "pool") {
		return k.poolingArithmetic(l, before, row, col, channel)
	}
	taps := k.taps(v, layer, row, col, channel)
	if taps == nil {
		return []string{number(l.at(row, col, channel), 3)}
	}
	size := l.window.size
	shown := max(min(len(taps), mostTapLines/size), 1)
	for c := range shown {
		for i := 0; i < len(taps[c]); i += size {
			var words []string
			for _, t := range taps[c][i : i+size] {
				words = append(words, number(t.w, 2)+"×"+number(t.x, 2))
			}
			lines = append(lines, strings.Join(words, "   "))
		}
	}
	if shown < len(taps) {
		var rest float32
		for _, t := range taps[shown:] {
			rest += sumOf(t)
		}
		lines = append(lines, k.words.say("canvas.otherChannels", "{n} more channels: {v}", "n", number(float32(len(taps)-shown), 0), "v", number(rest, 3)))
	}
	lines = append(lines, k.steps(l, taps, row, col, channel)...)
	if len(taps) > 1 {
		lines = append(lines, k.words.text("canvas.open", "choose it to see all products"))
	}
	return lines
}

func (k *kit) poolingArithmetic(l, before *imageLayer, row, col, channel int) []string {
	var list []string
	for p := range l.window.size {
		for q := range l.window.size {
			y, x := row*l.window.step-l.window.padding+p*l.window.spread, col*l.window.step-l.window.padding+q*l.window.spread
			if y >= 0 && x >= 0 && y < before.rows && x < before.cols {
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

// flatArithmetic tells how a unit of a layer of single numbers comes about.
func (k *kit) flatArithmetic(v *vision, layer, unit int) []string {
	l := &v.flat[layer]
	out := number(l.out[unit], 3)
	if l.name == "global" {
		return []string{k.words.say("canvas.meanOf", "mean of map {n}", "n", number(float32(unit+1), 0)), "= " + out}
	}
	if layer := k.layerOf(l.name); layer != nil {
		return []string{k.words.activation(layer.Activation) + "(Σ w·a + b) = " + out}
	}
	return []string{out}
}

// focused returns the element of a convolution that the reader has chosen.
func (k *kit) focused(v *vision) (layer, channel, row, col int, ok bool) {
	layer = k.view["focus"]
	if layer < 1 || layer >= len(v.layers) || !strings.HasPrefix(v.layers[layer].name, "conv") {
		return 0, 0, 0, 0, false
	}
	l := &v.layers[layer]
	return layer, min(k.view["channel"], l.channels-1), min(k.view["row"], l.rows-1), min(k.view["col"], l.cols-1), true
}

// Sizes of the lens.
const (
	lensCell  = 34 // width of a number, at most
	lensLeast = 23 // and at least, where the whole is to be seen
	lensHigh  = 17 // height of one, at most
	lensSign  = 16 // room for "·" and "="
)

// drawLens draws the arithmetic of the chosen element: for each channel of the
// layer before what lies under the kernel, the kernel, and their products.
func (k *kit) drawLens(d *drawing, v *vision, r rect) {
	layer, channel, row, col, _ := k.focused(v)
	l := &v.layers[layer]
	taps := k.taps(v, layer, row, col, channel)
	if taps == nil {
		return
	}
	k.title(d, k.elementName(l, row, col, channel), r.x, r.y, r.w-34)
	shut := rect{r.x + r.w - 28, r.y - 4, 26, pagerHigh}
	x, y := shut.center()
	d.fill(shut, 5, k.zero)
	d.line([][2]float32{{x - 4, y - 4}, {x + 4, y + 4}}, 2, k.ink)
	d.line([][2]float32{{x - 4, y + 4}, {x + 4, y - 4}}, 2, k.ink)
	d.spots = append(d.spots, spot{
		box: shut,
		tip: func(int, int) (string, []string) {
			return k.words.text("canvas.kernels", "Kernels, and their gradients"), nil
		},
		turn: func(view map[string]int, _, _ int) { view["focus"] = 0 },
	})
	steps := k.steps(l, taps, row, col, channel)
	at := r.y + titleHigh + 8
	if line := strings.Join(steps, ",  "); k.measure(line, 12) <= r.w {
		steps = []string{line}
	}
	for _, line := range steps {
		size := clamp(12*r.w/max(k.measure(line, 12), 1), 8, 12)
		d.label(line, r.x, at, size, 0, k.ink)
		at += 17
	}
	body := rect{r.x, at, r.w, r.y + r.h - at}
	size := l.window.size
	parts := []string{"x", "w", "w·x"}
	cell := clamp((body.w-2*lensSign)/float32(3*size), lensLeast, lensCell)
	width := func(parts int) float32 { return float32(parts*size)*cell + float32(parts-1)*lensSign }
	if width(3) > body.w { // the products alone
		parts = parts[2:]
		cell = min(lensCell, body.w/float32(size))
	}
	high := clamp((body.h-pagerHigh-14)/float32(size), 7, lensHigh)
	block := rect{w: width(len(parts)) + 22, h: high*float32(size) + 10}
	across := max(int((body.w+22)/block.w), 1)
	room := across * max(int(body.h/block.h), 1)
	if room < len(taps) {
		room = across * max(int((body.h-pagerHigh-2)/block.h), 1)
		k.drawPager(d, "window", rect{body.x, body.y - 4, min(body.w, 150), pagerHigh}, len(taps), room, k.words.text("canvas.channels", "Input channels"))
		body.y += pagerHigh + 2
	}
	from, to := k.pageOf("window", len(taps), room)
	for c := from; c < to; c++ {
		i := c - from
		k.drawWindow(d, v, layer, c, taps[c], parts, rect{body.x + float32(i%across)*block.w, body.y + float32(i/across)*block.h, block.w, block.h}, cell, high, row, col)
	}
}

// drawWindow draws the products of a channel of the layer before, as matrices.
func (k *kit) drawWindow(d *drawing, v *vision, layer, channel int, taps []tap, parts []string, r rect, cell, high float32, row, col int) {
	l, before := &v.layers[layer], &v.layers[layer-1]
	size := l.window.size
	digits := clamp(min(cell/3.4, high*0.62), 5, 10)
	for p, name := range parts {
		box := rect{r.x + float32(p)*(cell*float32(size)+lensSign), r.y, cell * float32(size), high * float32(size)}
		values := make([]float32, len(taps))
		most := float32(0)
		for i, t := range taps {
			values[i] = map[string]float32{"x": t.x, "w": t.w, "w·x": t.w * t.x}[name]
			most = max(most, abs(values[i]))
		}
		// Pale, since numbers stand on them.
		d.pictures = append(d.pictures, picture{box: box, rows: size, cols: size, levels: signed(values, 3*max(most, 1e-6)), table: &k.levels})
		d.frame(box, 1, 1, k.theme.line)
		for i, value := range values {
			d.label(number(value, 2), box.x+(float32(i%size)+0.5)*cell, box.y+(float32(i/size)+0.5)*high, digits, 0.5, k.ink)
		}
		if p > 0 {
			d.label(map[string]string{"w": "·", "w·x": "="}[name], box.x-lensSign/2, box.y+box.h/2, 13, 0.5, k.muted)
		}
		d.spots = append(d.spots, spot{
			box: box, rows: size, cols: size,
			tip: func(p, q int) (string, []string) {
				t := taps[p*size+q]
				return k.words.say("canvas.channel", "Input channel {n}", "n", number(float32(channel+1), 0)), []string{number(t.w, 3) + " × " + number(t.x, 3) + " = " + number(t.w*t.x, 3)}
			},
			marks: func(p, q int) []rect {
				y, x := row*l.window.step-l.window.padding+p*l.window.spread, col*l.window.step-l.window.padding+q*l.window.spread
				if b := before.boxes[channel]; b.w > 0 && y >= 0 && x >= 0 && y < before.rows && x < before.cols {
					return []rect{part(b, before.rows, before.cols, y, x, y+1, x+1)}
				}
				return nil
			},
		})
	}
}

// sees returns the frames of what an element of a layer is computed from, its
// receptive field, on the image, on its saliency, and on the maps of each layer
// between. Of pooling, only the map of its own channel in the layer before.
func (v *vision) sees(layer, row, col, channel int) (list []rect) {
	l := &v.layers[layer]
	for at := range layer {
		in := &v.layers[at]
		top, bottom := l.field(row, at)
		left, right := l.field(col, at)
		if bottom <= top || right <= left || bottom > in.rows || right > in.cols {
			continue
		}
		for c, box := range in.boxes {
			if own := strings.HasPrefix(l.name, "pool") && at == layer-1; box.w > 0 && (!own || c == channel) {
				list = append(list, part(box, in.rows, in.cols, top, left, bottom, right))
			}
		}
		if at == 0 && v.saliencyBox.w > 0 {
			list = append(list, part(v.saliencyBox, in.rows, in.cols, top, left, bottom, right))
		}
	}
	return list
}

// field returns which rows, or columns, of a layer before an element's row, or
// column, is computed from; none if that is not known.
func (l *imageLayer) field(place, before int) (from, to int) {
	if at := 2 * (place*l.depth + before); at >= 0 && before < l.depth && at+1 < len(l.fields) {
		return int(l.fields[at]), int(l.fields[at+1])
	}
	return 0, 0
}
