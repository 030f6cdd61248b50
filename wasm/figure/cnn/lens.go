package cnn

import (
	"strings"

	"nnplay/wasm/paper"
)

// A tap is one product of an element of a convolution: a weight, and what of the
// layer before lies under it, 0 beyond its borders.
type tap struct{ w, x float32 }

// taps returns the products of an element of a convolution, (size, size) of each
// channel of the layer before, channel by channel; nil of other layers.
func (k figure) taps(v *vision, layer, row, col, filter int) [][]tap {
	l, before := &v.layers[layer], &v.layers[layer-1]
	w, shape := k.Values(l.name+"/kernel", 4)
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
func (k figure) steps(l *imageLayer, taps [][]tap, row, col, channel int) (lines []string) {
	var sum float32
	for _, t := range taps {
		sum += sumOf(t)
	}
	text := "Σ w·x = " + paper.Number(sum, 3)
	if b, _ := k.Values(l.name+"/bias", 1); channel < len(b) {
		sum += b[channel]
		text += ",  + b = " + paper.Number(sum, 3)
	}
	lines = append(lines, text)
	for _, step := range []struct{ name, key, words string }{
		{"/normalized", "canvas.normed", "normalized"}, {"/joined", "canvas.joined", "with the input added"},
	} {
		if out, shape := k.Values(l.name+step.name, 3); out != nil && shape[0] == l.rows && shape[1] == l.cols && shape[2] == l.channels {
			lines = append(lines, k.Words.Text(step.key, step.words)+" → "+paper.Number(out[(row*l.cols+col)*l.channels+channel], 3))
		}
	}
	out := paper.Number(l.at(row, col, channel), 3)
	if layer := k.LayerOf(l.name); layer != nil {
		return append(lines, k.Words.Activation(layer.Activation)+" → "+out)
	}
	return append(lines, "→ "+out)
}

// mostTapLines bounds the lines of products in a tip; the lens has them all.
const mostTapLines = 9

// arithmetic tells how an element comes about: of a convolution its products, as
// far as there is room; of pooling what it chooses from.
func (k figure) arithmetic(v *vision, layer, row, col, channel int) (lines []string) {
	l, before := &v.layers[layer], &v.layers[layer-1]
	if strings.HasPrefix(l.name, "pool") {
		return k.poolingArithmetic(l, before, row, col, channel)
	}
	taps := k.taps(v, layer, row, col, channel)
	if taps == nil {
		return []string{paper.Number(l.at(row, col, channel), 3)}
	}
	size := l.window.size
	shown := max(min(len(taps), mostTapLines/size), 1)
	for c := range shown {
		for i := 0; i < len(taps[c]); i += size {
			var words []string
			for _, t := range taps[c][i : i+size] {
				words = append(words, paper.Number(t.w, 2)+"×"+paper.Number(t.x, 2))
			}
			lines = append(lines, strings.Join(words, "   "))
		}
	}
	if shown < len(taps) {
		var rest float32
		for _, t := range taps[shown:] {
			rest += sumOf(t)
		}
		lines = append(lines, k.Words.Say("canvas.otherChannels", "{n} more channels: {v}", "n", paper.Number(float32(len(taps)-shown), 0), "v", paper.Number(rest, 3)))
	}
	lines = append(lines, k.steps(l, taps, row, col, channel)...)
	if len(taps) > 1 {
		lines = append(lines, k.Words.Text("canvas.open", "select it to see all products"))
	}
	return lines
}

func (k figure) poolingArithmetic(l, before *imageLayer, row, col, channel int) []string {
	var list []string
	for p := range l.window.size {
		for q := range l.window.size {
			y, x := row*l.window.step-l.window.padding+p*l.window.spread, col*l.window.step-l.window.padding+q*l.window.spread
			if y >= 0 && x >= 0 && y < before.rows && x < before.cols {
				list = append(list, paper.Number(before.at(y, x, channel), 2))
			}
		}
	}
	name := k.Words.Text("canvas.largest", "largest of")
	if l.window.average {
		name = k.Words.Text("canvas.mean", "mean of")
	}
	return []string{name + " " + strings.Join(list, ", "), "= " + paper.Number(l.at(row, col, channel), 3)}
}

// flatArithmetic tells how a unit of a layer of single numbers comes about.
func (k figure) flatArithmetic(v *vision, layer, unit int) []string {
	l := &v.flat[layer]
	out := paper.Number(l.out[unit], 3)
	if l.name == "global" {
		return []string{k.Words.Say("canvas.meanOf", "mean of map {n}", "n", paper.Number(float32(unit+1), 0)), "= " + out}
	}
	if layer := k.LayerOf(l.name); layer != nil {
		return []string{k.Words.Activation(layer.Activation) + "(Σ w·a + b) = " + out}
	}
	return []string{out}
}

// focused returns the element of a convolution that the reader has chosen.
func (k figure) focused(v *vision) (layer, channel, row, col int, ok bool) {
	layer = k.View["focus"]
	if layer < 1 || layer >= len(v.layers) || !strings.HasPrefix(v.layers[layer].name, "conv") {
		return 0, 0, 0, 0, false
	}
	l := &v.layers[layer]
	return layer, min(k.View["channel"], l.channels-1), min(k.View["row"], l.rows-1), min(k.View["col"], l.cols-1), true
}

// Sizes of the lens.
const (
	lensCell  = 40 // width of a number, at most
	lensLeast = 24 // and at least, where the whole is to be seen
	lensFine  = 32 // and of one with two digits
	lensHigh  = 17 // height of one, at most
	lensLow   = 14 // and at least
	lensSign  = 16 // room for "·" and "="
)

// drawLens draws the arithmetic of the chosen element: for each channel of the
// layer before what lies under the kernel, the kernel, and their products.
func (k figure) drawLens(d *paper.Drawing, v *vision, r paper.Rectangle) {
	layer, channel, row, col, _ := k.focused(v)
	l := &v.layers[layer]
	taps := k.taps(v, layer, row, col, channel)
	if taps == nil {
		return
	}
	k.title(d, k.elementName(l, row, col, channel), r.X, r.Y, r.W-34)
	shut := paper.Rect(r.X+r.W-28, r.Y-4, 26, pagerHigh)
	x, y := shut.Center()
	d.Over.Fill(shut, 5, k.Zero)
	d.Over.Line([][2]float32{{x - 4, y - 4}, {x + 4, y + 4}}, 2, k.Ink)
	d.Over.Line([][2]float32{{x - 4, y + 4}, {x + 4, y - 4}}, 2, k.Ink)
	d.Spots = append(d.Spots, paper.Spot{
		Box: shut,
		Tip: func(int, int) (string, []string) {
			return k.Words.Text("canvas.kernels", "Kernels, and their gradients"), nil
		},
		Turn: func(view map[string]int, _, _ int) { view["focus"] = 0 },
	})
	steps := k.steps(l, taps, row, col, channel)
	at := r.Y + titleHigh + 8
	if line := strings.Join(steps, ",  "); k.Measure(line, 12) <= r.W {
		steps = []string{line}
	}
	for _, line := range steps {
		size := paper.Clamp(12*r.W/max(k.Measure(line, 12), 1), paper.LeastText, 12)
		d.Label(k.Fitted(line, size, r.W), r.X, at, size, 0, k.Ink)
		at += 17
	}
	body := paper.Rect(r.X, at, r.W, r.Y+r.H-at)
	size := l.window.size
	parts := []string{"x", "w", "w·x"}
	cell := paper.Clamp((body.W-2*lensSign)/float32(3*size), lensLeast, lensCell)
	width := func(parts int) float32 { return float32(parts*size)*cell + float32(parts-1)*lensSign }
	if width(3) > body.W { // the products alone
		parts = parts[2:]
		cell = min(lensCell, body.W/float32(size))
	}
	high := paper.Clamp((body.H-pagerHigh-14)/float32(size), 7, lensHigh)
	block := paper.Rectangle{W: width(len(parts)) + 22, H: high*float32(size) + 10}
	across := max(int((body.W+22)/block.W), 1)
	room := across * max(int(body.H/block.H), 1)
	if room < len(taps) {
		room = across * max(int((body.H-pagerHigh-2)/block.H), 1)
		k.drawPager(d, "window", paper.Rect(body.X, body.Y-4, min(body.W, 150), pagerHigh), len(taps), room, k.Words.Text("canvas.channels", "Input channels"))
		body.Y += pagerHigh + 2
	}
	from, to := k.pageOf("window", len(taps), room)
	for c := from; c < to; c++ {
		i := c - from
		k.drawWindow(d, v, layer, c, taps[c], parts, paper.Rect(body.X+float32(i%across)*block.W, body.Y+float32(i/across)*block.H, block.W, block.H), cell, high, row, col)
	}
}

// drawWindow draws the products of a channel of the layer before, as matrices.
func (k figure) drawWindow(d *paper.Drawing, v *vision, layer, channel int, taps []tap, parts []string, r paper.Rectangle, cell, high float32, row, col int) {
	l, before := &v.layers[layer], &v.layers[layer-1]
	size := l.window.size
	_, filter, _, _, _ := k.focused(v)
	told, digits := cell >= lensLeast && high >= lensLow, 1
	if cell >= lensFine {
		digits = 2
	}
	for p, name := range parts {
		box := paper.Rect(r.X+float32(p)*(cell*float32(size)+lensSign), r.Y, cell*float32(size), high*float32(size))
		values := make([]float32, len(taps))
		most := float32(0)
		for i, t := range taps {
			values[i] = map[string]float32{"x": t.x, "w": t.w, "w·x": t.w * t.x}[name]
			most = max(most, paper.Abs(values[i]))
		}
		// Pale, since numbers stand on them.
		d.Pictures = append(d.Pictures, paper.Picture{Box: box, Rows: size, Cols: size, Levels: paper.Signed(values, 3*max(most, 1e-6)), Table: &k.Levels})
		d.Over.Frame(box, 1, 1, k.Theme.Line)
		for i, value := range values {
			if !told {
				break
			}
			d.Label(paper.Number(value, digits), box.X+(float32(i%size)+0.5)*cell, box.Y+(float32(i/size)+0.5)*high, paper.LeastText, 0.5, k.Ink)
		}
		if p > 0 {
			d.Label(map[string]string{"w": "·", "w·x": "="}[name], box.X-lensSign/2, box.Y+box.H/2, 13, 0.5, k.Muted)
		}
		spot := paper.Spot{
			Box: box, Rows: size, Cols: size,
			Tip: func(p, q int) (string, []string) {
				t := taps[p*size+q]
				return k.Words.Say("canvas.channel", "Input channel {n}", "n", paper.Number(float32(channel+1), 0)), []string{paper.Number(t.w, 3) + " × " + paper.Number(t.x, 3) + " = " + paper.Number(t.w*t.x, 3)}
			},
			Marks: func(p, q int) []paper.Rectangle {
				y, x := row*l.window.step-l.window.padding+p*l.window.spread, col*l.window.step-l.window.padding+q*l.window.spread
				if b := before.boxes[channel]; b.W > 0 && y >= 0 && x >= 0 && y < before.rows && x < before.cols {
					return []paper.Rectangle{part(b, before.rows, before.cols, y, x, y+1, x+1)}
				}
				return nil
			},
		}
		if name != "x" {
			spot.Part = func(p, q int) paper.Part {
				return weightOf(l.name, size, before.channels, l.channels, p, q, channel, filter)
			}
		}
		d.Spots = append(d.Spots, spot)
	}
}

// sees returns the frames of what an element of a layer is computed from, its
// receptive field, on the image, on its saliency, and on the maps of each layer
// between. Of pooling, only the map of its own channel in the layer before.
func (v *vision) sees(layer, row, col, channel int) (list []paper.Rectangle) {
	l := &v.layers[layer]
	for at := range layer {
		in := &v.layers[at]
		top, bottom := l.field(row, at)
		left, right := l.field(col, at)
		if bottom <= top || right <= left || bottom > in.rows || right > in.cols {
			continue
		}
		for c, box := range in.boxes {
			if own := strings.HasPrefix(l.name, "pool") && at == layer-1; box.W > 0 && (!own || c == channel) {
				list = append(list, part(box, in.rows, in.cols, top, left, bottom, right))
			}
		}
		if at == 0 && v.saliencyBox.W > 0 {
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
