package main

import (
	"math"
	"syscall/js"

	"github.com/hajimehoshi/ebiten/v2"
)

// A flow draws links, along which beads of light run while training goes on:
// a shader's work, so that no vertex is rebuilt for it.
type flow struct {
	shader  *ebiten.Shader
	calm    js.Value // the wish for reduced motion
	trained float64  // when training last went on, ms
	amount  float32  // of the beads, 0 to 1
	phase   float32  // of a bead's way to the next one
}

const (
	flowHold   = 250 // how long the beads run on after a step, ms
	flowFade   = 300 // and how long they take to fade
	flowPeriod = 900 // for the way to the next bead
)

// The vertices carry the way along the link, in CSS pixels, in custom.x.
const flowSource = `//kage:unit pixels
package main

var Amount float
var Phase float

func Fragment(position vec4, source vec2, color vec4, custom vec4) vec4 {
	d := fract(custom.x/30 - Phase)
	bead := smoothstep(0.0, 0.5, d) * (1 - smoothstep(0.5, 1.0, d))
	alpha := color.a * (1 - 0.62*Amount*(1-bead))
	return vec4(color.rgb*alpha, alpha)
}
`

func (f *flow) open() error {
	shader, err := ebiten.NewShader([]byte(flowSource))
	f.shader = shader
	f.calm = js.Global().Call("matchMedia", "(prefers-reduced-motion: reduce)")
	return err
}

// now returns the page's clock, in ms.
func now() float64 { return js.Global().Get("performance").Call("now").Float() }

// advance moves the beads and reports whether they moved.
func (f *flow) advance() bool {
	before := f.amount
	f.amount = 0
	if f.trained > 0 {
		t := now()
		f.amount = clamp(float32(1-(t-f.trained-flowHold)/flowFade), 0, 1)
		f.phase = float32(math.Mod(t/flowPeriod, 1))
		switch {
		case f.amount == 0:
			f.trained = 0
		case f.calm.Get("matches").Bool():
			f.amount = 0
		}
	}
	return f.amount > 0 || before > 0
}

func (f *flow) draw(dst *ebiten.Image, m *mesh) {
	if len(m.indices) == 0 {
		return
	}
	op := &ebiten.DrawTrianglesShaderOptions{Uniforms: map[string]any{"Amount": f.amount, "Phase": f.phase}}
	dst.DrawTrianglesShader32(m.vertices, m.indices, f.shader, op)
}
