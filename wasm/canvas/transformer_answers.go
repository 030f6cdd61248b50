package main

import (
	"slices"
)

// drawAnswers draws what is predicted at each place, beside the place's row:
// probabilities of tokens, or values.
func (k *kit) drawAnswers(d *drawing, r rect) {
	target := k.tensors["look/target"]
	switch {
	case r.w < 30:
	case len(target.Shape) == 2:
		k.drawValues(d, r)
	default:
		k.drawProbabilities(d, r, target.F32)
	}
}

// A guess is a token with its probability.
type guess struct {
	token int
	p     float32
}

// guesses returns the likeliest tokens of a row of probabilities.
func guesses(row []float32, most int) (best []guess) {
	for token, p := range row {
		i := len(best)
		for i > 0 && p > best[i-1].p {
			i--
		}
		if i < most && p == p {
			best = slices.Insert(best, i, guess{token, p})
			best = best[:min(len(best), most)]
		}
	}
	return best
}

// What a bar needs for a word in it, the least that is left for a mark and a short
// word after it, and the room of the mark alone.
const (
	wordRoom = 58
	tailRoom = 36
	markRoom = 18
)

// drawProbabilities draws a bar a place: the likeliest tokens, each as wide as
// it is likely. The right one is filled. After the bar is a tick or a cross, with
// the right one's name if it is not in the bar and there is room.
func (k *kit) drawProbabilities(d *drawing, r rect, target []float32) {
	p, shape := k.values("probabilities", 3)
	if p == nil || shape[1] < 1 {
		return
	}
	read := k.written("look/x")
	places, n := shape[1], shape[2]
	pitch := r.h / float32(places)
	size := rowText(pitch, 11)
	tail := float32(0)
	for _, v := range target {
		if v >= 0 {
			tail = max(tail, k.measure("✓ "+k.tokenName(v), size)+8)
		}
	}
	spare := max(r.w-wordRoom, tailRoom)
	named := tail <= spare || r.w >= 2*wordRoom
	switch {
	case pitch < leastRow:
		tail = min(tail, 10)
	case !named:
		tail = markRoom
	default:
		tail = min(tail, spare)
	}
	width := r.w - tail
	d.label(k.fitted(k.words.text("canvas.prediction", "Prediction"), 11, r.w), r.x, r.y-9, 11, 0, k.muted)
	for i := range places {
		row := p[i*n : (i+1)*n]
		want := -1
		if i < len(target) && target[i] >= 0 {
			want = int(target[i] + 0.5)
		}
		bar := rect{r.x, r.y + float32(i)*pitch, width, pitch}
		inset := min(clamp(pitch*0.14, 0.5, 3), pitch/4)
		bar.y, bar.h = bar.y+inset, bar.h-2*inset
		if bar.h > 26 {
			bar.y, bar.h = bar.y+(bar.h-26)/2, 26
		}
		told := k.drawBar(d, bar, row, want)
		best := guesses(row, 5)
		if want >= 0 && len(best) > 0 {
			mark := "✗"
			if best[0].token == want {
				mark = "✓"
			}
			switch _, y := bar.center(); {
			case pitch < leastRow && best[0].token == want: // a dot, where there is no room for a tick
				d.dot(bar.x+bar.w+5, y, min(pitch*0.3, 2), 8, k.ink)
			case pitch >= leastRow:
				if named && !told {
					mark = k.fitted(mark+" "+k.tokenName(float32(want)), size, tail-4)
				}
				d.label(mark, bar.x+bar.w+6, y, size, 0, k.ink)
			}
		}
		d.spots = append(d.spots, spot{box: rect{r.x, r.y + float32(i)*pitch, r.w, pitch}, tip: func(int, int) (string, []string) {
			return k.tipOfGuesses(read, i, best, want)
		}})
	}
}

// drawBar draws the shares of the likeliest tokens in a bar, and tells whether the
// right one is named there in full.
func (k *kit) drawBar(d *drawing, bar rect, row []float32, want int) (told bool) {
	round := float32(2)
	if bar.h < 12 {
		round = 0
	}
	d.fill(bar, round, k.zero)
	size := rowText(bar.h, 11)
	x := bar.x
	for rank, g := range guesses(row, 4) {
		piece := rect{x, bar.y, bar.w * clamp(g.p, 0, 1), bar.h}
		x += piece.w
		if piece.w < 1.5 {
			break
		}
		c, ink := mix(k.zero, k.muted, 0.42-0.09*float32(rank)), k.ink
		switch {
		case want < 0: // nothing is asked there
			c = mix(k.zero, k.muted, 0.16-0.03*float32(rank))
			ink = k.muted
		case g.token == want:
			c, ink = k.positive, k.surface
		}
		piece.w = max(1, piece.w-1)
		d.fill(piece, round, c)
		if word := k.fitted(k.tokenName(float32(g.token)), size, piece.w-3); bar.h >= leastRow-1 && word != "" {
			_, y := piece.center()
			d.label(word, piece.x+piece.w/2, y, size, 0.5, ink)
			told = told || rank == 0 && g.token == want && word == k.tokenName(float32(want))
		}
	}
	return told
}

// drawValues draws what is to be said, and what is, from the first place at
// the top to the last: values to the right.
func (k *kit) drawValues(d *drawing, r rect) {
	out, shape := k.values("logits", 3)
	target, _ := k.values("look/target", 2)
	counts := k.tensors["look/counts"].F32
	read := k.written("look/x")
	if out == nil || shape[1] < 1 || len(target) < shape[1] || len(out) < shape[1]*shape[2] {
		return
	}
	asked := func(i int) bool { return i >= len(counts) || counts[i] > 0 }
	var values []float32
	for i := range shape[1] {
		if asked(i) {
			values = append(values, target[i], out[i*shape[2]])
		}
	}
	lo, hi := span(values, 1)
	if len(values) > 0 && slices.Min(values) >= 0 {
		lo = -0.1
	}
	pitch := r.h / float32(shape[1])
	x := func(v float32) float32 { return r.x + r.w*clamp((v-lo)/(hi-lo), 0, 1) }
	d.segment(x(0), r.y, x(0), r.y+r.h, 1, k.theme.line)
	var path [][2]float32
	for i := range shape[1] {
		y := r.y + (float32(i)+0.5)*pitch
		v, want := out[i*shape[2]], target[i]
		if asked(i) && v == v {
			path = append(path, [2]float32{x(v), y})
			d.dot(x(want), y, clamp(pitch*0.3, 1.5, 4), 4, k.negative)
			d.dot(x(v), y, clamp(pitch*0.2, 1, 3), 14, k.positive)
		}
		d.spots = append(d.spots, spot{box: rect{r.x, r.y + float32(i)*pitch, r.w, pitch}, tip: func(int, int) (string, []string) {
			lines := []string{k.words.text("canvas.prediction", "Prediction") + " " + number(v, 3)}
			if asked(i) {
				lines = append(lines, k.words.text("canvas.expected", "Expected")+" "+number(want, 3))
			}
			return at(read, i), append(lines, k.outputLines(i, 0)...)
		}})
	}
	d.line(path, 1.5, k.positive.alpha(0.7))
	d.dot(r.x+4, r.y-9, 3.5, 4, k.negative)
	d.label(k.fitted(k.words.text("canvas.expected", "Expected"), 11, r.w/2), r.x+11, r.y-9, 11, 0, k.muted)
	next := r.x + 22 + k.measure(k.words.text("canvas.expected", "Expected"), 11)
	d.dot(next+4, r.y-9, 3, 14, k.positive)
	d.label(k.fitted(k.words.text("canvas.prediction", "Prediction"), 11, r.x+r.w-next-10), next+11, r.y-9, 11, 0, k.muted)
}
