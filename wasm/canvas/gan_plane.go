package main

import "strings"

// A placing takes a point of the domain to the screen, and tells whether it is there.
type placing func(x, y float32) (px, py float32, inside bool)

// onto returns how the domain lies on a rectangle.
func (k *kit) onto(r rect) placing {
	domain := k.topology.Domain
	return func(x, y float32) (px, py float32, inside bool) {
		fx, fy := (x-domain[0])/(domain[1]-domain[0]), (domain[3]-y)/(domain[3]-domain[2])
		return r.x + fx*r.w, r.y + fy*r.h, fx >= 0 && fx <= 1 && fy >= 0 && fy <= 1
	}
}

// drawPlane draws what the discriminator thinks of every place, how the generator
// bends the space of its noise, the samples, and where each fake one wants to go.
func (k *kit) drawPlane(d *drawing, r rect) {
	at := k.onto(r)
	lit, slow := k.lit(), k.slow() >= 0
	layer, unit := k.pointedNeuron()
	levels, rows, cols := k.tileOf(layer, unit)
	of := strings.HasPrefix(layer, discriminator)
	if levels != nil && of {
		d.pictures = append(d.pictures, picture{box: r, rows: rows, cols: cols, levels: levels, table: &k.levels, smooth: true})
	} else if out, shape := k.values("discriminator/grid", 2); out != nil {
		d.pictures = append(d.pictures, picture{box: r, rows: shape[0], cols: shape[1], levels: k.opinion(out), table: &k.levels, smooth: true})
	}
	d.frame(r, 2, 1, k.theme.line)
	k.drawManifold(d, at)
	if levels != nil && !of {
		k.drawOnManifold(d, at, levels, rows, cols)
		k.askPlane(d, r)
		return
	}
	faint := float32(1)
	if slow {
		faint = 0.3
	}
	real, _ := k.values("real", 2)
	k.drawSamples(d, at, real, nil, 4, k.realColor(), 2.3, faint)
	if lit.sampled {
		chosen, _ := k.values("slow/real", 2)
		k.drawSamples(d, at, chosen, nil, 4, k.realColor(), 3.6, 1)
	}
	fake, _ := k.values("fake", 2)
	was, _ := k.values("slow/shown", 2)
	if k.slow() == len(phases)-1 { // the fakes have moved
		k.drawPulls(d, at, was, difference(fake, was))
		k.drawSamples(d, at, fake, was, 10, k.fakeColor(), 2.6, 1)
	} else {
		if !slow {
			pull, _ := k.values("fake/gradient", 2)
			k.drawPulls(d, at, fake, pull)
		}
		k.drawSamples(d, at, fake, nil, 10, k.fakeColor(), 2.3, faint)
	}
	if lit.fooled {
		chosen, _ := k.values("slow/fake", 2)
		if lit.fakesBack {
			pull, _ := k.values("slow/pull", 2)
			k.drawPulls(d, at, chosen, pull)
		}
		var from []float32
		if lit.forward[0] { // it is being made
			from = k.origins(len(chosen))
		}
		k.drawSamples(d, at, chosen, from, 10, k.fakeColor(), 3.6, 1)
	}
	k.askPlane(d, r)
}

// pointedNeuron returns the neuron that is pointed at.
func (k *kit) pointedNeuron() (layer string, unit int) {
	layer, number, ok := strings.Cut(k.pointed, " ")
	for _, digit := range number {
		unit = 10*unit + int(digit-'0')
	}
	if !ok || k.layerOf(layer) == nil {
		return "", 0
	}
	return layer, unit
}

// origins returns where the points of noise of a minibatch would lie in the
// plane, as many numbers as asked for.
func (k *kit) origins(n int) []float32 {
	z, shape := k.values("slow/noise", 2)
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
func (k *kit) drawSamples(d *drawing, at placing, points, from []float32, corners int, c color, size, faint float32) {
	for i := 0; i+1 < len(points); i += 2 {
		x, y := points[i], points[i+1]
		if len(from) == len(points) {
			x, y = from[i]+(x-from[i])*k.share, from[i+1]+(y-from[i+1])*k.share
		}
		if px, py, ok := at(x, y); ok {
			d.dot(px, py, size+0.9, corners, k.point.alpha(faint))
			d.dot(px, py, size, corners, c.alpha(faint))
		}
	}
}

// opinion turns the discriminator's outputs into levels: for fake, undecided,
// for real.
func (k *kit) opinion(out []float32) []uint8 {
	shown := make([]float32, len(out))
	middle, most := float32(0.5), float32(0.5)
	if k.topology.Problem != "sigmoid" { // any number: about its middle
		lo, hi := out[0], out[0]
		for _, v := range out {
			lo, hi = min(lo, v), max(hi, v)
		}
		middle, most = (lo+hi)/2, max((hi-lo)/2, 1e-6)
	}
	for i, v := range out {
		shown[i] = v - middle
	}
	return signed(shown, most*1.3) // paler: dots lie on it
}

// drawManifold draws the lattice of the noise as the generator bends it.
func (k *kit) drawManifold(d *drawing, at placing) {
	points, shape := k.values("generator/manifold", 3)
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
				d.line(path, 1, k.fakeColor().alpha(0.45))
				path = nil
				continue
			}
			path = append(path, [2]float32{x, y})
		}
		d.line(path, 1, k.fakeColor().alpha(0.45))
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
func (k *kit) drawOnManifold(d *drawing, at placing, levels []uint8, rows, cols int) {
	points, shape := k.values("generator/manifold", 3)
	if points == nil || shape[0] != rows || shape[1] != cols || shape[2] != 2 {
		return
	}
	for i := range rows * cols {
		j := (rows-1-i/cols)*cols + i%cols // the lattice begins at the bottom
		if x, y, ok := at(points[2*j], points[2*j+1]); ok {
			d.dot(x, y, 3.6, 10, k.point)
			d.dot(x, y, 2.8, 10, k.mark(float32(levels[i])/127.5-1))
		}
	}
}

// askPlane lets the reader ask what the discriminator says at a place.
func (k *kit) askPlane(d *drawing, r rect) {
	out, shape := k.values("discriminator/grid", 2)
	if out == nil {
		return
	}
	domain := k.topology.Domain
	d.spots = append(d.spots, spot{box: r, rows: shape[0], cols: shape[1], tip: func(row, col int) (string, []string) {
		x := domain[0] + (domain[1]-domain[0])*(float32(col)+0.5)/float32(shape[1])
		y := domain[3] - (domain[3]-domain[2])*(float32(row)+0.5)/float32(shape[0])
		return "(" + number(x, 2) + ", " + number(y, 2) + ")", []string{"D = " + number(out[row*shape[1]+col], 3)}
	}})
}

func (k *kit) realColor() color { return classColors[2] }
func (k *kit) fakeColor() color { return classColors[3] }

// drawLegend says what is real and what is fake, and what the colors mean.
func (k *kit) drawLegend(d *drawing, r rect) {
	y := r.y + r.h + 16
	x := r.x
	for _, entry := range []struct {
		corners int
		color   color
		words   string
	}{
		{4, k.realColor(), k.words.text("canvas.real", "real")},
		{14, k.fakeColor(), k.words.text("canvas.fake", "fake")},
	} {
		d.dot(x+5, y, 4, entry.corners, entry.color)
		d.label(entry.words, x+13, y, 12, 0, k.muted)
		x += 28 + k.measure(entry.words, 12)
	}
	bar := rect{r.x + r.w - 66 - k.measure(k.words.text("canvas.real", "real"), 12), y - 4, 60, 8}
	if bar.x-k.measure(k.words.text("canvas.fake", "fake"), 12) < x+4 {
		return
	}
	ramp := make([]uint8, 64)
	for i := range ramp {
		ramp[i] = uint8(i * 4)
	}
	d.pictures = append(d.pictures, picture{box: bar, rows: 1, cols: len(ramp), levels: ramp, table: &k.levels, smooth: false})
	d.label(k.words.text("canvas.fake", "fake"), bar.x-6, y, 12, 1, k.muted)
	d.label(k.words.text("canvas.real", "real"), bar.x+bar.w+6, y, 12, 0, k.muted)
}
