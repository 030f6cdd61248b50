package main

import (
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"nnplay/wasm/paper"
)

// streams draws the marks that run along lines of a figure: a shader's work, so
// that no vertex is rebuilt while they run.
type streams struct {
	shader *ebiten.Shader
	mesh   mesh
}

// The vertices carry the way along the line and across it, in CSS pixels, in
// custom.x and custom.y; custom.z is 1 for marks that run back. Forward they are
// dots, back they are angles: < on a line to the right.
const streamSource = `//kage:unit pixels
package main

var Amount float
var Phase float

func Fragment(position vec4, source vec2, color vec4, custom vec4) vec4 {
	dots := 1 - smoothstep(1.5, 2.6, length(vec2((fract(custom.x/24-Phase)-0.5)*24, custom.y)))
	u := (fract(custom.x/24+Phase)-0.5)*24
	angles := 1 - smoothstep(0.7, 1.7, abs(u+1.5-1.1*abs(custom.y)))
	alpha := color.a * Amount * mix(dots, angles, custom.z)
	return vec4(color.rgb*alpha, alpha)
}
`

const (
	streamHalf   = 3.6 // pixels on each side of a line
	streamPeriod = 700 // for the way to the next mark, ms
)

func (s *streams) open() error {
	shader, err := ebiten.NewShader([]byte(streamSource))
	s.shader = shader
	return err
}

// set takes in the streams of a drawing.
func (s *streams) set(all []paper.Stream, scale float32) {
	s.mesh.reset(scale)
	for i := range all {
		s.mesh.stream(&all[i])
	}
}

// stream adds a band along a line.
func (m *mesh) stream(s *paper.Stream) {
	back := float32(0)
	if s.Back {
		back = 1
	}
	var way float32
	var last uint32
	for i, p := range s.Line {
		if i > 0 {
			way += paper.Length(p[0]-s.Line[i-1][0], p[1]-s.Line[i-1][1])
		}
		a, b := s.Line[max(i-1, 0)], s.Line[min(i+1, len(s.Line)-1)]
		dx, dy := b[0]-a[0], b[1]-a[1]
		n := max(paper.Length(dx, dy), 1e-6)
		nx, ny := -dy/n*streamHalf, dx/n*streamHalf
		first := m.vertex(p[0]+nx, p[1]+ny, s.Color, way, streamHalf, back, 0)
		m.vertex(p[0]-nx, p[1]-ny, s.Color, way, -streamHalf, back, 0)
		if i > 0 {
			m.indices = append(m.indices, last, last+1, first, first, last+1, first+1)
		}
		last = first
	}
}

func (s *streams) draw(dst *ebiten.Image, amount, phase float32) {
	if len(s.mesh.indices) == 0 || amount == 0 {
		return
	}
	op := &ebiten.DrawTrianglesShaderOptions{Uniforms: map[string]any{"Amount": amount, "Phase": phase}}
	dst.DrawTrianglesShader32(s.mesh.vertices, s.mesh.indices, s.shader, op)
}

// A motion is what moves in a figure: samples, for a moment, to where a phase of
// slow motion takes them, and the marks of streams, while training goes on and a
// little longer in each phase.
type motion struct {
	phase [2]float32 // of slow motion
	step  uint64
	began float64 // ms; 0 while there is no slow motion
}

const (
	motionTime = 1100 // for the samples, ms
	marksTime  = 3200 // and for the marks
)

// follow notes the phase that is shown.
func (m *motion) follow(s *paper.Scene) {
	v := s.Tensors["slow/phase"].F32
	if len(v) != 2 {
		m.began = 0
		return
	}
	if phase := [2]float32{v[0], v[1]}; m.began == 0 || phase != m.phase || s.Step != m.step {
		m.phase, m.step, m.began = phase, s.Step, now()
	}
}

// share returns how far the samples have come.
func (m *motion) share(calm bool) float32 {
	if m.began == 0 || calm {
		return 1
	}
	share := paper.Clamp(float32((now()-m.began)/motionTime), 0, 1)
	return share * share * (3 - 2*share)
}

// marks returns how much is seen of the marks, and where they are.
func (m *motion) marks(f *flow) (amount, phase float32, run bool) {
	at := float32(math.Mod(now()/streamPeriod, 1))
	if m.began == 0 {
		return f.amount, at, f.amount > 0
	}
	if f.calm || now()-m.began > marksTime {
		return 1, 0, false
	}
	return 1, at, true
}
