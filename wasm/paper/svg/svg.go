// Package svg writes drawings as SVG, where there is no canvas: for the page before
// its programs are there, and for pictures of what an experiment comes to. One text
// shows a drawing in the light theme and in the dark one.
package svg

import (
	"bytes"
	"fmt"

	"nnplay/wasm/paper"
)

// A Draw makes the drawing of a theme in a language. Its shapes are the same in all
// of them.
type Draw func(theme *paper.Theme, language string) paper.Drawing

// A Sheet is how a drawing is written.
type Sheet struct {
	// View is the part of the drawing that is seen, in CSS pixels.
	View paper.Rectangle
	// Languages are those of the texts, the first one that of the rest: of more than
	// one, each has a group of class "said" in its language: the document shows one.
	// Without any, there are no texts.
	Languages []string
	// Class is the class of the root element. A drawing without one is a file of its
	// own, which follows the theme that its reader prefers; else the document shows of
	// the images of class "light" and of class "dark" those that it wants.
	Class string
	// Width and Height are those of a file of its own, in CSS pixels.
	Width, Height float32
	// Cells bounds the cells in a row of what blends: fewer make a smaller text.
	Cells int
}

// alone makes a file follow the theme.
const alone = `<style>:root{color-scheme:light dark}.dark{display:none}@media(prefers-color-scheme:dark){.dark{display:inline}.light{display:none}}</style>`

// Write writes a drawing.
func (s Sheet) Write(draw Draw) []byte {
	language := ""
	if len(s.Languages) > 0 {
		language = s.Languages[0]
	}
	both := [2]page{open(draw(paper.Light, language)), open(draw(paper.Dark, language))}
	w := writer{view: s.View, most: s.Cells}
	w.line(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="%s %s %s %s" fill="none" stroke-linejoin="round" font-family="system-ui, sans-serif"`,
		number(s.View.X), number(s.View.Y), number(s.View.W), number(s.View.H))
	if s.Class == "" {
		w.line(` width="%s" height="%s">%s`, number(s.Width), number(s.Height), alone)
	} else {
		w.line(` class="%s" aria-hidden="true">`, escape(s.Class))
	}
	light, dark := &both[0], &both[1]
	w.shapes(light.Under, dark.Under)
	w.pictures(light.Pictures, dark.Pictures, false)
	w.heats(light.Heats, dark.Heats)
	w.pictures(light.Pictures, dark.Pictures, true)
	w.shapes(light.still.Shapes, dark.still.Shapes)
	w.shapes(light.Over, dark.Over)
	w.end()
	for i, language := range s.Languages {
		if i > 0 {
			both = [2]page{open(draw(paper.Light, language)), open(draw(paper.Dark, language))}
		}
		w.texts(both[0].texts(), both[1].texts(), language, len(s.Languages) > 1)
	}
	w.line("</svg>\n")
	return w.Bytes()
}

// A page is a drawing with its still part drawn.
type page struct {
	paper.Drawing
	still paper.Sheet
}

func open(d paper.Drawing) page {
	p := page{Drawing: d}
	if d.Still != nil {
		p.still = d.Still.Draw()
	}
	return p
}

// texts returns all texts of the page.
func (p *page) texts() []paper.Text {
	return append(append([]paper.Text{}, p.still.Labels...), p.Labels...)
}

// A writer writes elements. Those with the same paint, one after another, share
// a group.
type writer struct {
	bytes.Buffer
	view  paper.Rectangle
	most  int    // cells in a row of what blends
	paint string // of the group that is open, "" if there is none
}

func (w *writer) line(format string, args ...any) { fmt.Fprintf(&w.Buffer, format, args...) }

// sees tells whether some of a box, with so much around it, is in view.
func (w *writer) sees(r paper.Rectangle, around float32) bool {
	r = r.Grown(around)
	v := w.view
	return !(r.X > v.X+v.W || r.X+r.W < v.X || r.Y > v.Y+v.H || r.Y+r.H < v.Y)
}

// element writes an element into the group of its paint.
func (w *writer) element(paint, format string, args ...any) {
	if paint != w.paint {
		w.end()
		w.line("<g%s>", paint)
		w.paint = paint
	}
	w.line(format, args...)
}

// end ends the group that is open.
func (w *writer) end() {
	if w.paint != "" {
		w.WriteString("</g>")
		w.paint = ""
	}
}
