package gan

import "nnplay/wasm/paper"

// difference returns was - now, the way back.
func difference(now, was []float32) []float32 {
	if len(now) != len(was) {
		return nil
	}
	back := make([]float32, len(now))
	for i := range back {
		back[i] = was[i] - now[i]
	}
	return back
}

// Sizes of the arrows at fakes.
const (
	arrowsOfAll = 80 // up to so many fakes have one each
	arrowCell   = 22 // pixels a side of an area that has one, if there are more
	longArrow   = 30 // of the largest gradient but for a tenth
)

// drawPulls draws where fakes want to go, against the gradient: of few each one, of
// many one in each area.
func (k figure) drawPulls(d *paper.Drawing, at paper.Placing, points, slope []float32) {
	if len(slope) != len(points) {
		return
	}
	unit := longArrow / max(usual(slope), 1e-9)
	taken := map[[2]int]bool{}
	for i := 0; i+1 < len(points); i += 2 {
		x, y, ok := at(points[i], points[i+1])
		cell := [2]int{int(x) / arrowCell, int(y) / arrowCell}
		if !ok || len(points) > 2*arrowsOfAll && taken[cell] {
			continue
		}
		taken[cell] = true
		dx, dy := -slope[i]*unit, slope[i+1]*unit
		if n := paper.Length(dx, dy); n > 1.5*longArrow {
			dx, dy = dx*1.5*longArrow/n, dy*1.5*longArrow/n
		} else if !(n > 2) {
			continue
		}
		d.Over.Arrow(x, y, x+dx, y+dy, 1.4, k.Ink.Alpha(0.75))
	}
}

// usual returns the length of vectors (n, 2) that nine of ten do not reach.
func usual(v []float32) float32 {
	var all paper.Census
	var sizes []float32
	for i := 0; i+1 < len(v); i += 2 {
		if n := paper.Length(v[i], v[i+1]); n-n == 0 {
			all.Add(n)
			sizes = append(sizes, n)
		}
	}
	admits := all.Admits(max(len(sizes)/10, 1))
	least := float32(0)
	for _, n := range sizes {
		if admits(n) && (least == 0 || n < least) {
			least = n
		}
	}
	return least
}
