package paper

import "testing"

// TestTip asks of every neuron of networks beside and above their picture, at several
// sizes: its tip is within the drawing, and neither on the neuron nor under a button.
func TestTip(t *testing.T) {
	for _, c := range []struct {
		name                  string
		width, height         float32
		layers, units         int
		tile, spacing, bottom float32
		stacked               bool
	}{
		{name: "desktop", width: 980, height: 400, layers: 3, units: 4, tile: 40, spacing: 150, bottom: 330},
		{name: "close layers", width: 980, height: 400, layers: 6, units: 8, tile: 24, spacing: 70, bottom: 330},
		{name: "phone", width: 366, height: 660, layers: 2, units: 6, tile: 16, spacing: 95, bottom: 210, stacked: true},
		{name: "phone of many layers", width: 296, height: 590, layers: 12, units: 6, tile: 9, spacing: 18, bottom: 210, stacked: true},
	} {
		within := Rect(4, 4, c.width-8, c.height-8)
		p := Plan{Spacing: c.spacing, Stacked: c.stacked}
		if c.stacked {
			p.Panel = Rect(20, c.bottom+40, c.width-60, c.width-60)
		}
		var neurons []Rectangle
		for l := range c.layers {
			x := 50 + float32(l)*c.spacing
			top := c.bottom - 30*float32(c.units-1) - c.tile
			p.Hidden = append(p.Hidden, Hidden{X: x, Top: top, Bottom: c.bottom, Width: c.tile, Units: c.units})
			for u := range c.units {
				neurons = append(neurons, Rect(x, top+30*float32(u), c.tile, c.tile))
			}
		}
		for _, of := range neurons {
			tip := p.Tip(200, 84, of, within)
			if tip.Around(within) != within {
				t.Errorf("%s: the tip %v of %v is not within %v", c.name, tip, of, within)
			}
			if tip.Meets(of) {
				t.Errorf("%s: the tip %v is on %v", c.name, tip, of)
			}
			for i := range p.Hidden {
				if tip.Meets(p.Buttons(i)) {
					t.Errorf("%s: the tip %v of %v is under the buttons %v", c.name, tip, of, p.Buttons(i))
				}
			}
		}
	}
	if tip := new(Plan).Tip(100, 50, Rect(20, 20, 10, 10), Rect(0, 0, 400, 300)); tip != Rect(46, 48, 100, 50) {
		t.Errorf("with nothing in the way it is at %v", tip)
	}
}
