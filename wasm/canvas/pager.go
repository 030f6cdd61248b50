package main

// A pager shows which of many things are shown, and buttons that turn to the ones
// before and after them.

// pagerHigh is the height of a pager.
const pagerHigh = 22

// pageOf returns which of n things are shown where there is room for so many,
// by the page that the reader has turned to.
func (k *kit) pageOf(key string, n, room int) (from, to int) {
	if n <= room {
		return 0, n
	}
	room = max(room, 1)
	pages := (n + room - 1) / room
	page := min(max(k.view[key], 0), pages-1)
	return page * room, min((page+1)*room, n)
}

// drawPager draws the pager of a key where not all n things are shown.
func (k *kit) drawPager(d *drawing, key string, r rect, n, room int, what string) {
	if n <= room {
		return
	}
	room = max(room, 1)
	from, to := k.pageOf(key, n, room)
	page, pages := from/room, (n+room-1)/room
	words := number(float32(from+1), 0) + "–" + number(float32(to), 0) + " / " + number(float32(n), 0)
	wide := min(26, r.w/3)
	told := r.w-2*wide-6 >= 0.8*k.measure(words, 11)
	if !told { // there is room for the buttons alone
		wide = min(26, (r.w-2)/2)
	}
	for _, b := range []struct {
		box        rect
		by         int
		sign       float32
		key, words string
	}{
		{rect{r.x, r.y, wide, pagerHigh}, -1, 1, "canvas.previous", "the ones before"},
		{rect{r.x + r.w - wide, r.y, wide, pagerHigh}, 1, -1, "canvas.after", "the ones after"},
	} {
		to := page + b.by
		ink := k.ink
		if to < 0 || to >= pages {
			to, ink = page, k.theme.line
		}
		x, y := b.box.center()
		d.fill(b.box, 5, k.zero)
		d.line([][2]float32{{x + 2.5*b.sign, y - 5}, {x - 2.5*b.sign, y}, {x + 2.5*b.sign, y + 5}}, 2, ink)
		d.spots = append(d.spots, spot{
			box:  b.box,
			tip:  func(int, int) (string, []string) { return what + ": " + k.words.text(b.key, b.words), []string{words} },
			turn: func(v map[string]int, _, _ int) { v[key] = to },
		})
	}
	if told {
		size := clamp(11*(r.w-2*wide-6)/max(k.measure(words, 11), 1), 8, 11)
		d.label(words, r.x+r.w/2, r.y+pagerHigh/2, size, 0.5, k.muted)
	}
}
