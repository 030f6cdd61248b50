package main

import (
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

const shapeSource = `//kage:unit pixels
package main

// State is what part of a link is beads, 0 to 1, how far of its way to the next
// one a bead is, and how far that is in device pixels.
var State vec3

func Fragment(position vec4, source vec2, color vec4, custom vec4) vec4 {
	kind := custom.w
	if kind > 5.5 {
		q := abs(custom.xy) - (source - imageSrc0Origin()) + custom.z
		d := length(max(q, 0)) + min(max(q.x, q.y), 0) - custom.z
		if kind > 6.5 {
			d = abs(d) - (kind-7)/2
		}
		alpha := color.a * clamp(0.5-d, 0, 1)
		return vec4(color.rgb*alpha, alpha)
	}
	if kind > 2.5 {
		at := floor(custom.xy) + 0.5
		if kind < 3.5 {
			at = position.xy - imageDstOrigin()
		}
		texel := imageSrc0UnsafeAt(at + imageSrc0Origin())
		if kind > 4.5 {
			texel = vec4(color.rgb, 1) * texel.a
		}
		return texel * color.a
	}
	d := abs(custom.y)
	alpha := color.a
	if kind > 1.5 {
		d = length(custom.xy)
	} else if kind > 0.5 {
		b := abs(2*fract(custom.x/State.z-State.y) - 1)
		alpha *= 1 - 0.62*State.x*b*b*(3-2*b)
	}
	alpha *= clamp(custom.z-d+0.5, 0, 1)
	return vec4(color.rgb*alpha, alpha)
}
`

// levelsWide is the width of the image that holds levels, four a pixel.
const levelsWide = 512

// Levels are blended before they get a color, so that boundaries are sharp
// however large the picture is.
const levelSource = `//kage:unit pixels
package main

var Zero vec3
var Negative vec3

func level(i float) float {
	texel := floor(i / 4)
	row := floor(texel / 512)
	four := imageSrc0UnsafeAt(vec2(texel-512*row, row) + 0.5 + imageSrc0Origin())
	return dot(four, 1-min(abs(i-4*texel-vec4(0, 1, 2, 3)), 1))
}

func Fragment(position vec4, source vec2, color vec4, custom vec4) vec4 {
	first := floor(custom.z + 0.5) // as it was before it was interpolated
	kind := floor(custom.w + 0.5)
	side := floor(kind / 4)
	kind -= 4 * side
	p := clamp(custom.xy*side-0.5, 0, side-1)
	a := floor(p)
	b := min(a+1, side-1)
	f := p - a
	above := first + a.y*side
	below := first + b.y*side
	share := mix(mix(level(above+a.x), level(above+b.x), f.x), mix(level(below+a.x), level(below+b.x), f.x), f.y)
	v := 2*share - 1
	if kind > 1.5 {
		v = share
	} else if kind > 0.5 {
		v = clamp(2*v/max(fwidth(v), 0.0001), -1, 1) * 0.75
	}
	end := color.rgb
	if v < 0 {
		end = Negative
	}
	return vec4(mix(Zero, end, abs(v))*color.a, color.a)
}
`

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
	if b.shapes, err = ebiten.NewShader([]byte(shapeSource)); err != nil {
		return err
	}
	b.levels, err = ebiten.NewShader([]byte(levelSource))
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
