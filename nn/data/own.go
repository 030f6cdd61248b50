package data

import (
	"strings"

	"nnplay/nn/rng"
)

// Own are the data sets that have no points of their own: somebody has drawn
// them, and an experiment carries them along.
var Own = []Set{
	{Name: OwnClasses, Own: true, Inputs: 2, Domain: plane},
	{Name: OwnValues, Own: true, Problem: Regression, Inputs: 2, Targets: 1, Domain: plane},
}

// Tables are the data sets of rows of somebody's own table, which an experiment
// carries along: their inputs, classes and targets are what the columns make. Until
// there are rows they look like drawings without any points.
var Tables = []Set{
	{Name: TableClasses, Own: true, Table: true, Inputs: 2, Classes: 2, Domain: plane},
	{Name: TableValues, Own: true, Table: true, Problem: Regression, Inputs: 2, Targets: 1, Domain: plane},
}

// Their names: of points or rows that have classes, and of those that have values.
const (
	OwnClasses   = "own"
	OwnValues    = "own-values"
	TableClasses = "table"
	TableValues  = "table-values"
)

// MaxOwn is the most points of one's own.
const MaxOwn = 50_000

// The grids of points of one's own: what a drawing pad of a few hundred pixels
// and a color can tell apart. The quantised values are the data, so that the
// text of points gives the very same points.
const (
	placeSteps = 500 // from the middle to an edge of the domain, at 6
	valueSteps = 400 // from 0 to 1, the largest value
	places     = 2*placeSteps + 1
	values     = 2*valueSteps + 1
)

// A Drawing is points of one's own, on their grids: two inputs from -6 to 6 in
// steps of 0.012; and a class, 0 to 9, or a value from -1 to 1 in steps of
// 0.0025. Its zero value is an empty drawing of classes.
//
// The text of a drawing is a letter, c of classes or v of values, and for
// each point a number of four or five digits of base 62: (x·1001 + y)·10 + class,
// or (x·1001 + y)·801 + value, each counted from the low end of its grid. Nothing
// at all is a drawing of no points. The text consists of letters and digits, since
// links are to survive messengers, and each drawing has exactly one.
type Drawing struct {
	Values bool // rather than classes
	points []mark
}

// A mark is a point, each coordinate counted from the low end of its grid.
type mark struct{ x, y, value uint16 }

// Len returns the number of points.
func (d *Drawing) Len() int { return len(d.points) }

// At returns point i: its place, and its class or value.
func (d *Drawing) At(i int) (x, y, value float32) {
	m := d.points[i]
	x, y = placeAt(m.x), placeAt(m.y)
	if d.Values {
		return x, y, (float32(m.value) - valueSteps) / valueSteps
	}
	return x, y, float32(m.value)
}

func placeAt(level uint16) float32 {
	return float32(6*(float32(level)-placeSteps)) / placeSteps
}

// Add appends the point of the grid nearest to a place and a class or a value.
// What is not a number, or beyond MaxOwn, is left out.
func (d *Drawing) Add(x, y, value float32) (added bool) {
	if x != x || y != y || value != value || len(d.points) >= MaxOwn {
		return false
	}
	m := mark{x: nearest(x/6, placeSteps), y: nearest(y/6, placeSteps)}
	if d.Values {
		m.value = nearest(value, valueSteps)
	} else {
		m.value = uint16(min(max(value, 0), maxClasses-1))
	}
	d.points = append(d.points, m)
	return true
}

// nearest returns the level of a share from -1 to 1.
func nearest(share float32, steps int) uint16 {
	v := float32(min(max(share, -1), 1)*float32(steps)) + float32(steps) + 0.5
	return uint16(v)
}

// Erase removes the points within a distance of a place.
func (d *Drawing) Erase(x, y, radius float32) (erased int) {
	kept := d.points[:0]
	for i, m := range d.points {
		px, py, _ := d.At(i)
		if squares(px-x, py-y) > float32(radius*radius) {
			kept = append(kept, m)
		}
	}
	erased = len(d.points) - len(kept)
	d.points = kept
	return erased
}

// Classes returns one more than the largest class, 0 of none or of values.
func (d *Drawing) Classes() int {
	n := 0
	for _, m := range d.points {
		if !d.Values {
			n = max(n, int(m.value)+1)
		}
	}
	return n
}

// Convert makes values of classes, spread evenly from -1 to 1, or two classes
// of values, below and above 0.
func (d *Drawing) Convert() {
	last := max(d.Classes()-1, 1)
	for i := range d.points {
		m := &d.points[i]
		switch {
		case !d.Values:
			m.value = uint16(2 * valueSteps * int(m.value) / last)
		case m.value > valueSteps:
			m.value = 1
		default:
			m.value = 0
		}
	}
	d.Values = !d.Values
}

// digits are those of base 62, and worth has their values.
const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

var worth = func() (w [256]int8) {
	for i := range w {
		w[i] = int8(strings.IndexByte(digits, byte(i)))
	}
	return w
}()

// form returns how a kind of drawing is written: its letter, the digits of a
// point and the levels of a class or value.
func form(isValues bool) (letter byte, width, levels int) {
	if isValues {
		return 'v', 5, values
	}
	return 'c', 4, maxClasses
}

// String returns the text of the drawing.
func (d *Drawing) String() string {
	if len(d.points) == 0 {
		return ""
	}
	letter, width, levels := form(d.Values)
	text := make([]byte, 1, 1+len(d.points)*width)
	text[0] = letter
	for _, m := range d.points {
		n := (int(m.x)*places+int(m.y))*levels + int(m.value)
		at := len(text)
		text = text[:at+width]
		for k := width - 1; k >= 0; k-- {
			text[at+k] = digits[n%len(digits)]
			n /= len(digits)
		}
	}
	return string(text)
}

// ParseDrawing reads the text of a drawing. Of a text that is damaged it takes
// the points up to there; ok says that it was not.
func ParseDrawing(text string) (d Drawing, ok bool) {
	if text == "" {
		return d, true
	}
	d.Values = text[0] == 'v'
	letter, width, levels := form(d.Values)
	if text[0] != letter {
		return Drawing{}, false
	}
	text = text[1:]
	d.points = make([]mark, 0, min(len(text)/width, MaxOwn))
	for len(text) >= width && len(d.points) < MaxOwn {
		n := 0
		for _, c := range []byte(text[:width]) {
			if worth[c] < 0 {
				return d, false
			}
			n = n*len(digits) + int(worth[c])
		}
		m := mark{value: uint16(n % levels)}
		n /= levels
		if n >= places*places {
			return d, false
		}
		m.x, m.y = uint16(n/places), uint16(n%places)
		d.points = append(d.points, m)
		text = text[width:]
	}
	return d, text == "" && len(d.points) > 0
}

// Arrange puts the points of a drawing in random order, as Set.Points does with
// those of other sets.
func (d *Drawing) Arrange(stream *rng.Stream) Points {
	p := newPoints(2, 1, d.Len())
	for i := range d.points {
		p.add(d.At(i))
	}
	order := stream.Perm(p.Len())
	if !d.Values {
		mix(order, p.Y)
	}
	return p.pick(order)
}

// Draw makes a drawing of points of the plane, up to a number of them.
func Draw(p Points, isValues bool, limit int) Drawing {
	d := Drawing{Values: isValues}
	if p.Dim != 2 {
		return d
	}
	for i := range min(p.Len(), limit) {
		d.Add(p.X[2*i], p.X[2*i+1], p.Y[i*p.Targets])
	}
	return d
}
