package plotting

import (
	"math"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	vgdraw "gonum.org/v1/plot/vg/draw"
)

// handler leaves the setting of texts to the browser: it knows about how wide
// they are, and says where they are anchored.
var handler text.Handler = browserText{text.Plain{Fonts: plot.DefaultTextHandler.Cache()}}

type browserText struct{ text.Plain }

// Extents implements text.Handler: those of common sans-serif fonts.
func (browserText) Extents(f font.Font) font.Extents {
	return font.Extents{Ascent: 0.75 * f.Size, Descent: 0.22 * f.Size, Height: 1.2 * f.Size}
}

// Box implements text.Handler.
func (h browserText) Box(words string, f font.Font) (width, height, depth vg.Length) {
	e := h.Extents(f)
	return f.Size * vg.Length(wide(words)), e.Ascent, e.Descent
}

// wide returns about how wide a text is, in parts of its size.
func wide(words string) (w float64) {
	for _, r := range words {
		switch {
		case r >= 0x1100: // an ideograph is as wide as it is high
			w++
		case strings.ContainsRune("il.,:;|'!() ", r):
			w += 0.3
		case r >= 'A' && r <= 'Z', r == 'm', r == 'w':
			w += 0.7
		default:
			w += 0.55
		}
	}
	return w
}

// Draw implements text.Handler.
func (h browserText) Draw(c vg.Canvas, words string, s text.Style, pt vg.Point) {
	svg, ok := innermost(c).(*canvas)
	if !ok || strings.TrimSpace(words) == "" {
		h.Plain.Draw(c, words, s, pt)
		return
	}
	svg.Push()
	svg.Rotate(s.Rotation)
	sin, cos := math.Sincos(s.Rotation)
	turned := vg.Point{X: pt.Y*vg.Length(sin) + pt.X*vg.Length(cos), Y: pt.Y*vg.Length(cos) - pt.X*vg.Length(sin)}
	e := h.Extents(s.Font)
	turned.Y += (e.Ascent + e.Descent) * vg.Length(s.YAlign) // gonum/plot adds the descent itself
	svg.write(words, turned, s.Font.Size, float64(s.XAlign), s.Color.(Ink))
	svg.Pop()
}

// innermost returns the canvas that areas of a canvas are parts of.
func innermost(c vg.Canvas) vg.Canvas {
	for {
		switch area := c.(type) {
		case *vgdraw.Canvas:
			c = area.Canvas
		case vgdraw.Canvas:
			c = area.Canvas
		default:
			return c
		}
	}
}
