package main

import "strconv"

// drawEmbeddings draws the tokens where their vectors lie in the plane of the
// first two principal components.
func (k *kit) drawEmbeddings(d *drawing, r rect) {
	places, shape := k.values("embedding/map", 2)
	tokens, _ := k.values("embedding/tokens", 1)
	variance, _ := k.values("embedding/shares", 1)
	if places == nil || len(tokens) != shape[0] || len(places) != 2*shape[0] || r.h < 60 {
		return
	}
	d.labels = append(d.labels, text{words: k.fitted(k.words.text("canvas.map", "Embeddings"), 13, r.w), x: r.x, y: r.y + 8, size: 13, strong: true, color: k.ink})
	box := rect{r.x, r.y + titleLine, r.w, r.h - titleLine - 18}
	d.frame(box, 2, 1, k.theme.line)
	if len(variance) == 2 {
		axes := "PC 1: " + strconv.Itoa(int(100*variance[0]+0.5)) + "%   PC 2: " + strconv.Itoa(int(100*variance[1]+0.5)) + "%"
		d.label(k.fitted(axes, 11, r.w), r.x+r.w/2, box.y+box.h+10, 11, 0.5, k.muted)
	}
	var wide, high float32 = 1e-6, 1e-6
	for i := range shape[0] {
		wide, high = max(wide, abs(places[2*i])), max(high, abs(places[2*i+1]))
	}
	cx, cy := box.center()
	scale := min((box.w/2-16)/wide, (box.h/2-10)/high)
	d.segment(box.x+4, cy, box.x+box.w-4, cy, 1, k.theme.line.alpha(0.6))
	d.segment(cx, box.y+4, cx, box.y+box.h-4, 1, k.theme.line.alpha(0.6))
	now := k.tensors["look/x"].F32
	if source := k.tensors["look/source"].F32; source != nil {
		now = source
	}
	var taken []rect
	for i, token := range tokens {
		x, y := cx+places[2*i]*scale, cy-places[2*i+1]*scale
		if !box.contains(x, y) {
			continue
		}
		word, c := k.tokenName(token), k.muted
		strong := false
		for _, v := range now {
			if v == token {
				c, strong = k.ink, true
			}
		}
		w := k.measure(word, 11)
		label := rect{x - w/2, y - 6, w, 12}
		if label.x < box.x+2 {
			label.x = box.x + 2
		}
		if label.x+w > box.x+box.w-2 {
			label.x = box.x + box.w - 2 - w
		}
		if overlaps(taken, label) { // a dot where there is no room for a word
			d.dot(x, y, 2, 14, c)
			label = rect{x - 4, y - 4, 8, 8}
		} else {
			d.labels = append(d.labels, text{words: word, x: label.x + w/2, y: y, size: 11, align: 0.5, strong: strong, color: c})
		}
		taken = append(taken, label)
		d.spots = append(d.spots, spot{box: label.grown(2), tip: func(int, int) (string, []string) {
			return word, []string{"PC 1 = " + number(places[2*i], 2), "PC 2 = " + number(places[2*i+1], 2)}
		}})
	}
}

// overlaps tells whether a rectangle meets one of others.
func overlaps(others []rect, r rect) bool {
	for _, o := range others {
		if r.x < o.x+o.w && o.x < r.x+r.w && r.y < o.y+o.h && o.y < r.y+r.h {
			return true
		}
	}
	return false
}
