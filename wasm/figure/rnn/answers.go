package rnn

import (
	"math"

	"nnplay/wasm/paper"
)

// drawPrediction draws, at each step that counts, what is predicted: the most
// likely token over a bar as high as its probability, framed where it is right
// and struck out where it is wrong; or the values and those that were asked for.
func (k figure) drawPrediction(d *paper.Drawing, r paper.Rectangle, net unrolled) {
	target, _ := k.Values("look/target", 1)
	shares, shape := k.Values(net.prefix+"probabilities", 3)
	if len(k.Topology.Symbols) == 0 {
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
	width, classes := r.W/float32(net.steps), shape[2]
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
		cell := paper.Rect(r.X+float32(t)*width, r.Y, width, r.H)
		p := paper.Clamp(row[best[t]], 0, 1)
		if p != p { // it diverged
			p = 0
		}
		right := best[t] == int(target[t])
		c := k.Positive
		if !right {
			c = k.Negative
		}
		inner := paper.Rect(cell.X+0.5, cell.Y+cell.H*(1-p), max(width-1, 1), cell.H*p)
		d.Over.Fill(inner, 2, c.Alpha(0.28))
		if right {
			d.Over.Frame(paper.Rect(cell.X+0.5, cell.Y, max(width-1, 1), cell.H), 2, 1, c)
		} else {
			d.Over.Line([][2]float32{{cell.X + 1, cell.Y + cell.H - 1}, {cell.X + width - 1, cell.Y + 1}}, 1, c)
		}
		k.token(d, best[t], cell)
	}
	k.drawAsked(d, r, net)
	spot := paper.Spot{
		Box: r, Rows: 1, Cols: net.steps, Key: net.prefix + "answers", Action: "place", Live: true,
		Tip: func(_, t int) (string, []string) {
			if target[t] < 0 {
				return k.Words.Text("canvas.noAnswer", "No answer is expected here"), nil
			}
			return k.Words.Text("canvas.expected", "Expected") + ": " + paper.Visible(k.Symbol(int(target[t]))), k.likeliest(shares[t*classes : (t+1)*classes])
		},
		Card: func(_, t int) *paper.Card {
			if target[t] < 0 {
				return nil
			}
			return k.cardOfToken(net, t, best[t], shares[t*classes+best[t]])
		},
	}
	d.Spots = append(d.Spots, spot)
	standAnswers(d, &spot, net, 1)
}

// likeliest lists the three most likely tokens.
func (k figure) likeliest(shares []float32) (lines []string) {
	taken := map[int]bool{}
	for range min(3, len(shares)) {
		best := -1
		for i, v := range shares {
			if !taken[i] && (best < 0 || v > shares[best]) {
				best = i
			}
		}
		taken[best] = true
		lines = append(lines, paper.Visible(k.Symbol(best))+"  "+paper.Number(shares[best]*100, 3)+" %")
	}
	return lines
}

// token writes a token in its cell, if there is room.
func (k figure) token(d *paper.Drawing, token int, cell paper.Rectangle) {
	word := k.Symbol(token)
	if word != " " { // between words it is seen as it is
		word = paper.Visible(word)
	}
	const blank = 2 // beside what is measured, where two pixels of the screen are one of the page
	size := min(13, cell.H*0.62)
	if w := k.Measure(word, size) - blank; w > cell.W-1 {
		size = paper.LeastText
	}
	if size >= paper.LeastText && k.Measure(word, size)-blank <= cell.W && len(d.Labels) < mostTokens {
		d.Label(word, cell.X+cell.W/2, cell.Y+cell.H/2, size, 0.5, k.Ink)
	}
}

// drawAnswer draws the only value that is asked for, at the end of the row: what
// is said and what was expected, as numbers.
func (k figure) drawAnswer(d *paper.Drawing, r paper.Rectangle, net unrolled, t int) {
	target, shape := k.Values("look/target", 2)
	logits, got := k.Values(net.prefix+"logits", 3)
	if target == nil || logits == nil || t >= shape[0] || t >= got[1] || shape[1] < 1 || got[2] != shape[1] {
		return
	}
	said, wanted := logits[t*shape[1]], target[t*shape[1]]
	y := r.Y + r.H/2
	x := r.X + r.W
	size := float32(13)
	if r.W < 290 { // both with their names
		size = paper.LeastText
	}
	for _, part := range []struct {
		words   string
		value   float32
		radius  float32
		corners int
		color   paper.Color
		strong  bool
	}{
		{k.Words.Text("canvas.expected", "Expected"), wanted, 4.5, 4, k.Muted, false},
		{k.Words.Text("canvas.prediction", "Prediction"), said, 3.5, 14, k.Positive, true},
	} {
		words := paper.Number(part.value, 3)
		if r.W > 240 {
			words = part.words + " " + words
		}
		c := k.Muted
		if part.strong {
			c = k.Ink
		}
		d.Labels = append(d.Labels, paper.Text{Words: words, X: x, Y: y, Size: size, Align: 1, Strong: part.strong, Color: c})
		width := k.Measure(words, size)
		if part.strong { // measured in the usual weight
			width *= 1.12
		}
		x -= width + 18
		d.Over.Dot(x+8, y, part.radius, part.corners, part.color)
		x -= 16
	}
	spot := paper.Spot{
		Box: r, Key: net.prefix + "answers",
		Tip: func(int, int) (string, []string) {
			return k.step(t), []string{
				k.Words.Text("canvas.expected", "Expected") + ": " + paper.Number(wanted, 3),
				k.Words.Text("canvas.prediction", "Prediction") + ": " + paper.Number(said, 3),
			}
		},
		Card: func(int, int) *paper.Card { return k.card(net, t, 0) },
	}
	d.Spots = append(d.Spots, spot)
	standAnswers(d, &spot, net, 1)
}

// drawForecast draws the values that were asked for, and those predicted.
func (k figure) drawForecast(d *paper.Drawing, r paper.Rectangle, net unrolled) {
	target, shape := k.Values("look/target", 2)
	logits, got := k.Values(net.prefix+"logits", 3)
	counts, _ := k.Values("look/counts", 1)
	if target == nil || logits == nil || shape[1] != got[2] || shape[0] != got[1] || len(counts) != shape[0] {
		return
	}
	n, outputs := shape[0], shape[1]
	y := scaleTo(r, target, logits)
	width := r.W / float32(n)
	d.Over.Frame(r, 2, 1, k.Line)
	for o := range outputs {
		var wanted, said [][2]float32
		for t := range n {
			if counts[t] == 0 {
				continue
			}
			x := r.X + (float32(t)+0.5)*width
			wanted = append(wanted, [2]float32{x, y(target[t*outputs+o])})
			said = append(said, [2]float32{x, y(logits[t*outputs+o])})
		}
		d.Over.Line(wanted, 4, k.Muted.Alpha(0.45))
		d.Over.Line(said, 1.6, k.Positive)
	}
	k.drawAsked(d, r, net)
	spot := paper.Spot{
		Box: r, Rows: 1, Cols: n, Key: net.prefix + "answers", Action: "place", Live: true,
		Tip: func(_, t int) (string, []string) {
			if counts[t] == 0 {
				return k.Words.Text("canvas.noAnswer", "No answer is expected here"), nil
			}
			return k.step(t), []string{
				k.Words.Text("canvas.expected", "Expected") + ": " + paper.Number(target[t*outputs], 3),
				k.Words.Text("canvas.prediction", "Prediction") + ": " + paper.Number(logits[t*outputs], 3),
			}
		},
		Card: func(_, t int) *paper.Card {
			if counts[t] == 0 {
				return nil
			}
			return k.card(net, t, 0)
		},
	}
	d.Spots = append(d.Spots, spot)
	standAnswers(d, &spot, net, outputs)
}

// scaleTo returns where values stand in a row that has room for all of some.
func scaleTo(r paper.Rectangle, lists ...[]float32) func(v float32) float32 {
	lo, hi := float32(math.Inf(1)), float32(math.Inf(-1))
	for _, list := range lists {
		for _, v := range list {
			if paper.Abs(v) < 1e6 { // not NaN, and nothing wild
				lo, hi = min(lo, v), max(hi, v)
			}
		}
	}
	if !(hi > lo) {
		lo, hi = lo-1, lo+1
	}
	return func(v float32) float32 { return r.Y + r.H - 3 - (r.H-6)*paper.Clamp((v-lo)/(hi-lo), 0, 1) }
}
