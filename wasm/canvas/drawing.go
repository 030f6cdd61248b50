package main

import "math"

// A drawing is what a figure makes of a scene: marks in CSS pixels, from the
// bottom to the top, and what lies under the pointer. It is plain data, so
// figures are tested without a screen.
type drawing struct {
	under    []shape   // below the pictures
	streams  []stream  // upon those
	pictures []picture // arrays as colored cells
	over     []shape   // above the pictures
	labels   []text
	spots    []spot
}

// A shape is a line, a dot or a box.
type shape struct {
	line    [][2]float32 // a line through these points, or nil
	box     rect         // a box, if its width is not 0; else a dot at x, y of it
	size    float32      // width of a line or a border; radius of a dot
	filled  bool         // a box without a border
	round   float32      // radius of a box's corners
	corners int          // of a dot: 3 or 4 make it a triangle or a diamond
	color   color
}

// A stream is a line along which marks run: dots to its end or, back from there,
// angles that point to its beginning.
type stream struct {
	line  [][2]float32
	back  bool
	color color
}

// A picture is a matrix of levels, each painted as a cell in the color that a
// table gives it.
type picture struct {
	box        rect
	rows, cols int
	levels     []uint8 // (rows, cols)
	table      *[256]pixel
	smooth     bool // cells blend into each other
}

// A text stands with its middle at y; align is 0 for a left edge at x, 0.5 for
// its center, 1 for its right edge.
type text struct {
	words  string
	x, y   float32
	size   float32
	align  float32
	strong bool
	color  color
}

// A spot is an area that can be asked, and perhaps chosen.
type spot struct {
	box        rect
	rows, cols int // cells that can be asked one by one; 0 counts as 1
	// tip says what lies at a cell: a name, and lines below it.
	tip func(row, col int) (name string, lines []string)
	// What happens when it is chosen: an action of the trainer with a value, ""
	// for none. With cells, the value is "ROW,COL".
	action, value string
	// live spots are chosen as soon as the pointer or the keyboard is on them.
	live bool
	// turn changes what the figure shows, not what the trainer does: the pages
	// and the choices of its view, by name.
	turn func(view map[string]int, row, col int)
	// marks are what is framed elsewhere while a cell is asked.
	marks func(row, col int) []rect
	// shows is what the figure shows while a cell is asked, as kit.pointed.
	shows func(row, col int) string
	// Cells that are no grid: at says which one lies at a point, cell where one is
	// or, of lines, path.
	at   func(x, y float32) (row, col int, ok bool)
	cell func(row, col int) rect
	path func(row, col int) [][2]float32
}

func (d *drawing) segment(x1, y1, x2, y2, width float32, c color) {
	d.under = append(d.under, shape{line: [][2]float32{{x1, y1}, {x2, y2}}, size: width, color: c})
}

func (d *drawing) line(points [][2]float32, width float32, c color) {
	if len(points) > 1 {
		d.over = append(d.over, shape{line: points, size: width, color: c})
	}
}

func (d *drawing) stream(line [][2]float32, back bool, c color) {
	d.streams = append(d.streams, stream{line, back, c})
}

func (d *drawing) dot(x, y, radius float32, corners int, c color) {
	d.over = append(d.over, shape{box: rect{x: x, y: y}, size: radius, corners: corners, color: c})
}

func (d *drawing) fill(r rect, round float32, c color) {
	d.over = append(d.over, shape{box: r, filled: true, round: round, color: c})
}

func (d *drawing) frame(r rect, round, width float32, c color) {
	d.over = append(d.over, shape{box: r, round: round, size: width, color: c})
}

func (d *drawing) label(words string, x, y, size, align float32, c color) {
	d.labels = append(d.labels, text{words: words, x: x, y: y, size: size, align: align, color: c})
}

// arrow draws a line with a head at its second end.
func (d *drawing) arrow(x1, y1, x2, y2, width float32, c color) {
	dx, dy := x2-x1, y2-y1
	n := float32(math.Hypot(float64(dx), float64(dy)))
	if n < 0.5 {
		return
	}
	d.line([][2]float32{{x1, y1}, {x2, y2}}, width, c)
	head := min(n*0.45, 4+width)
	ux, uy := dx/n*head, dy/n*head
	d.line([][2]float32{{x2 - ux - uy*0.6, y2 - uy + ux*0.6}, {x2, y2}, {x2 - ux + uy*0.6, y2 - uy - ux*0.6}}, width, c)
}

// A pick is a cell of a spot of a drawing; a spot of -1 is none.
type pick struct{ spot, row, col int }

var nowhere = pick{spot: -1}

// pickAt returns the cell of the topmost spot at a point.
func (d *drawing) pickAt(x, y float32) pick {
	for i := len(d.spots) - 1; i >= 0; i-- {
		if s := &d.spots[i]; s.box.contains(x, y) {
			if s.at != nil {
				if row, col, ok := s.at(x, y); ok {
					return pick{i, row, col}
				}
				continue
			}
			return pick{i, cellOf((y-s.box.y)/s.box.h, max(s.rows, 1)), cellOf((x-s.box.x)/s.box.w, max(s.cols, 1))}
		}
	}
	return nowhere
}

// grips returns the areas where a finger drags from cell to cell, instead of
// scrolling the page.
func (d *drawing) grips() (boxes []rect) {
	for i := range d.spots {
		if s := &d.spots[i]; s.live && max(s.rows, 1)*max(s.cols, 1) > 1 {
			boxes = append(boxes, s.box)
		}
	}
	return boxes
}

// spotOf returns the spot of a pick, nil if there is none such.
func (d *drawing) spotOf(p pick) *spot {
	if p.spot < 0 || p.spot >= len(d.spots) {
		return nil
	}
	if s := &d.spots[p.spot]; p.row < max(s.rows, 1) && p.col < max(s.cols, 1) {
		return s
	}
	return nil
}

// moved returns where a key leads from a pick: an arrow to the next cell and, at
// the edge of a spot, to the spot before or after it.
func (d *drawing) moved(p pick, key string) pick {
	s := d.spotOf(p)
	switch {
	case len(d.spots) == 0:
		return nowhere
	case s == nil:
		return pick{}
	}
	rows, cols := max(s.rows, 1), max(s.cols, 1)
	switch key {
	case "ArrowRight":
		p.col++
	case "ArrowLeft":
		p.col--
	case "ArrowDown":
		p.row++
	case "ArrowUp":
		p.row--
	case "Home":
		return pick{}
	case "End":
		return pick{spot: len(d.spots) - 1}
	}
	switch {
	case p.row >= rows || p.col >= cols:
		return pick{spot: min(p.spot+1, len(d.spots)-1)}
	case p.row < 0 || p.col < 0:
		return pick{spot: max(p.spot-1, 0)}
	}
	return p
}

// cellBox returns where a cell of the spot is; of a line, where its middle is.
func (s *spot) cellBox(row, col int) rect {
	if s.cell != nil {
		return s.cell(row, col)
	}
	if s.path != nil {
		path := s.path(row, col)
		a, b := path[(len(path)-1)/2], path[len(path)/2]
		return rect{(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, 0, 0}
	}
	w, h := s.box.w/float32(max(s.cols, 1)), s.box.h/float32(max(s.rows, 1))
	return rect{s.box.x + float32(col)*w, s.box.y + float32(row)*h, w, h}
}

// signed turns values into levels about the middle: -most .. most, or as far
// as the largest goes if most is 0.
func signed(values []float32, most float32) []uint8 {
	if most == 0 {
		for _, v := range values {
			if size := abs(v); size > most && size <= 1e30 {
				most = size
			}
		}
		most = max(most, 1e-12)
	}
	levels := make([]uint8, len(values))
	for i, v := range values {
		levels[i] = 128
		if v == v {
			levels[i] = uint8(clamp(127.5*v/most+128, 0, 255))
		}
	}
	return levels
}

// shares turns values of 0 .. most into levels, most being the largest if it is
// 0.
func shares(values []float32, most float32) []uint8 {
	if most == 0 {
		for _, v := range values {
			if v > most && v <= 1e30 {
				most = v
			}
		}
		most = max(most, 1e-12)
	}
	levels := make([]uint8, len(values))
	for i, v := range values {
		if v == v {
			levels[i] = uint8(clamp(255*v/most+0.5, 0, 255))
		}
	}
	return levels
}
