package main

import (
	"math"
	"strings"
)

// Decades that the gradients' bars span.
const gradientDecades = 6 // "10⁻⁶"

// gradientHeight returns how high the rows of gradients are together.
func (k *kit) gradientHeight(net unrolled, r rect) float32 {
	n := float32(len(net.layers))
	return min(36+14*(n-1), r.h*0.28)
}

// drawGradients draws, a row a layer and direction, the uppermost first, how large
// the gradient is with respect to the state after each step, on a logarithmic
// scale: a bar as high as the row is as large as the largest, an empty one a
// millionth of it or less. Bars are of the loss of the minibatch that was trained
// on last; a line is of the last error alone, which shows how far
// back it reaches even where there are errors at every step.
func (k *kit) drawGradients(d *drawing, x float32, r rect, labels float32, net unrolled) {
	var rows []gradientRow
	var largest [2]float32 // of each kind
	for i := len(net.layers) - 1; i >= 0; i-- {
		row := gradientRow{layer: net.layers[i]}
		for kind, name := range [...]string{"/minibatch/gradient", "/gradient"} {
			norms, shape := k.values(row.layer+name, 1)
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
	title := k.words.text("canvas.gradientBack", "Gradient")
	k.drawGradientLegend(d, x, r, labels, title)
	const gap = 4
	height := (r.h - gap*float32(len(rows)-1)) / float32(len(rows))
	for i, row := range rows {
		box := rect{r.x, r.y + float32(i)*(height+gap), r.w, height}
		name := ""
		if len(rows) > 1 {
			name = net.layerName(row.layer)
		}
		if labels > 0 {
			d.label(strings.TrimSpace(title+" "+name), x, box.y+box.h/2, 12, 0, k.muted)
		}
		if labels > 0 && box.h > 26 { // what the scale spans
			d.label("1", box.x-5, box.y+5, 9, 1, k.muted)
			d.label("10⁻⁶", box.x-5, box.y+box.h-5, 9, 1, k.muted)
		}
		k.drawGradientRow(d, box, net, row, largest)
		if labels == 0 && name != "" {
			d.label(name, box.x+3, box.y+min(7, box.h/2), 10, 0, k.ink)
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
func (k *kit) drawGradientLegend(d *drawing, x float32, r rect, labels float32, title string) {
	y, right := r.y-8, r.x+r.w
	left := r.x
	if labels == 0 {
		d.label(title, x, y, 11, 0, k.muted)
		left = x + k.measure(title, 11) + 12
	}
	for _, part := range []struct {
		words string
		line  bool
	}{
		{k.words.text("canvas.gradientLast", "of the last error alone"), true},
		{k.words.text("canvas.gradientMinibatch", "of the minibatch"), false},
	} {
		words := k.fitted(part.words, 11, right-left-18)
		if words == "" || right-left < 60 {
			return
		}
		d.label(words, right, y, 11, 1, k.muted)
		right -= k.measure(words, 11) + 16
		if part.line {
			d.line([][2]float32{{right, y}, {right + 12, y}}, 1.5, k.ink)
		} else {
			d.fill(rect{right + 2, y - 5, 8, 10}, 0, k.muted.alpha(0.6))
		}
		right -= 10
	}
}

// drawGradientRow draws a layer's gradients.
func (k *kit) drawGradientRow(d *drawing, r rect, net unrolled, row gradientRow, largest [2]float32) {
	share := func(kind, t int) float32 {
		if row.norms[kind] == nil {
			return 0
		}
		if v := row.norms[kind][t]; v > 0 && largest[kind] > 0 {
			return clamp(1+float32(math.Log10(float64(v/largest[kind])))/gradientDecades, 0, 1)
		}
		return 0
	}
	width := r.w / float32(net.steps)
	d.fill(r, 0, k.ink.alpha(0.05))
	for t := range net.steps {
		if h := r.h * share(0, t); h > 0 {
			d.fill(rect{r.x + float32(t)*width + 0.5, r.y + r.h - h, max(width-1, 0.5), h}, 0, k.muted.alpha(0.6))
		}
	}
	if row.norms[1] != nil {
		var path [][2]float32
		for t := range net.steps {
			y := r.y + r.h*(1-share(1, t))
			path = append(path, [2]float32{r.x + float32(t)*width, y}, [2]float32{r.x + float32(t+1)*width, y})
		}
		d.line(path, 1.5, k.ink)
	}
	d.spots = append(d.spots, spot{box: r, rows: 1, cols: net.steps, tip: func(_, t int) (string, []string) {
		name := k.words.text("canvas.gradientBack", "Gradient")
		if len(net.layers) > 1 {
			name += " " + net.layerName(row.layer)
		}
		return name + ", " + strings.ToLower(k.step(t)), k.gradientLines(row, largest, t)
	}})
}

// gradientLines says how large the gradients of a layer are at a step.
func (k *kit) gradientLines(row gradientRow, largest [2]float32, t int) (lines []string) {
	for kind, what := range [...]string{
		k.words.text("canvas.gradientMinibatch", "of the minibatch"),
		k.words.text("canvas.gradientLast", "of the last error alone"),
	} {
		if row.norms[kind] != nil {
			v := row.norms[kind][t]
			lines = append(lines, what+": ‖∂L/∂h‖ = "+gradient(v), "   "+number(v/max(largest[kind], 1e-30)*100, 3)+" % "+k.words.text("canvas.ofLargest", "of the largest"))
		}
	}
	return lines
}
