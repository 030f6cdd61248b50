package paper

import "math"

// A Drawing is what a figure makes of a scene: marks in CSS pixels, from the
// bottom to the top, and what lies under the pointer. It is plain data, so
// figures are tested without a screen.
type Drawing struct {
	Under    []Shape   // below the pictures
	Streams  []Stream  // upon those
	Pictures []Picture // arrays as colored cells
	Over     []Shape   // above the pictures
	Labels   []Text
	Spots    []Spot
}

// A Shape is a line, a dot or a box.
type Shape struct {
	Line    [][2]float32 // a line through these points, or nil
	Box     Rectangle    // a box, if its width is not 0; else a dot at x, y of it
	Size    float32      // width of a line or a border; radius of a dot
	Filled  bool         // a box without a border
	Round   float32      // radius of a box's corners
	Corners int          // of a dot: 3 or 4 make it a triangle or a diamond
	Color   Color
}

// A Stream is a line along which marks run: dots to its end or, back from there,
// angles that point to its beginning.
type Stream struct {
	Line  [][2]float32
	Back  bool
	Color Color
}

// A Picture is a matrix of levels, each painted as a cell in the color that a
// table gives it.
type Picture struct {
	Box        Rectangle
	Rows, Cols int
	Levels     []uint8 // (rows, cols)
	Table      *[256]Pixel
	Smooth     bool // cells blend into each other
}

// A Text stands with its middle at y; align is 0 for a left edge at x, 0.5 for
// its center, 1 for its right edge.
type Text struct {
	Words  string
	X, Y   float32
	Size   float32
	Align  float32
	Strong bool
	Color  Color
}

func (d *Drawing) Segment(x1, y1, x2, y2, width float32, c Color) {
	d.Under = append(d.Under, Shape{Line: [][2]float32{{x1, y1}, {x2, y2}}, Size: width, Color: c})
}

func (d *Drawing) Line(points [][2]float32, width float32, c Color) {
	if len(points) > 1 {
		d.Over = append(d.Over, Shape{Line: points, Size: width, Color: c})
	}
}

func (d *Drawing) Stream(line [][2]float32, back bool, c Color) {
	d.Streams = append(d.Streams, Stream{line, back, c})
}

func (d *Drawing) Dot(x, y, radius float32, corners int, c Color) {
	d.Over = append(d.Over, Shape{Box: Rectangle{X: x, Y: y}, Size: radius, Corners: corners, Color: c})
}

func (d *Drawing) Fill(r Rectangle, round float32, c Color) {
	d.Over = append(d.Over, Shape{Box: r, Filled: true, Round: round, Color: c})
}

func (d *Drawing) Frame(r Rectangle, round, width float32, c Color) {
	d.Over = append(d.Over, Shape{Box: r, Round: round, Size: width, Color: c})
}

func (d *Drawing) Label(words string, x, y, size, align float32, c Color) {
	d.Labels = append(d.Labels, Text{Words: words, X: x, Y: y, Size: size, Align: align, Color: c})
}

// Arrow draws a line with a head at its second end.
func (d *Drawing) Arrow(x1, y1, x2, y2, width float32, c Color) {
	dx, dy := x2-x1, y2-y1
	n := float32(math.Hypot(float64(dx), float64(dy)))
	if n < 0.5 {
		return
	}
	d.Line([][2]float32{{x1, y1}, {x2, y2}}, width, c)
	head := min(n*0.45, 4+width)
	ux, uy := dx/n*head, dy/n*head
	d.Line([][2]float32{{x2 - ux - uy*0.6, y2 - uy + ux*0.6}, {x2, y2}, {x2 - ux + uy*0.6, y2 - uy - ux*0.6}}, width, c)
}

// Path draws a line below the pictures.
func (d *Drawing) Path(points [][2]float32, width float32, c Color) {
	d.Under = append(d.Under, Shape{Line: points, Size: width, Color: c})
}
