package cnn

import (
	"maps"
	"slices"
	"strings"

	"nnplay/wasm/paper"
)

// partOf returns what of the network an element of a map is.
func (l *imageLayer) partOf(row, col, channel int) paper.Part {
	p := paper.Part{Layer: l.name, Unit: (row*l.cols+col)*l.channels + channel}
	if l.name == "" {
		p.Layer, p.Tensor = "image", "image"
	}
	return p
}

// standMaps makes a layer's maps stand for what is a part of them: an element for what
// becomes of it, a map for its filter, and where that is not shown the layer's pager.
func standMaps(d *paper.Drawing, l *imageLayer) {
	d.StandUnits(l.name, len(l.out), func(unit int) (paper.Rectangle, bool) {
		pixel, channel := unit/l.channels, unit%l.channels
		box := l.boxes[channel]
		if box.W == 0 {
			return l.pager, l.pager.W > 0
		}
		row, col := pixel/l.cols, pixel%l.cols
		return part(box, l.rows, l.cols, row, col, row+1, col+1), true
	})
}

// standFilters makes a layer's maps stand for its parameters.
func standFilters(d *paper.Drawing, l *imageLayer) {
	d.Stands = append(d.Stands, func(lit *paper.Lit) (box paper.Rectangle, ok bool) {
		if lit.Parameter == "" || !strings.HasPrefix(lit.Parameter, l.name+"/") {
			return box, false
		}
		if box = l.boxes[lit.Element%l.channels]; box.W == 0 {
			box = l.pager
		}
		return box, box.W > 0
	})
}

// turned returns a figure that shows the pages with what a step that is gone through is
// told of, and the kernels rather than the sum of an element.
func (k figure) turned(v *vision) figure {
	if k.Lit == nil {
		return k
	}
	kit := *k.Kit
	if kit.View = maps.Clone(k.View); kit.View == nil {
		kit.View = map[string]int{}
	}
	kit.View["focus"] = 0
	convolutions := 0
	for i := 1; i < len(v.layers); i++ {
		l := &v.layers[i]
		if at := slices.IndexFunc(k.Lit, func(lit paper.Lit) bool { return lit.Layer == l.name || strings.HasPrefix(lit.Of(), l.name+"/") }); at >= 0 && k.Lit[at].As == paper.LitResult {
			kit.View["layers"], kit.View[l.name] = i-1, k.Lit[at].Element%l.channels
		}
		if !strings.HasPrefix(l.name, "conv") {
			continue
		}
		if at := slices.IndexFunc(k.Lit, func(lit paper.Lit) bool { return lit.Parameter == l.name+"/kernel" }); at >= 0 {
			_, rows, cols := k.kernelsOf(l)
			filter, channel := k.Lit[at].Element%l.channels, k.Lit[at].Element/l.channels%v.layers[i-1].channels
			row := channel
			if rows > v.layers[i-1].channels { // those of a single channel
				row = filter / cols
			}
			kit.View["kernels"], kit.View[l.name+"/channels"], kit.View[l.name+"/filters"] = convolutions, row, filter%cols
		}
		convolutions++
	}
	return figure{&kit}
}
