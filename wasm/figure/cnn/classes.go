package cnn

import (
	"slices"

	"nnplay/wasm/paper"
)

// drawClasses draws the probability of each class as a bar. The right class has
// a check mark, the winner a bold name.
func (k figure) drawClasses(d *paper.Drawing, v *vision, r paper.Rectangle) {
	p, _ := k.Values("output/out", 1)
	if len(p) == 0 {
		return
	}
	right := -1
	if class, _ := k.Values("look/class", 1); len(class) == 1 {
		right = int(class[0])
	}
	winner := winnerOf(p)
	k.title(d, k.Words.Text("canvas.probabilities", "Probabilities"), r.X, r.Y, r.W)
	shown := shownClasses(p, right, int((r.H-titleHigh)/leastBar))
	if len(shown) == 0 {
		return
	}
	row := min((r.H-titleHigh)/float32(len(shown)), mostBar)
	size := paper.Clamp(row-2, paper.LeastText, 12)
	var names float32
	for _, i := range shown {
		names = max(names, k.Measure(paper.Shortened(k.Symbol(i), 12), size))
	}
	from, to := r.X+16+names+8, r.X+r.W-46
	for at, i := range shown {
		share := p[i]
		y := r.Y + titleHigh + (float32(at)+0.5)*row
		ink := k.Muted
		if i == winner {
			ink = k.Ink
		}
		d.Labels = append(d.Labels, paper.Text{Words: paper.Shortened(k.Symbol(i), 12), X: r.X + 16 + names, Y: y, Size: size, Align: 1, Strong: i == winner, Color: ink})
		if i == right {
			k.tick(d, r.X+1, y)
		}
		high := min(row-3, 12)
		d.Over.Fill(paper.Rect(from, y-high/2, to-from, high), 2, k.Zero)
		if w := (to - from) * paper.Clamp(share, 0, 1); w > 0.5 {
			c := k.Positive
			if i == winner && right >= 0 && i != right {
				c = k.Negative
			}
			d.Over.Fill(paper.Rect(from, y-high/2, w, high), min(2, w/2), c)
		}
		if share >= 0.005 {
			d.Label(paper.Number(100*share, 0)+" %", r.X+r.W, y, paper.LeastText, 1, ink)
		}
	}
	bars := paper.Rect(r.X, r.Y+titleHigh, r.W, row*float32(len(shown)))
	for _, layer := range []string{"output", "minibatch/y"} {
		d.StandUnits(layer, len(p), func(class int) (paper.Rectangle, bool) {
			at := slices.Index(shown, class)
			return paper.Rect(bars.X, bars.Y+float32(at)*row, bars.W, row), at >= 0
		})
	}
	d.Spots = append(d.Spots, paper.Spot{
		Box: bars, Rows: len(shown), Key: "output",
		Part: func(row, _ int) paper.Part { return paper.Part{Layer: "output", Unit: shown[row]} },
		Tip: func(row, _ int) (string, []string) {
			i := shown[row]
			lines := []string{"p = " + paper.Number(p[i], 4)}
			if i == right {
				lines = append(lines, k.Words.Text("canvas.right", "the true class"))
			}
			return k.Symbol(i), lines
		},
		Card: func(row, _ int) *paper.Card {
			c := k.flatCard(v, len(v.flat), shown[row])
			if c != nil {
				c.Title, c.Name = k.Words.Say("canvas.probabilityOf", "Probability of {class}", "class", k.Symbol(shown[row])), "z = "+c.Name
			}
			return c
		},
	})
}

// Heights of a row with a class, at least and at most.
const (
	leastBar = 12
	mostBar  = 22
)

// tick marks the true class.
func (k figure) tick(d *paper.Drawing, x, y float32) {
	d.Over.Line([][2]float32{{x, y}, {x + 3.5, y + 3.5}, {x + 10, y - 4}}, 2, k.Ink)
}

// shownClasses returns the classes there is room for, in their order: the true one, and
// the likeliest ones.
func shownClasses(p []float32, right, room int) []int {
	rank := slices.Clone(p)
	if right >= 0 && right < len(p) {
		rank[right] = 2
	}
	return paper.InOrder(paper.Descending(rank)[:min(max(room, 0), len(p))], len(p))
}

// drawConfusion draws how often images of a class, a row, are taken for which,
// with an image of each case, which can be chosen.
func (k figure) drawConfusion(d *paper.Drawing, v *vision, r paper.Rectangle) {
	counts, shape := k.Values("confusion", 2)
	t, ok := k.Tensors["confusion/images"]
	if counts == nil || !ok || len(t.Shape) != 4 || shape[0] < 2 || shape[0] != shape[1] || t.Shape[0] != shape[0] {
		return
	}
	n, rows, cols := shape[0], t.Shape[2], t.Shape[3]
	const ticks = 16
	caption := float32(0)
	if k.Free.H > captioned && !k.Narrow() {
		caption = 16
	}
	cell := min((r.W-ticks)/float32(n), (r.H-titleHigh-ticks-caption)/float32(n))
	if cell < 5 || len(t.U8) < n*n*rows*cols {
		return
	}
	wrong, all := float32(0), float32(0)
	for i, c := range counts {
		all += c
		if i/n != i%n {
			wrong += c
		}
	}
	if all == 0 {
		k.title(d, k.Words.Text("canvas.noTestImages", "No test images"), r.X, r.Y, r.W)
		return
	}
	k.title(d, k.Words.Say("canvas.confusion", "{wrong} of {all} wrong", "wrong", paper.Number(wrong, 0), "all", paper.Number(all, 0)), r.X, r.Y, r.W)
	grid := paper.Rect(r.X+ticks, r.Y+titleHigh, cell*float32(n), cell*float32(n))
	for i := range n {
		middle := (float32(i) + 0.5) * cell
		name := paper.Shortened(k.Symbol(i), 2)
		d.Label(name, grid.X-5, grid.Y+middle, paper.LeastText, 1, k.Muted)
		d.Label(name, grid.X+middle, grid.Y+grid.H+8, paper.LeastText, 0.5, k.Muted)
	}
	if caption > 0 {
		k.caption(d, k.Words.Text("canvas.takenFor", "row: true class; column: predicted"), grid.X, grid.Y+grid.H+ticks+6, r.W-ticks)
	}
	each := rows * cols
	for i := range n * n {
		box := grid
		box.X, box.Y, box.W, box.H = grid.X+float32(i%n)*cell, grid.Y+float32(i/n)*cell, cell, cell
		right := i/n == i%n
		if counts[i] == 0 {
			if right {
				d.Over.Frame(box.Grown(-1), 1, 1, k.Theme.Line)
			}
			continue
		}
		inner := box.Grown(-max(1, cell*0.08))
		if cell >= 9 {
			d.Pictures = append(d.Pictures, paper.Picture{Box: inner, Rows: rows, Cols: cols, Levels: t.U8[i*each : (i+1)*each], Table: &k.Grays})
		} else {
			c := k.Positive
			if !right {
				c = k.Negative
			}
			d.Over.Fill(inner, 0, c)
		}
		if !right {
			d.Over.Frame(inner, 0, paper.Clamp(0.8+counts[i]/4, 1, 3), k.Negative)
		}
	}
	d.Over.Frame(grid, 1, 1, k.Theme.Line)
	d.Spots = append(d.Spots, paper.Spot{
		Box: grid, Rows: n, Cols: n, Action: "example",
		Tip: func(row, col int) (string, []string) {
			name := k.Words.Say("canvas.taken", "{a} mistaken for {b}", "a", k.Symbol(row), "b", k.Symbol(col))
			if row == col {
				name = k.Words.Say("canvas.recognized", "{a} recognized", "a", k.Symbol(row))
			}
			return name, []string{k.Words.Say("canvas.imageCount", "{n} images", "n", paper.Number(counts[row*n+col], 0))}
		},
	})
}
