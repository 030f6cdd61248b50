package main

import (
	"image"
	library "image/color"

	"github.com/hajimehoshi/ebiten/v2"

	"nnplay/wasm/figure/all"
	"nnplay/wasm/paper"
)

// A game is what is on the screen. Its methods and the calls from the page run one
// after another, never at once: the page has one thread.
type game struct {
	scene  paper.Scene
	theme  *paper.Theme
	words  paper.Dictionary
	top    float32 // CSS pixels kept free
	bottom float32
	dock   float32 // and below the network alone
	aside  aside
	asked  float32 // how many times as large as usual all is to be

	// A drawing has pixels of its own: zoom CSS pixels, scale device pixels each.
	width, height, zoom, scale float32
	gone                       bool // what is drawn: the network is another one
	stale                      bool // all of the drawing, and what is told of it
	restage                    bool // what stays as it is from step to step
	repaint                    bool // the drawing
	redraw                     bool // the screen

	brush  brush
	easel  easel
	flow   flow
	labels labeler

	pointer struct {
		x, y float32 // CSS pixels
		over bool
	}
	picked  paper.Pick // what is shown: under the pointer, else what is chosen
	chosen  paper.Pick // by keyboard or click
	aim     paper.Pick // where the crosshair stood last
	late    bool       // a click waits for the drawing of what it is to choose from
	editing bool       // the page edits what is chosen
	carded  carded
	pinned  *paper.Pin // the place that was told last, nil for none
	tip     tip

	grips  []paper.Rectangle // where a finger drags
	glide  glide
	motion motion
	share  float32        // of the motion that was drawn last
	amount float32        // of the streams' marks
	moving bool           // it goes on by itself
	view   map[string]int // what the reader has turned to in figures
	lit    []paper.Lit    // what takes part where a step is gone through; nil where none is
	tell   func(event map[string]any)
	// photographer takes the next picture that is drawn, RGBA of width·height
	// pixels; nil if nobody waits for one.
	photographer func(width, height int, pixels []byte)
}

// An aside is what is kept free for what stands beside the drawing, in CSS pixels.
type aside struct{ top, right, bottom float32 }

// A loop is the game as Ebitengine calls it. It holds functions and not the game,
// of which the linker would keep whatever reflection might find.
type loop struct {
	update func() error
	draw   func(screen *ebiten.Image)
	layout func(width, height float64) (float64, float64)
}

var _ ebiten.Game = (*loop)(nil)

func (l *loop) Update() error                           { return l.update() }
func (l *loop) Draw(screen *ebiten.Image)               { l.draw(screen) }
func (l *loop) Layout(int, int) (int, int)              { panic("canvas: LayoutF is used") }
func (l *loop) LayoutF(w, h float64) (float64, float64) { return l.layout(w, h) }

// fit makes the screen as large as the window in device pixels.
func (g *game) fit(width, height float64) (float64, float64) {
	device := ebiten.Monitor().DeviceScaleFactor()
	zoom := paper.Zoom(float32(width), float32(height), g.asked)
	w, h, scale := float32(width)/zoom, float32(height)/zoom, float32(device)*zoom
	if w != g.width || h != g.height || zoom != g.zoom || scale != g.scale {
		g.width, g.height, g.zoom = w, h, zoom
		if scale != g.scale {
			g.scale = scale
			g.labels.reset(g.scale)
		}
		g.stale = true
	}
	return width * device, height * device
}

// figure returns the figure of what is loaded, or of a parameter that is shown in
// its place; nil if nothing is loaded.
func (g *game) figure() *paper.Figure {
	t := g.scene.Topology
	if t == nil {
		return nil
	}
	f := all.Figures[t.Architecture]
	if f != nil && f.Parameters && t.Shown != "" {
		return &paper.Parameter
	}
	return f
}

// show draws the screen, which keeps what was drawn last, and gives it to whoever
// waits for a picture.
func (g *game) show(screen *ebiten.Image) {
	g.draw(screen)
	if give := g.photographer; give != nil && !g.stale {
		g.photographer = nil
		b := screen.Bounds()
		pixels := make([]byte, 4*b.Dx()*b.Dy())
		screen.ReadPixels(pixels)
		give(b.Dx(), b.Dy(), pixels)
	}
}

// draw draws what has changed.
func (g *game) draw(screen *ebiten.Image) {
	f := g.figure()
	if f == nil {
		if g.redraw || g.stale {
			g.redraw = false
			screen.Fill(rgba(g.theme.Surface))
		}
		return
	}
	if !g.moved() && !g.redraw && !g.stale && !g.restage && !g.repaint {
		return
	}
	if g.stale || g.restage || g.repaint {
		g.paint(f)
	}
	g.redraw = false
	g.brush.prepare(g.theme, &g.flow, g.scale)
	_, phase, _ := g.motion.marks(now(), g.flow.calm, g.flow.amount)
	g.easel.draw(screen, &g.brush, &g.labels, g.amount, phase)
	g.drawPicked(screen)
}

// moved moves on what goes on by itself, and reports whether that is to be seen.
func (g *game) moved() bool {
	flowed := g.flow.advance()
	at := now()
	g.motion.follow(&g.scene, at)
	share := g.motion.share(at, g.flow.calm)
	amount, _, run := g.motion.marks(at, g.flow.calm, g.flow.amount)
	streams := len(g.easel.drawing.Streams) > 0
	g.repaint = g.repaint || share != g.share || g.glide.on()
	g.moving = share < 1 || run && streams || g.flow.amount > 0 && g.easel.beads || g.glide.on()
	changed := g.moving || flowed || amount != g.amount
	g.share, g.amount = share, amount
	return changed && (streams || g.easel.beads)
}

// paint has the figure make a new drawing.
func (g *game) paint(f *paper.Figure) {
	if g.stale {
		g.glide.begin(g)
	}
	top, right, bottom := g.aside.top/g.zoom, g.aside.right/g.zoom, (g.bottom+g.aside.bottom)/g.zoom
	if f.Tooled {
		top += g.top / g.zoom
	}
	k := paper.Kit{
		Scene: &g.scene, Theme: g.theme, Words: g.words, Pointed: g.pointed(g.picked), Share: g.share, View: g.view, Glide: g.glide.now(), Before: &g.easel.drawing,
		Free:          paper.Rect(paper.Margin, top+paper.Margin, g.width-right-2*paper.Margin, g.height-top-bottom-2*paper.Margin),
		Measure:       func(words string, size float32) float32 { return g.labels.width(words, size, regular) },
		Dock:          g.dock / g.zoom,
		Lit:           g.lit,
		MeasureMedium: func(words string, size float32) float32 { return g.labels.width(words, size, medium) },
	}
	d := f.Draw(&k)
	if g.lit != nil {
		k.Illuminate(&d)
	}
	k.CrossOff(&d)
	if !d.Gliding {
		g.glide.end()
	}
	g.easel.set(d, g, g.stale || g.restage)
	g.followCard()
	g.tellGrips(d.Grips())
	g.tellPin(d.Pin)
	if g.stale {
		g.tellPlan(&d.Plan)
		g.tellParameters(f)
	}
	g.gone, g.stale, g.restage, g.repaint = false, false, false, false
	if g.late {
		g.late = false
		g.click()
	}
}

func imageBounds(w, h int) image.Rectangle { return image.Rect(0, 0, w, h) }

func rgba(c paper.Color) library.Color {
	p := c.Pixel()
	return library.RGBA{uint8(p), uint8(p >> 8), uint8(p >> 16), uint8(p >> 24)}
}
