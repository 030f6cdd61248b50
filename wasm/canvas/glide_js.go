package main

import (
	"nnplay/wasm/paper"
	"nnplay/wasm/wire"
)

// A glide moves the tiles from one layout to the next, and those that are no
// longer there out of sight.
type glide struct {
	from, to layout
	began    float64 // ms; 0 if nothing glides
	former   *scene  // what was drawn in the layout it comes from; nil if not known
	fates    [][]fate

	width, height float32 // of the canvas when it was last asked
}

// sizedLike tells whether the canvas is as large as it was: a resize is no
// reason to glide.
func (m *glide) sizedLike(g *game) bool {
	same := m.width == g.width && m.height == g.height
	m.width, m.height = g.width, g.height
	return same
}

func (m *glide) begin(from, to layout) {
	m.began, m.fates = 0, nil
	if len(from.columns) < 2 || from.same(&to) {
		return
	}
	m.from, m.to, m.began = from, to, now()
	if m.former != nil && from.stacked == to.stacked && len(m.former.units()) == len(from.columns) {
		m.fates = fates(&from, &to)
	}
}

// share returns how much of the time is over.
func (m *glide) share() float32 { return float32((now() - m.began) / glideTime) }

// advance moves the layout on and reports whether it moved.
func (m *glide) advance(l *layout) bool {
	if m.began == 0 {
		return false
	}
	share := m.share()
	*l = between(&m.from, &m.to, share)
	if share >= 1 {
		m.began, m.former, m.fates = 0, nil, nil
	}
	return true
}

// leaving returns the heat maps of the columns that tiles leave; none for the
// others.
func (m *glide) leaving() (heats []wire.Tensor) {
	for c, column := range m.fates {
		var heat wire.Tensor
		if column[len(column)-1].gone {
			heat = m.former.Tensors[m.former.layer(c)+"/heat"]
		}
		heats = append(heats, heat)
	}
	return heats
}

// now returns where a tile is by now.
func (f *fate) now(l *layout, share float32) paper.Rectangle {
	if f.gone {
		return mixRects(f.from, f.to, share)
	}
	return l.columns[f.column][f.index]
}

// paintLeaving paints the tiles and links that are no longer there, the paler the
// longer they are gone.
func (g *game) paintLeaving() {
	m := &g.glide
	if m.fates == nil {
		return
	}
	share := eased(m.share())
	for c := 0; c+1 < len(m.fates); c++ {
		weights := m.former.weights(c)
		if len(m.fates[c])*len(m.fates[c+1]) > curvedLinks {
			continue
		}
		for i := range m.fates[c] {
			for j := range m.fates[c+1] {
				from, to := &m.fates[c][i], &m.fates[c+1][j]
				w, alive := weights.at(i, j)
				if !from.gone && !to.gone && to.column == from.column+1 || !alive {
					continue
				}
				a, b := from.now(&g.layout, share), to.now(&g.layout, share)
				var xy [11][2]float32
				for k := range xy {
					x, y := linkBetween(a, b).at(float32(k) / float32(len(xy)-1))
					xy[k] = [2]float32{x, y}
				}
				color := g.theme.Link(w)
				g.links.ribbon(xy[:], linkWidth(w, m.from.columns[0][0].W), color.Alpha(color.A*(1-share)))
			}
		}
	}
	for c, column := range m.fates {
		if c == len(m.fates)-1 && !m.from.stacked {
			break // ends of links
		}
		for i := range column {
			f := &column[i]
			if !f.gone {
				continue
			}
			r := f.now(&g.layout, share)
			if p, ok := g.levels.left(c, i); ok {
				g.heats.picture(r, corners(r), p, g.theme.Positive.Alpha(1-share), kindSigned)
			} else {
				g.links.fill(r, corners(r), g.theme.Surface)
			}
			g.links.outline(r, corners(r), 1, g.theme.Line.Alpha(1-share))
		}
	}
}
