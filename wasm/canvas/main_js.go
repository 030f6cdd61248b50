package main

import (
	"errors"
	"runtime/debug"
	"strings"
	"syscall/js"

	"github.com/hajimehoshi/ebiten/v2"

	"nnplay/wasm/paper"
	"nnplay/wasm/wire"
)

// main offers globalThis.nnplayCanvas to the page and draws until the document
// goes. canvas-host.js is the other side.
func main() {
	// The heap is small, and each collection holds up the page.
	debug.SetGCPercent(400)
	global := js.Global()
	g := &game{theme: paper.Light, words: paper.Dictionary{}, asked: 1, zoom: 1, gone: true, stale: true, chosen: paper.Nowhere, carded: carded{Pick: paper.Nowhere}, picked: paper.Nowhere, aim: paper.Nowhere, view: map[string]int{}}
	g.tell = func(event map[string]any) {
		if f := global.Get("onCanvasEvent"); f.Type() == js.TypeFunction {
			f.Invoke(event)
		}
	}
	g.flow.open()
	if err := errors.Join(g.brush.open(), g.easel.streams.open()); err != nil {
		panic(err)
	}
	global.Set("nnplayCanvas", map[string]any{
		"snapshot": js.FuncOf(func(_ js.Value, args []js.Value) any { return g.snapshot(args[0]) }),
		"theme": command(func(args []js.Value) {
			g.theme = paper.Light
			if args[0].String() == "dark" {
				g.theme = paper.Dark
			}
			g.restage, g.repaint, g.redraw = true, true, true
		}),
		"lang": command(func([]js.Value) {
			g.labels.reset(g.scale)
			g.restage = true
		}),
		"text": command(func(args []js.Value) { g.setWords(args[0].String()) }),
		"inset": command(func(args []js.Value) {
			g.top, g.bottom, g.dock = float32(args[0].Float()), float32(args[1].Float()), float32(args[2].Float())
			g.stale = true
		}),
		"aside": command(func(args []js.Value) {
			g.aside = aside{float32(args[0].Float()), float32(args[1].Float()), float32(args[2].Float())}
			g.stale = true
		}),
		"light": command(func(args []js.Value) { g.light(args[0]) }),
		"zoom":  command(func(args []js.Value) { g.asked, g.redraw = float32(args[0].Float()), true }),
		"key":   js.FuncOf(func(_ js.Value, args []js.Value) any { g.redraw = true; return g.key(args[0].String()) }),
		"follows": js.FuncOf(func(_ js.Value, args []js.Value) any {
			return g.follows(g.own(args[0]), g.own(args[1]))
		}),
		"unpin":    js.FuncOf(func(js.Value, []js.Value) any { return g.unpin() }),
		"blur":     command(func([]js.Value) { g.redraw = true; g.blur() }),
		"edit":     command(func(args []js.Value) { g.redraw = true; g.edit(args[0].Bool()) }),
		"card":     command(func(args []js.Value) { g.redraw = true; g.card(args[0].Bool()) }),
		"photo":    command(func(args []js.Value) { g.redraw = true; g.photograph(args[0]) }),
		"moving":   js.FuncOf(func(js.Value, []js.Value) any { return g.moving || g.glide.on() }),
		"describe": js.FuncOf(func(js.Value, []js.Value) any { return g.describe() }),
	})
	g.listen(global)
	ebiten.SetTPS(ebiten.SyncWithFPS)
	ebiten.SetScreenClearedEveryFrame(false)
	if f := global.Get("onCanvasReady"); f.Type() == js.TypeFunction {
		f.Invoke()
	}
	err := ebiten.RunGameWithOptions(&loop{g.update, g.show, g.fit}, &ebiten.RunGameOptions{InitUnfocused: true})
	if err != nil {
		g.tell(map[string]any{"type": "failed", "text": err.Error()})
	}
}

// photograph passes the next picture on: its width and height in device pixels,
// and its pixels, RGBA.
func (g *game) photograph(done js.Value) {
	g.photographer = func(width, height int, pixels []byte) {
		array := js.Global().Get("Uint8ClampedArray").New(len(pixels))
		js.CopyBytesToJS(array, pixels)
		done.Invoke(width, height, array)
	}
}

func command(f func(args []js.Value)) js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) any {
		f(args)
		return nil
	})
}

// listen follows mouse, pen and finger alike; the library's own events are kept
// from it. What a finger has touched stays shown until it touches elsewhere.
func (g *game) listen(global js.Value) {
	passive := map[string]any{"passive": true}
	point := command(func(args []js.Value) {
		g.point(args[0])
		g.redraw = true
	})
	leave := command(func(args []js.Value) {
		if args[0].Get("pointerType").String() == "mouse" {
			g.pointer.over = false
			g.redraw = true
		}
	})
	click := command(func(args []js.Value) {
		if g.point(args[0]); g.pointer.over {
			g.click()
		}
	})
	global.Call("addEventListener", "click", click, passive)
	global.Call("addEventListener", "pointermove", point, passive)
	global.Call("addEventListener", "pointerdown", point, passive)
	global.Get("document").Get("documentElement").Call("addEventListener", "pointerleave", leave, passive)
}

// point notes where a pointer is, and whether that is on the drawing.
func (g *game) point(event js.Value) {
	g.pointer.x, g.pointer.y = g.own(event.Get("clientX")), g.own(event.Get("clientY"))
	g.pointer.over = onDrawing(event)
}

// own takes CSS pixels into the drawing's own.
func (g *game) own(length js.Value) float32 { return float32(length.Float()) / g.zoom }

// onDrawing tells whether an event is one of the drawing: of the canvas, or of
// the page's areas over it where a finger drags instead of scrolling.
func onDrawing(event js.Value) bool {
	target := event.Get("target")
	return target.Get("tagName").String() == "CANVAS" || target.Get("className").String() == "grip"
}

// snapshot takes in a message of the trainer and returns what is wrong with
// it, or null. The bytes are copied: tensors point into them.
func (g *game) snapshot(message js.Value) any {
	b := make([]byte, message.Get("byteLength").Int())
	js.CopyBytesToGo(b, message)
	s, err := wire.Decode(b)
	if err != nil {
		return err.Error()
	}
	if s.Topology == nil && s.Step > g.scene.Step {
		g.flow.trained = now()
	}
	if s.Topology != nil && g.easel.drawing.Arrangement != nil {
		g.glide.leave(&g.scene)
	}
	relayout, restage := g.scene.Apply(s)
	g.gone, g.stale = g.gone || relayout, g.stale || relayout
	g.restage = g.restage || restage
	g.repaint = true
	g.carded.untold = true
	if !g.gone {
		g.tellEdited()
	}
	return nil
}

// describe says in words what is drawn.
func (g *game) describe() string {
	switch f := g.figure(); {
	case f == nil:
		return ""
	case f.Describe != nil:
		return f.Describe(&g.scene, g.words)
	}
	return g.scene.Describe(g.words)
}

// setWords takes over the page's texts: keys and texts in turn, with a NUL between them.
func (g *game) setWords(table string) {
	for table != "" {
		var key, text string
		key, table, _ = strings.Cut(table, "\x00")
		text, table, _ = strings.Cut(table, "\x00")
		g.words[key] = text
	}
	g.restage = true
}
