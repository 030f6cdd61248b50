package transformer

import (
	"strconv"

	"nnplay/wasm/paper"
)

// drawEmbeddings draws the tokens where their vectors lie in the plane of the
// first two principal components.
func (k figure) drawEmbeddings(d *paper.Drawing, r paper.Rectangle) {
	places, shape := k.Values("embedding/map", 2)
	tokens, _ := k.Values("embedding/tokens", 1)
	variance, _ := k.Values("embedding/shares", 1)
	if places == nil || len(tokens) != shape[0] || len(places) != 2*shape[0] || r.H < 60 {
		return
	}
	d.Labels = append(d.Labels, paper.Text{Words: k.Fitted(k.Words.Text("canvas.map", "Embeddings"), 13, r.W), X: r.X, Y: r.Y + 8, Size: 13, Strong: true, Color: k.Ink})
	box := paper.Rect(r.X, r.Y+titleLine, r.W, r.H-titleLine-18)
	d.Over.Frame(box, 2, 1, k.Theme.Line)
	if len(variance) == 2 {
		axes := "PC 1: " + strconv.Itoa(int(100*variance[0]+0.5)) + "%   PC 2: " + strconv.Itoa(int(100*variance[1]+0.5)) + "%"
		d.Label(k.Fitted(axes, 11, r.W), r.X+r.W/2, box.Y+box.H+10, 11, 0.5, k.Muted)
	}
	var wide, high float32 = 1e-6, 1e-6
	for i := range shape[0] {
		wide, high = max(wide, paper.Abs(places[2*i])), max(high, paper.Abs(places[2*i+1]))
	}
	cx, cy := box.Center()
	scale := min((box.W/2-16)/wide, (box.H/2-10)/high)
	d.Under.Segment(box.X+4, cy, box.X+box.W-4, cy, 1, k.Theme.Line.Alpha(0.6))
	d.Under.Segment(cx, box.Y+4, cx, box.Y+box.H-4, 1, k.Theme.Line.Alpha(0.6))
	now, table := k.Tensors["look/x"].F32, "embedding/weight"
	if source := k.Tensors["look/source"].F32; source != nil {
		now, table = source, "encoder/embedding/weight"
	}
	var taken []paper.Rectangle
	for i, token := range tokens {
		x, y := cx+places[2*i]*scale, cy-places[2*i+1]*scale
		if !box.Contains(x, y) {
			continue
		}
		word, c := k.tokenName(token), k.Muted
		strong := false
		for _, v := range now {
			if v == token {
				c, strong = k.Ink, true
			}
		}
		w := k.Measure(word, 11)
		label := paper.Rect(x-w/2, y-6, w, 12)
		if label.X < box.X+2 {
			label.X = box.X + 2
		}
		if label.X+w > box.X+box.W-2 {
			label.X = box.X + box.W - 2 - w
		}
		if overlaps(taken, label) { // a dot where there is no room for a word
			d.Over.Dot(x, y, 2, 14, c)
			label = paper.Rect(x-4, y-4, 8, 8)
		} else {
			d.Labels = append(d.Labels, paper.Text{Words: word, X: label.X + w/2, Y: y, Size: 11, Align: 0.5, Strong: strong, Color: c})
		}
		taken = append(taken, label)
		d.Stands = append(d.Stands, func(l *paper.Lit) (paper.Rectangle, bool) {
			return label.Grown(2), l.Parameter == table && l.Element/max(k.widthOf("embedding"), 1) == int(token+0.5)
		})
		d.Spots = append(d.Spots, paper.Spot{Box: label.Grown(2), Tip: func(int, int) (string, []string) {
			return word, []string{"PC 1 = " + paper.Number(places[2*i], 2), "PC 2 = " + paper.Number(places[2*i+1], 2)}
		}})
	}
}

// overlaps tells whether a rectangle meets one of others.
func overlaps(others []paper.Rectangle, r paper.Rectangle) bool {
	for _, o := range others {
		if r.X < o.X+o.W && o.X < r.X+r.W && r.Y < o.Y+o.H && o.Y < r.Y+r.H {
			return true
		}
	}
	return false
}
