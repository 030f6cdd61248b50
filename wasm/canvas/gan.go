package main

import "math"

// figureGAN shows both players and, large, the plane they play on: what the
// discriminator thinks of every place, how the generator bends the space of its
// noise into it, real and fake samples, and where each fake one wants to go.
func figureGAN(k *kit) drawing {
	var d drawing
	side := min(k.free.h-52, k.free.w*0.56)
	plane := rect{k.free.x + k.free.w - side - tickRoom, k.free.y + 22, side, side}
	players := rect{k.free.x, k.free.y, plane.x - k.free.x - 28, k.free.h}
	if k.narrow() {
		side = min(k.free.w-tickRoom, k.free.h*0.6)
		plane = rect{k.free.x + (k.free.w-side)/2, k.free.y + k.free.h - side - 34, side, side}
		players = rect{k.free.x, k.free.y, k.free.w, plane.y - k.free.y - 26}
	}
	k.drawPlayers(&d, players)
	k.drawPlane(&d, plane)
	k.drawLegend(&d, plane)
	return d
}

// Names of the players' tensors begin so.
const (
	generator     = "generator/"
	discriminator = "discriminator/"
)

// drawPlayers draws the generator above the discriminator, or beside it where
// there is little height.
func (k *kit) drawPlayers(d *drawing, r rect) {
	first, second := r, r
	if r.h > r.w*0.7 {
		first.h = (r.h - 24) / 2
		second = rect{r.x, r.y + first.h + 24, r.w, first.h}
	} else {
		first.w = (r.w - 24) / 2
		second = rect{r.x + first.w + 24, r.y, first.w, r.h}
	}
	z := []string{"z"}
	if k.topology.Inputs == 2 {
		z = []string{"z₁", "z₂"}
	}
	k.drawPlayer(d, first, generator, k.words.text("canvas.generator", "Generator"), z, []string{"x", "y"})
	k.drawPlayer(d, second, discriminator, k.words.text("canvas.discriminator", "Discriminator"), []string{"x", "y"}, []string{"D"})
}

// drawPlayer draws a network as columns of neurons, with links as wide as their
// weights are large.
func (k *kit) drawPlayer(d *drawing, r rect, prefix, title string, inputs, outputs []string) {
	units := []int{len(inputs)}
	var names []string
	for _, l := range k.topology.Layers {
		if len(l.Name) > len(prefix) && l.Name[:len(prefix)] == prefix {
			units, names = append(units, l.Units), append(names, l.Name)
		}
	}
	d.labels = append(d.labels, text{words: title, x: r.x, y: r.y + 9, size: 13, strong: true, color: k.ink})
	body := rect{r.x + 24, r.y + 26, r.w - 48, r.h - 34}
	place := func(column, i int) (x, y float32) {
		gap := min(26, body.h/float32(units[column]))
		return body.x + body.w*float32(column)/float32(max(len(units)-1, 1)), body.y + body.h/2 + (float32(i)-float32(units[column]-1)/2)*gap
	}
	for c, name := range names {
		w, shape := k.values(name+"/weight", 2)
		if w == nil || shape[0] != units[c] || shape[1] != units[c+1] {
			continue
		}
		var most float32
		for _, v := range w {
			most = max(most, abs(v))
		}
		least := clamp(float32(len(w))/4000, 0.08, 0.4) // what is hardly there would hide the rest
		for i := range shape[0] {
			for j := range shape[1] {
				v := w[i*shape[1]+j] / max(most, 1e-9)
				if !(abs(v) > least) { // NaN too
					continue
				}
				x1, y1 := place(c, i)
				x2, y2 := place(c+1, j)
				d.segment(x1, y1, x2, y2, 0.4+2*abs(v), k.link(v))
			}
		}
	}
	for c, n := range units {
		radius := clamp(body.h/float32(n)/2-1, 1.2, 7)
		for i := range n {
			x, y := place(c, i)
			color := k.muted
			if c > 0 {
				if b, shape := k.values(names[c-1]+"/bias", 1); b != nil && i < shape[0] {
					color = k.mark(b[i] * 2)
				}
			}
			d.dot(x, y, radius, 16, color)
		}
	}
	for i, name := range inputs {
		x, y := place(0, i)
		d.label(name, x-10, y, 12, 1, k.muted)
	}
	for i, name := range outputs {
		x, y := place(len(units)-1, i)
		d.label(name, x+10, y, 12, 0, k.muted)
	}
}

// drawPlane draws the heat map of the discriminator, the generator's manifold,
// the samples, and the arrows of the generator's gradient.
func (k *kit) drawPlane(d *drawing, r rect) {
	domain := k.topology.Domain
	at := func(x, y float32) (px, py float32, inside bool) {
		fx, fy := (x-domain[0])/(domain[1]-domain[0]), (domain[3]-y)/(domain[3]-domain[2])
		return r.x + fx*r.w, r.y + fy*r.h, fx >= 0 && fx <= 1 && fy >= 0 && fy <= 1
	}
	if out, shape := k.values("discriminator/grid", 2); out != nil {
		d.pictures = append(d.pictures, picture{box: r, rows: shape[0], cols: shape[1], levels: k.opinion(out), table: &k.levels, smooth: true})
	}
	d.frame(r, 2, 1, k.theme.line)
	k.drawManifold(d, at)
	if real, _ := k.values("real", 2); real != nil {
		for i := 0; i+1 < len(real); i += 2 {
			if x, y, ok := at(real[i], real[i+1]); ok {
				d.dot(x, y, 3.2, 4, k.point)
				d.dot(x, y, 2.3, 4, k.realColor())
			}
		}
	}
	fake, _ := k.values("fake", 2)
	slope, _ := k.values("fake/gradient", 2)
	longest := float32(1e-9)
	for i := 0; i+1 < len(slope); i += 2 {
		if n := float32(math.Hypot(float64(slope[i]), float64(slope[i+1]))); n > longest && n < 1e30 {
			longest = n
		}
	}
	for i := 0; i+1 < len(fake); i += 2 {
		x, y, ok := at(fake[i], fake[i+1])
		if !ok {
			continue
		}
		if i%6 == 0 && i+1 < len(slope) { // every third: arrows on all would be fur
			reach := 26 / longest
			d.arrow(x, y, x-slope[i]*reach, y+slope[i+1]*reach, 1.2, k.ink.alpha(0.55))
		}
		d.dot(x, y, 3.2, 14, k.point)
		d.dot(x, y, 2.3, 14, k.fakeColor())
	}
	k.askPlane(d, r)
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
func (k *kit) drawManifold(d *drawing, at func(x, y float32) (px, py float32, inside bool)) {
	points, shape := k.values("generator/manifold", 3)
	if points == nil {
		return
	}
	rows, cols := shape[0], shape[1]
	trace := func(n int, index func(i int) int) {
		var path [][2]float32
		for i := range n {
			j := 2 * index(i)
			x, y, inside := at(points[j], points[j+1])
			if !inside {
				d.line(path, 1, k.fakeColor().alpha(0.5))
				path = nil
				continue
			}
			path = append(path, [2]float32{x, y})
		}
		d.line(path, 1, k.fakeColor().alpha(0.5))
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
	bar := rect{r.x + r.w - 90, y - 4, 60, 8}
	if bar.x < x+40 {
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
