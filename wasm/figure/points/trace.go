package points

import "nnplay/wasm/paper"

// trace returns a curve over the width of a rectangle, in the pieces that lie within
// it: what is higher or lower is cut off at the border, so that no curve seems to run
// along it.
func trace(r paper.Rectangle, values []float32, lo, hi float32) (pieces [][][2]float32) {
	every := max(1, int(float32(len(values))/max(r.W, 1)))
	var piece [][2]float32
	end := func() {
		if len(piece) > 1 {
			pieces = append(pieces, piece)
		}
		piece = nil
	}
	var last [2]float32 // x and height, from 0 to 1 within
	known := false      // that it is there
	for i := every / 2; i < len(values); i += every {
		v := (values[i] - lo) / (hi - lo)
		if v != v {
			known = false
			end()
			continue
		}
		next := [2]float32{(float32(i) + 0.5) / float32(len(values)), v}
		if known {
			from, to, ok := within(last, next)
			if ok {
				if piece == nil {
					piece = append(piece, placedAt(r, from))
				}
				piece = append(piece, placedAt(r, to))
			}
			if !ok || to != next {
				end()
			}
		}
		last, known = next, true
	}
	end()
	return pieces
}

// within returns the part of a line whose height is from 0 to 1, if there is one.
func within(a, b [2]float32) (from, to [2]float32, ok bool) {
	from, to = a, b
	for _, border := range []float32{0, 1} {
		beyond := func(p [2]float32) bool { return (p[1]-border)*(2*border-1) > 0 }
		switch out, in := beyond(from), beyond(to); {
		case out && in:
			return a, b, false
		case out:
			from = crossing(a, b, border)
		case in:
			to = crossing(a, b, border)
		}
	}
	return from, to, true
}

// crossing returns where a line that is not level has a height.
func crossing(a, b [2]float32, height float32) [2]float32 {
	t := (height - a[1]) / (b[1] - a[1])
	return [2]float32{a[0] + t*(b[0]-a[0]), height}
}

// placedAt returns where in a rectangle a place is, whose height is counted from below.
func placedAt(r paper.Rectangle, p [2]float32) [2]float32 {
	return [2]float32{r.X + p[0]*r.W, r.Y + (1-p[1])*r.H}
}
