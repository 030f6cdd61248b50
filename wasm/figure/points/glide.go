package points

import "nnplay/wasm/paper"

// arrange lays the network out: where it comes to rest and, on the way there, where
// it is by now.
func (f *figure) arrange(d *paper.Drawing) {
	units := f.units()
	p := plan{
		width: f.Free.X + f.Free.W + paper.Margin, height: f.Free.Y + f.Free.H + paper.Margin, top: f.Free.Y - paper.Margin,
		dock:  f.Dock,
		units: units[:len(units)-1], outputs: units[len(units)-1],
		shown: f.showUnits(d),
	}
	if len(f.Topology.Features) > paper.MostShown {
		p.names = f.namesRoom() // which ones are shown may change
	} else {
		for i := range f.Topology.Features {
			p.names = max(p.names, f.MeasureMedium(f.featureName(i), nameSize))
		}
	}
	if f.named() {
		p.axes = axisRoom
	}
	p.legend = f.EntryWidths(f.legend(true))
	f.final = arrange(p)
	f.layout = f.final
	if f.Glide == nil || f.Glide.Share >= 1 {
		return
	}
	from, ok := f.Glide.From.(*layout)
	if !ok || len(from.columns) < 2 || from.same(&f.final) {
		return
	}
	f.moves = true
	f.layout = between(from, &f.final, f.Glide.Share)
	if f.Glide.Scene == nil || from.stacked != f.final.stacked {
		return
	}
	former := &figure{Kit: &paper.Kit{Scene: f.Glide.Scene}, layout: *from}
	if former.ready() && len(former.units()) == len(from.columns) {
		f.former, f.fates = former, fates(from, &f.final)
	}
}

// now returns where a tile is by now.
func (t *fate) now(l *layout, share float32) paper.Rectangle {
	if t.gone {
		return mixRects(t.from, t.to, share)
	}
	return l.columns[t.column][t.index]
}

// drawLeaving draws the tiles and links that are no longer there, the paler the
// longer they are gone.
func (f *figure) drawLeaving(d *paper.Drawing) {
	if f.fates == nil {
		return
	}
	share := eased(f.Glide.Share)
	for c := 0; c+1 < len(f.fates); c++ {
		weights := f.former.weights(c)
		for i := range f.fates[c] {
			for j := range f.fates[c+1] {
				from, to := &f.fates[c][i], &f.fates[c+1][j]
				w, alive := weights.at(i, j)
				if from.hidden || to.hidden || !from.gone && !to.gone && to.column == from.column+1 || !alive {
					continue
				}
				l := linkBetween(from.now(&f.layout, share), to.now(&f.layout, share))
				color := f.Link(w)
				d.Under.Line(l.points(d.Points(11)), linkWidth(w, f.former.layout.tile), color.Alpha(color.A*(1-share)))
			}
		}
	}
	for c, column := range f.fates {
		if c == len(f.fates)-1 && !f.former.layout.stacked {
			break // ends of links
		}
		for i := range column {
			t := &column[i]
			if !t.gone || t.hidden {
				continue
			}
			r := t.now(&f.layout, share)
			if levels, side := f.former.heat(f.former.layer(c), i); levels != nil {
				d.Heats = append(d.Heats, paper.Heat{Box: r, Round: corners(r), Side: side, Levels: levels, End: f.Positive.Alpha(1 - share)})
			} else {
				d.Under.Fill(r, corners(r), f.Surface)
			}
			d.Under.Frame(r, corners(r), 1, f.Theme.Line.Alpha(1-share))
		}
	}
}
