package main

import (
	_ "embed"

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
//
//go:embed streams.kage
var streamSource []byte

const (
	streamHalf = 3.6 // pixels on each side of a line
)

func (s *streams) open() error {
	shader, err := ebiten.NewShader(streamSource)
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
