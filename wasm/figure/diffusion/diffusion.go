// Package diffusion is the figure of a flow that makes data of noise.
package diffusion

import (
	"slices"

	"nnplay/wasm/paper"
)

// Sizes of what a flow's figure shows.
const (
	shownTrails = 100 // particles with their way
	trailFades  = 4   // pieces of a way, each fainter than the next
	stripSide   = 20  // cells of a small picture along an edge
)

// stripTimes are the times of the small pictures.
var stripTimes = [...]float32{0, 0.25, 0.5, 0.75, 1}

// Figure is the row in the table of figures.
var Figure = paper.Figure{Draw: draw}

// draw shows the plane: data, particles at the time that is looked
// at with the way they came, and the velocities there. Beside it are the network
// that tells velocities, and how the particles lie at a few times.
func draw(kit *paper.Kit) paper.Drawing {
	k := figure{kit}
	var d paper.Drawing
	legend := 9 + paper.LegendHeight(k.EntryWidths(k.legend()), k.Free.W)
	side := min(k.Free.H-legend, k.Free.W*0.56)
	plane := paper.Rect(k.Free.X+k.Free.W-side, k.Free.Y+(k.Free.H-side-legend)/2, side, side)
	rest := paper.Rect(k.Free.X, plane.Y, plane.X-k.Free.X-28, side)
	strip := paper.Rect(rest.X, rest.Y+rest.H-min(rest.W/5, 92)-20, rest.W, min(rest.W/5, 92)+20)
	if k.Narrow() {
		strip.W = k.Free.W
		strip.H = strip.W/5 + 22
		strip.X, strip.Y = k.Free.X, k.Free.Y+k.Free.H-strip.H
		side = min(k.Free.W, k.Free.H-strip.H-8-legend)
		plane = paper.Rect(k.Free.X+(k.Free.W-side)/2, k.Free.Y, side, side)
	} else if network := (paper.Rect(rest.X, rest.Y, rest.W, strip.Y-rest.Y-30)); network.H > 80 {
		k.drawVelocityNet(&d, network)
	}
	time := float32(1)
	if t, _ := k.Values("time", 1); len(t) == 1 {
		time = paper.Clamp(t[0], 0, 1)
	}
	d.Main = plane
	d.Plan.Sheet = strip.Y
	k.drawFlow(&d, plane, time)
	k.drawFlowLegend(&d, plane, time)
	k.drawStrip(&d, strip, time)
	d.Labels = k.Legible(d.Labels)
	return d
}

// A figure is a kit that knows the tensors of a flow.
type figure struct{ *paper.Kit }

// drawVelocityNet draws the network that tells velocities, and lets it be asked.
func (k figure) drawVelocityNet(d *paper.Drawing, r paper.Rectangle) {
	title := k.Words.Text("canvas.velocityNetwork", "Velocity network")
	d.Labels = append(d.Labels, paper.Text{Words: title, X: r.X, Y: r.Y + 9, Size: 13, Strong: true, Color: k.Ink})
	n := k.NetOf(d, "velocity/", paper.Rect(r.X+24, r.Y+26, r.W-56, r.H-34), []string{"x", "y", "t"}, []string{"vx", "vy"})
	n.Reads, n.Makes = []string{"velocity/asked", "place", "real", "noise"}, []string{"target", "loss/sample"}
	d.StandFor(n.Tile(0, 2), "time")
	k.DrawNet(d, n)
	k.RunMarks(d, n, false)
	k.RunMarks(d, n, true)
	k.AskNet(d, n, title, nil)
}

// A journey is where particles are, step by step.
type journey struct {
	places           []float32 // (steps+1, n, 2)
	steps, particles int
}

func (k figure) journey() journey {
	v, shape := k.Values("trajectory", 3)
	if v == nil || shape[0] < 2 || shape[2] != 2 {
		return journey{}
	}
	return journey{v, shape[0] - 1, shape[1]}
}

// at returns where particle i is at a time: on a straight line between steps.
func (j *journey) at(i int, time float32) (x, y float32) {
	f := time * float32(j.steps)
	step := min(int(f), j.steps-1)
	f -= float32(step)
	a, b := 2*(step*j.particles+i), 2*((step+1)*j.particles+i)
	return j.places[a] + f*(j.places[b]-j.places[a]), j.places[a+1] + f*(j.places[b+1]-j.places[a+1])
}

// drawFlow draws the plane.
func (k figure) drawFlow(d *paper.Drawing, r paper.Rectangle, time float32) {
	at := k.Onto(r)
	layer, unit := k.PointedNeuron()
	if levels, rows, cols := k.TileOf(layer, unit); levels != nil {
		d.Pictures = append(d.Pictures, paper.Picture{Box: r, Rows: rows, Cols: cols, Levels: levels, Table: &k.Paled, Smooth: true})
	} else {
		d.Under.Fill(r, 2, k.Zero.Alpha(0.5))
	}
	d.Over.Frame(r, 2, 1, k.Theme.Line)
	size := paper.Clamp(r.W/150, 1.6, 2.6)
	if real, _ := k.Values("real", 2); real != nil {
		for i := 0; i+1 < len(real); i += 2 {
			if x, y, ok := at(real[i], real[i+1]); ok {
				d.Over.Dot(x, y, size, 4, k.RealColor().Alpha(0.75))
			}
		}
	}
	k.drawVelocities(d, r)
	k.NoteWalked(d, at, "real", "place", "velocity/asked")
	j := k.journey()
	for i := range min(j.particles, shownTrails) {
		k.drawTrail(d, &j, i, time, at)
	}
	for i := range j.particles {
		if x, y, ok := at(j.at(i, time)); ok {
			k.Filled(&d.Over, x, y, size+0.2, 14, k.FakeColor())
		}
	}
}

// drawTrail draws the way that a particle came, fainter towards its beginning.
func (k figure) drawTrail(d *paper.Drawing, j *journey, i int, time float32, at paper.Placing) {
	for piece := range trailFades {
		from, to := time*float32(piece)/trailFades, time*float32(piece+1)/trailFades
		// The corners of the way between, and both ends.
		var path [][2]float32
		add := func(t float32) bool {
			x, y, ok := at(j.at(i, t))
			if ok {
				path = append(path, [2]float32{x, y})
			}
			return ok
		}
		whole := add(from)
		for step := int(from*float32(j.steps)) + 1; float32(step) < to*float32(j.steps); step++ {
			whole = add(float32(step)/float32(j.steps)) && whole
		}
		if whole = add(to) && whole; whole {
			d.Over.Line(path, 1.1, k.FakeColor().Alpha(0.08+0.5*float32(piece+1)/trailFades))
		}
	}
}

// drawVelocities draws the field as arrows, and lets the reader ask for numbers.
func (k figure) drawVelocities(d *paper.Drawing, r paper.Rectangle) {
	v, shape := k.Values("velocity/grid", 3)
	if v == nil || shape[2] != 2 {
		return
	}
	rows, cols := shape[0], shape[1]
	longest := float32(1e-9)
	for i := 0; i+1 < len(v); i += 2 {
		if n := paper.Length(v[i], v[i+1]); n > longest && n < 1e30 {
			longest = n
		}
	}
	reach := r.W / float32(cols) * 1.1 / longest
	for i := range rows * cols {
		dx, dy := v[2*i]*reach, -v[2*i+1]*reach
		if !(paper.Length(dx, dy) < 1e4) {
			continue
		}
		x, y := r.X+(float32(i%cols)+0.5)*r.W/float32(cols), r.Y+(float32(i/cols)+0.5)*r.H/float32(rows)
		d.Over.Arrow(x-dx/2, y-dy/2, x+dx/2, y+dy/2, 1.1, k.Ink.Alpha(0.32))
	}
	domain := k.Topology.Domain
	d.Spots = append(d.Spots, paper.Spot{Box: r, Rows: rows, Cols: cols, Tip: func(row, col int) (string, []string) {
		x := domain[0] + (domain[1]-domain[0])*(float32(col)+0.5)/float32(cols)
		y := domain[3] - (domain[3]-domain[2])*(float32(row)+0.5)/float32(rows)
		i := 2 * (row*cols + col)
		return paper.Vector([]float32{x, y}, 2), []string{"v = " + paper.Vector(v[i:i+2], 2)}
	}})
}

// legend returns the entries of the marks.
func (k figure) legend() []paper.Entry {
	entries := []paper.Entry{
		{Words: k.Words.Text("canvas.data", "data"), Mark: func(s *paper.Shapes, x, y float32) { s.Dot(x, y, 4, 4, k.RealColor()) }},
		{Words: k.Words.Text("canvas.particles", "particles"), Mark: func(s *paper.Shapes, x, y float32) { k.Filled(s, x, y, 3.4, 14, k.FakeColor()) }},
		{Words: k.Words.Text("canvas.trail", "way so far"), Mark: func(s *paper.Shapes, x, y float32) { s.Segment(x-8, y, x+8, y, 1.4, k.FakeColor()) }},
		{Words: k.Words.Text("canvas.velocity", "velocity"), Mark: func(s *paper.Shapes, x, y float32) { s.Arrow(x-8, y, x+8, y, 1.2, k.Ink.Alpha(0.6)) }},
	}
	if k.Narrow() { // there is no network
		return entries
	}
	return slices.Concat(entries, k.LinkEntries(), k.FlowEntries())
}

// drawFlowLegend says what the marks are, and the time.
func (k figure) drawFlowLegend(d *paper.Drawing, r paper.Rectangle, time float32) {
	entries := k.legend()
	box := paper.Rect(k.Free.X, r.Y+r.H+8, k.Free.W, paper.LegendHeight(k.EntryWidths(entries), k.Free.W))
	k.DrawLegend(&d.Over, &d.Labels, entries, box)
	words := "t = " + paper.Number(time, 2)
	w := k.Measure(words, 13) + 16
	d.Over.Fill(paper.Rect(r.X+r.W-w-6, r.Y+6, w, 22), 5, k.Surface.Alpha(0.85))
	d.Labels = append(d.Labels, paper.Text{Words: words, X: r.X + r.W - 6 - w/2, Y: r.Y + 17, Size: 13, Align: 0.5, Strong: true, Color: k.Ink})
}

// drawStrip draws how the particles lie at a few times; choosing one goes there.
func (k figure) drawStrip(d *paper.Drawing, r paper.Rectangle, time float32) {
	j := k.journey()
	if j.particles == 0 {
		return
	}
	const gap = 8
	side := min((r.W-gap*float32(len(stripTimes)-1))/float32(len(stripTimes)), r.H-20)
	for i, t := range stripTimes {
		box := paper.Rect(r.X+float32(i)*(side+gap), r.Y, side, side)
		d.Pictures = append(d.Pictures, paper.Picture{
			Box: box, Rows: stripSide, Cols: stripSide, Levels: paper.Shares(k.density(&j, t), 0), Table: k.ClassTable(3), Smooth: true,
		})
		width, color := float32(1), k.Theme.Line
		if paper.Abs(time-t) < 0.01 {
			width, color = 2, k.Ink
		}
		d.Over.Frame(box, 2, width, color)
		name := "t = " + paper.Number(t, 2)
		d.Label(name, box.X+side/2, box.Y+side+11, 11, 0.5, k.Muted)
		d.Spots = append(d.Spots, paper.Spot{Box: box, Action: "time", Value: paper.Number(t, 2), Tip: func(int, int) (string, []string) { return name, nil }})
	}
}

// density returns how many particles lie around each cell of the plane at a
// time: row by row from the top, a little blurred.
func (k figure) density(j *journey, time float32) []float32 {
	domain := k.Topology.Domain
	cells := make([]float32, stripSide*stripSide)
	for i := range j.particles {
		x, y := j.at(i, time)
		fx, fy := (x-domain[0])/(domain[1]-domain[0]), (domain[3]-y)/(domain[3]-domain[2])
		if !(fx >= 0 && fx < 1 && fy >= 0 && fy < 1) {
			continue
		}
		col, row := int(fx*stripSide), int(fy*stripSide)
		for dy := -1; dy <= 1; dy++ {
			for dx := -1; dx <= 1; dx++ {
				if x, y := col+dx, row+dy; x >= 0 && x < stripSide && y >= 0 && y < stripSide {
					cells[y*stripSide+x] += float32((2 - dx*dx) * (2 - dy*dy))
				}
			}
		}
	}
	return cells
}
