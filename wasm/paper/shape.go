package paper

import "math"

// A Shape is one of a few simple things.
type Shape struct {
	Kind    Kind
	Corners uint8        // of a dot: 3 or 4 make it a triangle or a diamond
	Line    [][2]float32 // of a line
	Box     Rectangle    // of a fill or a frame; x and y are the middle of a dot or a cross
	Size    float32      // width of a line or a border; radius of a dot, reach of a cross
	Round   float32      // radius of a box's corners
	Color   Color
	Blend   *Blended // of a blend
}

// A Blended is what a blend is beside its nodes, which are in Line row by row.
type Blended struct {
	Colors []Color // of the nodes
	Cols   int     // nodes in a row
}

// A Kind is what a shape is.
type Kind uint8

// The kinds of shapes.
const (
	Line  Kind = iota // through points
	Beads             // a line on which beads of light run while training goes on
	Dot
	Cross
	Fill  // a box
	Bar   // a box with hard edges, to lie side by side with others
	Frame // the border of a box, half of it within
	Blend // a net of nodes (rows, cols), between which their colors blend
)

// Shapes lie upon each other. What adds to them is not inlined: figures do so in
// hundreds of places, and a program is downloaded.
type Shapes []Shape

// Segment adds a line between two points.
func (s *Shapes) Segment(x1, y1, x2, y2, width float32, c Color) {
	s.Line([][2]float32{{x1, y1}, {x2, y2}}, width, c)
}

// Line adds a line through points.
//
//go:noinline
func (s *Shapes) Line(points [][2]float32, width float32, c Color) {
	if len(points) > 1 {
		*s = append(*s, Shape{Kind: Line, Line: points, Size: width, Color: c})
	}
}

// Beads adds a line on which beads run.
//
//go:noinline
func (s *Shapes) Beads(points [][2]float32, width float32, c Color) {
	*s = append(*s, Shape{Kind: Beads, Line: points, Size: width, Color: c})
}

// Dot adds a dot or, of 3 to 8 corners, a regular polygon.
//
//go:noinline
func (s *Shapes) Dot(x, y, radius float32, corners int, c Color) {
	*s = append(*s, Shape{Kind: Dot, Box: Rectangle{X: x, Y: y}, Size: radius, Corners: uint8(corners), Color: c})
}

// Cross adds two strokes through a point.
//
//go:noinline
func (s *Shapes) Cross(x, y, reach float32, c Color) {
	*s = append(*s, Shape{Kind: Cross, Box: Rectangle{X: x, Y: y}, Size: reach, Color: c})
}

// Fill adds a box.
//
//go:noinline
func (s *Shapes) Fill(r Rectangle, round float32, c Color) {
	*s = append(*s, Shape{Kind: Fill, Box: r, Round: round, Color: c})
}

// Bar adds a box with hard edges.
//
//go:noinline
func (s *Shapes) Bar(r Rectangle, c Color) {
	*s = append(*s, Shape{Kind: Bar, Box: r, Color: c})
}

// Frame adds the border of a box.
//
//go:noinline
func (s *Shapes) Frame(r Rectangle, round, width float32, c Color) {
	*s = append(*s, Shape{Kind: Frame, Box: r, Round: round, Size: width, Color: c})
}

// Blend adds a net of nodes, row by row, whose colors blend.
//
//go:noinline
func (s *Shapes) Blend(nodes [][2]float32, colors []Color, cols int) {
	*s = append(*s, Shape{Kind: Blend, Line: nodes, Blend: &Blended{colors, cols}})
}

// Arrow adds a line with a head at its second end.
func (s *Shapes) Arrow(x1, y1, x2, y2, width float32, c Color) {
	dx, dy := x2-x1, y2-y1
	n := float32(math.Hypot(float64(dx), float64(dy)))
	if n < 0.5 {
		return
	}
	s.Line([][2]float32{{x1, y1}, {x2, y2}}, width, c)
	head := min(n*0.45, 4+width)
	ux, uy := dx/n*head, dy/n*head
	s.Line([][2]float32{{x2 - ux - uy*0.6, y2 - uy + ux*0.6}, {x2, y2}, {x2 - ux + uy*0.6, y2 - uy - ux*0.6}}, width, c)
}
