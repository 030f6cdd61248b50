package main

import (
	"image"
	library "image/color"

	"github.com/hajimehoshi/ebiten/v2"

	"nnplay/wasm/paper"
)

// A game is the drawing. Its methods and the calls from the page run one after
// another, never at once: the page has one thread.
type game struct {
	scene  scene
	theme  *paper.Theme
	words  paper.Dictionary
	top    float32 // CSS pixels kept free
	bottom float32

	width, height, scale float32 // CSS pixels; device pixels a CSS pixel
	layout               layout
	glide                glide
	stale                bool // the layout
	restage              bool // what stays as it is from step to step
	repaint              bool // the pictures, links and biases
	redraw               bool // the screen

	brush   brush
	levels  levels       // of all heat maps
	classes classPicture // of several classes, on the panel
	links   mesh
	tiles   mesh // of the neurons' heat maps
	heats   mesh // and the panel's
	marks   mesh // what is on them
	flow    flow
	labels  labeler

	// still holds what stays as it is from step to step: samples, frames and
	// texts. It is drawn once, and lies on all else but marks and tip.
	still *ebiten.Image

	pointer struct {
		x, y float32 // CSS pixels
		over bool
	}
	hovered  target            // what is shown: under the pointer, else in focus
	focus    target            // what was chosen by keyboard or click
	aim      crosshair         // on the output's picture, while that is in focus
	editing  bool              // the page edits it
	easel    easel             // of a figure
	grips    []paper.Rectangle // of it, where a finger drags
	chosen   paper.Pick        // of a figure, by keyboard or click
	picked   paper.Pick        // and what of it is shown
	motion   motion            // in a figure
	share    float32           // of it that was drawn last
	amount   float32           // of its marks
	moving   bool              // it goes on by itself
	warpAxes [4]float32        // ranges of the two units; zero if the space is not warped
	view     map[string]int    // what the reader has turned to in figures
	tip      tip
	tell     func(event map[string]any)
	// photographer takes the next picture that is drawn, RGBA of width·height
	// pixels; nil if nobody waits for one.
	photographer func(width, height int, pixels []byte)
}

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
	scale := ebiten.Monitor().DeviceScaleFactor()
	if float32(width) != g.width || float32(height) != g.height || float32(scale) != g.scale {
		g.width, g.height = float32(width), float32(height)
		if float32(scale) != g.scale {
			g.scale = float32(scale)
			g.labels.reset(g.scale)
		}
		g.stale = true
	}
	return width * scale, height * scale
}

// update follows the pointer.
func (g *game) update() error {
	if g.scene.figure() != nil {
		g.updateFigure()
		return nil
	}
	if g.stale {
		g.arrange()
	}
	var now target
	if g.scene.ready() && !g.stale {
		now = g.target()
	}
	if now != g.hovered {
		g.hovered = now
		g.restage, g.repaint, g.redraw = true, true, true
		g.tellHovered()
	}
	return nil
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
	if f := g.scene.figure(); f != nil {
		g.drawFigure(screen, f)
		return
	}
	flowing := g.flow.advance()
	if !g.stale && g.scene.ready() && g.glide.advance(&g.layout) {
		g.restage, g.repaint = true, true
	}
	if !g.redraw && !g.stale && !g.restage && !g.repaint && !flowing {
		return
	}
	g.redraw = false
	if !g.scene.ready() || g.stale {
		screen.Fill(rgba(g.theme.Surface))
		return
	}
	if g.repaint && g.levels.pack(&g.scene, g.glide.leaving()) {
		g.restage = true
	}
	if g.restage {
		g.restage, g.repaint = false, true
		g.stage()
	}
	if g.repaint {
		g.repaint = false
		g.paint()
	}
	g.brush.prepare(g.theme, &g.flow, g.scale)
	g.brush.draw(screen, &g.links, nil)
	g.brush.drawLevels(screen, &g.heats, g.levels.img)
	g.classes.draw(screen, &g.brush)
	g.brush.draw(screen, &g.marks, g.still)
	g.drawTip(screen)
}

// moves tells whether something goes on by itself, and is to be drawn without being
// asked for.
func (g *game) moves() bool {
	if g.scene.figure() != nil {
		return g.moving
	}
	return g.flow.amount > 0 || g.glide.began != 0
}

// arrange makes the layout anew.
func (g *game) arrange() {
	if !g.scene.ready() {
		return
	}
	g.tellGrips(nil)
	g.stale, g.restage, g.repaint = false, true, true
	units := g.scene.units()
	p := plan{
		width: g.width, height: g.height, top: g.top, bottom: g.bottom,
		units: units[:len(units)-1], outputs: units[len(units)-1],
	}
	for _, f := range g.scene.Topology.Features {
		p.names = max(p.names, g.labels.width(f.Symbol, nameSize, nameWeight))
	}
	before, sized := g.layout, g.glide.sizedLike(g)
	g.layout = arrange(p)
	g.tellLayout()
	if sized && !g.flow.calm {
		g.glide.begin(before, g.layout)
	} else {
		g.glide = glide{width: g.width, height: g.height}
	}
}

// stage redraws what a new layout, theme, data set or pointer changed.
func (g *game) stage() {
	w, h := int(g.width*g.scale), int(g.height*g.scale)
	if g.still == nil || g.still.Bounds().Dx() != w || g.still.Bounds().Dy() != h {
		if g.still != nil {
			g.still.Deallocate()
		}
		g.still = ebiten.NewImageWithOptions(imageBounds(max(w, 1), max(h, 1)), &ebiten.NewImageOptions{Unmanaged: true})
	}
	g.still.Clear()
	g.tiles.reset(g.scale)
	var m mesh
	m.reset(g.scale)
	if g.scene.Topology.Inputs == 2 {
		g.stagePoints(&m)
	} else {
		g.stageCurves(&m)
	}
	g.stageAxes(&m)
	g.stageNetwork(&m)
	g.brush.draw(g.still, &m, nil)
	g.labels.compose(&m, func() { g.writeLabels(&m) })
	g.brush.draw(g.still, &m, g.labels.img)
}

// paint rebuilds what a step of training changed, from the bottom to the top.
func (g *game) paint() {
	whole := paper.Rect(0, 0, g.width, g.height)
	g.links.reset(g.scale)
	g.heats.reset(g.scale)
	g.classes.mesh.reset(g.scale)
	g.marks.reset(g.scale)
	g.links.rectangle(whole, g.theme.Surface, 0, 0, 0, 0, 1, kindRibbon)
	g.paintLinks(&g.links)
	g.paintLeaving()
	g.heats.add(&g.tiles)
	m := &g.marks
	warping, plane := g.warping(), g.scene.Topology.Inputs == 2
	switch {
	case warping:
		g.paintWarp(m)
	case plane:
		g.paintBoundary()
	}
	m.rectangle(whole, paper.Color{A: 1}, 0, 0, 0, 0, 0, kindScreen)
	g.paintUnits(m)
	switch {
	case warping:
	case plane:
		g.paintWrong(m)
	default:
		g.paintCurves(m)
	}
	g.paintPorts(m)
}

func imageBounds(w, h int) image.Rectangle { return image.Rect(0, 0, w, h) }

func rgba(c paper.Color) library.Color {
	p := c.Pixel()
	return library.RGBA{uint8(p), uint8(p >> 8), uint8(p >> 16), uint8(p >> 24)}
}
