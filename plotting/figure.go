// Package plotting draws the charts of an experiment with gonum/plot. It knows
// nothing of networks: it takes plain slices and gives back a figure, which
// Write turns into SVG, PNG or PDF.
package plotting

import (
	"bytes"
	"fmt"
	"image/color"
	"io"
	"math"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
	"gonum.org/v1/plot/vg/vgpdf"
	"gonum.org/v1/plot/vg/vgsvg"
)

// A Style is what a figure takes from the page around it.
type Style struct {
	Ink    color.Color // text and axes
	Muted  color.Color // grid and what is of less weight
	First  color.Color // the first series, and "more"
	Second color.Color // the second series
	Paper  color.Color // nil leaves the background clear
}

// Light and Dark are the styles of the page's themes.
var (
	Light = Style{Ink: gray(0x33), Muted: gray(0xc8), First: rgb(0x08, 0x77, 0xbd), Second: rgb(0xc2, 0x5e, 0x00)}
	Dark  = Style{Ink: gray(0xd8), Muted: gray(0x50), First: rgb(0x5c, 0xb8, 0xf2), Second: rgb(0xf5, 0x93, 0x22)}
)

// A Label names a thing in the reader's language.
type Label = string

// newPlot returns an empty plot in a style.
func newPlot(s Style, title, x, y Label) *plot.Plot {
	p := plot.New()
	p.BackgroundColor = s.Paper
	p.Title.Text, p.X.Label.Text, p.Y.Label.Text = title, x, y
	p.Title.TextStyle.Color, p.Legend.TextStyle.Color = s.Ink, s.Ink
	p.Title.Padding = vg.Points(6)
	for _, a := range []*plot.Axis{&p.X, &p.Y} {
		a.Color, a.Label.TextStyle.Color, a.Tick.Color, a.Tick.Label.Color = s.Ink, s.Ink, s.Ink, s.Ink
		sans(&a.Label.TextStyle.Font, 11)
		sans(&a.Tick.Label.Font, 10)
	}
	sans(&p.Title.TextStyle.Font, 12)
	sans(&p.Legend.TextStyle.Font, 10)
	p.Legend.Top = true
	return p
}

// sans sets a font as the page's text is set.
func sans(f *font.Font, size vg.Length) { f.Variant, f.Size = "Sans", size }

// A Format is a kind of file.
type Format string

// The formats.
const (
	SVG Format = "svg"
	PNG Format = "png"
	PDF Format = "pdf"
)

// Write draws a figure of a size in points and writes it in a format.
func Write(w io.Writer, p *plot.Plot, width, height vg.Length, format Format) error {
	if !(width >= 10 && height >= 10 && width <= 10000 && height <= 10000) {
		return fmt.Errorf("plotting: size %v x %v is not within 10 to 10000 points", width, height)
	}
	var c interface {
		vg.CanvasSizer
		io.WriterTo
	}
	switch format {
	case SVG:
		c = vgsvg.New(width, height)
	case PNG:
		c = vgimg.PngCanvas{Canvas: vgimg.NewWith(vgimg.UseWH(width, height), vgimg.UseDPI(192), vgimg.UseBackgroundColor(color.Transparent))}
	case PDF:
		c = vgpdf.New(width, height)
	default:
		return fmt.Errorf("plotting: no format %q", format)
	}
	p.Draw(draw.Crop(draw.New(c), 2, -10, 2, -4))
	var b bytes.Buffer
	if _, err := c.WriteTo(&b); err != nil {
		return err
	}
	_, err := w.Write(bytes.ReplaceAll(b.Bytes(), []byte("font-family:Go;"), []byte("font-family:"+families+";")))
	return err
}

// families are what a browser sets an SVG's text in: its own fonts, which have
// the glyphs of every language.
const families = "Liberation Sans, Arial, Helvetica, Noto Sans, system-ui, sans-serif"

// finite reports whether v can be drawn.
func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

func gray(v uint8) color.Color      { return rgb(v, v, v) }
func rgb(r, g, b uint8) color.Color { return color.RGBA{r, g, b, 0xff} }
