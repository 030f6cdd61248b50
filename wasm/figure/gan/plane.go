package gan

import (
	"strings"

	"nnplay/wasm/paper"
)

// drawPlane draws what the discriminator thinks of every place, how the generator
// bends the space of its noise, the samples, and where each fake one wants to go.
func (k figure) drawPlane(d *paper.Drawing, r paper.Rectangle) {
	at := k.Onto(r)
	lit, slow := k.lit(), k.slow() >= 0
	layer, unit := k.PointedNeuron()
	levels, rows, cols := k.TileOf(layer, unit)
	of := strings.HasPrefix(layer, discriminator)
	if levels != nil && of {
		d.Pictures = append(d.Pictures, paper.Picture{Box: r, Rows: rows, Cols: cols, Levels: levels, Table: &k.Paled, Smooth: true})
	} else if out, shape := k.Values("discriminator/grid", 2); out != nil {
		d.Pictures = append(d.Pictures, paper.Picture{Box: r, Rows: shape[0], Cols: shape[1], Levels: k.opinion(out), Table: &k.Paled, Smooth: true})
	}
	d.Over.Frame(r, 2, 1, k.Theme.Line)
	k.drawManifold(d, at)
	k.NoteWalked(d, at, "real", "fake", "generator/output/out")
	if levels != nil && !of {
		k.drawOnManifold(d, at, levels, rows, cols)
		k.askPlane(d, r)
		return
	}
	faint := float32(1)
	if slow {
		faint = 0.3
	}
	real, _ := k.Values("real", 2)
	k.drawSamples(d, at, real, nil, 4, k.RealColor(), 2.3, faint)
	if lit.sampled {
		chosen, _ := k.Values("slow/real", 2)
		k.drawSamples(d, at, chosen, nil, 4, k.RealColor(), 3.6, 1)
	}
	fake, _ := k.Values("fake", 2)
	was, _ := k.Values("slow/shown", 2)
	if k.slow() == len(phases)-1 { // the fakes have moved
		k.drawPulls(d, at, was, difference(fake, was))
		k.drawSamples(d, at, fake, was, 10, k.FakeColor(), 2.6, 1)
	} else {
		if !slow {
			pull, _ := k.Values("fake/gradient", 2)
			k.drawPulls(d, at, fake, pull)
		}
		k.drawSamples(d, at, fake, nil, 10, k.FakeColor(), 2.3, faint)
	}
	if lit.fooled {
		chosen, _ := k.Values("slow/fake", 2)
		if lit.fakesBack {
			pull, _ := k.Values("slow/pull", 2)
			k.drawPulls(d, at, chosen, pull)
		}
		var from []float32
		if lit.forward[0] { // it is being made
			from = k.origins(len(chosen))
		}
		k.drawSamples(d, at, chosen, from, 10, k.FakeColor(), 3.6, 1)
	}
	k.askPlane(d, r)
}

// origins returns where the points of noise of a minibatch would lie in the
// plane, as many numbers as asked for.
func (k figure) origins(n int) []float32 {
	z, shape := k.Values("slow/noise", 2)
	if z == nil || 2*shape[0] != n {
		return nil
	}
	if shape[1] == 2 {
		return z
	}
	points := make([]float32, n)
	for i := range shape[0] {
		points[2*i] = z[i*shape[1]]
	}
	return points
}

// drawSamples draws points; with from they are on their way from there.
func (k figure) drawSamples(d *paper.Drawing, at paper.Placing, points, from []float32, corners int, c paper.Color, size, faint float32) {
	for i := 0; i+1 < len(points); i += 2 {
		x, y := points[i], points[i+1]
		if len(from) == len(points) {
			x, y = from[i]+(x-from[i])*k.Share, from[i+1]+(y-from[i+1])*k.Share
		}
		if px, py, ok := at(x, y); ok {
			k.Filled(&d.Over, px, py, size, corners, c.Alpha(faint))
		}
	}
}

// opinion turns the discriminator's outputs into levels: for fake, undecided,
// for real.
func (k figure) opinion(out []float32) []uint8 {
	shown := make([]float32, len(out))
	middle, most := float32(0.5), float32(0.5)
	if k.Topology.Problem != "sigmoid" { // any number: about its middle
		lo, hi := out[0], out[0]
		for _, v := range out {
			lo, hi = min(lo, v), max(hi, v)
		}
		middle, most = (lo+hi)/2, max((hi-lo)/2, 1e-6)
	}
	for i, v := range out {
		shown[i] = v - middle
	}
	return paper.Signed(shown, most)
}

// drawManifold draws the lattice of the noise as the generator bends it.
func (k figure) drawManifold(d *paper.Drawing, at paper.Placing) {
	points, shape := k.Values("generator/manifold", 3)
	if points == nil || shape[2] != 2 {
		return
	}
	rows, cols := shape[0], shape[1]
	trace := func(n int, index func(i int) int) {
		var path [][2]float32
		for i := range n {
			j := 2 * index(i)
			x, y, inside := at(points[j], points[j+1])
			if !inside {
				d.Over.Line(path, 1, k.FakeColor().Alpha(0.45))
				path = nil
				continue
			}
			path = append(path, [2]float32{x, y})
		}
		d.Over.Line(path, 1, k.FakeColor().Alpha(0.45))
	}
	for row := range rows {
		trace(cols, func(i int) int { return row*cols + i })
	}
	for col := range cols {
		if rows > 1 {
			trace(rows, func(i int) int { return i*cols + col })
		}
	}
}

// drawOnManifold draws a picture of the noise's space where the generator takes
// it: what one of its neurons says, at the samples that come of it.
func (k figure) drawOnManifold(d *paper.Drawing, at paper.Placing, levels []uint8, rows, cols int) {
	points, shape := k.Values("generator/manifold", 3)
	if points == nil || shape[0] != rows || shape[1] != cols || shape[2] != 2 {
		return
	}
	for i := range rows * cols {
		j := (rows-1-i/cols)*cols + i%cols // the lattice begins at the bottom
		if x, y, ok := at(points[2*j], points[2*j+1]); ok {
			k.Filled(&d.Over, x, y, 2.8, 10, k.Mark(float32(levels[i])/127.5-1))
		}
	}
}

// askPlane lets the reader ask what the discriminator says at a place.
func (k figure) askPlane(d *paper.Drawing, r paper.Rectangle) {
	out, shape := k.Values("discriminator/grid", 2)
	if out == nil {
		return
	}
	domain := k.Topology.Domain
	d.Spots = append(d.Spots, paper.Spot{Box: r, Rows: shape[0], Cols: shape[1], Tip: func(row, col int) (string, []string) {
		x := domain[0] + (domain[1]-domain[0])*(float32(col)+0.5)/float32(shape[1])
		y := domain[3] - (domain[3]-domain[2])*(float32(row)+0.5)/float32(shape[0])
		return "(" + paper.Number(x, 2) + ", " + paper.Number(y, 2) + ")", []string{"D = " + paper.Number(out[row*shape[1]+col], 3)}
	}})
}
