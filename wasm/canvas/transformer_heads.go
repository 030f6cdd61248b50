package main

import "strconv"

// Sizes of what is written at the edges, CSS pixels.
const (
	edgeText   = 12
	leastRow   = 8  // height of a row with a text
	titleLine  = 20 // above a part
	legendLine = 22 // below one
	stripCell  = 13 // width of a column of norms
)

// drawAttention draws one head large, with tokens along both edges, and beside
// it, at the places that look, the norm of what the stream carries and what the
// units of the block's feed-forward layer say. It returns where the rows are, up
// to the right edge of those.
func (k *kit) drawAttention(d *drawing, r rect, a attention) rect {
	looking, seen := k.tokensOf(&a)
	left := float32(14)
	for _, word := range looking {
		left = max(left, min(k.measure(word, edgeText)+8, 70))
	}
	norms, columns := k.norms(&a)
	strip := float32(min(columns, 12)) * stripCell
	units := k.unitsOf(&a)
	mlp := float32(0)
	if units != nil && r.w > 300 {
		mlp = clamp(r.w*0.09, 26, 64)
	}
	top := r.y + titleLine + 18
	box := rect{r.x + left, top, (r.w - left - strip - mlp - 32) * 0.6, r.y + r.h - top - legendLine}
	box.w, box.h = min(box.w, box.h*1.25), min(box.h, box.w*1.6)
	d.labels = append(d.labels, text{words: k.fitted(k.headTitle(&a), 13, r.w), x: r.x, y: r.y + 8, size: 13, strong: true, color: k.ink})

	cellW, cellH := box.w/float32(a.cols), box.h/float32(a.rows)
	least := float32(leastRow)
	if len(k.topology.Symbols) == 0 { // numbers, that must not be cut
		for _, word := range seen {
			least = max(least, k.measure(word, edgeText)+4)
		}
	}
	k.edge(d, looking, cellH, leastRow, func(i int, word string, size float32) {
		d.label(k.fitted(word, size, left-6), box.x-6, box.y+(float32(i)+0.5)*cellH, size, 1, k.ink)
	})
	k.edge(d, seen, cellW, least, func(i int, word string, size float32) {
		d.label(k.initials(word, size, max(cellW-1, least)), box.x+(float32(i)+0.5)*cellW, box.y-9, size, 0.5, k.ink)
	})
	d.pictures = append(d.pictures, picture{box: box, rows: a.rows, cols: a.cols, levels: visible(a.weights), table: &k.seen})
	d.frame(box, 2, 1, k.theme.line)
	d.spots = append(d.spots, spot{box: box, rows: a.rows, cols: a.cols, tip: func(row, col int) (string, []string) { return k.tipOfCell(&a, row, col) }})

	k.drawAttentionScale(d, box)
	bars := rect{box.x + box.w + 8, box.y, strip, box.h}
	if columns > 0 && len(norms) == a.rows*columns {
		d.pictures = append(d.pictures, picture{box: bars, rows: a.rows, cols: columns, levels: shares(norms, 0), table: &k.grays})
		d.frame(bars, 2, 1, k.theme.line)
		d.label("‖x‖", bars.x+bars.w/2, bars.y-9, 11, 0.5, k.muted)
		d.spots = append(d.spots, spot{box: bars, rows: a.rows, cols: columns, tip: func(row, col int) (string, []string) { return k.tipOfNorm(&a, row, col) }})
	}
	right := bars.x + bars.w
	if mlp > 0 {
		k.drawMLP(d, rect{right + 8, box.y, mlp, box.h}, &a, units)
		right += 8 + mlp
	}
	return rect{box.x, box.y, right - box.x, box.h}
}

// drawAttentionScale says below a matrix what its colors mean.
func (k *kit) drawAttentionScale(d *drawing, box rect) {
	words := k.words.text("canvas.attention", "Attention")
	y := box.y + box.h + 13
	ramp := make([]uint8, 64)
	for i := range ramp {
		ramp[i] = visible([]float32{(float32(i) + 0.5) / float32(len(ramp))})[0]
	}
	x := box.x + k.measure(words, 11) + 20
	bar := rect{x, y - 4, min(90, box.x+box.w-x-12), 8}
	d.label(words, box.x, y, 11, 0, k.muted)
	if bar.w > 20 {
		d.label("0", bar.x-5, y, 11, 1, k.muted)
		d.label("1", bar.x+bar.w+5, y, 11, 0, k.muted)
		d.pictures = append(d.pictures, picture{box: bar, rows: 1, cols: len(ramp), levels: ramp, table: &k.seen})
	}
}

// blockName names a block, counted from 0.
func (k *kit) blockName(i int) string {
	return k.words.say("canvas.block", "Block {n}", "n", strconv.Itoa(i+1))
}

// rowText returns the size of a text in a row, no larger than usual.
func rowText(pitch, usual float32) float32 { return clamp(float32(int(pitch)), leastRow, usual) }

// edge writes tokens along an edge, as many as there is room for where each needs
// that much at least.
func (k *kit) edge(d *drawing, words []string, pitch, least float32, write func(i int, word string, size float32)) {
	size := rowText(pitch, edgeText)
	skip := 1
	for pitch*float32(skip) < least {
		skip++
	}
	for i := 0; i < len(words); i += skip {
		write(i, words[i], size)
	}
}

// norms returns the length of each place's vector where it enters the first
// block and where it leaves each, (T, columns), of the stream that looks.
func (k *kit) norms(a *attention) (norms []float32, columns int) {
	prefix := ""
	if a.encoder {
		prefix = "encoder/"
	}
	var streams [][]float32 // (T, D) each
	for i := -1; ; i++ {
		name := prefix + "embedding"
		if i >= 0 {
			name = prefix + "block" + strconv.Itoa(i) + "/residual"
		}
		x, shape := k.values(name, 3)
		if x == nil || shape[1] != a.rows {
			break
		}
		streams = append(streams, x)
	}
	columns = len(streams)
	norms = make([]float32, a.rows*columns)
	for c, x := range streams {
		width := len(x) / a.rows
		for row := range a.rows {
			norms[row*columns+c] = norm(x[row*width : (row+1)*width])
		}
	}
	return norms, columns
}

// A raster is how the small pictures of all heads are laid out: so many tensors
// side by side, the heads of each in rows of so many.
type raster struct {
	across, down int     // tensors
	heads, row   int     // of a tensor, and of a row of it
	cell         float32 // side of a picture
}

const rasterGap = 5

// lines returns the rows of a tensor.
func (s raster) lines() int { return (s.heads + s.row - 1) / s.row }

// rasterOf fits the pictures of all heads into a size.
func rasterOf(all []attention, w, h float32) (best raster) {
	s := raster{heads: 1}
	for _, a := range all {
		s.heads = max(s.heads, a.head+1)
	}
	tensors := (len(all) + s.heads - 1) / s.heads
	for s.across = 1; s.across <= min(tensors, 3); s.across++ {
		s.down = (tensors + s.across - 1) / s.across
		for _, s.row = range []int{s.heads, (s.heads + 1) / 2} {
			cols, rows := float32(s.row), float32(s.down*s.lines())
			s.cell = min((w/float32(s.across)-headLabels)/cols-rasterGap, h/rows-rasterGap, 120)
			if s.cell > best.cell+1 {
				best = s
			}
		}
	}
	return best
}

// headLabels is the width of a row's number.
const headLabels = 22

// headsHeight returns how much of a column the heads take.
func (k *kit) headsHeight(all []attention, r rect) float32 {
	best := rasterOf(all, r.w, r.h*0.56-titleLine)
	return titleLine + float32(best.down*best.lines())*(best.cell+rasterGap)
}

// drawHeads draws all heads small, a row a block; each can be chosen.
func (k *kit) drawHeads(d *drawing, r rect, all []attention) {
	d.labels = append(d.labels, text{words: k.fitted(k.words.text("canvas.heads", "Every head"), 13, r.w), x: r.x, y: r.y + 8, size: 13, strong: true, color: k.ink})
	s := rasterOf(all, r.w, r.h-titleLine)
	if s.cell < 3 {
		return
	}
	shown := k.shownHead(all)
	for i, a := range all {
		tensor := i / s.heads
		row, column := tensor%s.down, tensor/s.down
		box := rect{
			r.x + float32(column)*(r.w/float32(s.across)) + headLabels + float32(a.head%s.row)*(s.cell+rasterGap),
			r.y + titleLine + float32(row*s.lines()+a.head/s.row)*(s.cell+rasterGap), s.cell, s.cell,
		}
		if a.head == 0 {
			_, y := box.center()
			d.label(k.shortName(&a), box.x-6, y, 11, 1, k.muted)
		}
		weights, rows, cols := a.pooled()
		d.pictures = append(d.pictures, picture{box: box, rows: rows, cols: cols, levels: visible(weights), table: &k.seen})
		if i == shown {
			d.frame(box.grown(1.5), 3, 2, k.ink)
		} else {
			d.frame(box, 2, 1, k.theme.line)
		}
		d.spots = append(d.spots, spot{box: box, action: "head", value: a.value(), tip: func(int, int) (string, []string) { return k.headTitle(&a), nil }})
	}
}

// thumbnail is how many cells a side a small picture shows at most.
const thumbnail = 48

// pooled returns the weights for a small picture: of neighbouring cells that
// there is no room for, the largest.
func (a *attention) pooled() (weights []float32, rows, cols int) {
	by := (max(a.rows, a.cols) + thumbnail - 1) / thumbnail
	if by == 1 {
		return a.weights, a.rows, a.cols
	}
	rows, cols = (a.rows+by-1)/by, (a.cols+by-1)/by
	weights = make([]float32, rows*cols)
	largest := make([]float32, a.cols) // of neighbouring rows
	for i := range rows {
		first := i * by
		copy(largest, a.weights[first*a.cols:])
		for r := first + 1; r < min(first+by, a.rows); r++ {
			for j, v := range a.weights[r*a.cols:][:len(largest)] {
				if v > largest[j] {
					largest[j] = v
				}
			}
		}
		for j, v := range largest {
			if out := &weights[i*cols+j/by]; v > *out {
				*out = v
			}
		}
	}
	return weights, rows, cols
}

// shortName is the number of a block and which of its attentions it is.
func (k *kit) shortName(a *attention) string {
	switch n := strconv.Itoa(a.block + 1); {
	case a.encoder:
		return "E" + n
	case a.cross:
		return n + "←"
	default:
		return n
	}
}
