package main

import (
	"math"
	"strings"
)

// drawPrediction draws, at each step that counts, what is predicted: the most
// likely token over a bar as high as its probability, framed where it is right
// and struck out where it is wrong; or the values and those that were asked for.
func (k *kit) drawPrediction(d *drawing, r rect, net unrolled) {
	target, _ := k.values("look/target", 1)
	shares, shape := k.values(net.prefix+"probabilities", 3)
	if len(k.topology.Symbols) == 0 {
		if t, single := k.singleAnswer(); single {
			k.drawAnswer(d, r, net, t)
		} else {
			k.drawForecast(d, r, net)
		}
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
		if p != p { // it diverged
			p = 0
		}
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
	k.drawAsked(d, r, net)
	d.spots = append(d.spots, spot{box: r, rows: 1, cols: net.steps, action: "place", live: true, tip: func(_, t int) (string, []string) {
		if target[t] < 0 {
			return k.words.text("canvas.noAnswer", "Nothing is asked here"), nil
		}
		row := shares[t*classes : (t+1)*classes]
		return k.words.text("canvas.expected", "Expected") + ": " + k.symbol(int(target[t])), append(k.likeliest(row), k.logitLines(net, t, best[t])...)
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
	const blank = 2 // beside what is measured, where two pixels of the screen are one of the page
	size := min(13, cell.h*0.62)
	if w := k.measure(word, size) - blank; w > cell.w-1 {
		size *= (cell.w - 1) / max(w, 1)
	}
	if size >= 6.5 && len(d.labels) < mostTokens {
		d.label(word, cell.x+cell.w/2, cell.y+cell.h/2, size, 0.5, k.ink)
	}
}

// drawAnswer draws the only value that is asked for, at the end of the row: what
// is said and what was expected, as numbers.
func (k *kit) drawAnswer(d *drawing, r rect, net unrolled, t int) {
	target, shape := k.values("look/target", 2)
	logits, got := k.values(net.prefix+"logits", 3)
	if target == nil || logits == nil || t >= shape[0] || t >= got[1] || shape[1] < 1 || got[2] != shape[1] {
		return
	}
	said, wanted := logits[t*shape[1]], target[t*shape[1]]
	y := r.y + r.h/2
	x := r.x + r.w
	for _, part := range []struct {
		words   string
		value   float32
		radius  float32
		corners int
		color   color
		strong  bool
	}{
		{k.words.text("canvas.expected", "Expected"), wanted, 4.5, 4, k.muted, false},
		{k.words.text("canvas.prediction", "Prediction"), said, 3.5, 14, k.positive, true},
	} {
		words := number(part.value, 3)
		if r.w > 240 {
			words = part.words + " " + words
		}
		c := k.muted
		if part.strong {
			c = k.ink
		}
		d.labels = append(d.labels, text{words: words, x: x, y: y, size: 13, align: 1, strong: part.strong, color: c})
		width := k.measure(words, 13)
		if part.strong { // measured in the usual weight
			width *= 1.12
		}
		x -= width + 18
		d.dot(x+8, y, part.radius, part.corners, part.color)
		x -= 16
	}
	d.spots = append(d.spots, spot{box: r, tip: func(int, int) (string, []string) {
		lines := []string{
			k.words.text("canvas.expected", "Expected") + ": " + number(wanted, 3),
			k.words.text("canvas.prediction", "Prediction") + ": " + number(said, 3),
		}
		return k.step(t), append(lines, k.logitLines(net, t, 0)...)
	}})
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
		d.line(wanted, 4, k.muted.alpha(0.45))
		d.line(said, 1.6, k.positive)
	}
	k.drawAsked(d, r, net)
	d.spots = append(d.spots, spot{box: r, rows: 1, cols: n, action: "place", live: true, tip: func(_, t int) (string, []string) {
		if counts[t] == 0 {
			return k.words.text("canvas.noAnswer", "Nothing is asked here"), nil
		}
		return k.step(t), []string{
			k.words.text("canvas.expected", "Expected") + ": " + number(target[t*outputs], 3),
			k.words.text("canvas.prediction", "Prediction") + ": " + number(logits[t*outputs], 3),
		}
	}})
}

// logitLines says of which states an output is made at a step: those of the
// uppermost layer, of both directions.
func (k *kit) logitLines(net unrolled, t, output int) []string {
	var states []float32
	top := net.layers[len(net.layers)-1]
	for _, layer := range []string{strings.TrimSuffix(top, "-reverse"), top} {
		if hidden, shape := k.values(layer+"/hidden", 3); hidden != nil && t < shape[1] {
			states = append(states, hidden[t*shape[2]:(t+1)*shape[2]]...)
		}
		if !strings.HasSuffix(top, "-reverse") {
			break
		}
	}
	weights, _ := k.values(net.prefix+"output/weight", 2)
	bias, _ := k.values(net.prefix+"output/bias", 1)
	return sumLines(states, weights, bias, output)
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
