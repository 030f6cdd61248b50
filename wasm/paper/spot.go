package paper

// A Spot is an area that can be asked, and perhaps chosen.
type Spot struct {
	Key        string // finds it in the next drawing; "" stands at the same place among the spots
	Box        Rectangle
	Rows, Cols int // cells that can be asked one by one; 0 counts as 1
	// Tip says what lies at a cell: a name, and lines below it.
	Tip func(row, col int) (name string, lines []string)
	// Part says what of the network a cell is; nil where it is nothing of it.
	Part func(row, col int) Part
	// Card tells how the number of a cell comes about; nil where nothing is added up.
	Card func(row, col int) *Card
	// What happens when it is chosen: an action of the trainer with a value, ""
	// for none. With cells, the value is "ROW,COL".
	Action, Value string
	// Live spots are chosen as soon as the pointer or the keyboard is on them.
	Live bool
	// Turn changes what the figure shows, not what the trainer does: the pages
	// and the choices of its view, by name.
	Turn func(view map[string]int, row, col int)
	// Marks are what is framed elsewhere while a cell is asked.
	Marks func(row, col int) []Rectangle
	// Shows is what the figure shows while a cell is asked, as Kit.Pointed.
	Shows func(row, col int) string
	// Unframed cells are shown by the figure itself while they are asked; what is
	// told of them stands at the pointer.
	Unframed bool
	// Cells that are no grid: At says which one lies at a point, Cell where one is
	// or, of lines, Path.
	At   func(x, y float32) (row, col int, ok bool)
	Cell func(row, col int) Rectangle
	Path func(row, col int) [][2]float32
	// Read says what lies at any point of a spot whose cells are the places of a
	// crosshair that the keyboard moves; Aim is the place nearest to a point.
	Read func(x, y float32) string
	Aim  func(x, y float32) (row, col int)
	// Pins says which place of the data's space lies at any point of such a spot, and
	// whether choosing it pins that place or lets go of the one that is pinned; nil
	// where none can be.
	Pins func(x, y float32) (px, py float32, on bool)
	// Walk is where a key leads from a cell, where it is not to the next one.
	Walk func(row, col int, key string) Pick
}

// A Pick is a cell of a spot of a drawing; a spot of -1 is none.
type Pick struct{ Spot, Row, Col int }

// Nowhere is no pick.
var Nowhere = Pick{Spot: -1}

// PickAt returns the cell of the topmost spot at a point.
func (d *Drawing) PickAt(x, y float32) Pick {
	for i := len(d.Spots) - 1; i >= 0; i-- {
		if s := &d.Spots[i]; s.Box.Contains(x, y) {
			if s.At != nil {
				if row, col, ok := s.At(x, y); ok {
					return Pick{i, row, col}
				}
				continue
			}
			return Pick{i, CellOf((y-s.Box.Y)/s.Box.H, max(s.Rows, 1)), CellOf((x-s.Box.X)/s.Box.W, max(s.Cols, 1))}
		}
	}
	return Nowhere
}

// Grips returns the areas where a finger drags from cell to cell, instead of
// scrolling the page.
func (d *Drawing) Grips() (boxes []Rectangle) {
	for i := range d.Spots {
		if s := &d.Spots[i]; s.Live && max(s.Rows, 1)*max(s.Cols, 1) > 1 {
			boxes = append(boxes, s.Box)
		}
	}
	return boxes
}

// SpotOf returns the spot of a pick, nil if there is none such.
func (d *Drawing) SpotOf(p Pick) *Spot {
	if p.Spot < 0 || p.Spot >= len(d.Spots) {
		return nil
	}
	if s := &d.Spots[p.Spot]; p.Row < max(s.Rows, 1) && p.Col < max(s.Cols, 1) {
		return s
	}
	return nil
}

// Find returns where a cell is whose spot has a key, of which p was the pick in
// another drawing; Nowhere if it is not shown.
func (d *Drawing) Find(key string, p Pick) Pick {
	if s := d.SpotOf(p); s != nil && s.Key == key {
		return p
	}
	for i := range d.Spots {
		if p.Spot = i; key != "" && d.Spots[i].Key == key && d.SpotOf(p) != nil {
			return p
		}
	}
	return Nowhere
}

// Moved returns where a key leads from a pick: an arrow to the next cell and, at
// the edge of a spot, to the spot before or after it.
func (d *Drawing) Moved(p Pick, key string) Pick {
	s := d.SpotOf(p)
	switch {
	case len(d.Spots) == 0:
		return Nowhere
	case s == nil:
		return d.First
	case s.Walk != nil:
		return s.Walk(p.Row, p.Col, key)
	}
	rows, cols := max(s.Rows, 1), max(s.Cols, 1)
	switch key {
	case "ArrowRight":
		p.Col++
	case "ArrowLeft":
		p.Col--
	case "ArrowDown":
		p.Row++
	case "ArrowUp":
		p.Row--
	case "Home":
		return d.First
	case "End":
		return Pick{Spot: len(d.Spots) - 1}
	}
	switch {
	case p.Row >= rows || p.Col >= cols:
		return Pick{Spot: min(p.Spot+1, len(d.Spots)-1)}
	case p.Row < 0 || p.Col < 0:
		return Pick{Spot: max(p.Spot-1, 0)}
	}
	return p
}

// CellBox returns where a cell of the spot is; of a line, where its middle is.
func (s *Spot) CellBox(row, col int) Rectangle {
	if s.Cell != nil {
		return s.Cell(row, col)
	}
	if s.Path != nil {
		path := s.Path(row, col)
		a, b := path[(len(path)-1)/2], path[len(path)/2]
		return Rect((a[0]+b[0])/2, (a[1]+b[1])/2, 0, 0)
	}
	w, h := s.Box.W/float32(max(s.Cols, 1)), s.Box.H/float32(max(s.Rows, 1))
	return Rect(s.Box.X+float32(col)*w, s.Box.Y+float32(row)*h, w, h)
}
