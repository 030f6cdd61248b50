package main

import (
	"math"
	"syscall/js"

	"github.com/hajimehoshi/ebiten/v2"
)

// A label is a text drawn by the browser, in any language, as an image.
type label struct {
	img  *ebiten.Image
	w, h float32 // CSS pixels
}

// A labeler draws each text once and keeps the image.
type labeler struct {
	scale   float32
	context js.Value
	labels  map[string]*label
}

// maxLabels bounds the images that are kept.
const maxLabels = 400

// fontFamily is the page's.
const fontFamily = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', 'PingFang SC', 'Noto Sans CJK SC', sans-serif"

func (l *labeler) reset(scale float32) {
	for _, label := range l.labels {
		label.img.Deallocate()
	}
	l.scale, l.labels = scale, map[string]*label{}
}

func (l *labeler) get(text string, size float32, weight string) *label {
	key := weight + text + string(rune(size*4))
	if found, ok := l.labels[key]; ok {
		return found
	}
	if l.context.IsUndefined() {
		canvas := js.Global().Get("document").Call("createElement", "canvas")
		l.context = canvas.Call("getContext", "2d", map[string]any{"willReadFrequently": true})
	}
	if len(l.labels) >= maxLabels {
		l.reset(l.scale)
	}
	font := weight + " " + js.Global().Get("String").Invoke(size*l.scale).String() + "px " + fontFamily
	canvas := l.context.Get("canvas")
	l.context.Set("font", font)
	w := int(math.Ceil(l.context.Call("measureText", text).Get("width").Float())) + 4
	h := int(math.Ceil(float64(size * l.scale * 1.5)))
	canvas.Set("width", w)
	canvas.Set("height", h)
	l.context.Set("font", font)
	l.context.Set("textBaseline", "middle")
	l.context.Set("fillStyle", "#fff")
	l.context.Call("fillText", text, 2, float64(h)/2)
	data := l.context.Call("getImageData", 0, 0, w, h).Get("data")
	bytes := js.Global().Get("Uint8Array").New(data.Get("buffer"))
	pixels := make([]byte, 4*w*h)
	js.CopyBytesToGo(pixels, bytes)
	for i := 0; i < len(pixels); i += 4 { // premultiply white
		a := pixels[i+3]
		pixels[i], pixels[i+1], pixels[i+2] = a, a, a
	}
	img := ebiten.NewImage(w, h)
	img.WritePixels(pixels)
	found := &label{img, float32(w) / l.scale, float32(h) / l.scale}
	l.labels[key] = found
	return found
}

// draw draws text with its middle at y; align is 0 for a left edge at x, 0.5
// for its center, 1 for its right edge.
func (l *labeler) draw(dst *ebiten.Image, text string, x, y, size, align float32, weight string, c color) {
	if text == "" {
		return
	}
	t := l.get(text, size, weight)
	op := &ebiten.DrawImageOptions{}
	op.GeoM.Translate(math.Round(float64((x-t.w*align)*l.scale)), math.Round(float64((y-t.h/2)*l.scale)))
	op.ColorScale.Scale(c.r*c.a, c.g*c.a, c.b*c.a, c.a)
	dst.DrawImage(t.img, op)
}
