package paper

// A Drawing is what a figure makes of a scene: marks in CSS pixels, from the
// bottom to the top, and what lies under the pointer. It is plain data, so
// figures are tested without a screen.
type Drawing struct {
	Under    Shapes    // below the pictures
	Streams  []Stream  // upon those
	Heats    []Heat    // arrays that blend
	Pictures []Picture // arrays as colored cells
	Still    *Still    // what does not change with each step; may be nil
	Over     Shapes    // above all of these
	Labels   []Text
	Light    Sheet // above all: what Illuminate has made of it
	Spots    []Spot
	First    Pick // where the keyboard begins

	// Stands say where there is something that stands for a number of a step that is
	// gone through, where it is not drawn itself; the first that knows a place counts.
	Stands []Stand

	// Walked is where the sample lies with which a step is gone through.
	Walked [][2]float32

	// Strips are the most influential units of wide layers, by the layer's name.
	Strips map[string][]int
	// Main is the part of the drawing that tells most: a small picture shows it alone.
	Main Rectangle
	// Plan is what the page is told of where things are.
	Plan Plan
	// Arrangement is what the figure wants to see again when things move from here
	// to elsewhere, as Glide.From; nil if nothing of it does.
	Arrangement any
	// Pin is the place whose values are shown; nil if none are.
	Pin *Pin
	// Gliding tells that things are on their way.
	Gliding bool

	points [][2]float32 // memory of lines
}

// Points returns room for the points of a line, in the drawing's own memory.
func (d *Drawing) Points(n int) [][2]float32 {
	at := len(d.points)
	if at+n > cap(d.points) { // lines of before keep what they have
		at, d.points = 0, make([][2]float32, 0, max(2*cap(d.points), n, 256))
	}
	d.points = d.points[:at+n]
	return d.points[at : at+n : at+n]
}

// A Still is the part of a drawing that is drawn once and then kept, until it has
// another key; it lies above the pictures.
type Still struct {
	Key  any // comparable
	Draw func() Sheet
}

// A Sheet is shapes with texts upon them.
type Sheet struct {
	Shapes Shapes
	Labels []Text
}

// A Stream is a line along which marks run: dots to its end or, back from there,
// angles that point to its beginning.
type Stream struct {
	Line  [][2]float32
	Back  bool
	Color Color
}

// A Picture is a matrix of cells, in the colors that a table gives to levels, or in
// its own.
type Picture struct {
	Box        Rectangle
	Round      float32 // radius of its corners, if it is smooth
	Rows, Cols int
	Levels     []uint8 // (rows, cols)
	Table      *[256]Pixel
	Pixels     []Pixel // (rows, cols), in place of levels
	Smooth     bool    // cells blend into each other
}

// A Heat is a square of levels that blend before they get a color, so that it is
// sharp however large it is.
type Heat struct {
	Box    Rectangle
	Round  float32 // radius of its corners
	Side   int
	Levels []uint8 // (side, side)
	Scale  HeatScale
	End    Color // of the largest level
}

// A HeatScale says what colors levels have.
type HeatScale uint8

const (
	SignedHeat HeatScale = iota // from one end of the theme's scale to the other
	StepHeat                    // the two halves of it
	ShareHeat                   // from its middle to End
)

// A Text stands with its middle at y; align is 0 for a left edge at x, 0.5 for
// its center, 1 for its right edge.
type Text struct {
	Words  string
	X, Y   float32
	Size   float32
	Align  float32
	Strong bool
	Medium bool // between strong and not
	Color  Color
}

// Stream adds a line along which marks run.
func (d *Drawing) Stream(line [][2]float32, back bool, c Color) {
	d.Streams = append(d.Streams, Stream{line, back, c})
}

// Label adds a text.
//
//go:noinline
func (d *Drawing) Label(words string, x, y, size, align float32, c Color) {
	d.Labels = append(d.Labels, Text{Words: words, X: x, Y: y, Size: size, Align: align, Color: c})
}

// A Plan tells the page where parts of the network are, for its own elements over
// the drawing.
type Plan struct {
	Hidden      []Hidden // layers that can grow and shrink
	Spacing     float32  // from layer to layer
	Left, Right float32  // of the network; 0 where it takes all of the drawing
	Stacked     bool     // the panel is under it
	Beside      bool     // the panel is right of it: a card stands below the network alone
	Panel       Rectangle
	Sheet       float32 // from here down a card may lie on the drawing; 0 where it must not
}

// A Hidden is where a hidden layer is.
type Hidden struct {
	X, Top, Bottom, Width float32
	Units                 int
}
