package gan

import (
	"slices"
	"strings"

	"nnplay/wasm/paper"
)

// samples are the entries of the marks on the plane.
func (k figure) samples() []paper.Entry {
	return []paper.Entry{
		{Words: k.Words.Text("canvas.real", "real"), Mark: func(s *paper.Shapes, x, y float32) { k.Filled(s, x, y, 3.4, 4, k.RealColor()) }},
		{Words: k.Words.Text("canvas.fake", "generated"), Mark: func(s *paper.Shapes, x, y float32) { k.Filled(s, x, y, 3.4, 14, k.FakeColor()) }},
	}
}

// pulls reports whether arrows are drawn.
func (k figure) pulls() bool {
	return k.slow() < 0 || k.slow() == len(phases)-1 || k.lit().fooled && k.lit().fakesBack
}

// lines are the entries of what is drawn as lines or, of possible ones, of what may
// be in another phase.
func (k figure) lines(possible bool) (entries []paper.Entry) {
	if possible || k.pulls() {
		entries = append(entries, paper.Entry{
			Words: k.Words.Text("canvas.pull", "gradient’s pull"),
			Mark:  func(s *paper.Shapes, x, y float32) { s.Arrow(x-8, y, x+8, y, 1.2, k.Ink.Alpha(0.75)) },
		})
	}
	entries = append(entries, paper.Entry{
		Words: k.Words.Text("canvas.manifold", "bent noise"),
		Mark: func(s *paper.Shapes, x, y float32) {
			for _, away := range [...]float32{-3, 3} {
				s.Segment(x-8, y+away, x+8, y+away, 1, k.FakeColor())
				s.Segment(x+away, y-6, x+away, y+6, 1, k.FakeColor())
			}
		},
	})
	return slices.Concat(entries, k.LinkEntries(), k.FlowEntries())
}

// legendFrom is the height of a drawing from which on lines are in the legend too.
const legendFrom = 300

// legendHeight returns how high the entries of lines are under everything else.
func (k figure) legendHeight() float32 {
	if k.Free.H < legendFrom {
		return 0
	}
	return paper.LegendHeight(k.EntryWidths(k.lines(true)), k.Free.W)
}

// drawLegend says what the marks are, what the colors of the plane mean and, where
// there is room, what the lines are.
func (k figure) drawLegend(d *paper.Drawing, r paper.Rectangle) {
	row := paper.Rect(r.X, r.Y+r.H+8, r.W, paper.LegendRow)
	samples := k.samples()
	k.DrawLegend(&d.Over, &d.Labels, samples, row)
	var used float32
	for _, w := range k.EntryWidths(samples) {
		used += w
	}
	if h := k.legendHeight(); h > 0 && k.Dock == 0 { // else a card stands there
		k.DrawLegend(&d.Over, &d.Labels, k.lines(false), paper.Rect(k.Free.X, k.Free.Y+k.Free.H-h, k.Free.W, h))
	}
	const size, bar = 11, 60
	lo, hi := k.ends()
	right := r.X + r.W - k.Measure(hi, size)
	box := paper.Rect(right-6-bar, row.Y+row.H/2-4, bar, 8)
	if box.X-6-k.Measure(lo, size) < r.X+used {
		return
	}
	ramp := make([]uint8, 64)
	for i := range ramp {
		ramp[i] = uint8(i * 4)
	}
	d.Pictures = append(d.Pictures, paper.Picture{Box: box, Rows: 1, Cols: len(ramp), Levels: ramp, Table: &k.Paled, Smooth: false})
	d.Label(lo, box.X-6, box.Y+4, size, 1, k.Muted)
	d.Label(hi, right, box.Y+4, size, 0, k.Muted)
}

// ends returns what the colors at both ends of the plane's scale mean: what the
// discriminator says or, of a neuron that is pointed at, numbers about 0.
func (k figure) ends() (lo, hi string) {
	layer, unit := k.PointedNeuron()
	span, shape := k.Values(layer+"/span", 2)
	if span == nil || unit >= shape[0] || !strings.HasPrefix(layer, discriminator) {
		return k.Words.Text("canvas.fake", "generated"), k.Words.Text("canvas.real", "real")
	}
	size := max(span[2*unit+1], -span[2*unit])
	return paper.Bound(-size), paper.Bound(size)
}
