package main

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"
)

// A game is the drawing. Its methods and the calls from the page run one after
// another, never at once: the page has one thread.
type game struct {
	scene  scene
	theme  *theme
	texts  map[string]string
	top    float32 // CSS pixels kept free
	bottom float32

	width, height, scale float32 // CSS pixels; device pixels a CSS pixel
	layout               layout
	stale                bool // the layout
	restage              bool // what stays as it is from step to step
	repaint              bool // the pictures, links and biases

	neurons  atlas // features and hidden units
	boundary atlas // the output
	tiles    mesh  // of the neurons' pictures, textured
	links    mesh
	marks    mesh // biases, curves
	labels   labeler

	// still holds what stays as it is from step to step: samples, frames and
	// texts. It is drawn once, on all else.
	still *ebiten.Image

	hovered target
	tell    func(event map[string]any)
}

var _ ebiten.Game = (*game)(nil)

// Layout implements ebiten.Game.
func (g *game) Layout(int, int) (int, int) { panic("canvas: LayoutF is used") }

// LayoutF makes the screen as large as the window in device pixels.
func (g *game) LayoutF(width, height float64) (float64, float64) {
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

// Update follows the pointer.
func (g *game) Update() error {
	if g.stale {
		g.arrange()
	}
	x, y := ebiten.CursorPosition()
	if touches := ebiten.AppendTouchIDs(nil); len(touches) > 0 {
		x, y = ebiten.TouchPosition(touches[0])
	}
	now := g.layout.hit(float32(x)/g.scale, float32(y)/g.scale)
	if now != g.hovered {
		g.hovered = now
		g.restage, g.repaint = true, true
		g.tellHovered()
	}
	return nil
}

// Draw implements ebiten.Game.
func (g *game) Draw(screen *ebiten.Image) {
	screen.Fill(rgba(g.theme.surface))
	if !g.scene.ready() || g.stale {
		return
	}
	if g.restage {
		g.restage = false
		g.stage()
	}
	if g.repaint {
		g.repaint = false
		g.paint()
	}
	g.links.draw(screen, white)
	g.tiles.draw(screen, g.neurons.img)
	if g.scene.topology.Inputs == 2 {
		g.drawBoundary(screen)
	}
	screen.DrawImage(g.still, nil)
	g.marks.draw(screen, white)
}

// arrange makes the layout anew.
func (g *game) arrange() {
	if !g.scene.ready() {
		return
	}
	g.stale, g.restage, g.repaint = false, true, true
	t := g.scene.topology
	units := []int{len(t.Features)}
	for _, l := range t.Layers[:len(t.Layers)-1] {
		units = append(units, l.Units)
	}
	g.layout = arrange(g.width, g.height, g.top, g.bottom, units, t.Layers[len(t.Layers)-1].Units)
}

// stage redraws what a new layout, theme, data set or pointer changed.
func (g *game) stage() {
	w, h := int(g.width*g.scale), int(g.height*g.scale)
	if g.still == nil || g.still.Bounds().Dx() != w || g.still.Bounds().Dy() != h {
		if g.still != nil {
			g.still.Deallocate()
		}
		g.still = ebiten.NewImage(max(w, 1), max(h, 1))
	}
	g.still.Clear()
	g.tiles.reset(g.scale)
	var m mesh
	m.reset(g.scale)
	g.stageNetwork(&m)
	if g.scene.topology.Inputs == 2 {
		g.stagePoints(&m)
	} else {
		g.stageCurves(&m)
	}
	m.outline(g.layout.output, 10, 1, g.theme.line)
	m.draw(g.still, white)
	g.drawLabels(g.still)
}

// paint rebuilds what a step of training changed.
func (g *game) paint() {
	g.links.reset(g.scale)
	g.marks.reset(g.scale)
	g.paintNetwork()
	if g.scene.topology.Inputs == 2 {
		g.paintBoundary()
	} else {
		g.paintCurves()
	}
}

// layer returns the layer of a column, of which the first are the features.
func (g *game) layer(column int) string {
	if column == 0 {
		return "features"
	}
	return g.scene.topology.Layers[column-1].Name
}

// tellHovered tells the page what the pointer is on.
func (g *game) tellHovered() {
	event := map[string]any{"type": "hover", "kind": g.hovered.kind}
	if g.hovered.kind == "neuron" {
		layer := g.layer(g.hovered.column)
		event["layer"], event["unit"] = layer, g.hovered.index
		if g.hovered.column > 0 {
			event["bias"] = g.scene.bias(layer, g.hovered.index)
		}
	}
	g.tell(event)
}

func imageBounds(w, h int) image.Rectangle { return image.Rect(0, 0, w, h) }
