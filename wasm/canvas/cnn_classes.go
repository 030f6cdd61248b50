package main

// drawClasses draws the probability of each class as a bar. The right class has
// a check mark, the winner a bold name.
func (k *kit) drawClasses(d *drawing, r rect) {
	p, _ := k.values("output/out", 1)
	if len(p) == 0 {
		return
	}
	right := -1
	if class, _ := k.values("look/class", 1); len(class) == 1 {
		right = int(class[0])
	}
	winner := 0
	for i, v := range p {
		if v > p[winner] {
			winner = i
		}
	}
	k.title(d, k.words.text("canvas.probabilities", "Probabilities"), r.x, r.y, r.w)
	row := (r.h - titleHigh) / float32(len(p))
	size := clamp(row-2, 6, 12)
	var names float32
	for i := range p {
		names = max(names, k.measure(shortened(k.symbol(i), 12), size))
	}
	from, to := r.x+16+names+8, r.x+r.w-46
	for i, v := range p {
		y := r.y + titleHigh + (float32(i)+0.5)*row
		ink := k.muted
		if i == winner {
			ink = k.ink
		}
		d.labels = append(d.labels, text{words: shortened(k.symbol(i), 12), x: r.x + 16 + names, y: y, size: size, align: 1, strong: i == winner, color: ink})
		if i == right {
			d.line([][2]float32{{r.x + 1, y}, {r.x + 4.5, y + 3.5}, {r.x + 11, y - 4}}, 2, k.ink)
		}
		high := min(row-3, 12)
		d.fill(rect{from, y - high/2, to - from, high}, 2, k.zero)
		if w := (to - from) * clamp(v, 0, 1); w > 0.5 {
			c := k.positive
			if i == winner && right >= 0 && i != right {
				c = k.negative
			}
			d.fill(rect{from, y - high/2, w, high}, min(2, w/2), c)
		}
		if v >= 0.005 {
			d.label(number(100*v, 0)+" %", r.x+r.w, y, min(size, 11), 1, ink)
		}
	}
	d.spots = append(d.spots, spot{box: rect{r.x, r.y + titleHigh, r.w, r.h - titleHigh}, rows: len(p), tip: func(row, _ int) (string, []string) {
		lines := []string{"p = " + number(p[row], 4)}
		if row == right {
			lines = append(lines, k.words.text("canvas.right", "the right class"))
		}
		return k.symbol(row), lines
	}})
}

// drawConfusion draws how often images of a class, a row, are taken for which,
// with an image of each case, which can be chosen.
func (k *kit) drawConfusion(d *drawing, v *vision, r rect) {
	counts, shape := k.values("confusion", 2)
	t, ok := k.tensors["confusion/images"]
	if counts == nil || !ok || len(t.Shape) != 4 || shape[0] < 2 || shape[0] != shape[1] || t.Shape[0] != shape[0] {
		return
	}
	n, rows, cols := shape[0], t.Shape[2], t.Shape[3]
	const ticks = 16
	caption := float32(0)
	if k.free.h > captioned && !k.narrow() {
		caption = 16
	}
	cell := min((r.w-ticks)/float32(n), (r.h-titleHigh-ticks-caption)/float32(n))
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
	k.title(d, k.words.say("canvas.confusion", "{wrong} of {all} mistaken", "wrong", number(wrong, 0), "all", number(all, 0)), r.x, r.y, r.w)
	grid := rect{r.x + ticks, r.y + titleHigh, cell * float32(n), cell * float32(n)}
	for i := range n {
		middle := (float32(i) + 0.5) * cell
		name := shortened(k.symbol(i), 2)
		d.label(name, grid.x-5, grid.y+middle, min(cell*0.8, 11), 1, k.muted)
		d.label(name, grid.x+middle, grid.y+grid.h+8, min(cell*0.8, 11), 0.5, k.muted)
	}
	if caption > 0 {
		k.caption(d, k.words.text("canvas.takenFor", "rows: the class; columns: what it is taken for"), grid.x, grid.y+grid.h+ticks+6, r.w-ticks)
	}
	each := rows * cols
	for i := range n * n {
		box := grid
		box.x, box.y, box.w, box.h = grid.x+float32(i%n)*cell, grid.y+float32(i/n)*cell, cell, cell
		right := i/n == i%n
		if counts[i] == 0 {
			if right {
				d.frame(box.grown(-1), 1, 1, k.theme.line)
			}
			continue
		}
		inner := box.grown(-max(1, cell*0.08))
		if cell >= 9 {
			d.pictures = append(d.pictures, picture{box: inner, rows: rows, cols: cols, levels: t.U8[i*each : (i+1)*each], table: &k.grays})
		} else {
			c := k.positive
			if !right {
				c = k.negative
			}
			d.fill(inner, 0, c)
		}
		if !right {
			d.frame(inner, 0, clamp(0.8+counts[i]/4, 1, 3), k.negative)
		}
	}
	d.frame(grid, 1, 1, k.theme.line)
	d.spots = append(d.spots, spot{
		box: grid, rows: n, cols: n, action: "example",
		tip: func(row, col int) (string, []string) {
			name := k.words.say("canvas.taken", "{a} taken for {b}", "a", k.symbol(row), "b", k.symbol(col))
			if row == col {
				name = k.words.say("canvas.recognized", "{a} recognized", "a", k.symbol(row))
			}
			return name, []string{k.words.say("canvas.imageCount", "{n} images", "n", number(counts[row*n+col], 0))}
		},
	})
}
