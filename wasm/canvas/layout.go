package main

// A rect is a rectangle in CSS pixels.
type rect struct{ x, y, w, h float32 }

func (r rect) center() (x, y float32) { return r.x + r.w/2, r.y + r.h/2 }

func (r rect) contains(x, y float32) bool {
	return x >= r.x && x < r.x+r.w && y >= r.y && y < r.y+r.h
}

// A layout says where everything goes.
type layout struct {
	// columns holds the tiles of the features, then of each hidden layer.
	columns [][]rect
	// titles holds the anchor (center, baseline) of each column's title.
	titles []rect
	// output is the large picture.
	output rect
	// ports are the points at the output's edge where the links of each output
	// unit end.
	ports []rect
	// legend is the scale under the output.
	legend rect
	// names says whether tiles are large enough to have names beside them.
	names bool
}

const (
	margin    = 22  // around everything
	titleRoom = 30  // above the network
	nameRoom  = 46  // left of the features
	axisRoom  = 24  // left of the output, for its ticks
	largest   = 46  // tile
	narrow    = 620 // below this width the output goes under the network
)

// arrange lays a network of columns out in a canvas with room kept free at the
// top and the bottom.
func arrange(width, height, top, bottom float32, units []int, outputs int) layout {
	var l layout
	edge := float32(margin)
	if width < narrow {
		edge = margin / 2
	}
	free := rect{edge, top + edge, width - 2*edge, height - top - bottom - 2*edge}
	net := free
	const below = 46 // for ticks and legend
	if width < narrow {
		side := clamp(min(free.w-axisRoom, (free.h-below-20)*0.55), 60, 420)
		l.output = rect{free.x + axisRoom + (free.w-axisRoom-side)/2, free.y + free.h - side - below, side, side}
		net.h = free.h - side - below - 20
	} else {
		side := clamp(min(free.h-titleRoom-below, free.w*0.44), 60, 520)
		l.output = rect{free.x + free.w - side, free.y + titleRoom + (free.h-titleRoom-below-side)/2, side, side}
		net.w = l.output.x - axisRoom - 44 - net.x
	}
	l.legend = rect{l.output.x, l.output.y + l.output.h + 26, l.output.w, 8}

	most := 1
	for _, n := range units {
		most = max(most, n)
	}
	top = net.y + titleRoom
	room := net.h - titleRoom
	spacing := net.w - nameRoom
	if len(units) > 1 {
		spacing = (net.w - nameRoom) / (float32(len(units)) - 0.5)
	}
	if width < narrow {
		spacing = net.w / float32(len(units)+1)
	}
	tile := clamp(min(room/float32(most)*0.78, spacing*0.56), 3, largest)
	pitch := min(tile*1.42, room/float32(most))
	l.names = tile >= 18
	for c, n := range units {
		x := net.x + nameRoom + float32(c)*spacing
		if width < narrow && len(units) > 1 {
			x = net.x + nameRoom + float32(c)*(net.w-nameRoom-tile)/float32(len(units)-1)
		}
		y := top + (room-pitch*float32(n)+(pitch-tile))/2
		var column []rect
		for i := range n {
			column = append(column, rect{x, y + float32(i)*pitch, tile, tile})
		}
		l.columns = append(l.columns, column)
		l.titles = append(l.titles, rect{x + tile/2, net.y + 14, 0, 0})
	}
	for k := range outputs {
		if width < narrow {
			at := l.output.x + l.output.w*(float32(k)+0.5)/float32(outputs)
			l.ports = append(l.ports, rect{at, l.output.y - 8, 0, 0})
		} else {
			at := l.output.y + l.output.h*(float32(k)+0.5)/float32(outputs)
			l.ports = append(l.ports, rect{l.output.x - axisRoom - 10, at, 0, 0})
		}
	}
	return l
}

// A target is what is under the pointer.
type target struct {
	kind   string // "", "neuron", "output"
	column int    // of a neuron, 0 being the features
	index  int
}

// hit returns what is at a point.
func (l *layout) hit(x, y float32) target {
	for c, column := range l.columns {
		for i, r := range column {
			if r.contains(x, y) {
				return target{"neuron", c, i}
			}
		}
	}
	if l.output.contains(x, y) {
		return target{kind: "output"}
	}
	return target{}
}

func clamp(v, lo, hi float32) float32 { return max(lo, min(v, hi)) }
