package rnn

import (
	"math"
	"strings"

	"nnplay/wasm/paper"
)

// Decades that the gradients' bars span.
const gradientDecades = 6 // "10⁻⁶"

// gradientHeight returns how high the rows of gradients are together.
func (k figure) gradientHeight(net unrolled, r paper.Rectangle) float32 {
	n := float32(len(net.layers))
	return min(36+14*(n-1), r.H*0.28)
}

// drawGradients draws, a row a layer and direction, the uppermost first, how large
// the gradient is with respect to the state after each step, on a logarithmic
// scale: a bar as high as the row is as large as the largest, an empty one a
// millionth of it or less. Bars are of the loss of the minibatch that was trained
// on last; a line is of the last error alone, which shows how far
// back it reaches even where there are errors at every step.
func (k figure) drawGradients(d *paper.Drawing, x float32, r paper.Rectangle, labels float32, net unrolled) {
	var rows []gradientRow
	var largest [2]float32 // of each kind
	for i := len(net.layers) - 1; i >= 0; i-- {
		row := gradientRow{layer: net.layers[i]}
		for kind, name := range [...]string{"/minibatch/gradient", "/gradient"} {
			norms, shape := k.Values(row.layer+name, 1)
			if norms == nil || shape[0] != net.steps {
				continue
			}
			row.norms[kind] = norms
			for _, v := range norms {
				if v < 1e30 {
					largest[kind] = max(largest[kind], v)
				}
			}
		}
		rows = append(rows, row)
	}
	title := k.Words.Text("canvas.gradientBack", "Gradient")
	k.drawGradientLegend(d, x, r, labels, title)
	const gap = 4
	height := (r.H - gap*float32(len(rows)-1)) / float32(len(rows))
	for i, row := range rows {
		box := paper.Rect(r.X, r.Y+float32(i)*(height+gap), r.W, height)
		name := ""
		if len(rows) > 1 {
			name = net.layerName(row.layer)
		}
		if labels > 0 {
			d.Label(strings.TrimSpace(title+" "+name), x, box.Y+box.H/2, 12, 0, k.Muted)
		}
		if labels > 0 && box.H > 26 { // what the scale spans
			d.Label("1", box.X-5, box.Y+5, 11, 1, k.Muted)
			d.Label("10⁻⁶", box.X-5, box.Y+box.H-5, 11, 1, k.Muted)
		}
		k.drawGradientRow(d, box, net, row, largest)
		if labels == 0 && name != "" {
			d.Label(name, box.X+3, box.Y+min(7, box.H/2), 11, 0, k.Ink)
		}
	}
}

// A gradientRow is what is known of a layer's gradients: of the last minibatch,
// and of the last error alone.
type gradientRow struct {
	layer string
	norms [2][]float32 // (T)
}

// drawGradientLegend says above the rows what bars and lines are.
func (k figure) drawGradientLegend(d *paper.Drawing, x float32, r paper.Rectangle, labels float32, title string) {
	y, right := r.Y-8, r.X+r.W
	left := r.X
	if labels == 0 {
		d.Label(title, x, y, 11, 0, k.Muted)
		left = x + k.Measure(title, 11) + 12
	}
	for _, part := range []struct {
		words string
		line  bool
	}{
		{k.Words.Text("canvas.gradientLast", "of the last error only"), true},
		{k.Words.Text("canvas.gradientMinibatch", "of the minibatch"), false},
	} {
		words := k.Fitted(part.words, 11, right-left-18)
		if words == "" || right-left < 60 {
			return
		}
		d.Label(words, right, y, 11, 1, k.Muted)
		right -= k.Measure(words, 11) + 16
		if part.line {
			d.Over.Line([][2]float32{{right, y}, {right + 12, y}}, 1.5, k.Ink)
		} else {
			d.Over.Fill(paper.Rect(right+2, y-5, 8, 10), 0, k.Muted.Alpha(0.6))
		}
		right -= 10
	}
}

// drawGradientRow draws a layer's gradients.
func (k figure) drawGradientRow(d *paper.Drawing, r paper.Rectangle, net unrolled, row gradientRow, largest [2]float32) {
	share := func(kind, t int) float32 {
		if row.norms[kind] == nil {
			return 0
		}
		if v := row.norms[kind][t]; v > 0 && largest[kind] > 0 {
			return paper.Clamp(1+float32(math.Log10(float64(v/largest[kind])))/gradientDecades, 0, 1)
		}
		return 0
	}
	width := r.W / float32(net.steps)
	d.Over.Fill(r, 0, k.Ink.Alpha(0.05))
	for t := range net.steps {
		if h := r.H * share(0, t); h > 0 {
			d.Over.Fill(paper.Rect(r.X+float32(t)*width+0.5, r.Y+r.H-h, max(width-1, 0.5), h), 0, k.Muted.Alpha(0.6))
		}
	}
	if row.norms[1] != nil {
		var path [][2]float32
		for t := range net.steps {
			y := r.Y + r.H*(1-share(1, t))
			path = append(path, [2]float32{r.X + float32(t)*width, y}, [2]float32{r.X + float32(t+1)*width, y})
		}
		d.Over.Line(path, 1.5, k.Ink)
	}
	d.Spots = append(d.Spots, paper.Spot{Box: r, Rows: 1, Cols: net.steps, Tip: func(_, t int) (string, []string) {
		name := k.Words.Text("canvas.gradientBack", "Gradient")
		if len(net.layers) > 1 {
			name += " " + net.layerName(row.layer)
		}
		return name + ", " + strings.ToLower(k.step(t)), k.gradientLines(row, largest, t)
	}})
}

// gradientLines says how large the gradients of a layer are at a step.
func (k figure) gradientLines(row gradientRow, largest [2]float32, t int) (lines []string) {
	for kind, what := range [...]string{
		k.Words.Text("canvas.gradientMinibatch", "of the minibatch"),
		k.Words.Text("canvas.gradientLast", "of the last error only"),
	} {
		if row.norms[kind] != nil {
			v := row.norms[kind][t]
			lines = append(lines, what+": ‖∂L/∂h‖ = "+paper.Gradient(v), "   "+paper.Number(v/max(largest[kind], 1e-30)*100, 3)+" % "+k.Words.Text("canvas.ofLargest", "of the largest"))
		}
	}
	return lines
}
