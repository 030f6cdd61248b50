package transformer

import (
	"slices"
	"strconv"

	"nnplay/wasm/paper"
)

// drawAnswers draws what is predicted at each place, beside the place's row:
// probabilities of tokens, or values.
func (k figure) drawAnswers(d *paper.Drawing, r paper.Rectangle) {
	target := k.Tensors["look/target"]
	switch {
	case r.W < 30:
	case len(target.Shape) == 2:
		k.drawValues(d, r)
		standAnswers(d, r, target.Shape[0])
	default:
		k.drawProbabilities(d, r, target.F32)
		standAnswers(d, r, len(target.F32))
	}
}

// answerKey finds what is predicted at a place in the next drawing.
func answerKey(place int) string { return "answer " + strconv.Itoa(place) }

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
func (k figure) drawProbabilities(d *paper.Drawing, r paper.Rectangle, target []float32) {
	p, shape := k.Values("probabilities", 3)
	if p == nil || shape[1] < 1 {
		return
	}
	read := k.written("look/x")
	places, n := shape[1], shape[2]
	pitch := r.H / float32(places)
	size := rowText(pitch, 11)
	tail := float32(0)
	for _, v := range target {
		if v >= 0 {
			tail = max(tail, k.Measure("✓ "+k.tokenName(v), size)+8)
		}
	}
	spare := max(r.W-wordRoom, tailRoom)
	named := tail <= spare || r.W >= 2*wordRoom
	switch {
	case pitch < leastRow:
		tail = min(tail, 10)
	case !named:
		tail = markRoom
	default:
		tail = min(tail, spare)
	}
	width := r.W - tail
	d.Label(k.Fitted(k.Words.Text("canvas.prediction", "Prediction"), 11, r.W), r.X, r.Y-9, 11, 0, k.Muted)
	for i := range places {
		row := p[i*n : (i+1)*n]
		want := -1
		if i < len(target) && target[i] >= 0 {
			want = int(target[i] + 0.5)
		}
		bar := paper.Rect(r.X, r.Y+float32(i)*pitch, width, pitch)
		inset := min(paper.Clamp(pitch*0.14, 0.5, 3), pitch/4)
		bar.Y, bar.H = bar.Y+inset, bar.H-2*inset
		if bar.H > 26 {
			bar.Y, bar.H = bar.Y+(bar.H-26)/2, 26
		}
		told := k.drawBar(d, bar, row, want)
		best := guesses(row, 5)
		if want >= 0 && len(best) > 0 {
			mark := "✗"
			if best[0].token == want {
				mark = "✓"
			}
			switch _, y := bar.Center(); {
			case pitch < leastRow && best[0].token == want: // a dot, where there is no room for a tick
				d.Over.Dot(bar.X+bar.W+5, y, min(pitch*0.3, 2), 8, k.Ink)
			case pitch >= leastRow:
				if named && !told {
					mark = k.Fitted(mark+" "+k.tokenName(float32(want)), size, tail-4)
				}
				d.Label(mark, bar.X+bar.W+6, y, size, 0, k.Ink)
			}
		}
		d.Spots = append(d.Spots, paper.Spot{
			Box: paper.Rect(r.X, r.Y+float32(i)*pitch, r.W, pitch), Key: answerKey(i),
			Tip: func(int, int) (string, []string) { return k.tipOfGuesses(read, i, best, want) },
			Card: func(int, int) *paper.Card {
				if len(best) == 0 {
					return nil
				}
				return k.cardOfToken(read, i, best[0])
			},
		})
	}
}

// drawBar draws the shares of the likeliest tokens in a bar, and tells whether the
// right one is named there in full.
func (k figure) drawBar(d *paper.Drawing, bar paper.Rectangle, row []float32, want int) (told bool) {
	round := float32(2)
	if bar.H < 12 {
		round = 0
	}
	d.Over.Fill(bar, round, k.Zero)
	size := rowText(bar.H, 11)
	x := bar.X
	for rank, g := range guesses(row, 4) {
		piece := paper.Rect(x, bar.Y, bar.W*paper.Clamp(g.p, 0, 1), bar.H)
		x += piece.W
		if piece.W < 1.5 {
			break
		}
		c, ink := paper.Mix(k.Zero, k.Muted, 0.42-0.09*float32(rank)), k.Ink
		switch {
		case want < 0: // nothing is asked there
			c = paper.Mix(k.Zero, k.Muted, 0.16-0.03*float32(rank))
			ink = k.Muted
		case g.token == want:
			c, ink = k.Positive, k.Surface
		}
		piece.W = max(1, piece.W-1)
		d.Over.Fill(piece, round, c)
		if word := k.Fitted(k.tokenName(float32(g.token)), size, piece.W-3); bar.H >= leastRow-1 && word != "" {
			_, y := piece.Center()
			d.Label(word, piece.X+piece.W/2, y, size, 0.5, ink)
			told = told || rank == 0 && g.token == want && word == k.tokenName(float32(want))
		}
	}
	return told
}

// drawValues draws what is to be said, and what is, from the first place at
// the top to the last: values to the right.
func (k figure) drawValues(d *paper.Drawing, r paper.Rectangle) {
	out, shape := k.Values("logits", 3)
	target, _ := k.Values("look/target", 2)
	counts := k.Tensors["look/counts"].F32
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
	lo, hi := paper.Span(values, 1)
	if len(values) > 0 && slices.Min(values) >= 0 {
		lo = -0.1
	}
	pitch := r.H / float32(shape[1])
	x := func(v float32) float32 { return r.X + r.W*paper.Clamp((v-lo)/(hi-lo), 0, 1) }
	d.Under.Segment(x(0), r.Y, x(0), r.Y+r.H, 1, k.Theme.Line)
	var path [][2]float32
	for i := range shape[1] {
		y := r.Y + (float32(i)+0.5)*pitch
		v, want := out[i*shape[2]], target[i]
		if asked(i) && v == v {
			path = append(path, [2]float32{x(v), y})
			d.Over.Dot(x(want), y, paper.Clamp(pitch*0.3, 1.5, 4), 4, k.Negative)
			d.Over.Dot(x(v), y, paper.Clamp(pitch*0.2, 1, 3), 14, k.Positive)
		}
		d.Spots = append(d.Spots, paper.Spot{
			Box: paper.Rect(r.X, r.Y+float32(i)*pitch, r.W, pitch), Key: answerKey(i),
			Tip: func(int, int) (string, []string) {
				lines := []string{k.Words.Text("canvas.prediction", "Prediction") + " " + paper.Number(v, 3)}
				if asked(i) {
					lines = append(lines, k.Words.Text("canvas.expected", "Expected")+" "+paper.Number(want, 3))
				}
				return at(read, i), lines
			},
			Card: func(int, int) *paper.Card { return k.card(read, i, 0) },
		})
	}
	d.Over.Line(path, 1.5, k.Positive.Alpha(0.7))
	d.Over.Dot(r.X+4, r.Y-9, 3.5, 4, k.Negative)
	d.Label(k.Fitted(k.Words.Text("canvas.expected", "Expected"), 11, r.W/2), r.X+11, r.Y-9, 11, 0, k.Muted)
	next := r.X + 22 + k.Measure(k.Words.Text("canvas.expected", "Expected"), 11)
	d.Over.Dot(next+4, r.Y-9, 3, 14, k.Positive)
	d.Label(k.Fitted(k.Words.Text("canvas.prediction", "Prediction"), 11, r.X+r.W-next-10), next+11, r.Y-9, 11, 0, k.Muted)
}
