// Package gan is the figure of a generative adversarial network.
package gan

import "nnplay/wasm/paper"

// Figure is the row in the table of figures.
var Figure = paper.Figure{Draw: draw}

// draw shows the game as one picture: noise becomes fakes in the generator,
// the discriminator tells them from real samples. Beside it is, large, the plane
// they play on.
func draw(kit *paper.Kit) paper.Drawing {
	k := figure{kit}
	d := paper.Drawing{Over: make(paper.Shapes, 0, 2500)} // most are the two discs of a sample
	legend := k.legendHeight()
	side := min(k.Free.H-44-legend, k.Free.W*0.54)
	plane := paper.Rect(k.Free.X+k.Free.W-side-4, k.Free.Y+(k.Free.H-side-26-legend)/2, side, side)
	game := paper.Rect(k.Free.X, k.Free.Y, plane.X-k.Free.X-22, k.Free.H)
	if legend > 0 {
		game.H -= legend + 8
	}
	if k.Narrow() {
		side = min(k.Free.W-8, k.Free.H*0.62)
		plane = paper.Rect(k.Free.X+(k.Free.W-side)/2, k.Free.Y+k.Free.H-side-28-legend, side, side)
		game = paper.Rect(k.Free.X, k.Free.Y, k.Free.W, plane.Y-k.Free.Y-14)
		d.Plan.Sheet = plane.Y
	} else if k.Free.W >= dockFrom && game.H >= dockAbove {
		d.Plan.Beside, d.Plan.Right = true, plane.X
		game.H = max(min(game.H, k.Free.H-k.Dock), leastGame)
	}
	if game.H < leastGame { // the plane alone
		side = min(k.Free.W-8, k.Free.H-28)
		plane = paper.Rect(k.Free.X+(k.Free.W-side)/2, k.Free.Y, side, side)
	} else {
		k.drawGame(&d, newBoard(k, &d, game))
	}
	d.Main = plane
	k.drawPlane(&d, plane)
	k.drawPhase(&d, plane)
	k.drawLegend(&d, plane)
	d.Labels = k.Legible(d.Labels)
	return d
}

// leastGame is the height of a game that can be seen.
const leastGame = 76

// A card stands below the game alone from a width of the drawing on, if the game is so high.
const dockFrom, dockAbove = 600, 220

// A figure is a kit that knows the tensors of a game.
type figure struct{ *paper.Kit }

// Names of the players' tensors begin so.
const (
	generator     = "generator/"
	discriminator = "discriminator/"
)

// drawGame draws what is on the board, and what flows.
func (k figure) drawGame(d *paper.Drawing, b board) {
	names := [2]string{k.Words.Text("canvas.generator", "Generator"), k.Words.Text("canvas.discriminator", "Discriminator")}
	lit := k.lit()
	d.Under.Line(b.way, 1.2, k.Theme.Line)
	entries := func(from [2]float32) (paths [][][2]float32) {
		for i := range b.discriminator.Units[0] {
			t := b.discriminator.Tile(0, i)
			left := t.X - 16
			if b.small {
				left = t.X - 1
			}
			paths = append(paths, [][2]float32{{from[0] + 8, from[1]}, {left, t.Y + t.H/2}})
		}
		return paths
	}
	for _, from := range [][2]float32{b.real, b.fake} {
		for _, path := range entries(from) {
			d.Under.Line(path, 1, k.Theme.Line)
		}
	}
	k.drawNoise(d, b)
	k.DrawNet(d, b.generator)
	k.DrawNet(d, b.discriminator)
	k.drawSource(d, b.fake, 14, k.FakeColor(), "canvas.fake", "generated", !b.small)
	k.drawSource(d, b.real, 4, k.RealColor(), "canvas.real", "real", !b.small)
	k.drawVerdict(d, b)
	for i, n := range []*paper.Net{b.generator, b.discriminator} {
		k.drawTitle(d, b.titles[i], names[i], i, b.ends[i], b.small)
		if lit.players[i] == veiled {
			d.Over.Fill(n.Box.Grown(4), 6, k.Surface.Alpha(0.62))
		}
		if lit.forward[i] {
			k.RunMarks(d, n, false)
		}
		if lit.back[i] {
			k.RunMarks(d, n, true)
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
				d.Stream(path, false, k.FlowColor(false))
			}
			if s.back {
				d.Stream(path, true, k.FlowColor(true))
			}
		}
	}
	b.generator.Reads, b.generator.Makes = []string{"noise"}, []string{"fake"}
	b.discriminator.Reads = []string{"real", "fake"}
	k.AskNet(d, b.generator, names[0], nil)
	d.StandFor(paper.Rect(b.verdict[0]-4, b.verdict[1]-28, 60, 56), "loss/sample", "loss/d", "loss/g")
	k.AskNet(d, b.discriminator, names[1], func(layer string, i int) []string {
		if v, shape := k.Values(layer+"/passed", 1); v != nil && i < shape[0] && k.slow() >= 0 && lit.back[0] {
			return []string{k.Words.Text("canvas.gradientBack", "Gradient") + " → " + k.Words.Text("canvas.fake", "generated") + ": " + paper.Gradient(v[i])}
		}
		return nil
	})
}

// drawNoise draws the noise that the generator begins with.
func (k figure) drawNoise(d *paper.Drawing, b board) {
	r := b.noise
	if r.W == 0 {
		return
	}
	d.Over.Fill(r, 3, k.Zero.Alpha(0.6))
	d.Over.Frame(r, 3, 1, k.Theme.Line)
	d.Label(k.Words.Text("canvas.noise", "noise"), r.X+r.W/2, r.Y+r.H+10, 11, 0.5, k.Muted)
	z, shape := k.Values("slow/noise", 2)
	if z == nil || shape[1] < 1 {
		z, shape = quietNoise, []int{len(quietNoise) / 2, min(max(k.Topology.Inputs, 1), 2)}
	}
	size, spread := float32(1.3), float32(2.6)
	if k.lit().noise {
		size = 1.3 + 1.2*(1-k.Share)
	}
	for i := range shape[0] {
		x, y := z[i*shape[1]], float32(0)
		if shape[1] > 1 {
			y = z[i*shape[1]+1]
		}
		x, y = r.X+(x/spread+1)/2*r.W, r.Y+(1-y/spread)/2*r.H
		if r.Contains(x, y) {
			d.Over.Dot(x, y, size, 8, k.Ink.Alpha(0.65))
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
func (k figure) drawSource(d *paper.Drawing, at [2]float32, corners int, c paper.Color, key, words string, named bool) {
	d.Over.Dot(at[0], at[1], 6, corners, c)
	if named {
		d.Label(k.Words.Text(key, words), at[0], at[1]+15, 11, 0.5, k.Muted)
	}
}

// drawVerdict draws what the discriminator said of the last minibatch, and its
// loss or, in the other's turn, that of the generator.
func (k figure) drawVerdict(d *paper.Drawing, b board) {
	real, fake, loss := k.verdict()
	x, y := b.verdict[0], b.verdict[1]
	size := float32(12)
	if b.small {
		size = paper.LeastText
	}
	row := func(value float32, corners int, c paper.Color) {
		if value == value {
			d.Over.Dot(x+4, y, size*0.3, corners, c)
			d.Label(paper.Number(value, 2), x+11, y, size, 0, k.Ink)
		}
		y += size * 1.5
	}
	y -= size * 0.75
	if !b.small && (real == real || fake == fake) {
		y -= size * 0.75
		d.Label("D", x-1, y-size*1.5, size, 0, k.Muted)
	}
	row(real, 4, k.RealColor())
	row(fake, 14, k.FakeColor())
	if loss == loss && !b.small {
		d.Label(k.Words.Text("canvas.loss", "loss"), x, y, size-1, 0, k.Muted)
		d.Label(paper.Number(loss, 3), x, y+size*1.3, size, 0, k.Ink)
	}
}

// verdict returns the discriminator's mean output for real samples and for fakes,
// and its loss; NaN is what there is not.
func (k figure) verdict() (real, fake, loss float32) {
	if k.slow() >= 0 {
		if !k.lit().verdict {
			return nan, nan, nan
		}
		out, _ := k.Values("slow/outputs", 2)
		fakes, _ := k.Values("slow/fake", 2)
		half := min(len(fakes)/2, len(out))
		return average(out[:len(out)-half]), average(out[len(out)-half:]), nan
	}
	if v, _ := k.Values("game/last", 1); len(v) == 4 {
		return v[0], v[1], v[2]
	}
	return nan, nan, nan
}

// boldness is how much wider strong letters are, about.
const boldness = 1.08

// drawTitle names a player and says whether it is trained, as far as there is room up
// to an end.
func (k figure) drawTitle(d *paper.Drawing, at [2]float32, name string, player int, end float32, small bool) {
	name = k.Fitted(name, 13, (end-at[0])/boldness)
	d.Labels = append(d.Labels, paper.Text{Words: name, X: at[0], Y: at[1], Size: 13, Strong: true, Color: k.Ink})
	x := at[0] + k.Measure(name, 13)*boldness + 10
	state := k.lit().players[player]
	if state == playing {
		if v, _ := k.Values("game/turns", 1); len(v) == 2 && !small {
			words := k.Words.Say("canvas.stepsEach", "{n} per step", "n", paper.Number(v[1-player], 0))
			d.Label(words, x, at[1], 11, 0, k.Muted)
		}
		return
	}
	key, words, ink, ground := "canvas.still", "frozen", k.Muted, k.Zero
	if state == trained {
		key, words, ink, ground = "canvas.trained", "in training", k.Surface, k.Ink
	}
	if small && state != trained {
		return
	}
	words = k.Words.Text(key, words)
	w := k.Measure(words, 11) + 14
	if x+w > end {
		return
	}
	d.Over.Fill(paper.Rect(x, at[1]-9, w, 18), 9, ground)
	d.Label(words, x+w/2, at[1], 11, 0.5, ink)
}
