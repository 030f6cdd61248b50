package paper

import "testing"

// TestMarks holds marks of samples apart from what they lie on, wherever that is:
// WCAG asks 3:1 of a mark's color against its rim, and of a halo.
func TestMarks(t *testing.T) {
	for name, theme := range map[string]*Theme{"light": Light, "dark": Dark} {
		var fills, grounds []Color
		for i := range 41 { // targets of a regression, classes of two at the ends
			v := float32(i)/20 - 1
			fills = append(fills, theme.Scale(v))
			grounds = append(grounds, theme.Pale(theme.Scale(v)))
		}
		for _, c := range theme.Classes {
			fills = append(fills, c)
			for _, sure := range []float32{0, 0.5, 1} {
				grounds = append(grounds, Mix(theme.Zero, c, Backdrop*sure))
			}
		}
		for _, fill := range fills {
			rim := theme.Rim(fill)
			if r := contrast(fill, rim); r < 3 {
				t.Errorf("%s: a mark of %v has a rim of %v, %.2f:1", name, fill, rim, r)
			}
		}
		for _, ground := range grounds {
			if r := contrast(theme.Ink, ground); r < 3 {
				t.Errorf("%s: a halo on %v is %.2f:1", name, ground, r)
			}
			for _, end := range []Color{theme.Negative, theme.Positive} {
				if r := max(contrast(end, ground), contrast(theme.Rim(end), ground)); r < 2.5 {
					t.Errorf("%s: a mark of %v on %v is %.2f:1", name, end, ground, r)
				}
			}
		}
		if r := contrast(theme.Surface, theme.Rim(theme.Negative)); theme == Light && r < 3 {
			t.Errorf("%s: the inside of a hollow mark against a rim is %.2f:1", name, r)
		}
	}
}

// TestLegend lets entries run on to the next row where one is full, and never over
// the edge.
func TestLegend(t *testing.T) {
	widths := []float32{100, 60, 120, 80}
	for _, c := range []struct {
		width  float32
		height float32
	}{{1000, LegendRow}, {350, LegendRow}, {344, 2 * LegendRow}, {160, 3 * LegendRow}, {120, 4 * LegendRow}} {
		if h := LegendHeight(widths, c.width); h != c.height {
			t.Errorf("in %v it is %v high, want %v", c.width, h, c.height)
		}
		eachEntry(widths, c.width, func(i, _ int, x float32) {
			if x+widths[i]-entryGap > c.width {
				t.Errorf("in %v entry %d ends at %v", c.width, i, x+widths[i]-entryGap)
			}
		})
	}
	if LegendHeight(nil, 100) != 0 {
		t.Error("a legend of nothing takes room")
	}
}
