package main

// figureGAN shows the game as one picture: noise becomes fakes in the generator,
// the discriminator tells them from real samples. Beside it is, large, the plane
// they play on.
func figureGAN(k *kit) drawing {
	d := drawing{over: make([]shape, 0, 2500)} // most are the two discs of a sample
	side := min(k.free.h-44, k.free.w*0.54)
	plane := rect{k.free.x + k.free.w - side - 4, k.free.y + (k.free.h-side-26)/2, side, side}
	game := rect{k.free.x, k.free.y, plane.x - k.free.x - 22, k.free.h}
	if k.narrow() {
		side = min(k.free.w-8, k.free.h*0.62)
		plane = rect{k.free.x + (k.free.w-side)/2, k.free.y + k.free.h - side - 28, side, side}
		game = rect{k.free.x, k.free.y, k.free.w, plane.y - k.free.y - 14}
	}
	k.drawGame(&d, newBoard(k, game))
	k.drawPlane(&d, plane)
	k.drawPhase(&d, plane)
	k.drawLegend(&d, plane)
	return d
}

// Names of the players' tensors begin so.
const (
	generator     = "generator/"
	discriminator = "discriminator/"
)

// drawGame draws what is on the board, and what flows.
func (k *kit) drawGame(d *drawing, b board) {
	names := [2]string{k.words.text("canvas.generator", "Generator"), k.words.text("canvas.discriminator", "Discriminator")}
	lit := k.lit()
	d.segmentLine(b.way, 1.2, k.theme.line)
	entries := func(from [2]float32) (paths [][][2]float32) {
		for i := range b.discriminator.units[0] {
			t := b.discriminator.tile(0, i)
			left := t.x - 16
			if b.small {
				left = t.x - 1
			}
			paths = append(paths, [][2]float32{{from[0] + 8, from[1]}, {left, t.y + t.h/2}})
		}
		return paths
	}
	for _, from := range [][2]float32{b.real, b.fake} {
		for _, path := range entries(from) {
			d.segmentLine(path, 1, k.theme.line)
		}
	}
	k.drawNoise(d, b)
	k.drawNet(d, b.generator)
	k.drawNet(d, b.discriminator)
	k.drawSource(d, b.fake, 14, k.fakeColor(), "canvas.fake", "fake", !b.small)
	k.drawSource(d, b.real, 4, k.realColor(), "canvas.real", "real", !b.small)
	k.drawVerdict(d, b)
	for i, n := range []*net{b.generator, b.discriminator} {
		k.drawTitle(d, b.titles[i], names[i], i, b.small)
		if lit.players[i] == veiled {
			d.fill(n.box.grown(4), 6, k.surface.alpha(0.62))
		}
		if lit.forward[i] {
			k.runMarks(d, n, false)
		}
		if lit.back[i] {
			k.runMarks(d, n, true)
		}
	}
	for _, s := range []struct {
		paths         [][][2]float32
		forward, back bool
	}{
		{[][][2]float32{b.way}, lit.fakes, lit.fakesBack},
		{entries(b.fake), lit.fakes && lit.forward[1], lit.fakesBack},
		{entries(b.real), lit.reals, false},
	} {
		for _, path := range s.paths {
			if s.forward {
				d.stream(path, false, k.flowColor(false))
			}
			if s.back {
				d.stream(path, true, k.flowColor(true))
			}
		}
	}
	k.askNet(d, b.generator, names[0], nil)
	k.askNet(d, b.discriminator, names[1], func(layer string, i int) []string {
		if v, shape := k.values(layer+"/passed", 1); v != nil && i < shape[0] && k.slow() >= 0 && lit.back[0] {
			return []string{k.words.text("canvas.gradientBack", "Gradient") + " → " + k.words.text("canvas.fake", "fake") + ": " + gradient(v[i])}
		}
		return nil
	})
}

// segmentLine draws a line below the pictures.
func (d *drawing) segmentLine(points [][2]float32, width float32, c color) {
	d.under = append(d.under, shape{line: points, size: width, color: c})
}

// drawNoise draws the noise that the generator begins with.
func (k *kit) drawNoise(d *drawing, b board) {
	r := b.noise
	if r.w == 0 {
		return
	}
	d.fill(r, 3, k.zero.alpha(0.6))
	d.frame(r, 3, 1, k.theme.line)
	d.label(k.words.text("canvas.noise", "noise"), r.x+r.w/2, r.y+r.h+10, 11, 0.5, k.muted)
	z, shape := k.values("slow/noise", 2)
	if z == nil || shape[1] < 1 {
		z, shape = quietNoise, []int{len(quietNoise) / 2, min(max(k.topology.Inputs, 1), 2)}
	}
	size, spread := float32(1.3), float32(2.6)
	if k.lit().noise {
		size = 1.3 + 1.2*(1-k.share)
	}
	for i := range shape[0] {
		x, y := z[i*shape[1]], float32(0)
		if shape[1] > 1 {
			y = z[i*shape[1]+1]
		}
		x, y = r.x+(x/spread+1)/2*r.w, r.y+(1-y/spread)/2*r.h
		if r.contains(x, y) {
			d.dot(x, y, size, 8, k.ink.alpha(0.65))
		}
	}
}

// quietNoise is a few points in a lattice, where no noise has been drawn.
var quietNoise = func() (z []float32) {
	for i := range 5 {
		for j := range 5 {
			z = append(z, float32(i-2)*0.8, float32(j-2)*0.8)
		}
	}
	return z
}()

// drawSource draws where samples come from.
func (k *kit) drawSource(d *drawing, at [2]float32, corners int, c color, key, words string, named bool) {
	d.dot(at[0], at[1], 6, corners, c)
	if named {
		d.label(k.words.text(key, words), at[0], at[1]+15, 11, 0.5, k.muted)
	}
}

// drawVerdict draws what the discriminator said of the last minibatch, and its
// loss or, in the other's turn, that of the generator.
func (k *kit) drawVerdict(d *drawing, b board) {
	real, fake, loss := k.verdict()
	x, y := b.verdict[0], b.verdict[1]
	size := float32(12)
	if b.small {
		size = 10
	}
	row := func(value float32, corners int, c color) {
		if value == value {
			d.dot(x+4, y, size*0.3, corners, c)
			d.label(number(value, 2), x+11, y, size, 0, k.ink)
		}
		y += size * 1.5
	}
	y -= size * 0.75
	if !b.small {
		y -= size * 0.75
		d.label("D", x-1, y-size*1.5, size, 0, k.muted)
	}
	row(real, 4, k.realColor())
	row(fake, 14, k.fakeColor())
	if loss == loss && !b.small {
		d.label(k.words.text("canvas.loss", "loss"), x, y, size-1, 0, k.muted)
		d.label(number(loss, 3), x, y+size*1.3, size, 0, k.ink)
	}
}

// verdict returns the discriminator's mean output for real samples and for fakes,
// and its loss; NaN is what there is not.
func (k *kit) verdict() (real, fake, loss float32) {
	if k.slow() >= 0 {
		if !k.lit().verdict {
			return nan, nan, nan
		}
		out, _ := k.values("slow/outputs", 2)
		fakes, _ := k.values("slow/fake", 2)
		half := min(len(fakes)/2, len(out))
		return average(out[:len(out)-half]), average(out[len(out)-half:]), nan
	}
	if v, _ := k.values("game/last", 1); len(v) == 4 {
		return v[0], v[1], v[2]
	}
	return nan, nan, nan
}

// boldness is how much wider strong letters are, about.
const boldness = 1.08

// drawTitle names a player and says whether it is trained.
func (k *kit) drawTitle(d *drawing, at [2]float32, name string, player int, small bool) {
	d.labels = append(d.labels, text{words: name, x: at[0], y: at[1], size: 13, strong: true, color: k.ink})
	x := at[0] + k.measure(name, 13)*boldness + 10
	state := k.lit().players[player]
	if state == playing {
		if v, _ := k.values("game/turns", 1); len(v) == 2 && !small {
			words := k.words.say("canvas.stepsEach", "{n} a step", "n", number(v[1-player], 0))
			d.label(words, x, at[1], 11, 0, k.muted)
		}
		return
	}
	key, words, ink, ground := "canvas.still", "stands still", k.muted, k.zero
	if state == trained {
		key, words, ink, ground = "canvas.trained", "in training", k.surface, k.ink
	}
	if small && state != trained {
		return
	}
	words = k.words.text(key, words)
	w := k.measure(words, 11) + 14
	d.fill(rect{x, at[1] - 9, w, 18}, 9, ground)
	d.label(words, x+w/2, at[1], 11, 0.5, ink)
}
