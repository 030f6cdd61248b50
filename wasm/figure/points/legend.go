package points

import "nnplay/wasm/paper"

// legend returns the entries of the marks that are drawn or, of possible ones,
// those that may come too while it trains. Where there is little room, as for a place
// that is pinned, those that stand last are left out.
func (f *figure) legend(possible bool) (entries []paper.Entry) {
	add := func(key, words string, mark func(s *paper.Shapes, x, y float32)) {
		entries = append(entries, paper.Entry{Words: f.Words.Text(key, words), Mark: mark})
	}
	line := func(c paper.Color, width float32) func(s *paper.Shapes, x, y float32) {
		return func(s *paper.Shapes, x, y float32) { s.Segment(x-8, y, x+8, y, width, c) }
	}
	t := f.Topology
	add("canvas.point.train", "training point", f.pair(f.Filled))
	if t.ShowTest {
		add("canvas.point.test", "test point", f.pair(f.Hollow))
	}
	if f.mistakes || possible && t.Problem == "classification" {
		add("canvas.point.mistake", "mistake", f.mistakeMark)
	}
	if f.pin != nil {
		add("canvas.pin", "pinned place", f.pinMark)
	}
	_, warped := f.warped()
	plain := possible || !f.warping()
	if t.Inputs == 1 && plain {
		for k := range f.output().Units {
			entries = append(entries, paper.Entry{Words: f.name(len(t.Layers), k), Mark: line(f.Target(k), 2.6)})
		}
	}
	dashed := func(s *paper.Shapes, x, y float32) { paper.Dashed(s, x, y, 1.5, f.Ink.Alpha(knownInk)) }
	if f.warping() || warped && possible {
		add("canvas.grid", "grid of the plane", line(f.Ink.Alpha(0.5), 1))
	}
	switch {
	case plain && f.Tensors["known/curve"].F32 != nil:
		add("canvas.known.curve", "true function", dashed)
	case plain && f.knowsBoundary():
		add("canvas.known.boundary", "true boundary", dashed)
	}
	entries = append(entries, f.LinkEntries()...)
	if f.removed || possible && f.prunes() {
		add("canvas.link.removed", "removed by L1", func(s *paper.Shapes, x, y float32) { paper.Dashed(s, x, y, 1, f.Muted) })
	}
	add("canvas.link.width", "thick: strong", func(s *paper.Shapes, x, y float32) {
		for i := range 4 {
			s.Segment(x-8+float32(i)*4, y, x-4+float32(i)*4, y, 0.7+1.3*float32(i), f.Muted)
		}
	})
	if f.final.columns == nil || f.final.tile >= biasTile {
		add("canvas.bias", "bias", func(s *paper.Shapes, x, y float32) { s.Dot(x, y, 4, 0, f.Mark(0.7)) })
	}
	if t.Problem == "classification" && !f.mistakes { // so far
		add("canvas.point.mistakes", "mistakes: ringed once most are right", f.mistakeMark)
	}
	return entries
}

// mistakeMark adds the mark of a sample that is taken for another class.
func (f *figure) mistakeMark(s *paper.Shapes, x, y float32) {
	f.Halo(s, x, y, 2.6)
	f.Filled(s, x, y, 2.6, 0, f.Class(0, f.Topology.Classes))
}

// pair is the mark of samples: those of two classes or, of a regression, of two
// targets.
func (f *figure) pair(mark func(s *paper.Shapes, x, y, radius float32, corners int, c paper.Color)) func(s *paper.Shapes, x, y float32) {
	return func(s *paper.Shapes, x, y float32) {
		if f.Topology.Inputs == 1 && !f.warping() {
			mark(s, x, y, 3.4, 0, f.Negative)
			return
		}
		for i := range 2 {
			target := float32(i)
			if f.Topology.Problem != "classification" {
				target = 2*target - 1
			}
			c, corners := f.pointLook(target)
			mark(s, x-5+10*float32(i), y, 3.4, corners, c)
		}
	}
}

// prunes reports whether links can be removed.
func (f *figure) prunes() bool {
	for _, l := range f.Topology.Layers {
		if f.Tensors[l.Name+"/weight/alive"].U8 != nil {
			return true
		}
	}
	return false
}

// noteMarks notes which of the marks that come and go are to be seen.
func (f *figure) noteMarks() {
	f.removed = false
	for _, l := range f.Topology.Layers {
		for _, alive := range f.Tensors[l.Name+"/weight/alive"].U8 {
			f.removed = f.removed || alive == 0
		}
	}
	wrong, all := 0, 0
	for _, split := range f.shownSplits() {
		for _, w := range f.wrong(split) {
			all++
			if w != 0 {
				wrong++
			}
		}
	}
	f.mistakes = wrong > 0 && 5*wrong <= all
}

// shownSplits returns the splits whose samples are shown, those on top last.
func (f *figure) shownSplits() []string {
	if f.Topology.ShowTest {
		return []string{"test", "train"}
	}
	return []string{"train"}
}
