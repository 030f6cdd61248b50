package points

import (
	"slices"

	"nnplay/wasm/paper"
)

// A plan is what a layout is made for.
type plan struct {
	width, height float32 // of the canvas
	top, bottom   float32 // kept free
	dock          float32 // and by the network, above the bottom
	units         []int   // of the features and the hidden layers
	outputs       int
	names         float32   // width of the longest feature's name
	axes          float32   // height of the name of the panel's axis
	legend        []float32 // widths of its entries
	// shown tells which units of a column are shown where there is room for so many;
	// nil for the first ones.
	shown func(column, room int) []int
}

// A layout says where everything goes. Links run from left to right, from the
// right edge of a tile to the left edge of one in the next column.
type layout struct {
	stacked bool // the panel is under the network, not beside it
	// columns holds the tiles of the features, of each hidden layer, and of
	// the outputs: beside a panel, these are points of its edge. Units that are not
	// shown have none.
	columns [][]paper.Rectangle
	slots   [][]paper.Rectangle // where tiles of a column can be
	more    []paper.Rectangle   // the tile for the units that are not shown, if there are some
	tile    float32             // side of the tiles
	panel   paper.Rectangle     // the large picture
	scale   paper.Rectangle     // of colors, under the panel
	legend  paper.Rectangle     // of marks; nothing if there is no room for it
	spacing float32             // from column to column
	titles  float32             // middle of the row of titles, 0 if there is none
}

// same reports whether two layouts have everything at the same places.
func (l *layout) same(other *layout) bool {
	return l.panel == other.panel && slices.EqualFunc(l.columns, other.columns, slices.Equal[[]paper.Rectangle])
}

// placed tells whether a unit is shown.
func placed(tile paper.Rectangle) bool { return tile != paper.Rectangle{} }

// shown returns how many units of a column are.
func (l *layout) shown(column int) int {
	if placed(l.more[column]) {
		return len(l.slots[column]) - 1
	}
	return len(l.slots[column])
}

// outputs returns the column of the outputs.
func (l *layout) outputs() []paper.Rectangle { return l.columns[len(l.columns)-1] }

// Sizes in CSS pixels.
const (
	titleRoom  = 30  // above the highest tile
	belowPanel = 44  // for ticks and the scale
	tickRoom   = 26  // right of the panel
	nameGap    = 8   // between a feature and its name
	unitRoom   = 14  // below the lowest tile, beside the margin, for the layer's buttons
	stackGap   = 26  // and, for them too, between a network and the panel under it
	largest    = 54  // tile
	smallest   = 2   // tile
	amplePitch = 96  // from column to column, with all buttons beside each other
	leastPitch = 18  // from a tile to the next where units are left out
	panelMost  = 640 // side of the panel
	legendFrom = 340 // height of a drawing with a full legend
	legendLow  = 240 // and of one with a row of it
	legendMost = 4   // rows of a full legend
	legendSlim = 2   // and of one under a panel that takes the width
	legendGap  = 30  // right of it
	dockFrom   = 600 // width from which there is room for a card beside the panel
	dockWidth  = 300 // left of it
	edge       = 12  // left of a panel that takes the width, and right of its ticks
	fewest     = 5   // units of a column that such a panel leaves their rows
	unitRow    = 26  // the least of them
	namedTile  = 13  // side of the smallest tile with a name beside it
	biasTile   = 19  // and with its bias on a corner
)

// arrange lays out a network and its panel.
func arrange(p plan) layout {
	free := paper.Rect(paper.Margin, p.top+paper.Margin, p.width-2*paper.Margin, p.height-p.top-p.bottom-2*paper.Margin-p.axes)
	way := arrangeBeside
	if p.width < paper.NarrowWidth && free.H > free.W*1.05 {
		way = arrangeStacked
	}
	l := way(p, free)
	l.scale.Y += p.axes
	l.legend.Y += p.axes
	return l
}

func arrangeBeside(p plan, free paper.Rectangle) layout {
	// Half the width, or more where the network still has room for all there is of it.
	beside := max(p.names+nameGap+float32(len(p.units))*amplePitch, dockWidth)
	wide := paper.Clamp(free.W-tickRoom-beside, free.W*0.47, free.W*0.54)
	side := paper.Clamp(min(free.H-titleRoom-belowPanel, wide), 60, panelMost)
	l := layout{panel: paper.Rect(free.X+free.W-tickRoom-side, 0, side, side)}
	l.panel.Y = free.Y + max(titleRoom, (free.H-side+titleRoom-belowPanel)/2)
	l.scale = paper.Rect(l.panel.X, l.panel.Y+side+30, side, 8)
	width := l.panel.X - free.X - legendGap
	l.legend = paper.Rect(free.X, free.Y+free.H, width, 0)
	bottom := l.legend.Y - p.dock
	if h := legendHeight(p, width, free.H, legendMost); h > 0 && p.dock == 0 {
		l.legend.Y, l.legend.H = l.legend.Y-h, h
		bottom = l.legend.Y - paper.Margin
	}

	// Each column has the gap to its right, the last one's ending at the panel.
	left := free.X + p.names + nameGap
	l.spacing = (l.panel.X - left) / float32(len(p.units))
	_, middle := l.panel.Center()
	if p.dock > 0 {
		middle = (free.Y + titleRoom + bottom - unitRoom) / 2
	}
	room := max(2*min(middle-free.Y-titleRoom, bottom-middle-unitRoom), smallest)
	l.place(p, p.units, left, middle, room)
	l.titles = min(l.highest(), l.panel.Y) - titleRoom/2 - 1

	var ports []paper.Rectangle
	reach := side // of the panel's edge, above a card
	if p.dock > 0 {
		reach = paper.Clamp(bottom-l.panel.Y, side/4, side)
	}
	for k := range p.outputs {
		ports = append(ports, paper.Rect(l.panel.X, l.panel.Y+reach*(float32(k)+0.5)/float32(p.outputs), 0, 0))
	}
	l.columns, l.slots, l.more = append(l.columns, ports), append(l.slots, ports), append(l.more, paper.Rectangle{})
	return l
}

func arrangeStacked(p plan, free paper.Rectangle) layout {
	var l layout
	l.stacked = true
	units := append(append([]int{}, p.units...), p.outputs)
	titles := float32(titleRoom)
	if free.H < 420 {
		titles = 0
	}
	// The panel takes the width, and the network the rest of the height: more than its
	// highest column wants never, less than a few rows only where the drawing is low.
	legend := legendHeight(p, free.W, free.H, legendSlim)
	under := belowPanel + legend
	highest := float32(min(most(units), paper.MostShown+1))
	least := max(titles+min(highest, fewest)*unitRow+unitRoom, free.H*0.25)
	side := paper.Clamp(min(p.width-2*edge-tickRoom, free.H-min(least, free.H*0.42)-under-stackGap), 60, panelMost)
	net := min(free.H-side-under-stackGap, titles+highest*largest*1.45)
	spare := max(0, free.H-net-stackGap-side-under)
	l.panel = paper.Rect((p.width-tickRoom-side)/2, free.Y+spare/2+net+stackGap, side, side)
	l.scale = paper.Rect(l.panel.X, l.panel.Y+side+30, side, 8)
	l.legend = paper.Rect(free.X, l.panel.Y+side+belowPanel+4, free.W, legend)

	left := free.X + p.names + nameGap
	l.spacing = (free.X + free.W - left) / (float32(len(units)) - 0.45)
	room := net - titles - unitRoom
	l.place(p, units, left, free.Y+spare/2+titles+room/2, room)
	if titles > 0 {
		l.titles = l.highest() - titleRoom/2
	}
	return l
}

// legendHeight returns how high the legend is in rows of a width: no higher than so
// many rows, one where the drawing is low and wide, 0 where it needs all the room there is.
func legendHeight(p plan, width, height float32, rows int) float32 {
	switch {
	case height < legendLow || height < legendFrom && width < paper.NarrowWidth:
		return 0
	case height < legendFrom:
		rows = 1
	}
	return min(paper.LegendHeight(p.legend, width), float32(rows)*paper.LegendRow)
}

// place makes columns of tiles of one size around a middle line.
func (l *layout) place(p plan, units []int, left, middle, room float32) {
	fit := int(paper.Clamp(room/leastPitch, 2, paper.MostShown+1))
	slots := make([]int, len(units))
	for c, n := range units {
		if slots[c] = n; n > min(fit, paper.MostShown) {
			slots[c] = fit
		}
	}
	n := float32(most(slots))
	l.tile = paper.Clamp(min(room/n*0.72, l.spacing*0.5), smallest, largest)
	pitch := min(l.tile*1.42, (room-l.tile)/max(n-1, 1))
	for c, count := range slots {
		y := middle - (pitch*float32(count-1)+l.tile)/2
		var places []paper.Rectangle
		for i := range count {
			places = append(places, paper.Rect(left+float32(c)*l.spacing, y+float32(i)*pitch, l.tile, l.tile))
		}
		l.seat(p, c, units[c], places)
	}
}

// seat gives units of a column their places.
func (l *layout) seat(p plan, c, units int, places []paper.Rectangle) {
	column := places
	more := paper.Rectangle{}
	if room := len(places) - 1; units > len(places) {
		more, column = places[room], make([]paper.Rectangle, units)
		shown := p.shown
		if shown == nil {
			shown = first
		}
		for at, i := range shown(c, room) {
			column[i] = places[at]
		}
	}
	l.columns, l.slots, l.more = append(l.columns, column), append(l.slots, places), append(l.more, more)
}

// first returns the first units of a column.
func first(_, room int) (units []int) {
	for i := range room {
		units = append(units, i)
	}
	return units
}

// highest returns the top of the highest tile.
func (l *layout) highest() float32 {
	y := l.slots[0][0].Y
	for c := range l.slots {
		y = min(y, l.slots[c][0].Y)
	}
	return y
}

func most(units []int) int {
	n := 1
	for _, u := range units {
		n = max(n, u)
	}
	return n
}
