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

// poolingArithmetic tells what an element of a pooled map is chosen from.
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

// drawLens draws the arithmetic of the chosen element in the kernels' place: for each
// channel of the layer before what lies under the kernel, the kernel, and their
// products.
func (k figure) drawLens(d *paper.Drawing, v *vision, r paper.Rectangle) {
	layer, channel, row, col, _ := k.focused(v)
	l := &v.layers[layer]
	taps, card := k.taps(v, layer, row, col, channel), k.elementCard(v, layer, row, col, channel)
	if card == nil {
		return
	}
	k.title(d, k.elementName(l, row, col, channel), r.X, r.Y, r.W-34)
	k.drawShut(d, paper.Rect(r.X+r.W-28, r.Y-4, 26, pagerHigh))
	at := r.Y + titleHigh + 8
	line := sumLine(card)
	size := paper.Clamp(12*r.W/max(k.Measure(line, 12), 1), paper.LeastText, 12)
	d.Label(k.Fitted(line, size, r.W), r.X, at, size, 0, k.Ink)
	at += 15

	body := paper.Rect(r.X, at, r.W, r.Y+r.H-at)
	s := lensSheetOf(body, l.window.size, len(taps))
	if s.shown < len(taps) {
		k.drawPager(d, "window", paper.Rect(body.X, body.Y-4, min(body.W, 150), pagerHigh), len(taps), s.shown, k.Words.Text("canvas.channels", "Input channels"))
		body.Y += pagerHigh + 2
	}
	from, to := k.pageOf("window", len(taps), s.shown)
	for c := from; c < to; c++ {
		i := c - from
		k.drawWindow(d, v, layer, c, taps[c], s.parts, paper.Rect(body.X+float32(i%s.across)*s.block.W, body.Y+float32(i/s.across)*s.block.H, s.block.W, s.block.H), s.cell, s.high, row, col)
	}
}

// drawShut draws the button that gives the place back to the kernels.
func (k figure) drawShut(d *paper.Drawing, r paper.Rectangle) {
	x, y := r.Center()
	d.Over.Fill(r, 5, k.Zero)
	d.Over.Line([][2]float32{{x - 4, y - 4}, {x + 4, y + 4}}, 2, k.Ink)
	d.Over.Line([][2]float32{{x - 4, y + 4}, {x + 4, y - 4}}, 2, k.Ink)
	d.Spots = append(d.Spots, paper.Spot{
		Box: r,
		Tip: func(int, int) (string, []string) {
			return k.Words.Text("canvas.kernels", "Kernels, and their gradients"), nil
		},
		Turn: func(view map[string]int, _, _ int) { view["focus"] = 0 },
	})
}

// sumLine writes a sum and what becomes of it.
func sumLine(c *paper.Card) string {
	line := c.Name + " = " + paper.Number(c.Sum, 3)
	for _, s := range c.Steps {
		line += ",  " + s.Words + " → " + paper.Number(s.Value, 3)
	}
	return line
}

// A lensSheet says how the windows of input channels lie in the lens.
type lensSheet struct {
	parts         []string // of a window
	cell, high    float32  // the sides of a number
	block         paper.Rectangle
	across, shown int // windows side by side, and on a page
}

// lensSheetOf arranges windows of a size in a rectangle. Where not all of them are
// shown, a pager takes some of the room.
func lensSheetOf(r paper.Rectangle, size, windows int) lensSheet {
	s := lensSheet{parts: []string{"x", "w", "w·x"}}
	s.cell = paper.Clamp((r.W-2*lensSign)/float32(3*size), lensLeast, lensCell)
	width := func(parts int) float32 { return float32(parts*size)*s.cell + float32(parts-1)*lensSign }
	if width(3) > r.W { // the products alone
		s.parts = s.parts[2:]
		s.cell = min(lensCell, r.W/float32(size))
	}
	fill := func(height float32) int {
		s.high = paper.Clamp(height/float32(size), 7, lensHigh)
		s.block = paper.Rectangle{W: width(len(s.parts)) + 22, H: s.high*float32(size) + 10}
		s.across = max(int((r.W+22)/s.block.W), 1)
		s.shown = s.across * max(int((height+10)/s.block.H), 1)
		return s.shown
	}
	if fill(r.H) < windows {
		fill(r.H - pagerHigh - 2)
	}
	return s
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
