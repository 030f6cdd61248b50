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
	Tensor    string // which of the layer's it is
	Element   int    // of the parameter, or of the tensor
	Time      int    // 1 + that of the sequence, or the position in it; 0 where there is none
	Value     float32
	Gradient  bool // Value is the loss's gradient with respect to it
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

// veil is how much of what takes no part is covered.
const veil = 0.8

// Illuminate lights what takes part, and dims the rest. Numbers stand where there is
// room for them. It finds things by the parts that spots stand for or, of what is not
// drawn itself, by what stands for it; where none takes part, as nothing of it is drawn,
// all stays as it is. The sample has a ring.
func (k *Kit) Illuminate(d *Drawing) {
	d.Light = Sheet{}
	if k.Lit == nil {
		return
	}
	defer k.drawWalked(d)
	lamps := d.lamps(k.Lit)
	if len(lamps) == 0 {
		return
	}
	var open []Rectangle
	for i := range lamps {
		if l := &lamps[i]; l.path == nil && !slices.Contains(open, l.around) {
			open = append(open, l.around)
		}
	}
	for _, at := range d.Walked {
		open = append(open, around(at, walkedRing))
	}
	whole := k.Free.Grown(2 * Margin)
	for _, r := range without(whole, open) {
		d.Light.Shapes.Bar(r, k.Surface.Alpha(veil))
	}
	slices.SortStableFunc(lamps, func(a, b lamp) int { return -cmp.Compare(a.As, b.As) }) // what says most on top
	k.drawLamps(d, lamps)
	slices.Reverse(lamps)
	k.writeLamps(d, lamps)
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
