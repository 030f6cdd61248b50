package cnn

import "nnplay/wasm/paper"

// A pager shows which of many things are shown, and buttons that turn to the ones
// before and after them.

// pagerHigh is the height of a pager.
const pagerHigh = 22

// pageOf returns which of n things are shown where there is room for so many: the page
// with the one that the reader has turned to.
func (k figure) pageOf(key string, n, room int) (from, to int) {
	if n <= room {
		return 0, n
	}
	room = max(room, 1)
	pages := (n + room - 1) / room
	page := min(max(k.View[key]/room, 0), pages-1)
	return page * room, min((page+1)*room, n)
}

// drawPager draws the pager of a key where not all n things are shown.
func (k figure) drawPager(d *paper.Drawing, key string, r paper.Rectangle, n, room int, what string) {
	if n <= room {
		return
	}
	room = max(room, 1)
	from, to := k.pageOf(key, n, room)
	page, pages := from/room, (n+room-1)/room
	words := paper.Number(float32(from+1), 0) + "–" + paper.Number(float32(to), 0) + " / " + paper.Number(float32(n), 0)
	wide := min(26, r.W/3)
	told := r.W-2*wide-6 >= k.Measure(words, 11)
	if !told { // there is room for the buttons alone
		wide = min(26, (r.W-2)/2)
	}
	for _, b := range []struct {
		box        paper.Rectangle
		by         int
		sign       float32
		key, words string
	}{
		{paper.Rect(r.X, r.Y, wide, pagerHigh), -1, 1, "canvas.previous", "previous"},
		{paper.Rect(r.X+r.W-wide, r.Y, wide, pagerHigh), 1, -1, "canvas.after", "next"},
	} {
		to := page + b.by
		ink := k.Ink
		if to < 0 || to >= pages {
			to, ink = page, k.Theme.Line
		}
		x, y := b.box.Center()
		d.Over.Fill(b.box, 5, k.Zero)
		d.Over.Line([][2]float32{{x + 2.5*b.sign, y - 5}, {x - 2.5*b.sign, y}, {x + 2.5*b.sign, y + 5}}, 2, ink)
		d.Spots = append(d.Spots, paper.Spot{
			Box:  b.box,
			Tip:  func(int, int) (string, []string) { return what + ": " + k.Words.Text(b.key, b.words), []string{words} },
			Turn: func(v map[string]int, _, _ int) { v[key] = to * room },
		})
	}
	if told {
		d.Label(words, r.X+r.W/2, r.Y+pagerHigh/2, 11, 0.5, k.Muted)
	}
}
