package transformer

import (
	"strconv"
	"unicode/utf8"

	"nnplay/wasm/paper"
)

// Sizes of what is written at the edges, CSS pixels.
const (
	edgeText   = 12
	leastRow   = 12 // height of a row with a text
	titleLine  = 20 // above a part
	legendLine = 22 // below one
	stripCell  = 13 // width of a column of norms
)

// drawAttention draws one head large, with tokens along both edges, and beside
// it, at the places that look, the norm of what the stream carries and what the
// units of the block's feed-forward layer say. It returns where the rows are, up
// to the right edge of those.
func (k figure) drawAttention(d *paper.Drawing, r paper.Rectangle, a attention, all []attention) paper.Rectangle {
	looking, seen := k.tokensOf(&a)
	left := float32(14)
	for _, word := range looking {
		left = max(left, min(k.Measure(word, edgeText)+8, 70))
	}
	norms, columns := k.norms(&a)
	strip := float32(min(columns, 12)) * stripCell
	units := k.unitsOf(&a)
	mlp := float32(0)
	if units != nil && r.W > 300 {
		mlp = paper.Clamp(r.W*0.09, 26, 64)
	}
	top := r.Y + titleLine + 18
	share := float32(0.6) // of the width, beside the answers
	if k.Narrow() {
		share = 0.66
	}
	box := paper.Rect(r.X+left, top, (r.W-left-strip-mlp-32)*share, r.Y+r.H-top-legendLine)
	box.W, box.H = min(box.W, box.H*1.25), min(box.H, box.W*1.6)
	d.Labels = append(d.Labels, paper.Text{Words: k.Fitted(k.headTitle(&a), 13, r.W), X: r.X, Y: r.Y + 8, Size: 13, Strong: true, Color: k.Ink})

	cellW, cellH := box.W/float32(a.cols), box.H/float32(a.rows)
	least := k.leastColumn(seen)
	k.edge(d, looking, cellH, leastRow, func(i int, word string, size float32) {
		d.Label(k.Fitted(word, size, left-6), box.X-6, box.Y+(float32(i)+0.5)*cellH, size, 1, k.Ink)
	})
	k.edge(d, seen, cellW, least, func(i int, word string, size float32) {
		d.Label(k.initials(word, size, max(cellW-1, least)), box.X+(float32(i)+0.5)*cellW, box.Y-9, size, 0.5, k.Ink)
	})
	d.Pictures = append(d.Pictures, paper.Picture{Box: box, Rows: a.rows, Cols: a.cols, Levels: visible(a.weights), Table: &k.Seen})
	d.Over.Frame(box, 2, 1, k.Theme.Line)
	cells := paper.Spot{Box: box, Rows: a.rows, Cols: a.cols, Tip: func(row, col int) (string, []string) { return k.tipOfCell(&a, row, col) }, Part: a.partOf}
	d.Spots = append(d.Spots, cells)
	k.standHead(d, &cells, &a, paper.Rect(box.X-left, box.Y, left-2, box.H))

	k.drawAttentionScale(d, box)
	var stream paper.Spot
	bars := paper.Rect(box.X+box.W+8, box.Y, strip, box.H)
	if columns > 0 && len(norms) == a.rows*columns {
		d.Pictures = append(d.Pictures, paper.Picture{Box: bars, Rows: a.rows, Cols: columns, Levels: paper.Shares(norms, 0), Table: &k.Grays})
		d.Over.Frame(bars, 2, 1, k.Theme.Line)
		d.Label("‖x‖", bars.X+bars.W/2, bars.Y-9, 11, 0.5, k.Muted)
		stream = paper.Spot{Box: bars, Rows: a.rows, Cols: columns, Tip: func(row, col int) (string, []string) { return k.tipOfNorm(&a, row, col) }}
		d.Spots = append(d.Spots, stream)
	}
	right := bars.X + bars.W
	if mlp > 0 {
		k.drawMLP(d, paper.Rect(right+8, box.Y, mlp, box.H), &a, units)
		right += 8 + mlp
	}
	if stream.Tip != nil { // after what is drawn itself: it stands for much
		k.standStream(d, &stream, &a, all)
	}
	return paper.Rect(box.X, box.Y, right-box.X, box.H)
}

// drawAttentionScale says below a matrix what its colors mean.
func (k figure) drawAttentionScale(d *paper.Drawing, box paper.Rectangle) {
	words := k.Words.Text("canvas.attention", "Attention")
	y := box.Y + box.H + 13
	ramp := make([]uint8, 64)
	for i := range ramp {
		ramp[i] = visible([]float32{(float32(i) + 0.5) / float32(len(ramp))})[0]
	}
	x := box.X + k.Measure(words, 11) + 20
	bar := paper.Rect(x, y-4, min(90, box.X+box.W-x-12), 8)
	d.Label(words, box.X, y, 11, 0, k.Muted)
	if bar.W > 20 {
		d.Label("0", bar.X-5, y, 11, 1, k.Muted)
		d.Label("1", bar.X+bar.W+5, y, 11, 0, k.Muted)
		d.Pictures = append(d.Pictures, paper.Picture{Box: bar, Rows: 1, Cols: len(ramp), Levels: ramp, Table: &k.Seen})
	}
}

// blockName names a block, counted from 0.
func (k figure) blockName(i int) string {
	return k.Words.Say("canvas.block", "Block {n}", "n", strconv.Itoa(i+1))
}

// rowText returns the size of a text in a row, no larger than usual.
func rowText(pitch, usual float32) float32 {
	return paper.Clamp(float32(int(pitch)), paper.LeastText, usual)
}

// edge writes tokens along an edge, as many as there is room for where each needs
// that much at least.
func (k figure) edge(d *paper.Drawing, words []string, pitch, least float32, write func(i int, word string, size float32)) {
	size := rowText(pitch, edgeText)
	skip := 1
	for pitch*float32(skip) < least {
		skip++
	}
	for i := 0; i < len(words); i += skip {
		write(i, words[i], size)
	}
}

// leastColumn returns how far apart words over columns must be at least: letters need
// little, of longer words there is to be more than a letter, and numbers are not cut.
func (k figure) leastColumn(words []string) (least float32) {
	const apart = 1.5 // letters that do not run together
	for i, word := range words {
		switch {
		case len(k.Topology.Symbols) == 0:
			least = max(least, leastRow, k.Measure(word, edgeText)+4)
		case utf8.RuneCountInString(word) > 1:
			least = max(least, leastRow)
		case i > 0:
			pair := words[i-1] + word
			wide := k.Measure(pair+pair, paper.LeastText) - k.Measure(pair, paper.LeastText) // without the room around a text
			least = max(least, wide/2+apart)
		}
	}
	return least
}

// norms returns the length of each place's vector where it enters the first
// block and where it leaves each, (T, columns), of the stream that looks.
func (k figure) norms(a *attention) (norms []float32, columns int) {
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
		x, shape := k.Values(name, 3)
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
func (k figure) headsHeight(all []attention, r paper.Rectangle) float32 {
	best := rasterOf(all, r.W, r.H*0.56-titleLine)
	return titleLine + float32(best.down*best.lines())*(best.cell+rasterGap)
}

// drawHeads draws all heads small, a row a block; each can be chosen.
func (k figure) drawHeads(d *paper.Drawing, r paper.Rectangle, all []attention) {
	d.Labels = append(d.Labels, paper.Text{Words: k.Fitted(k.Words.Text("canvas.heads", "All heads"), 13, r.W), X: r.X, Y: r.Y + 8, Size: 13, Strong: true, Color: k.Ink})
	s := rasterOf(all, r.W, r.H-titleLine)
	if s.cell < 3 {
		return
	}
	shown := k.shownHead(all)
	for i, a := range all {
		tensor := i / s.heads
		row, column := tensor%s.down, tensor/s.down
		box := paper.Rect(
			r.X+float32(column)*(r.W/float32(s.across))+headLabels+float32(a.head%s.row)*(s.cell+rasterGap),
			r.Y+titleLine+float32(row*s.lines()+a.head/s.row)*(s.cell+rasterGap), s.cell, s.cell,
		)
		if a.head == 0 {
			_, y := box.Center()
			d.Label(k.shortName(&a), box.X-6, y, 11, 1, k.Muted)
		}
		weights, rows, cols := a.pooled()
		d.Pictures = append(d.Pictures, paper.Picture{Box: box, Rows: rows, Cols: cols, Levels: visible(weights), Table: &k.Seen})
		if i == shown {
			d.Over.Frame(box.Grown(1.5), 3, 2, k.Ink)
		} else {
			d.Over.Frame(box, 2, 1, k.Theme.Line)
		}
		d.Spots = append(d.Spots, paper.Spot{Box: box, Action: "head", Value: a.value(), Tip: func(int, int) (string, []string) { return k.headTitle(&a), nil }})
		standSmall(d, box, a)
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
func (k figure) shortName(a *attention) string {
	switch n := strconv.Itoa(a.block + 1); {
	case a.encoder:
		return "E" + n
	case a.cross:
		return n + "←"
	default:
		return n
	}
}
