package points

import (
	"testing"

	"nnplay/wasm/paper"
)

// TestCrosshair walks over the panel by keyboard: to every edge, never beyond it,
// and out of it on the left alone.
func TestCrosshair(t *testing.T) {
	panel := paper.Rect(100, 50, 400, 400)
	for _, c := range []struct {
		key  string
		x, y float32
		out  bool
	}{
		{"ArrowLeft", 100, 250, true}, {"ArrowRight", 500, 250, false}, {"ArrowUp", 300, 50, false}, {"ArrowDown", 300, 450, false}, {"x", 300, 250, false},
	} {
		at, out := middle, false
		for range 3 * crossSteps {
			if at, out = at.moved(c.key); out {
				break
			}
		}
		if x, y := at.at(panel); x != c.x || y != c.y || out != c.out {
			t.Errorf("%s leads to %v, %v; out of the panel: %v", c.key, x, y, out)
		}
	}
	for _, c := range []crosshair{{}, middle, {crossSteps, 7}} {
		x, y := c.at(panel)
		if got := crosshairAt(panel, x+2, y-2); got != c {
			t.Errorf("%v, found again as %v", c, got)
		}
	}
}
