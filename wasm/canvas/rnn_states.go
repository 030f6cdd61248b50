package main

import (
	"math"
	"strings"
)

// drawStates draws the states of all layers, the uppermost first, and below each
// its gates.
func (k *kit) drawStates(d *drawing, x float32, r rect, labels, gap float32, net unrolled) {
	type strip struct {
		layer, part string
		weight      float32
	}
	var strips []strip
	const leastGate, leastState = 13, 11 // heights below which rows are left out
	for i := len(net.layers) - 1; i >= 0; i-- {
		strips = append(strips, strip{net.layers[i], "hidden", 1.8})
		for _, part := range []string{"cell", "input", "forget", "reset", "update", "candidate", "output"} {
			if _, shape := k.values(net.layers[i]+"/"+part, 3); shape != nil {
				strips = append(strips, strip{net.layers[i], part, 1})
			}
		}
	}
	// With too little room the gates give way, then the lowest layers.
	room := func() float32 {
		var sum float32
		for _, s := range strips {
			sum += s.weight
		}
		return (r.h - gap*float32(len(strips)-1)) / sum
	}
	for len(strips) > 1 {
		last := len(strips) - 1
		for last > 0 && strips[last].part == "hidden" {
			last--
		}
		if last > 0 && room() >= leastGate || last == 0 && room()*strips[0].weight >= leastState {
			break
		}
		if last == 0 {
			last = len(strips) - 1
		}
		strips = append(strips[:last], strips[last+1:]...)
	}
	unit, y := room(), r.y
	for _, s := range strips {
		row := rect{r.x, y, r.w, unit * s.weight}
		title := k.words.text("canvas.gate."+s.part, s.part)
		if len(net.layers) > 1 && s.part == "hidden" {
			title += " " + net.layerName(s.layer)
		}
		k.rowTitle(d, x, row, labels, title)
		k.drawUnits(d, row, net, s.layer, s.part)
		y += row.h + gap
	}
}

// drawUnits draws one of a layer's arrays, a row a unit and a column a step.
func (k *kit) drawUnits(d *drawing, r rect, net unrolled, layer, part string) {
	values, shape := k.values(layer+"/"+part, 3)
	if values == nil || shape[1] != net.steps {
		return
	}
	steps, units := shape[1], shape[2]
	values = values[:steps*units]
	p := picture{box: r, rows: units, cols: steps}
	switch part {
	case "input", "forget", "reset", "update", "output": // between 0 and 1
		p.levels, p.table = shares(values, 1), &k.grays
	case "cell":
		p.levels, p.table = signed(values, spread(values)), &k.levels
	default:
		p.levels, p.table = signed(values, 1), &k.levels
	}
	p.levels = transposed(p.levels, units)
	d.pictures = append(d.pictures, p)
	d.frame(r, 2, 1, k.line)
	d.spots = append(d.spots, spot{box: r, rows: units, cols: steps, tip: func(u, t int) (string, []string) {
		return k.words.text("canvas.unit", "Unit") + " " + number(float32(u+1), 4) + ", " + strings.ToLower(k.step(t)), k.unitLines(layer, u, t)
	}})
}

// transposed returns the columns of a matrix as rows.
func transposed(levels []uint8, cols int) []uint8 {
	rows := len(levels) / cols
	out := make([]uint8, len(levels))
	for c := range cols {
		for r, at := 0, c; r < rows; r, at = r+1, at+cols {
			out[c*rows+r] = levels[at]
		}
	}
	return out
}

// spread returns twice the root mean square of some values: of a few that are
// much larger the others would pale.
func spread(values []float32) float32 {
	var sum float64
	for _, v := range values {
		sum += float64(v) * float64(v)
	}
	return 2 * max(float32(math.Sqrt(sum/float64(max(1, len(values))))), 1e-12)
}

// unitLines says all that is known of a unit at a step: its state, what that is
// made of, and what it was before.
func (k *kit) unitLines(layer string, unit, step int) (lines []string) {
	before := step - 1
	if strings.HasSuffix(layer, "-reverse") {
		before = step + 1
	}
	for _, part := range []string{"hidden", "cell", "input", "forget", "reset", "update", "candidate", "output"} {
		values, shape := k.values(layer+"/"+part, 3)
		if values != nil && step < shape[1] && unit < shape[2] {
			line := k.words.text("canvas.gate."+part, part) + ": " + number(values[step*shape[2]+unit], 3)
			if (part == "hidden" || part == "cell") && before >= 0 && before < shape[1] {
				line += " (" + k.words.text("canvas.before", "before") + " " + number(values[before*shape[2]+unit], 3) + ")"
			}
			lines = append(lines, line)
		}
	}
	return lines
}
