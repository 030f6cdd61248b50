package paper

// A Color is straight RGBA, each 0 to 1.
type Color struct{ R, G, B, A float32 }

// hex returns an opaque color.
func hex(v uint32) Color {
	return Color{float32(v>>16&255) / 255, float32(v>>8&255) / 255, float32(v&255) / 255, 1}
}

// Alpha returns the color with an opacity from 0 to 1.
func (c Color) Alpha(a float32) Color { c.A = a; return c }

// Mix goes from a to b.
func Mix(a, b Color, t float32) Color {
	return Color{a.R + (b.R-a.R)*t, a.G + (b.G-a.G)*t, a.B + (b.B-a.B)*t, a.A + (b.A-a.A)*t}
}

// A Theme is the look of a page that is light or dark.
type Theme struct {
	Surface, Ink, Muted, Line Color
	Negative, Zero, Positive  Color // the ends and the middle of the scale
	Point                     Color // the rim of points
	Classes                   [len(ClassColors)]Color
	Levels                    [256]Pixel
	Paled                     [256]Pixel // the same, where marks lie on them
	Shades                    [len(ClassColors)][256]Pixel
	Grays                     [256]Pixel // from the surface to the ink
	Ramp                      [256]Pixel // from the scale's middle to its positive end
	Seen                      [256]Pixel // the same, but the surface at 0
}

// The themes. Orange and blue stay apart for every common color blindness, and
// differ in lightness from the middle in both directions.
var (
	Light = newTheme(Theme{
		Surface: hex(0xffffff), Ink: hex(0x1b1c1f), Muted: hex(0x5c5d62), Line: hex(0xd6d3cc),
		Negative: hex(0xf59322), Zero: hex(0xeceeee), Positive: hex(0x0877bd), Point: hex(0x121316),
		Classes: ClassColors,
	})
	Dark = newTheme(Theme{
		Surface: hex(0x1a1b1e), Ink: hex(0xf0eeea), Muted: hex(0xa9abb1), Line: hex(0x3a3d43),
		Negative: hex(0xf59322), Zero: hex(0x26282c), Positive: hex(0x3d9bdb), Point: hex(0x0b0c0e),
		Classes: darkClassColors,
	})
)

func newTheme(t Theme) *Theme {
	for i := range t.Levels {
		t.Levels[i] = t.Scale(float32(i)/127.5 - 1).Pixel()
		t.Paled[i] = t.Pale(t.Scale(float32(i)/127.5 - 1)).Pixel()
		t.Grays[i] = Mix(t.Surface, t.Ink, float32(i)/255).Pixel()
		t.Ramp[i] = t.Scale(float32(i) / 255).Pixel()
		t.Seen[i] = t.Ramp[i]
		for k := range ClassColors {
			t.Shades[k][i] = Mix(t.Zero, t.Shade(k), float32(i)/255).Pixel()
		}
	}
	t.Seen[0] = t.Surface.Pixel()
	return &t
}

// Scale returns the color of a value in -1 .. 1.
func (t *Theme) Scale(v float32) Color {
	v = Clamp(v, -1, 1)
	if v < 0 {
		return Mix(t.Zero, t.Negative, -v)
	}
	return Mix(t.Zero, t.Positive, v)
}

// Sign returns the color of a value's sign.
func (t *Theme) Sign(v float32) Color {
	if v < 0 {
		return t.Scale(-0.75)
	}
	return t.Scale(0.75)
}

// Mark returns the color of a small mark of a value in -1 .. 1, which is seen
// even at 0.
func (t *Theme) Mark(v float32) Color {
	middle := Mix(t.Line, t.Muted, 0.4)
	if v < 0 {
		return Mix(middle, t.Negative, Clamp(-v, 0, 1))
	}
	return Mix(middle, t.Positive, Clamp(v, 0, 1))
}

// ClassTable returns the colors of levels of a class's probability.
func (t *Theme) ClassTable(k int) *[256]Pixel { return &t.Shades[k%len(t.Shades)] }

// ShadeStrength is how strong the color of a class is where it is sure.
const ShadeStrength = 0.72

// Shade returns the color of a class where it is sure.
func (t *Theme) Shade(k int) Color { return Mix(t.Zero, t.Classes[k%len(t.Classes)], ShadeStrength) }

// Target returns the color of one of the outputs of a regression.
func (t *Theme) Target(k int) Color {
	if k == 0 {
		return t.Positive
	}
	return t.Classes[(k+1)%len(t.Classes)]
}

// Link returns the color of a weight: a link of little weight is still seen.
func (t *Theme) Link(w float32) Color {
	c := t.Positive
	if w < 0 {
		c = t.Negative
	}
	return c.Alpha(Clamp(0.35+Abs(w)*0.5, 0, 1))
}

// ClassColors are ten colors that stay apart for the color-blind (Okabe and Ito,
// and darker kin); points of a class also carry its number's shape.
var ClassColors = [10]Color{
	hex(0xe69f00), hex(0x0072b2), hex(0x009e73), hex(0xcc79a7), hex(0x56b4e9),
	hex(0xd55e00), hex(0xf0e442), hex(0x7a5195), hex(0x8c6d31), hex(0x5f6670),
}

// darkClassColors are the same where it is dark: those that would fade are lighter.
var darkClassColors = func() [10]Color {
	c := ClassColors
	c[1], c[7], c[8], c[9] = hex(0x2280c8), hex(0xa47cc0), hex(0xb08d4c), hex(0x767d88)
	return c
}()

// Class returns the color of a class of several, two of them having the ends
// of the scale.
func (t *Theme) Class(k, of int) Color {
	if of <= 2 {
		if k == 0 {
			return t.Negative
		}
		return t.Positive
	}
	return t.Classes[k%len(t.Classes)]
}

// ClassCorners gives each class a shape, so that color is not the only sign.
func ClassCorners(class int) int { return [...]int{0, 4, 3, 5, 6}[class%5] }

// A Pixel is an opaque color as it lies in an image: R, G, B, A in ascending
// addresses of a little-endian machine, as WebAssembly is.
type Pixel uint32

// Pixel returns the color as a pixel, its opacity left out.
func (c Color) Pixel() Pixel {
	return Pixel(c.R*255+0.5) | Pixel(c.G*255+0.5)<<8 | Pixel(c.B*255+0.5)<<16 | 0xff<<24
}
