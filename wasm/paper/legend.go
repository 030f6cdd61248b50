package paper

// An Entry of a legend is a mark and what it is called.
type Entry struct {
	Words string
	// Mark adds it, about a place, no more than MarkWidth wide.
	Mark func(s *Shapes, x, y float32)
}

// Sizes of a legend, in CSS pixels.
const (
	legendSize = 11 // of its texts
	markGap    = 5  // between a mark and its name
	entryGap   = 15 // from there to the next mark

	MarkWidth = 18
	LegendRow = 17
)

// EntryWidths returns how wide the entries of a legend are.
func (k *Kit) EntryWidths(entries []Entry) (widths []float32) {
	for _, e := range entries {
		widths = append(widths, MarkWidth+markGap+k.Measure(e.Words, legendSize)+entryGap)
	}
	return widths
}

// LegendHeight returns how high entries are, in rows that are so wide.
func LegendHeight(widths []float32, width float32) float32 {
	rows := 0
	eachEntry(widths, width, func(_, row int, _ float32) { rows = row + 1 })
	return float32(rows) * LegendRow
}

// eachEntry visits entries that follow each other in rows.
func eachEntry(widths []float32, width float32, visit func(i, row int, x float32)) {
	row, x := 0, float32(0)
	for i, w := range widths {
		if x > 0 && x+w-entryGap > width {
			row, x = row+1, 0
		}
		visit(i, row, x)
		x += w
	}
}

// DrawLegend adds a legend, from the top left of a box on: of its entries those that
// the box has rows for.
func (k *Kit) DrawLegend(s *Shapes, labels *[]Text, entries []Entry, box Rectangle) {
	eachEntry(k.EntryWidths(entries), box.W, func(i, row int, x float32) {
		if float32(row+1)*LegendRow > box.H {
			return
		}
		x, y := box.X+x, box.Y+(float32(row)+0.5)*LegendRow
		entries[i].Mark(s, x+MarkWidth/2, y)
		*labels = append(*labels, Text{Words: entries[i].Words, X: x + MarkWidth + markGap, Y: y, Size: legendSize, Color: k.Muted})
	})
}

// LinkEntries are the entries of what the colors of links mean.
func (k *Kit) LinkEntries() []Entry {
	line := func(c Color) func(s *Shapes, x, y float32) {
		return func(s *Shapes, x, y float32) { s.Segment(x-8, y, x+8, y, 3, c) }
	}
	return []Entry{
		{Words: k.Words.Text("canvas.link.up", "pulls up (+)"), Mark: line(k.Positive)},
		{Words: k.Words.Text("canvas.link.down", "pulls down (−)"), Mark: line(k.Negative)},
	}
}

// FlowEntries are the entries of the marks that run along links.
func (k *Kit) FlowEntries() []Entry {
	return []Entry{
		{Words: k.Words.Text("canvas.flow.forward", "forward pass"), Mark: func(s *Shapes, x, y float32) {
			for _, away := range [...]float32{-6, 0, 6} {
				s.Dot(x+away, y, 1.6, 0, k.FlowColor(false))
			}
		}},
		{Words: k.Words.Text("canvas.flow.back", "backward pass"), Mark: func(s *Shapes, x, y float32) {
			for _, away := range [...]float32{-5, 3} {
				s.Segment(x+away+4, y-3, x+away, y, 1.4, k.FlowColor(true))
				s.Segment(x+away, y, x+away+4, y+3, 1.4, k.FlowColor(true))
			}
		}},
	}
}

// Bound writes an end of a scale.
func Bound(v float32) string {
	if Abs(v) < 0.1 {
		return Gradient(v)
	}
	return Number(v, 2)
}

// Dashed adds the mark of a dashed line.
func Dashed(s *Shapes, x, y, width float32, c Color) {
	for _, left := range [...]float32{-9, -2.5, 4} {
		s.Segment(x+left, y, x+left+5, y, width, c)
	}
}
