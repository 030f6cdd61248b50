package plotting

import (
	"image"
	"image/color"
	"math"
	"strconv"
	"strings"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	vgdraw "gonum.org/v1/plot/vg/draw"
)

// A canvas writes SVG for a page with a strict Content-Security-Policy: no style
// attributes, colors as classes (or, plain, as attributes), and texts that the
// browser sets in its own fonts and anchors itself. Package vgsvg does neither.
type canvas struct {
	width, height float64
	plain         bool
	out           strings.Builder
	pen           pen
	stack         []pen
}

// A pen is the state that Push saves.
type pen struct {
	color  color.Color
	width  vg.Length
	dash   []vg.Length
	x, y   float64 // where the origin is, from the lower left
	turned float64 // radians, counterclockwise
}

var _ vg.CanvasSizer = (*canvas)(nil)

func newCanvas(width, height float64, plain bool) *canvas {
	c := &canvas{width: width, height: height, plain: plain, pen: pen{color: Text, width: 1}}
	c.out.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ` + digits(width) + " " + digits(height) + `"`)
	if plain {
		c.out.WriteString(` width="` + digits(width) + `" height="` + digits(height) + `"`)
	}
	c.out.WriteString(` font-family="` + families + `">`)
	return c
}

// families are what a browser sets a saved chart's text in, with the glyphs of
// every language.
const families = "system-ui, Liberation Sans, Arial, Helvetica, Noto Sans, PingFang SC, Noto Sans CJK SC, sans-serif"

func (c *canvas) finish() []byte {
	c.out.WriteString("</svg>")
	return []byte(c.out.String())
}

// draw draws a plot with a margin, and the names of its series if there are
// several, and returns the area of its data.
func draw(p *plot.Plot, names legend, c vg.CanvasSizer) vg.Rectangle {
	whole := vgdraw.Crop(vgdraw.New(c), 4, -10, 4, -8)
	rest := whole
	if len(names) > 1 {
		_, rows := names.places(rest.Max.X - p.DataCanvas(rest).Min.X)
		rest.Max.Y -= vg.Length(rows) * legendHeight
	}
	p.Draw(rest)
	area := p.DataCanvas(rest).Rectangle
	if len(names) > 1 {
		names.draw(whole, area.Min.X)
	}
	return area
}

// Size implements vg.CanvasSizer.
func (c *canvas) Size() (x, y vg.Length) { return vg.Length(c.width), vg.Length(c.height) }

// SetLineWidth implements vg.Canvas.
func (c *canvas) SetLineWidth(w vg.Length) { c.pen.width = w }

// SetLineDash implements vg.Canvas.
func (c *canvas) SetLineDash(dashes []vg.Length, _ vg.Length) { c.pen.dash = dashes }

// SetColor implements vg.Canvas.
func (c *canvas) SetColor(v color.Color) { c.pen.color = v }

// Push implements vg.Canvas.
func (c *canvas) Push() { c.stack = append(c.stack, c.pen) }

// Pop implements vg.Canvas.
func (c *canvas) Pop() {
	c.pen = c.stack[len(c.stack)-1]
	c.stack = c.stack[:len(c.stack)-1]
}

// Rotate implements vg.Canvas.
func (c *canvas) Rotate(radians float64) { c.pen.turned += radians }

// Translate implements vg.Canvas.
func (c *canvas) Translate(pt vg.Point) { c.pen.x, c.pen.y = c.at(pt) }

// Scale implements vg.Canvas. Charts have no use for it.
func (c *canvas) Scale(x, y float64) { panic("plotting: charts are not scaled") }

// at returns where a point is, from the lower left.
func (c *canvas) at(pt vg.Point) (x, y float64) {
	sin, cos := math.Sincos(c.pen.turned)
	return c.pen.x + float64(pt.X)*cos - float64(pt.Y)*sin, c.pen.y + float64(pt.X)*sin + float64(pt.Y)*cos
}

// place writes a point as an SVG counts, from the upper left.
func (c *canvas) place(pt vg.Point) string {
	x, y := c.at(pt)
	return digits(x) + " " + digits(c.height-y)
}

// Stroke implements vg.Canvas.
func (c *canvas) Stroke(path vg.Path) {
	if c.pen.width <= 0 {
		return
	}
	c.out.WriteString(`<path fill="none" stroke-width="` + digits(float64(c.pen.width)) + `" stroke-linejoin="round"` + c.paint("stroke"))
	if len(c.pen.dash) > 0 {
		var lengths []string
		for _, l := range c.pen.dash {
			lengths = append(lengths, digits(float64(l)))
		}
		c.out.WriteString(` stroke-dasharray="` + strings.Join(lengths, " ") + `"`)
	}
	c.path(path)
}

// Fill implements vg.Canvas.
func (c *canvas) Fill(path vg.Path) {
	c.out.WriteString(`<path` + c.paint("fill"))
	c.path(path)
}

// paint returns the attributes of the color that fills or strokes.
func (c *canvas) paint(what string) string {
	share := 1.
	ink, ok := c.pen.color.(Ink)
	if thin, through := c.pen.color.(Thin); through {
		ink, share, ok = thin.Ink, thin.Share, true
	}
	if !ok {
		panic("plotting: a color that is no ink")
	}
	attributes := ` class="` + what + "-" + inks[ink].class + `"`
	if c.plain {
		hex := strconv.FormatUint(uint64(inks[ink].rgb)|1<<24, 16)[1:]
		attributes = " " + what + `="#` + hex + `"`
	}
	if share < 1 {
		attributes += " " + what + `-opacity="` + digits(share) + `"`
	}
	return attributes
}

// path writes a path's data and ends its element.
func (c *canvas) path(path vg.Path) {
	c.out.WriteString(` d="`)
	for _, step := range path {
		switch step.Type {
		case vg.MoveComp:
			c.out.WriteString("M" + c.place(step.Pos))
		case vg.LineComp:
			c.out.WriteString("L" + c.place(step.Pos))
		case vg.ArcComp:
			c.arc(step)
		case vg.CloseComp:
			c.out.WriteString("Z")
		default:
			panic("plotting: charts have no curves")
		}
	}
	c.out.WriteString(`"/>`)
}

// arc writes an arc in halves: a full circle begins where it ends.
func (c *canvas) arc(a vg.PathComp) {
	on := func(angle float64) vg.Point {
		sin, cos := math.Sincos(angle)
		return vg.Point{X: a.Pos.X + a.Radius*vg.Length(cos), Y: a.Pos.Y + a.Radius*vg.Length(sin)}
	}
	c.out.WriteString("L" + c.place(on(a.Start)))
	if c.out.Len() > 0 && a.Angle != 0 {
		sweep := "0" // counterclockwise
		if a.Angle < 0 {
			sweep = "1"
		}
		r := digits(float64(a.Radius))
		for _, part := range []float64{0.5, 1} {
			c.out.WriteString("A" + r + " " + r + " 0 0 " + sweep + " " + c.place(on(a.Start+part*a.Angle)))
		}
	}
}

// FillString implements vg.Canvas; texts come by the handler's way instead.
func (c *canvas) FillString(font.Face, vg.Point, string) {
	panic("plotting: a text without the browser's handler")
}

// DrawImage implements vg.Canvas.
func (c *canvas) DrawImage(vg.Rectangle, image.Image) { panic("plotting: charts have no images") }

// write writes a text with its baseline at a point, which is its left end, its
// middle or its right end as align is 0, -0.5 or -1.
func (c *canvas) write(words string, pt vg.Point, size vg.Length, align float64, ink Ink) {
	c.Push()
	c.pen.color = ink
	x, y := c.at(pt)
	c.out.WriteString(`<text x="` + digits(x) + `" y="` + digits(c.height-y) + `" font-size="` + digits(float64(size)) + `"` + c.paint("fill"))
	switch align {
	case -0.5:
		c.out.WriteString(` text-anchor="middle"`)
	case -1:
		c.out.WriteString(` text-anchor="end"`)
	}
	if c.pen.turned != 0 {
		c.out.WriteString(` transform="rotate(` + digits(-c.pen.turned*180/math.Pi) + " " + digits(x) + " " + digits(c.height-y) + `)"`)
	}
	c.out.WriteString(">" + escaper.Replace(words) + "</text>")
	c.Pop()
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// digits writes a length, to a hundredth.
func digits(v float64) string {
	text := strconv.FormatFloat(v, 'f', 2, 64)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
}
