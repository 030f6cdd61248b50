package paper

import "slices"

// drawLamps draws what frames numbers, or along which lines they count. Small cells of
// a picture that lie together have one frame.
func (k *Kit) drawLamps(d *Drawing, lamps []lamp) {
	s := &d.Light.Shapes
	for _, g := range groups(lamps) {
		s.Frame(g.Grown(1), 1, 1, k.Muted)
	}
	for i := range lamps {
		l := &lamps[i]
		round := min(l.box.W, l.box.H) * 0.2
		switch {
		case l.path != nil:
			k.drawLitLink(s, l)
		case l.As == LitResult && l.small():
			s.Frame(l.box.Grown(2), 2, 2, k.Ink)
		case l.As == LitResult:
			s.Frame(l.box.Grown(2.5), round+2.5, 2.5, k.Ink)
		case l.As != LitOther && !l.small():
			s.Frame(l.box.Grown(2), round+2, 1.25, k.Muted)
		}
	}
}

func (k *Kit) drawLitLink(s *Shapes, l *lamp) {
	width := float32(1.5)
	if l.As != LitOther {
		width = 2 + 2*Clamp(Abs(l.Value), 0, 1)
	}
	if l.As == LitResult {
		s.Line(l.path, width+4, k.Ink)
	}
	s.Line(l.path, width, k.Link(l.Value))
}

// walkedRing is the radius of the ring around the sample.
const walkedRing = 9

func around(at [2]float32, radius float32) Rectangle {
	return Rect(at[0]-radius, at[1]-radius, 2*radius, 2*radius)
}

// drawWalked draws a ring around the sample with which a step is gone through.
func (k *Kit) drawWalked(d *Drawing) {
	for _, at := range d.Walked {
		ring := around(at, walkedRing)
		d.Light.Shapes.Frame(ring, walkedRing, 5, k.Surface)
		d.Light.Shapes.Frame(ring, walkedRing, 2.5, k.Ink)
	}
}

// loose is how many times as large as its cells a group is at most.
const loose = 3

// groups returns what frames the small cells of a picture that a number is made of: all
// of them where they lie together, else each.
func groups(lamps []lamp) (frames []Rectangle) {
	type group struct {
		whole Rectangle
		area  float32
		cells []Rectangle
	}
	spots := map[int]*group{}
	var order []*group
	for i := range lamps {
		l := &lamps[i]
		if !l.small() || l.As == LitResult || l.As == LitOther {
			continue
		}
		g := spots[l.spot]
		if g == nil {
			g = &group{whole: l.box}
			spots[l.spot], order = g, append(order, g)
		}
		g.whole, g.area, g.cells = g.whole.Around(l.box), g.area+l.box.W*l.box.H, append(g.cells, l.box)
	}
	for _, g := range order {
		if g.whole.W*g.whole.H <= loose*g.area {
			frames = append(frames, g.whole)
		} else {
			frames = append(frames, g.cells...)
		}
	}
	return frames
}

// Sizes of the numbers.
const (
	lampText = 12
	lampPad  = 4
	lampHigh = 17
	lampLead = 14 // from a small cell to its number
)

// writeLamps writes the numbers, the most important first, each where it covers no
// other and nothing that is lit. Of what has no room for it the result alone is
// written, beside it.
func (k *Kit) writeLamps(d *Drawing, lamps []lamp) {
	var taken []Rectangle
	for i := range lamps {
		l := &lamps[i]
		if (l.small() || l.spot < 0) && l.As != LitResult {
			continue
		}
		words := Number(l.Value, 3)
		w := k.Measure(words, lampText) + 2*lampPad
		if l.As == LitResult {
			w += 3 // it is strong
		}
		if at, ok := k.place(l, w, lamps, taken); ok {
			taken = append(taken, at)
			k.writeLamp(d, l, at, words)
		}
	}
}

// place returns where the number of a lamp stands, so wide, if there is room: that of
// the result may cover what it is made of, if there is no other.
func (k *Kit) place(l *lamp, w float32, lamps []lamp, taken []Rectangle) (at Rectangle, ok bool) {
	whole, places := k.Free.Grown(Margin/2), l.places(w)
	covers := func(at Rectangle) bool {
		return slices.ContainsFunc(lamps, func(o lamp) bool {
			return o.path == nil && o.box != l.box && !(o.As == LitOther && o.small()) && at.Meets(o.box.Grown(2))
		})
	}
	for _, last := range []bool{false, true} {
		if last && l.As != LitResult {
			break
		}
		for try, at := range places {
			if slices.ContainsFunc(taken, at.Meets) || !whole.Holds(at) {
				continue
			}
			if last || l.path != nil || try >= upon && !l.small() || !covers(at) {
				return at, true
			}
		}
	}
	return Rectangle{}, false
}

func (k *Kit) writeLamp(d *Drawing, l *lamp, at Rectangle, words string) {
	s, x, y := &d.Light.Shapes, float32(0), float32(0)
	if l.small() {
		x, y = at.Center()
		x, y = l.box.Grown(2).nearest(x, y)
		px, py := at.nearest(x, y)
		s.Line([][2]float32{{x, y}, {px, py}}, 1.5, k.Ink)
	}
	s.Fill(at, 5, k.Surface)
	if l.As == LitResult {
		s.Frame(at, 5, 1.5, k.Ink)
	} else {
		s.Frame(at, 5, 1, k.Theme.Line)
	}
	x, y = at.Center()
	d.Light.Labels = append(d.Light.Labels, Text{Words: words, X: x, Y: y, Size: lampText, Align: 0.5, Strong: l.As == LitResult, Color: k.Ink})
}

// upon is the number of the place of a lamp that lies upon what it is of.
const upon = 4

// places returns where a number can stand, the best place first: of a link on it, of a
// small cell away from it, else below, above, beside, and upon what it is of.
func (l *lamp) places(w float32) (all []Rectangle) {
	if l.path != nil {
		for _, part := range []float32{0.5, 0.35, 0.65, 0.22, 0.78} {
			x, y := along(l.path, part)
			all = append(all, Rect(x-w/2, y-lampHigh/2, w, lampHigh))
		}
		return all
	}
	b := l.box
	x, y := b.Center()
	if l.small() {
		for _, far := range []float32{1, 2, 3.5} {
			dx, dy := b.W/2+lampLead*far, b.H/2+lampLead*far
			all = append(all,
				Rect(x+dx, y-dy-lampHigh/2, w, lampHigh), Rect(x+dx, y+dy-lampHigh/2, w, lampHigh), Rect(x-dx-w, y-dy-lampHigh/2, w, lampHigh), Rect(x-dx-w, y+dy-lampHigh/2, w, lampHigh),
				Rect(x-w/2, y-dy-lampHigh, w, lampHigh), Rect(x-w/2, y+dy, w, lampHigh))
		}
		return all
	}
	if b.W > 3*w && b.H > 3*lampHigh { // a large picture: within, in its corner
		return []Rectangle{Rect(b.X+6, b.Y+6, w, lampHigh)}
	}
	return []Rectangle{
		Rect(x-w/2, b.Y+b.H+5, w, lampHigh), Rect(x-w/2, b.Y-5-lampHigh, w, lampHigh),
		Rect(b.X+b.W+5, y-lampHigh/2, w, lampHigh), Rect(b.X-5-w, y-lampHigh/2, w, lampHigh),
		Rect(x-w/2, y-lampHigh/2, w, lampHigh),
	}
}

// along returns the place on a line so far, from 0 to 1, on its way.
func along(path [][2]float32, part float32) (x, y float32) {
	whole := float32(0)
	for i := 1; i < len(path); i++ {
		whole += Length(path[i][0]-path[i-1][0], path[i][1]-path[i-1][1])
	}
	left := whole * part
	for i := 1; i < len(path); i++ {
		a, b := path[i-1], path[i]
		n := Length(b[0]-a[0], b[1]-a[1])
		if left <= n && n > 0 {
			return a[0] + (b[0]-a[0])*left/n, a[1] + (b[1]-a[1])*left/n
		}
		left -= n
	}
	last := path[len(path)-1]
	return last[0], last[1]
}
