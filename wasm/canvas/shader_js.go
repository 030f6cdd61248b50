package main

import (
	_ "embed"

	"github.com/hajimehoshi/ebiten/v2"

	"nnplay/wasm/paper"
)

// What a triangle shows is in the fourth custom number of its vertices, the
// kind; what the other three are depends on it. So one draw call does for many
// shapes, and edges are soft without vertices of their own.
const (
	kindRibbon = 0 // way along it, distance from its middle, half its width; in device pixels
	kindLink   = 1 // the same, with beads
	kindDisc   = 2 // x and y from the center, and the radius; in device pixels
	kindScreen = 3 // the image, as large as the screen, pixel by pixel
	kindCells  = 4 // x and y in the image, whose pixels are cells with hard edges
	kindText   = 5 // x and y in the image, of whose pixels the opacity counts
	kindBox    = 6 // x and y from the center, and the radius of the corners; the source is the corner; in device pixels
	kindBorder = 7 // the same; the kind is larger by the border's width

	// Heat maps: x and y within the picture, 0 to 1, and the first of its levels;
	// the kind is that of the colors plus 4 times the picture's side.
	kindSigned = 0 // from one end of the scale to the other, which is the vertices' color
	kindSteps  = 1 // the two halves of the scale
	kindShare  = 2 // from the scale's middle to the vertices' color
)

//go:embed shapes.kage
var shapeSource []byte

// levelsWide is the width of the image that holds levels, four a pixel.
const levelsWide = 512

// Levels are blended before they get a color, so that boundaries are sharp
// however large the picture is.
//
//go:embed levels.kage
var levelSource []byte

// A brush draws meshes.
type brush struct {
	shapes, levels             *ebiten.Shader
	shapeOptions, levelOptions ebiten.DrawTrianglesShaderOptions
	state, zero, negative      [3]float32 // uniforms
	// blank is read where there is nothing to read: without it, the shader would
	// read what was drawn last, the screen, and WebGL draws nothing then.
	blank *ebiten.Image
}

func (b *brush) open() (err error) {
	b.blank = ebiten.NewImageWithOptions(imageBounds(1, 1), &ebiten.NewImageOptions{Unmanaged: true})
	b.shapeOptions.Uniforms = map[string]any{"State": b.state[:]}
	b.levelOptions.Uniforms = map[string]any{"Zero": b.zero[:], "Negative": b.negative[:]}
	if b.shapes, err = ebiten.NewShader(shapeSource); err != nil {
		return err
	}
	b.levels, err = ebiten.NewShader(levelSource)
	return err
}

// prepare takes the colors of a theme and the state of the beads.
func (b *brush) prepare(t *paper.Theme, f *flow, scale float32) {
	b.zero = [3]float32{t.Zero.R, t.Zero.G, t.Zero.B}
	b.negative = [3]float32{t.Negative.R, t.Negative.G, t.Negative.B}
	b.state = [3]float32{f.amount, f.phase, flowPitch * scale}
}

// draw draws shapes; img is what its kinds read, nil if they do not.
func (b *brush) draw(dst *ebiten.Image, m *mesh, img *ebiten.Image) {
	if len(m.indices) == 0 {
		return
	}
	if img == nil {
		img = b.blank
	}
	b.shapeOptions.Images[0] = img
	dst.DrawTrianglesShader32(m.vertices, m.indices, b.shapes, &b.shapeOptions)
}

// drawLevels draws heat maps of levels in an image.
func (b *brush) drawLevels(dst *ebiten.Image, m *mesh, img *ebiten.Image) {
	if len(m.indices) == 0 {
		return
	}
	b.levelOptions.Images[0] = img
	dst.DrawTrianglesShader32(m.vertices, m.indices, b.levels, &b.levelOptions)
}

// drawSmooth draws parts of an image, whose pixels blend into each other.
func (b *brush) drawSmooth(dst *ebiten.Image, m *mesh, img *ebiten.Image) {
	if len(m.indices) > 0 {
		dst.DrawTriangles32(m.vertices, m.indices, img, &ebiten.DrawTrianglesOptions{DisableMipmaps: true, Filter: ebiten.FilterLinear})
	}
}
