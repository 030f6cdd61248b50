package main

import (
	"math"
	"strings"
)

// figureRNN shows a recurrent network unrolled in time, from left to right: what
// is read at the bottom, the states and gates of each layer above it, what is
// predicted at the top; and how the error at the end fades on its way back. A
// second network that learns beside it stands to its right.
func figureRNN(k *kit) drawing {
	var d drawing
	nets := k.recurrentNets()
	box := k.free
	if len(nets) == 0 {
		return d
	}
	gap := float32(26)
	sideways := !k.narrow()
	for i, net := range nets {
		r := box
		if n := float32(len(nets)); sideways {
			r.w = (box.w - gap*(n-1)) / n
			r.x += (r.w + gap) * float32(i)
		} else {
			r.h = (box.h - gap*(n-1)) / n
			r.y += (r.h + gap) * float32(i)
		}
		k.drawUnrolled(&d, r, net, len(nets) > 1)
	}
	return d
}

// An unrolled is one network of a recurrent experiment: its layers' names have
// the prefix.
type unrolled struct {
	prefix string
	layers []string // from below
	steps  int
}

// recurrentNets returns the networks that there are states of.
func (k *kit) recurrentNets() []unrolled {
	var nets []unrolled
	for _, l := range k.topology.Layers {
		_, shape := k.values(l.Name+"/hidden", 3)
		if shape == nil || shape[1] < 1 || shape[2] < 1 {
			continue
		}
		prefix := ""
		if i := strings.LastIndex(l.Name, "/"); i >= 0 {
			prefix = l.Name[:i+1]
		}
		if n := len(nets); n == 0 || nets[n-1].prefix != prefix {
			nets = append(nets, unrolled{prefix: prefix, steps: shape[1]})
		}
		net := &nets[len(nets)-1]
		if shape[1] == net.steps {
			net.layers = append(net.layers, l.Name)
		}
	}
	return nets
}

// Sizes of the figure, CSS pixels.
const (
	rnnLabels   = 88  // left of the rows
	rnnTokens   = 24  // height of a row of tokens
	rnnValues   = 64  // height of a row of values
	rnnGradient = 46  // height of the gradient's bars
	rnnGap      = 18  // between two rows: the title of the lower one stands there
	leastGate   = 22  // height of a gate's row below which it is left out
	mostTokens  = 400 // that are written
)

// drawUnrolled draws a network into r.
func (k *kit) drawUnrolled(d *drawing, r rect, net unrolled, named bool) {
	labels := float32(rnnLabels)
	if r.w < 420 {
		labels = 0 // the titles stand above the rows
	}
	y := r.y
	if named {
		d.labels = append(d.labels, text{words: k.netName(net), x: r.x, y: y + 7, size: 14, strong: true, color: k.ink})
		y += 20
	}
	end := k.tokensOrValues()
	bottom := r.y + r.h - rnnGradient
	states := rect{r.x + labels, y + rnnGap + end + rnnGap, r.w - labels, bottom - 2*rnnGap - end - (y + rnnGap + end + rnnGap)}
	row := func(top, height float32) rect { return rect{states.x, top, states.w, height} }

	k.rowTitle(d, r.x, row(y+rnnGap, end), labels, k.words.text("canvas.prediction", "Prediction"))
	k.drawPrediction(d, row(y+rnnGap, end), net)
	k.drawStates(d, r.x, states, labels, net)
	input := row(bottom-rnnGap-end, end)
	k.rowTitle(d, r.x, input, labels, k.words.text("canvas.input", "Input"))
	k.drawInput(d, input, net)
	back := row(bottom, rnnGradient-4)
	k.rowTitle(d, r.x, back, labels, k.words.text("canvas.gradientBack", "Gradient"))
	k.drawGradient(d, back, net)
}

// netName says what a network is made of.
func (k *kit) netName(net unrolled) string {
	name := strings.TrimPrefix(net.layers[0], net.prefix)
	return strings.ToUpper(strings.TrimRight(name, "0123456789"))
}

// tokensOrValues returns the height of the rows of what is read and predicted.
func (k *kit) tokensOrValues() float32 {
	if len(k.topology.Symbols) > 0 {
		return rnnTokens
	}
	return rnnValues
}

// rowTitle writes a row's title left of it or, without labels, above it.
func (k *kit) rowTitle(d *drawing, x float32, row rect, labels float32, words string) {
	if labels > 0 {
		d.label(words, x, row.y+row.h/2, 12, 0, k.muted)
		return
	}
	d.label(words, x, row.y-8, 11, 0, k.muted)
}

// drawPrediction draws, at each step that counts, what is predicted: the most
// likely token over a bar as high as its probability, framed where it is right
// and struck out where it is wrong; or the values and those that were asked for.
func (k *kit) drawPrediction(d *drawing, r rect, net unrolled) {
	target, _ := k.values("look/target", 1)
	shares, shape := k.values(net.prefix+"probabilities", 3)
	if len(k.topology.Symbols) == 0 {
		k.drawForecast(d, r, net)
		return
	}
	if shares == nil || shape[1] != net.steps || len(target) != net.steps {
		return
	}
	width, classes := r.w/float32(net.steps), shape[2]
	best := make([]int, net.steps)
	for t := range net.steps {
		row := shares[t*classes : (t+1)*classes]
		for i, v := range row {
			if v > row[best[t]] {
				best[t] = i
			}
		}
		if target[t] < 0 {
			continue
		}
		cell := rect{r.x + float32(t)*width, r.y, width, r.h}
		p := clamp(row[best[t]], 0, 1)
		right := best[t] == int(target[t])
		c := k.positive
		if !right {
			c = k.negative
		}
		inner := rect{cell.x + 0.5, cell.y + cell.h*(1-p), max(width-1, 1), cell.h * p}
		d.fill(inner, 2, c.alpha(0.28))
		if right {
			d.frame(rect{cell.x + 0.5, cell.y, max(width-1, 1), cell.h}, 2, 1, c)
		} else {
			d.line([][2]float32{{cell.x + 1, cell.y + cell.h - 1}, {cell.x + width - 1, cell.y + 1}}, 1, c)
		}
		k.token(d, best[t], cell)
	}
	d.spots = append(d.spots, spot{box: r, rows: 1, cols: net.steps, tip: func(_, t int) (string, []string) {
		if target[t] < 0 {
			return k.words.text("canvas.noAnswer", "Nothing is asked here"), nil
		}
		return k.words.text("canvas.expected", "Expected") + ": " + k.symbol(int(target[t])), k.likeliest(shares[t*classes : (t+1)*classes])
	}})
}

// likeliest lists the three most likely tokens.
func (k *kit) likeliest(shares []float32) (lines []string) {
	taken := map[int]bool{}
	for range min(3, len(shares)) {
		best := -1
		for i, v := range shares {
			if !taken[i] && (best < 0 || v > shares[best]) {
				best = i
			}
		}
		taken[best] = true
		lines = append(lines, k.symbol(best)+"  "+number(shares[best]*100, 3)+" %")
	}
	return lines
}

// token writes a token in its cell, if there is room.
func (k *kit) token(d *drawing, token int, cell rect) {
	word := k.symbol(token)
	if word == "\n" {
		word = "↵"
	}
	size := min(13, cell.h*0.62)
	if w := k.measure(word, size); w > cell.w-1 {
		size *= (cell.w - 1) / max(w, 1)
	}
	if size >= 6.5 && len(d.labels) < mostTokens {
		d.label(word, cell.x+cell.w/2, cell.y+cell.h/2, size, 0.5, k.ink)
	}
}

// drawForecast draws the values that were asked for, and those predicted.
func (k *kit) drawForecast(d *drawing, r rect, net unrolled) {
	target, shape := k.values("look/target", 2)
	logits, got := k.values(net.prefix+"logits", 3)
	counts, _ := k.values("look/counts", 1)
	if target == nil || logits == nil || shape[1] != got[2] || shape[0] != got[1] || len(counts) != shape[0] {
		return
	}
	n, outputs := shape[0], shape[1]
	y := scaleTo(r, target, logits)
	width := r.w / float32(n)
	d.frame(r, 2, 1, k.line)
	for o := range outputs {
		var wanted, said [][2]float32
		for t := range n {
			if counts[t] == 0 {
				continue
			}
			x := r.x + (float32(t)+0.5)*width
			wanted = append(wanted, [2]float32{x, y(target[t*outputs+o])})
			said = append(said, [2]float32{x, y(logits[t*outputs+o])})
		}
		if len(said) == 1 { // a single answer: a mark each
			d.dot(wanted[0][0], wanted[0][1], 4.5, 4, k.muted)
			d.dot(said[0][0], said[0][1], 3, 14, k.positive)
			continue
		}
		d.line(wanted, 4, k.muted.alpha(0.45))
		d.line(said, 1.6, k.positive)
	}
	d.spots = append(d.spots, spot{box: r, rows: 1, cols: n, tip: func(_, t int) (string, []string) {
		if counts[t] == 0 {
			return k.words.text("canvas.noAnswer", "Nothing is asked here"), nil
		}
		return k.step(t), []string{
			k.words.text("canvas.expected", "Expected") + ": " + number(target[t*outputs], 3),
			k.words.text("canvas.prediction", "Prediction") + ": " + number(logits[t*outputs], 3),
		}
	}})
}

// scaleTo returns where values stand in a row that has room for all of some.
func scaleTo(r rect, lists ...[]float32) func(v float32) float32 {
	lo, hi := float32(math.Inf(1)), float32(math.Inf(-1))
	for _, list := range lists {
		for _, v := range list {
			if abs(v) < 1e6 { // not NaN, and nothing wild
				lo, hi = min(lo, v), max(hi, v)
			}
		}
	}
	if !(hi > lo) {
		lo, hi = lo-1, lo+1
	}
	return func(v float32) float32 { return r.y + r.h - 3 - (r.h-6)*clamp((v-lo)/(hi-lo), 0, 1) }
}

// step says which step it is.
func (k *kit) step(t int) string {
	return k.words.text("canvas.step", "Step") + " " + number(float32(t+1), 4)
}

// drawInput draws what is read.
func (k *kit) drawInput(d *drawing, r rect, net unrolled) {
	if x, shape := k.values("look/x", 1); x != nil && shape[0] == net.steps {
		width := r.w / float32(net.steps)
		for t, v := range x {
			cell := rect{r.x + float32(t)*width, r.y, width, r.h}
			d.fill(rect{cell.x + 0.5, cell.y, max(width-1, 0.5), cell.h}, 2, k.ink.alpha(0.07))
			k.token(d, int(v+0.5), cell)
		}
		d.spots = append(d.spots, spot{box: r, rows: 1, cols: net.steps, tip: func(_, t int) (string, []string) {
			return k.step(t), []string{k.symbol(int(x[t] + 0.5))}
		}})
		return
	}
	x, shape := k.values("look/x", 2)
	if x == nil || shape[0] != net.steps {
		return
	}
	n, inputs := shape[0], shape[1]
	width := r.w / float32(n)
	y := scaleTo(r, x, []float32{0})
	d.frame(r, 2, 1, k.line)
	for t := range n {
		left := r.x + float32(t)*width
		for i := range inputs { // bars beside each other
			v, part := y(x[t*inputs+i]), width*0.8/float32(inputs)
			zero := y(0)
			c := k.target(i)
			d.fill(rect{left + width*0.1 + float32(i)*part, min(v, zero), max(part, 1), max(abs(v-zero), 1)}, 0, c.alpha(0.8))
		}
	}
	d.spots = append(d.spots, spot{box: r, rows: 1, cols: n, tip: func(_, t int) (string, []string) {
		var lines []string
		for i := range inputs {
			lines = append(lines, "x"+string(rune(0x2081+i%9))+" = "+number(x[t*inputs+i], 3))
		}
		return k.step(t), lines
	}})
}

// drawStates draws the states of all layers, the uppermost first, and below each
// its gates.
func (k *kit) drawStates(d *drawing, x float32, r rect, labels float32, net unrolled) {
	type strip struct {
		layer, part string
		weight      float32
	}
	var strips []strip
	for i := len(net.layers) - 1; i >= 0; i-- {
		strips = append(strips, strip{net.layers[i], "hidden", 1.8})
		for _, part := range []string{"cell", "input", "forget", "reset", "update", "candidate", "output"} {
			if _, shape := k.values(net.layers[i]+"/"+part, 3); shape != nil {
				strips = append(strips, strip{net.layers[i], part, 1})
			}
		}
	}
	// With too little room the gates give way, then all but the last layers.
	room := func() float32 {
		var sum float32
		for _, s := range strips {
			sum += s.weight
		}
		return (r.h - rnnGap*float32(len(strips)-1)) / sum
	}
	for room() < leastGate && len(strips) > 1 {
		last := len(strips) - 1
		for last > 0 && strips[last].part == "hidden" {
			last--
		}
		if last == 0 {
			last = len(strips) - 1
		}
		strips = append(strips[:last], strips[last+1:]...)
	}
	unit, y := room(), r.y
	for _, s := range strips {
		row := rect{r.x, y, r.w, unit * s.weight}
		title := k.words.text("canvas.gate."+s.part, s.part)
		if len(net.layers) > 1 && s.part == "hidden" {
			title += " " + strings.TrimLeft(strings.TrimPrefix(s.layer, net.prefix), "abcdefghijklmnopqrstuvwxyz")
		}
		k.rowTitle(d, x, row, labels, title)
		k.drawUnits(d, row, net, s.layer, s.part)
		y += row.h + rnnGap
	}
}

// drawUnits draws one of a layer's arrays, a row a unit and a column a step.
func (k *kit) drawUnits(d *drawing, r rect, net unrolled, layer, part string) {
	values, shape := k.values(layer+"/"+part, 3)
	if values == nil || shape[1] != net.steps {
		return
	}
	steps, units := shape[1], shape[2]
	turned := make([]float32, len(values[:steps*units]))
	for t := range steps {
		for u := range units {
			turned[u*steps+t] = values[t*units+u]
		}
	}
	p := picture{box: r, rows: units, cols: steps}
	switch part {
	case "input", "forget", "reset", "update", "output": // between 0 and 1
		p.levels, p.table = shares(turned, 1), &k.grays
	case "cell":
		p.levels, p.table = signed(turned, 0), &k.levels
	default:
		p.levels, p.table = signed(turned, 1), &k.levels
	}
	d.pictures = append(d.pictures, p)
	d.frame(r, 2, 1, k.line)
	d.spots = append(d.spots, spot{box: r, rows: units, cols: steps, tip: func(u, t int) (string, []string) {
		return k.words.text("canvas.unit", "Unit") + " " + number(float32(u+1), 4) + ", " + strings.ToLower(k.step(t)), k.unitLines(layer, u, t)
	}})
}

// unitLines says all that is known of a unit at a step.
func (k *kit) unitLines(layer string, unit, step int) (lines []string) {
	for _, part := range []string{"hidden", "cell", "input", "forget", "reset", "update", "candidate", "output"} {
		values, shape := k.values(layer+"/"+part, 3)
		if values != nil && step < shape[1] && unit < shape[2] {
			lines = append(lines, k.words.text("canvas.gate."+part, part)+": "+number(values[step*shape[2]+unit], 3))
		}
	}
	return lines
}

// Decades that the gradient's bars span.
const gradientDecades = 6

// drawGradient draws how large the gradient of the last error is with respect to
// the state after each step, on a logarithmic scale: a bar as high as the row is
// as large as the largest, an empty one a millionth of it or less.
func (k *kit) drawGradient(d *drawing, r rect, net unrolled) {
	layer := net.layers[len(net.layers)-1]
	norms, shape := k.values(layer+"/gradient", 1)
	if norms == nil || shape[0] != net.steps {
		return
	}
	var most float32
	for _, v := range norms {
		if v < 1e30 {
			most = max(most, v)
		}
	}
	width := r.w / float32(net.steps)
	for t, v := range norms {
		share := float32(0)
		if v > 0 && most > 0 {
			share = clamp(1+float32(math.Log10(float64(v/most)))/gradientDecades, 0, 1)
		}
		d.fill(rect{r.x + float32(t)*width + 0.5, r.y, max(width-1, 0.5), r.h}, 0, k.ink.alpha(0.05))
		d.fill(rect{r.x + float32(t)*width + 0.5, r.y + r.h*(1-share), max(width-1, 0.5), r.h * share}, 0, k.muted)
	}
	d.spots = append(d.spots, spot{box: r, rows: 1, cols: net.steps, tip: func(_, t int) (string, []string) {
		return k.words.text("canvas.gradientAt", "Gradient of the last error") + ", " + strings.ToLower(k.step(t)), []string{
			number(norms[t], 3), number(norms[t]/max(most, 1e-30)*100, 3) + " % " + k.words.text("canvas.ofLargest", "of the largest"),
		}
	}})
}
