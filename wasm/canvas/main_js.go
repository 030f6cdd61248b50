package main

import (
	"syscall/js"

	"github.com/hajimehoshi/ebiten/v2"

	"nnplay/wasm/wire"
)

// main offers globalThis.nnplayCanvas to the page and draws until the document
// goes. canvas-host.js is the other side.
func main() {
	global := js.Global()
	g := &game{theme: light, texts: map[string]string{}, stale: true}
	g.tell = func(event map[string]any) {
		if f := global.Get("onCanvasEvent"); f.Type() == js.TypeFunction {
			f.Invoke(event)
		}
	}
	global.Set("nnplayCanvas", map[string]any{
		"snapshot": js.FuncOf(func(_ js.Value, args []js.Value) any { return g.snapshot(args[0]) }),
		"theme": command(func(args []js.Value) {
			g.theme = light
			if args[0].String() == "dark" {
				g.theme = dark
			}
			g.restage, g.repaint = true, true
		}),
		"lang": command(func([]js.Value) {
			g.labels.reset(g.scale)
			g.restage = true
		}),
		"text": command(func(args []js.Value) { g.setTexts(args[0]) }),
		"inset": command(func(args []js.Value) {
			g.top, g.bottom = float32(args[0].Float()), float32(args[1].Float())
			g.stale = true
		}),
		"describe": js.FuncOf(func(js.Value, []js.Value) any { return g.describe() }),
	})
	ebiten.SetTPS(ebiten.SyncWithFPS)
	ebiten.SetScreenClearedEveryFrame(false)
	if f := global.Get("onCanvasReady"); f.Type() == js.TypeFunction {
		f.Invoke()
	}
	err := ebiten.RunGameWithOptions(g, &ebiten.RunGameOptions{InitUnfocused: true, DisableHiDPI: false})
	if err != nil {
		g.tell(map[string]any{"type": "failed", "text": err.Error()})
	}
}

func command(f func(args []js.Value)) js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) any {
		f(args)
		return nil
	})
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
	relayout, restage := g.scene.apply(s)
	g.stale = g.stale || relayout
	g.restage = g.restage || restage
	g.repaint = true
	return nil
}

// setTexts takes over the page's texts.
func (g *game) setTexts(table js.Value) {
	keys := js.Global().Get("Object").Call("keys", table)
	for i := range keys.Length() {
		key := keys.Index(i).String()
		g.texts[key] = table.Get(key).String()
	}
	g.restage = true
}

// describe says in words what the drawing shows.
func (g *game) describe() string {
	if !g.scene.ready() {
		return ""
	}
	return g.text("page.canvas", "") + ": " + g.scene.shape()
}
