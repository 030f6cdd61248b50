package paper

import (
	"cmp"
	"slices"
)

// A Lit is a number that takes part where a step is gone through slowly: of an
// element of a parameter or, without one, of a unit of a layer.
type Lit struct {
	Parameter string
	Layer     string
	Element   int // of the parameter, or of the layer
	Time      int // 1 + that of the sequence; 0 where there is none
	Value     float32
	As        LitAs
}

// LitAs says how a number takes part.
type LitAs uint8

const (
	LitResult LitAs = iota // it is told how this is made
	LitTerm                // of these
	LitFactor              // and these, by which the terms count
	LitOther               // made at the same stop
)

// LitNames are what these are called.
var LitNames = []string{LitResult: "result", LitTerm: "term", LitFactor: "factor", LitOther: "other"}

// A lamp is a Lit where it is drawn.
type lamp struct {
	Lit
	box  Rectangle
	path [][2]float32 // of a link
}

// veil is how much of what takes no part is covered.
const veil = 0.8

// Illuminate lights what takes part, and dims the rest. Numbers stand where there is
// room for them. It finds things by the parts that spots stand for; where none takes
// part, as nothing of it is drawn, all stays as it is.
func (k *Kit) Illuminate(d *Drawing, lit []Lit) {
	d.Light = Sheet{}
	lamps := d.lamps(lit)
	if len(lamps) == 0 {
		return
	}
	var open []Rectangle
	for _, l := range lamps {
		if l.path == nil {
			open = append(open, l.box.Grown(4))
		}
	}
	whole := k.Free.Grown(2 * Margin)
	for _, r := range without(whole, open) {
		d.Light.Shapes.Bar(r, k.Surface.Alpha(veil))
	}
	slices.SortStableFunc(lamps, func(a, b lamp) int { return -cmp.Compare(a.As, b.As) }) // what says most on top
	for _, l := range lamps {
		k.drawLamp(d, &l)
	}
	slices.Reverse(lamps)
	k.writeLamps(d, lamps, open)
}

// lamps returns where numbers are drawn.
func (d *Drawing) lamps(lit []Lit) (lamps []lamp) {
	type key struct {
		name    string
		element int
	}
	elements, units := map[key]Lit{}, map[key][]Lit{}
	for _, l := range lit {
		if l.Parameter != "" {
			elements[key{l.Parameter, l.Element}] = l
		} else {
			units[key{l.Layer, l.Element}] = append(units[key{l.Layer, l.Element}], l)
		}
	}
	for i := range d.Spots {
		s := &d.Spots[i]
		if s.Part == nil {
			continue
		}
		for row := range max(s.Rows, 1) {
			for col := range max(s.Cols, 1) {
				p := s.Part(row, col)
				if p.Kind == "output" { // the whole spot is
					if all := units[key{"output", 0}]; len(all) > 0 && row+col == 0 {
						lamps = append(lamps, lamp{Lit: all[0], box: s.Box})
					}
					continue
				}
				if l, ok := elements[key{p.Parameter, p.Index}]; ok && p.Parameter != "" && (p.Kind != "neuron" || l.As == LitResult) {
					at := lamp{Lit: l, box: s.CellBox(row, col)}
					if s.Path != nil {
						at.path = s.Path(row, col)
					}
					lamps = append(lamps, at)
				}
				if p.Layer == "" || p.Kind == "link" {
					continue
				}
				for _, l := range units[key{p.Layer, p.Unit}] {
					if l.Time == p.Time || l.Time == 0 || p.Time == 0 {
						lamps = append(lamps, lamp{Lit: l, box: s.CellBox(row, col)})
						break
					}
				}
			}
		}
	}
	return lamps
}

// drawLamp draws what frames a number, or along which line it counts.
func (k *Kit) drawLamp(d *Drawing, l *lamp) {
	s := &d.Light.Shapes
	if l.path != nil {
		width := float32(1.5)
		if l.As != LitOther {
			width = 2 + 2*Clamp(Abs(l.Value), 0, 1)
		}
		if l.As == LitResult {
			s.Line(l.path, width+4, k.Ink)
		}
		s.Line(l.path, width, k.Link(l.Value))
		return
	}
	round := min(l.box.W, l.box.H) * 0.2
	switch l.As {
	case LitResult:
		s.Frame(l.box.Grown(2.5), round+2.5, 2.5, k.Ink)
	case LitTerm, LitFactor:
		s.Frame(l.box.Grown(2), round+2, 1.25, k.Muted)
	}
}

// Sizes of the numbers.
const (
	lampText = 12
	lampPad  = 4
	lampHigh = 17
)

// writeLamps writes the numbers, the most important first, each where it covers no
// other and nothing that is lit.
func (k *Kit) writeLamps(d *Drawing, lamps []lamp, open []Rectangle) {
	var taken []Rectangle
	for _, l := range lamps {
		words := Number(l.Value, 3)
		w := k.Measure(words, lampText) + 2*lampPad
		if l.As == LitResult {
			w += 3 // it is strong
		}
		for try, at := range l.places(w) {
			free := !slices.ContainsFunc(taken, at.Meets) && k.Free.Grown(Margin/2).Around(at) == k.Free.Grown(Margin/2)
			if l.path == nil && free && try < 4 {
				free = !slices.ContainsFunc(open, func(o Rectangle) bool { return o != l.box.Grown(4) && at.Meets(o) })
			}
			if !free {
				continue
			}
			taken = append(taken, at)
			d.Light.Shapes.Fill(at, 5, k.Surface)
			if l.As == LitResult {
				d.Light.Shapes.Frame(at, 5, 1.5, k.Ink)
			} else {
				d.Light.Shapes.Frame(at, 5, 1, k.Theme.Line)
			}
			x, y := at.Center()
			d.Light.Labels = append(d.Light.Labels, Text{Words: words, X: x, Y: y, Size: lampText, Align: 0.5, Strong: l.As == LitResult, Color: k.Ink})
			break
		}
	}
}

// places returns where a number can stand, the best place first: of a link on it, else
// below, above, beside, and upon what it is of.
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
	if b.W > 3*w { // a large picture: within, in its corner
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

// without returns a rectangle in pieces that leave some areas free: strips from edge to
// edge of these, cut where one of them is.
func without(whole Rectangle, open []Rectangle) (pieces []Rectangle) {
	edges := []float32{whole.Y, whole.Y + whole.H}
	for _, o := range open {
		for _, y := range []float32{o.Y, o.Y + o.H} {
			if y > whole.Y && y < whole.Y+whole.H {
				edges = append(edges, y)
			}
		}
	}
	slices.Sort(edges)
	edges = slices.Compact(edges)
	slices.SortFunc(open, func(a, b Rectangle) int { return cmp.Compare(a.X, b.X) })
	for i := 1; i < len(edges); i++ {
		top, bottom := edges[i-1], edges[i]
		x := whole.X
		for _, o := range open {
			if o.Y >= bottom || o.Y+o.H <= top {
				continue
			}
			if o.X > x {
				pieces = append(pieces, Rect(x, top, o.X-x, bottom-top))
			}
			x = max(x, o.X+o.W)
		}
		if right := whole.X + whole.W; x < right {
			pieces = append(pieces, Rect(x, top, right-x, bottom-top))
		}
	}
	return pieces
}
