package paper

import (
	"math"
	"testing"
)

// TestContrast holds the ends of the scale apart from its middle, for eyes that
// see no color too: WCAG asks 3:1 of graphics.
func TestContrast(t *testing.T) {
	for name, theme := range map[string]*Theme{"light": Light, "dark": Dark} {
		if r := contrast(theme.Ink, theme.Surface); r < 7 {
			t.Errorf("%s: ink on surface %.2f:1", name, r)
		}
		if r := contrast(theme.Muted, theme.Surface); r < 4.5 {
			t.Errorf("%s: muted on surface %.2f:1", name, r)
		}
		for side, end := range map[string]Color{"negative": theme.Negative, "positive": theme.Positive} {
			if r := contrast(end, theme.Zero); r < 1.8 {
				t.Errorf("%s: %s against the middle %.2f:1", name, side, r)
			}
		}
		for i, c := range theme.Classes {
			if r := contrast(c, theme.Surface); theme == Dark && r < 3 {
				t.Errorf("%s: class %d on the surface %.2f:1", name, i, r)
			}
		}
	}
}

func TestLevels(t *testing.T) {
	for _, theme := range []*Theme{Light, Dark} {
		if theme.Levels[0] != theme.Negative.Pixel() || theme.Levels[255] != theme.Positive.Pixel() {
			t.Error("the ends of the table are not the ends of the scale")
		}
		if theme.Sign(-0.01) == theme.Sign(0.01) || theme.Sign(-1) != theme.Sign(-0.01) {
			t.Error("the discretized scale does not switch at the middle")
		}
	}
}

// TestColorBlind holds the colors that mean something apart for eyes that lack one
// kind of cone: the ends of the scale from each other and from its middle, and the
// classes, which differ in shape too, from each other.
func TestColorBlind(t *testing.T) {
	for name, theme := range map[string]*Theme{"light": Light, "dark": Dark} {
		for sight, matrix := range dichromacy {
			see := func(c Color) [3]float64 { return lab(seen(c, matrix)) }
			for _, c := range []struct {
				what  string
				a, b  Color
				least float64 // CIE76; 2.3 is just noticeable
			}{
				{"the ends of the scale", theme.Negative, theme.Positive, 60},
				{"the lower end and the middle", theme.Negative, theme.Zero, 40},
				{"the upper end and the middle", theme.Positive, theme.Zero, 35},
				{"the halves of the scale when it is discretized", theme.Sign(-1), theme.Sign(1), 40},
				{"half a weight below and above 0", theme.Scale(-0.5), theme.Scale(0.5), 30},
			} {
				if d := distance(see(c.a), see(c.b)); d < c.least {
					t.Errorf("%s, %s: %s are %.0f apart, want %.0f", name, sight, c.what, d, c.least)
				}
			}
			for i, a := range theme.Classes {
				for j, b := range theme.Classes[:i] {
					if d := distance(see(a), see(b)); d < 6 || d < 14 && ClassCorners(i) == ClassCorners(j) {
						t.Errorf("%s, %s: classes %d and %d are %.1f apart", name, sight, j, i, d)
					}
				}
			}
		}
	}
}

// dichromacy holds what eyes see that lack a kind of cone, on linear RGB: G. M.
// Machado, M. M. Oliveira and L. A. F. Fernandes, "A Physiologically-based Model
// for Simulation of Color Vision Deficiency", IEEE TVCG 15 (2009), severity 1.
var dichromacy = map[string][3][3]float64{
	"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritanopia":   {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

// seen returns the linear RGB that a color looks like.
func seen(c Color, matrix [3][3]float64) (out [3]float64) {
	in := [3]float64{linear(c.R), linear(c.G), linear(c.B)}
	for i, row := range matrix {
		for j, v := range row {
			out[i] += v * in[j]
		}
		out[i] = min(max(out[i], 0), 1)
	}
	return out
}

// lab returns CIELAB of linear sRGB under D65.
func lab(c [3]float64) [3]float64 {
	f := func(v float64) float64 {
		if v > 216.0/24389 {
			return math.Cbrt(v)
		}
		return (24389.0/27*v + 16) / 116
	}
	x := f((0.4124*c[0] + 0.3576*c[1] + 0.1805*c[2]) / 0.9505)
	y := f(0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2])
	z := f((0.0193*c[0] + 0.1192*c[1] + 0.9505*c[2]) / 1.089)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

func distance(a, b [3]float64) float64 {
	return math.Sqrt((a[0]-b[0])*(a[0]-b[0]) + (a[1]-b[1])*(a[1]-b[1]) + (a[2]-b[2])*(a[2]-b[2]))
}

// contrast is WCAG's ratio of relative luminances.
func contrast(a, b Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(c Color) float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// linear undoes sRGB's transfer function.
func linear(v float32) float64 {
	if v <= 0.04045 {
		return float64(v) / 12.92
	}
	return math.Pow((float64(v)+0.055)/1.055, 2.4)
}
