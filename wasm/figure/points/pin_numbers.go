package points

import "nnplay/wasm/paper"

// Sizes of the numbers at the place that is pinned, in CSS pixels.
const (
	numberPad  = 2 // around a number, on what it lies on
	numberHigh = paper.LeastText + 2*numberPad
	portGap    = 10 // from a number to the output's point that it belongs to
)

// writePin writes what there is at the place that is pinned: in the panel the answer,
// on each tile that has room what the unit puts out, and at the links into the neuron
// that is pointed at what they bring.
func (f *figure) writePin(d *paper.Drawing) {
	if f.pin == nil || f.moves {
		return
	}
	var texts []paper.Text
	if !f.warping() {
		texts = f.writeAnswer(texts)
	}
	texts = f.writeUnits(texts)
	texts = f.Legible(f.writeProducts(texts))
	for i := range texts {
		box := f.TextBox(&texts[i])
		d.Over.Fill(box.Grown(numberPad), 4, f.Surface.Alpha(0.86))
	}
	d.Labels = append(d.Labels, texts...)
}

// writeAnswer writes what the unit that the panel shows puts out, beside the mark.
func (f *figure) writeAnswer(texts []paper.Text) []paper.Text {
	words := f.answer()
	if t := f.hovered; t.kind == "neuron" {
		v := f.pin.columns[t.column][t.index]
		switch t.column {
		case 0:
			words = f.place() + " → " + paper.Number(v, 3)
		case len(f.layout.columns) - 1:
			words = f.place() + " → " + paper.Number(f.meant(t.index, v), 3)
		default: // what follows an arrow is the network's answer
			words = "a = " + paper.Number(v, 3)
		}
	}
	free := f.layout.panel.Grown(-8)
	w := f.MeasureMedium(words, titleSize)
	if w > free.W {
		return texts
	}
	x, y := f.pinnedAt(f.layout.panel)
	t := paper.Text{Words: words, X: x + pinArm, Y: y - pinArm, Size: titleSize, Medium: true, Color: f.Ink}
	if f.Topology.Inputs == 1 {
		t.Y = free.Y + titleSize/2
	}
	if t.X+w > free.X+free.W {
		t.X, t.Align = x-pinArm, 1
	}
	if t.Align == 1 && t.X-w < free.X { // wider than what is on either side
		t.X, t.Align = free.X, 0
	}
	if t.Y < free.Y+titleSize/2 {
		t.Y = y + pinArm
	}
	return append(texts, t)
}

// writeUnits writes what each unit puts out: on its tile, away from the mark there, or
// left of the output's point.
func (f *figure) writeUnits(texts []paper.Text) []paper.Text {
	for c, column := range f.tiled() {
		for i, r := range column {
			words := f.number(f.pin.columns[c][i], r.W)
			if words == "" || r.H < 2*numberHigh {
				continue
			}
			x, _ := r.Center()
			y := r.Y + numberHigh/2 + 1
			if _, at := f.pinnedAt(r); f.Topology.Inputs == 2 && at < r.Y+r.H/2 {
				y = r.Y + r.H - numberHigh/2 - 1
			}
			texts = append(texts, f.numberAt(words, x, y, 0.5))
		}
	}
	if f.layout.stacked {
		return texts
	}
	last := len(f.layout.columns) - 1
	for k, p := range f.layout.outputs() {
		if words := f.number(f.meant(k, f.pin.columns[last][k]), f.layout.spacing-f.layout.tile-portGap); words != "" {
			texts = append(texts, f.numberAt(words, p.X-portGap, p.Y, 1))
		}
	}
	return texts
}

// writeProducts writes what the links into the neuron that is pointed at bring, where
// they begin.
func (f *figure) writeProducts(texts []paper.Text) []paper.Text {
	t := f.hovered
	if t.kind != "neuron" || t.column == 0 {
		return texts
	}
	to := f.layout.columns[t.column][t.index]
	for i, from := range f.layout.columns[t.column-1] {
		if !placed(from) || t.column < len(f.layout.columns)-1 && !placed(to) {
			continue
		}
		l := linkBetween(from, to)
		room := l.x1 - l.x0
		words := f.number(f.product(t.column-1, i, t.index), room-2*portGap)
		if words == "" {
			continue
		}
		x, y := l.at(min(0.5, (portGap+f.Measure(words, paper.LeastText)/2)/room))
		texts = append(texts, f.numberAt(words, x, y, 0.5))
	}
	return texts
}

// number writes a value with about three digits, where they have no room with one
// less, and "" where that has none either or would be nothing but a zero.
func (f *figure) number(v, room float32) string {
	digits := 2
	switch size := paper.Abs(v); {
	case size >= 100:
		digits = 0
	case size >= 10:
		digits = 1
	}
	for least := max(digits-1, 0); digits >= least; digits-- {
		words := paper.Number(v, digits)
		if f.Measure(words, paper.LeastText) <= room && (words != "0" || digits == 2) {
			return words
		}
	}
	return ""
}

func (f *figure) numberAt(words string, x, y, align float32) paper.Text {
	return paper.Text{Words: words, X: x, Y: y, Size: paper.LeastText, Align: align, Color: f.Ink}
}
