package main

import (
	"math"
	"strconv"
	"syscall/js"

	"github.com/hajimehoshi/ebiten/v2"

	"nnplay/wasm/paper"
)

// A face is how a text is set.
type face struct {
	text, weight string
	size         float32 // CSS pixels
}

// A labeler has the browser draw texts, in any language: each once, into one
// image that has them all, so that a mesh of many is one draw call.
type labeler struct {
	scale   float32
	context js.Value
	font    string // the context's
	img     *ebiten.Image
	next    shelf
	places  map[face]paper.Rectangle // in the image, device pixels
	widths  map[face]float32         // CSS pixels; of texts that have perhaps not been drawn
	// edition changes when the image is begun anew: places of before are no longer
	// what they were.
	edition int
	full    bool // a text found no room
}

// A shelf is where the next text goes in the image: on a row, whose height is
// that of its highest text.
type shelf struct{ x, y, height int }

// labelsSide is the side of the image in CSS pixels, and maxWidths bounds how
// many widths are kept.
const (
	labelsSide = 1024
	maxWidths  = 4000
)

// fontFamily is the page's.
const fontFamily = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', 'PingFang SC', 'Noto Sans CJK SC', sans-serif"

// reset forgets all texts.
func (l *labeler) reset(scale float32) {
	if l.img != nil && scale != l.scale {
		l.img.Deallocate()
		l.img = nil
	}
	l.scale, l.next, l.full = scale, shelf{}, false
	l.places, l.widths = map[face]paper.Rectangle{}, map[face]float32{}
	l.edition++
}

// side returns the side of the image in device pixels: 16 MB at most, which a phone
// can spare.
func (l *labeler) side() int { return min(int(labelsSide*l.scale), 2048) }

// prepare makes the context set texts of a face.
func (l *labeler) prepare(f face) {
	if l.context.IsUndefined() {
		canvas := js.Global().Get("document").Call("createElement", "canvas")
		l.context = canvas.Call("getContext", "2d", map[string]any{"willReadFrequently": true})
	}
	font := f.weight + " " + strconv.FormatFloat(float64(f.size*l.scale), 'f', -1, 32) + "px " + fontFamily
	if font != l.font {
		l.context.Set("font", font)
		l.font = font
	}
}

// width returns how wide a text is when it is drawn, in CSS pixels. It draws
// nothing.
func (l *labeler) width(text string, size float32, weight string) float32 {
	f := face{text, weight, size}
	if found, ok := l.widths[f]; ok {
		return found
	}
	if len(l.widths) >= maxWidths {
		clear(l.widths)
	}
	l.prepare(f)
	w := float32(math.Ceil(l.context.Call("measureText", text).Get("width").Float())+4) / l.scale
	l.widths[f] = w
	return w
}

// place returns where a text is in the image, in device pixels; nowhere if there
// is no room left.
func (l *labeler) place(f face) paper.Rectangle {
	if found, ok := l.places[f]; ok {
		return found
	}
	side := l.side()
	w, h := int(l.width(f.text, f.size, f.weight)*l.scale+0.5), int(math.Ceil(float64(f.size*l.scale*1.5)))
	w = min(w, side)
	if l.next.x+w > side {
		l.next = shelf{y: l.next.y + l.next.height}
	}
	if l.next.y+h > side {
		l.full = true
		return paper.Rectangle{}
	}
	at := paper.Rect(float32(l.next.x), float32(l.next.y), float32(w), float32(h))
	l.next.x, l.next.height = l.next.x+w, max(l.next.height, h)
	l.places[f] = at
	if l.img == nil {
		l.img = ebiten.NewImageWithOptions(imageBounds(side, side), &ebiten.NewImageOptions{Unmanaged: true})
	}
	area := imageBounds(w, h).Add(imageBounds(int(at.X), int(at.Y)).Max)
	l.img.SubImage(area).(*ebiten.Image).WritePixels(l.pixels(f, w, h))
	return at
}

// pixels has a text drawn in white, RGBA.
func (l *labeler) pixels(f face, w, h int) []byte {
	canvas := l.context.Get("canvas")
	canvas.Set("width", w)
	canvas.Set("height", h)
	l.font = "" // a new size forgets it
	l.prepare(f)
	l.context.Set("textBaseline", "middle")
	l.context.Set("fillStyle", "#fff")
	l.context.Call("fillText", f.text, 2, float64(h)/2)
	data := l.context.Call("getImageData", 0, 0, w, h).Get("data")
	pixels := make([]byte, 4*w*h)
	js.CopyBytesToGo(pixels, js.Global().Get("Uint8Array").New(data.Get("buffer")))
	for i := 0; i < len(pixels); i += 4 { // premultiply white
		a := pixels[i+3]
		pixels[i], pixels[i+1], pixels[i+2] = a, a, a
	}
	return pixels
}

// write adds a text to a mesh, with its middle at y; align is 0 for a left edge
// at x, 0.5 for its center, 1 for its right edge.
func (l *labeler) write(m *mesh, text string, x, y, size, align float32, weight string, c paper.Color) {
	if text == "" {
		return
	}
	from := l.place(face{text, weight, size})
	if from.W == 0 {
		return
	}
	px := float32(math.Round(float64(x*l.scale - from.W*align)))
	py := float32(math.Round(float64(y*l.scale - from.H/2)))
	to := paper.Rect(px/l.scale, py/l.scale, from.W/l.scale, from.H/l.scale)
	m.rectangle(to, c, from.X, from.Y, from.X+from.W, from.Y+from.H, 0, kindText)
}

// compose fills a mesh with the texts that a function writes: again, in a new
// edition, if there was no room for all beside those of before.
func (l *labeler) compose(m *mesh, write func()) {
	m.reset(l.scale)
	l.full = false
	write()
	if l.full {
		l.reset(l.scale)
		m.reset(l.scale)
		write()
	}
}

// Weights of texts, as CSS has them.
const (
	regular = "400"
	medium  = "500"
	strong  = "600"
)

// writeAll adds the texts of a drawing to a mesh.
func (l *labeler) writeAll(m *mesh, texts []paper.Text) {
	for i := range texts {
		t := &texts[i]
		weight := regular
		switch {
		case t.Strong:
			weight = strong
		case t.Medium:
			weight = medium
		}
		l.write(m, t.Words, t.X, t.Y, t.Size, t.Align, weight, t.Color)
	}
}
