package cnn

import "nnplay/wasm/paper"

// briefHeight is the height of a figure below which it shows one picture, that can be
// read; briefSide that of a small one in both directions.
const (
	briefHeight = 190
	briefSide   = 330
)

// brief tells whether there is room for one picture alone.
func brief(free paper.Rectangle) bool {
	return free.H < briefHeight || free.W < briefSide && free.H < briefSide
}

// drawBrief shows the image and what it is taken for: the class, how likely that is,
// and whether it is right.
func (k figure) drawBrief(d *paper.Drawing, v *vision) {
	p, _ := k.Values("output/out", 1)
	if v.image == nil || len(p) == 0 {
		return
	}
	winner := winnerOf(p)
	const told, gap = 64, 14 // below the image, or beside it
	r := k.Free
	side := min(r.H-told, r.W)
	box := paper.Rect(r.X+(r.W-side)/2, r.Y, side, side)
	text := paper.Rect(r.X, box.Y+side+gap/2, r.W, told-gap/2)
	if beside := min(r.H, r.W*0.55); beside > side {
		box = paper.Rect(r.X, r.Y+(r.H-beside)/2, beside, beside)
		text = paper.Rect(box.X+beside+gap, r.Y+r.H/2-told/2, r.X+r.W-box.X-beside-gap, told)
	}
	k.drawImage(d, v, box)

	x, middle := text.X, text.Y+text.H/2
	name := k.Fitted(k.Symbol(winner), 24, text.W*0.6)
	d.Labels = append(d.Labels, paper.Text{Words: name, X: x, Y: middle - 16, Size: 24, Strong: true, Color: k.Ink})
	percent := paper.Number(100*p[winner], 0) + " %"
	d.Label(percent, text.X+text.W, middle-16, 16, 1, k.Ink)
	c := k.Positive
	if v.class >= 0 && v.class != winner {
		c = k.Negative
	}
	bar := paper.Rect(x, middle+2, text.W, 8)
	d.Over.Fill(bar, 3, k.Zero)
	d.Over.Fill(paper.Rect(bar.X, bar.Y, max(bar.W*paper.Clamp(p[winner], 0, 1), 3), bar.H), 3, c)
	switch {
	case v.class == winner:
		k.tick(d, x, middle+23)
		d.Label(k.Fitted(k.Words.Text("canvas.right", "the true class"), 12, text.W-18), x+16, middle+23, 12, 0, k.Muted)
	case v.class >= 0:
		words := k.Words.Say("canvas.taken", "{a} mistaken for {b}", "a", k.Symbol(v.class), "b", k.Symbol(winner))
		d.Label(k.Fitted(words, 12, text.W), x, middle+23, 12, 0, k.Muted)
	}
	d.Spots = append(d.Spots, paper.Spot{Box: text, Tip: func(int, int) (string, []string) {
		return k.Symbol(winner), []string{"p = " + paper.Number(p[winner], 4)}
	}})
}

// winnerOf returns the likeliest class.
func winnerOf(p []float32) (winner int) {
	for i, v := range p {
		if v > p[winner] {
			winner = i
		}
	}
	return winner
}
