package main

import (
	"math"
	"testing"
)

// TestContrast holds the ends of the scale apart from its middle, for eyes that
// see no color too: WCAG asks 3:1 of graphics.
func TestContrast(t *testing.T) {
	for name, theme := range map[string]*theme{"light": light, "dark": dark} {
		if r := contrast(theme.ink, theme.surface); r < 7 {
			t.Errorf("%s: ink on surface %.2f:1", name, r)
		}
		if r := contrast(theme.muted, theme.surface); r < 4.5 {
			t.Errorf("%s: muted on surface %.2f:1", name, r)
		}
		for side, end := range map[string]color{"negative": theme.negative, "positive": theme.positive} {
			if r := contrast(end, theme.zero); r < 1.8 {
				t.Errorf("%s: %s against the middle %.2f:1", name, side, r)
			}
		}
	}
}

func TestLevels(t *testing.T) {
	for _, theme := range []*theme{light, dark} {
		if theme.levels[0] != theme.negative.pixel() || theme.levels[255] != theme.positive.pixel() {
			t.Error("the ends of the table are not the ends of the scale")
		}
		if theme.steps[127] == theme.steps[128] || theme.steps[0] != theme.steps[127] {
			t.Error("the discretized table does not switch at the middle")
		}
	}
}

// contrast is WCAG's ratio of relative luminances.
func contrast(a, b color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(c color) float64 {
	linear := func(v float32) float64 {
		if v <= 0.04045 {
			return float64(v) / 12.92
		}
		return math.Pow((float64(v)+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.r) + 0.7152*linear(c.g) + 0.0722*linear(c.b)
}
