package main

import "math"

// A color is straight RGBA, each 0 to 1.
type color struct{ r, g, b, a float32 }

// hex returns an opaque color.
func hex(v uint32) color {
	return color{float32(v>>16&255) / 255, float32(v>>8&255) / 255, float32(v&255) / 255, 1}
}

func (c color) alpha(a float32) color { c.a = a; return c }

// mix goes from a to b.
func mix(a, b color, t float32) color {
	return color{a.r + (b.r-a.r)*t, a.g + (b.g-a.g)*t, a.b + (b.b-a.b)*t, a.a + (b.a-a.a)*t}
}

// A theme is the look of a page that is light or dark.
type theme struct {
	surface, ink, muted, line color
	negative, zero, positive  color // the ends and the middle of the scale
	point                     color // the rim of points
	classes                   [len(classColors)]color
	levels                    [256]pixel
	shades                    [len(classColors)][256]pixel
	grays                     [256]pixel // from the surface to the ink
	ramp                      [256]pixel // from the scale's middle to its positive end
	seen                      [256]pixel // the same, but the surface at 0
}

// The themes. Orange and blue stay apart for every common color blindness, and
// differ in lightness from the middle in both directions.
var (
	light = newTheme(theme{
		surface: hex(0xffffff), ink: hex(0x1b1c1f), muted: hex(0x5c5d62), line: hex(0xd6d3cc),
		negative: hex(0xf59322), zero: hex(0xeceeee), positive: hex(0x0877bd), point: hex(0xffffff),
		classes: classColors,
	})
	dark = newTheme(theme{
		surface: hex(0x1a1b1e), ink: hex(0xf0eeea), muted: hex(0xa9abb1), line: hex(0x3a3d43),
		negative: hex(0xf59322), zero: hex(0x26282c), positive: hex(0x3d9bdb), point: hex(0x141517),
		classes: darkClassColors,
	})
)

func newTheme(t theme) *theme {
	for i := range t.levels {
		t.levels[i] = t.scale(float32(i)/127.5 - 1).pixel()
		t.grays[i] = mix(t.surface, t.ink, float32(i)/255).pixel()
		t.ramp[i] = t.scale(float32(i) / 255).pixel()
		t.seen[i] = t.ramp[i]
		for k := range classColors {
			t.shades[k][i] = mix(t.zero, t.shade(k), float32(i)/255).pixel()
		}
	}
	t.seen[0] = t.surface.pixel()
	return &t
}

// scale returns the color of a value in -1 .. 1.
func (t *theme) scale(v float32) color {
	v = clamp(v, -1, 1)
	if v < 0 {
		return mix(t.zero, t.negative, -v)
	}
	return mix(t.zero, t.positive, v)
}

// step returns the color of a value's sign.
func (t *theme) step(v float32) color {
	if v < 0 {
		return t.scale(-0.75)
	}
	return t.scale(0.75)
}

// mark returns the color of a small mark of a value in -1 .. 1, which is seen
// even at 0.
func (t *theme) mark(v float32) color {
	middle := mix(t.line, t.muted, 0.4)
	if v < 0 {
		return mix(middle, t.negative, clamp(-v, 0, 1))
	}
	return mix(middle, t.positive, clamp(v, 0, 1))
}

// classTable returns the colors of levels of a class's probability.
func (t *theme) classTable(k int) *[256]pixel { return &t.shades[k%len(t.shades)] }

// shade returns the color of a class where it is sure.
func (t *theme) shade(k int) color { return mix(t.zero, t.classes[k%len(t.classes)], 0.72) }

// target returns the color of one of the outputs of a regression.
func (t *theme) target(k int) color {
	if k == 0 {
		return t.positive
	}
	return t.classes[(k+1)%len(t.classes)]
}

// link returns the color of a weight: a link of little weight is still seen.
func (t *theme) link(w float32) color {
	c := t.positive
	if w < 0 {
		c = t.negative
	}
	return c.alpha(clamp(0.35+abs(w)*0.5, 0, 1))
}

// classColors are ten colors that stay apart for the color-blind (Okabe and Ito,
// and darker kin); points of a class also carry its number's shape.
var classColors = [10]color{
	hex(0xe69f00), hex(0x0072b2), hex(0x009e73), hex(0xcc79a7), hex(0x56b4e9),
	hex(0xd55e00), hex(0xf0e442), hex(0x7a5195), hex(0x8c6d31), hex(0x5f6670),
}

// darkClassColors are the same where it is dark: those that would fade are lighter.
var darkClassColors = func() [10]color {
	c := classColors
	c[1], c[7], c[8], c[9] = hex(0x2280c8), hex(0xa47cc0), hex(0xb08d4c), hex(0x767d88)
	return c
}()

// class returns the color of a class of several, two of them having the ends
// of the scale.
func (t *theme) class(k, of int) color {
	if of <= 2 {
		if k == 0 {
			return t.negative
		}
		return t.positive
	}
	return t.classes[k%len(t.classes)]
}

// classCorners gives each class a shape, so that color is not the only sign.
func classCorners(class int) int { return [...]int{0, 4, 3, 5, 6}[class%5] }

// A pixel is an opaque color as it lies in an image: R, G, B, A in ascending
// addresses of a little-endian machine, as WebAssembly is.
type pixel uint32

func (c color) pixel() pixel {
	return pixel(c.r*255+0.5) | pixel(c.g*255+0.5)<<8 | pixel(c.b*255+0.5)<<16 | 0xff<<24
}

func abs(v float32) float32 { return math.Float32frombits(math.Float32bits(v) &^ (1 << 31)) }

// span returns the range, even about 0, that holds all values of a curve, and
// at least as much as given.
func span(values []float32, least float32) (lo, hi float32) {
	most := least
	for _, v := range values {
		if size := abs(v); size > most && size <= 1e30 {
			most = size
		}
	}
	return -1.1 * most, 1.1 * most
}
