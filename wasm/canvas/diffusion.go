package main

import "math"

// Sizes of what a flow's figure shows.
const (
	shownTrails = 100 // particles with their way
	trailFades  = 4   // pieces of a way, each fainter than the next
	stripSide   = 20  // cells of a small picture along an edge
)

// stripTimes are the times of the small pictures.
var stripTimes = [...]float32{0, 0.25, 0.5, 0.75, 1}

// figureDiffusion shows the plane: data, particles at the time that is looked
// at with the way they came, and the velocities there. Beside it are the network
// that tells velocities, and how the particles lie at a few times.
func figureDiffusion(k *kit) drawing {
	var d drawing
	side := min(k.free.h-26, k.free.w*0.56)
	plane := rect{k.free.x + k.free.w - side, k.free.y + (k.free.h-side-26)/2, side, side}
	rest := rect{k.free.x, plane.y, plane.x - k.free.x - 28, side}
	strip := rect{rest.x, rest.y + rest.h - min(rest.w/5, 92) - 20, rest.w, min(rest.w/5, 92) + 20}
	if k.narrow() {
		strip.w = k.free.w
		strip.h = strip.w/5 + 22
		strip.x, strip.y = k.free.x, k.free.y+k.free.h-strip.h
		side = min(k.free.w, k.free.h-strip.h-34)
		plane = rect{k.free.x + (k.free.w-side)/2, k.free.y, side, side}
	} else if network := (rect{rest.x, rest.y, rest.w, strip.y - rest.y - 30}); network.h > 80 {
		k.drawVelocityNet(&d, network)
	}
	time := float32(1)
	if t, _ := k.values("time", 1); len(t) == 1 {
		time = clamp(t[0], 0, 1)
	}
	k.drawFlow(&d, plane, time)
	k.drawFlowLegend(&d, plane, time)
	k.drawStrip(&d, strip, time)
	return d
}

// drawVelocityNet draws the network that tells velocities, and lets it be asked.
func (k *kit) drawVelocityNet(d *drawing, r rect) {
	title := k.words.text("canvas.velocityNetwork", "Velocity network")
	d.labels = append(d.labels, text{words: title, x: r.x, y: r.y + 9, size: 13, strong: true, color: k.ink})
	n := k.netOf("velocity/", rect{r.x + 24, r.y + 26, r.w - 56, r.h - 34}, []string{"x", "y", "t"}, []string{"vx", "vy"})
	k.drawNet(d, n)
	k.runMarks(d, n, false)
	k.runMarks(d, n, true)
	k.askNet(d, n, title, nil)
}

// A journey is where particles are, step by step.
type journey struct {
	places           []float32 // (steps+1, n, 2)
	steps, particles int
}

func (k *kit) journey() journey {
	v, shape := k.values("trajectory", 3)
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
func (k *kit) drawFlow(d *drawing, r rect, time float32) {
	at := k.onto(r)
	layer, unit := k.pointedNeuron()
	if levels, rows, cols := k.tileOf(layer, unit); levels != nil {
		d.pictures = append(d.pictures, picture{box: r, rows: rows, cols: cols, levels: levels, table: &k.levels, smooth: true})
	} else {
		d.under = append(d.under, shape{box: r, filled: true, round: 2, color: k.zero.alpha(0.5)})
	}
	d.frame(r, 2, 1, k.theme.line)
	size := clamp(r.w/150, 1.6, 2.6)
	if real, _ := k.values("real", 2); real != nil {
		for i := 0; i+1 < len(real); i += 2 {
			if x, y, ok := at(real[i], real[i+1]); ok {
				d.dot(x, y, size, 4, k.realColor().alpha(0.75))
			}
		}
	}
	k.drawVelocities(d, r)
	j := k.journey()
	for i := range min(j.particles, shownTrails) {
		k.drawTrail(d, &j, i, time, at)
	}
	for i := range j.particles {
		if x, y, ok := at(j.at(i, time)); ok {
			d.dot(x, y, size+1.1, 8, k.point)
			d.dot(x, y, size+0.2, 8, k.fakeColor())
		}
	}
}

// drawTrail draws the way that a particle came, fainter towards its beginning.
func (k *kit) drawTrail(d *drawing, j *journey, i int, time float32, at placing) {
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
			d.line(path, 1.1, k.fakeColor().alpha(0.08+0.5*float32(piece+1)/trailFades))
		}
	}
}

// drawVelocities draws the field as arrows, and lets the reader ask for numbers.
func (k *kit) drawVelocities(d *drawing, r rect) {
	v, shape := k.values("velocity/grid", 3)
	if v == nil || shape[2] != 2 {
		return
	}
	rows, cols := shape[0], shape[1]
	longest := float32(1e-9)
	for i := 0; i+1 < len(v); i += 2 {
		if n := reachOf(v[i], v[i+1]); n > longest && n < 1e30 {
			longest = n
		}
	}
	reach := r.w / float32(cols) * 1.1 / longest
	for i := range rows * cols {
		dx, dy := v[2*i]*reach, -v[2*i+1]*reach
		if !(reachOf(dx, dy) < 1e4) {
			continue
		}
		x, y := r.x+(float32(i%cols)+0.5)*r.w/float32(cols), r.y+(float32(i/cols)+0.5)*r.h/float32(rows)
		d.arrow(x-dx/2, y-dy/2, x+dx/2, y+dy/2, 1.1, k.ink.alpha(0.32))
	}
	domain := k.topology.Domain
	d.spots = append(d.spots, spot{box: r, rows: rows, cols: cols, tip: func(row, col int) (string, []string) {
		x := domain[0] + (domain[1]-domain[0])*(float32(col)+0.5)/float32(cols)
		y := domain[3] - (domain[3]-domain[2])*(float32(row)+0.5)/float32(rows)
		i := 2 * (row*cols + col)
		return vector([]float32{x, y}, 2), []string{"v = " + vector(v[i:i+2], 2)}
	}})
}

func reachOf(x, y float32) float32 { return float32(math.Hypot(float64(x), float64(y))) }

// drawFlowLegend says what the marks are, and the time.
func (k *kit) drawFlowLegend(d *drawing, r rect, time float32) {
	x, y := r.x, r.y+r.h+15
	for _, entry := range []struct {
		corners int
		color   color
		words   string
	}{
		{4, k.realColor(), k.words.text("canvas.data", "data")},
		{14, k.fakeColor(), k.words.text("canvas.particles", "particles")},
		{0, k.ink.alpha(0.6), k.words.text("canvas.velocity", "velocity")},
	} {
		if entry.corners == 0 {
			d.arrow(x-2, y, x+12, y, 1.2, entry.color)
			x += 5
		} else {
			d.dot(x+5, y, 4, entry.corners, entry.color)
		}
		d.label(entry.words, x+13, y, 12, 0, k.muted)
		x += 28 + k.measure(entry.words, 12)
	}
	words := "t = " + number(time, 2)
	w := k.measure(words, 13) + 16
	d.fill(rect{r.x + r.w - w - 6, r.y + 6, w, 22}, 5, k.surface.alpha(0.85))
	d.labels = append(d.labels, text{words: words, x: r.x + r.w - 6 - w/2, y: r.y + 17, size: 13, align: 0.5, strong: true, color: k.ink})
}

// drawStrip draws how the particles lie at a few times; choosing one goes there.
func (k *kit) drawStrip(d *drawing, r rect, time float32) {
	j := k.journey()
	if j.particles == 0 {
		return
	}
	const gap = 8
	side := min((r.w-gap*float32(len(stripTimes)-1))/float32(len(stripTimes)), r.h-20)
	for i, t := range stripTimes {
		box := rect{r.x + float32(i)*(side+gap), r.y, side, side}
		d.pictures = append(d.pictures, picture{
			box: box, rows: stripSide, cols: stripSide, levels: shares(k.density(&j, t), 0), table: k.classTable(3), smooth: true,
		})
		width, color := float32(1), k.theme.line
		if abs(time-t) < 0.01 {
			width, color = 2, k.ink
		}
		d.frame(box, 2, width, color)
		name := "t = " + number(t, 2)
		d.label(name, box.x+side/2, box.y+side+11, 11, 0.5, k.muted)
		d.spots = append(d.spots, spot{box: box, action: "time", value: number(t, 2), tip: func(int, int) (string, []string) { return name, nil }})
	}
}

// density returns how many particles lie around each cell of the plane at a
// time: row by row from the top, a little blurred.
func (k *kit) density(j *journey, time float32) []float32 {
	domain := k.topology.Domain
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
