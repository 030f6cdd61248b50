package rnn

import (
	"math"
	"strings"

	"nnplay/wasm/paper"
)

// drawStates draws the states of all layers, the uppermost first, and below each
// its gates.
func (k figure) drawStates(d *paper.Drawing, x float32, r paper.Rectangle, labels, gap float32, net unrolled) {
	type strip struct {
		layer, part string
		weight      float32
	}
	var strips []strip
	const leastGate, leastState = 13, 11 // heights below which rows are left out
	for i := len(net.layers) - 1; i >= 0; i-- {
		strips = append(strips, strip{net.layers[i], "hidden", 1.8})
		for _, part := range []string{"cell", "input", "forget", "reset", "update", "candidate", "output"} {
			if _, shape := k.Values(net.layers[i]+"/"+part, 3); shape != nil {
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
		return (r.H - gap*float32(len(strips)-1)) / sum
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
	unit, y := room(), r.Y
	states := map[string]*paper.Spot{}
	for _, s := range strips {
		row := paper.Rect(r.X, y, r.W, unit*s.weight)
		title := k.Words.Text("canvas.gate."+s.part, s.part)
		if len(net.layers) > 1 && s.part == "hidden" {
			title += " " + net.layerName(s.layer)
		}
		k.rowTitle(d, x, row, labels, title)
		switch spot := k.drawUnits(d, row, net, s.layer, s.part); {
		case spot != nil && s.part == "hidden":
			states[s.layer] = spot
		case spot != nil && s.part != "cell":
			k.standUnits(d, spot, s.layer, s.part)
		}
		y += row.H + gap
	}
	for _, layer := range net.layers {
		if spot := states[layer]; spot != nil {
			k.standUnits(d, spot, layer, "hidden")
		}
	}
}

// drawUnits draws one of a layer's arrays, a row a unit and a column a step, and
// returns a copy of its spot, nil if there is no such array.
func (k figure) drawUnits(d *paper.Drawing, r paper.Rectangle, net unrolled, layer, part string) *paper.Spot {
	values, shape := k.Values(layer+"/"+part, 3)
	if values == nil || shape[1] != net.steps {
		return nil
	}
	steps, units := shape[1], shape[2]
	values = values[:steps*units]
	p := paper.Picture{Box: r, Rows: units, Cols: steps}
	switch part {
	case "input", "forget", "reset", "update", "output": // between 0 and 1
		p.Levels, p.Table = paper.Shares(values, 1), &k.Grays
	case "cell":
		p.Levels, p.Table = paper.Signed(values, spread(values)), &k.Levels
	default:
		p.Levels, p.Table = paper.Signed(values, 1), &k.Levels
	}
	p.Levels = transposed(p.Levels, units)
	d.Pictures = append(d.Pictures, p)
	d.Over.Frame(r, 2, 1, k.Line)
	s := paper.Spot{Box: r, Rows: units, Cols: steps, Tip: func(u, t int) (string, []string) {
		return k.Words.Text("canvas.unit", "Unit") + " " + paper.Number(float32(u+1), 4) + ", " + strings.ToLower(k.step(t)), k.unitLines(layer, u, t)
	}, Part: func(u, t int) paper.Part { return partOf(layer, part, u, t) }}
	d.Spots = append(d.Spots, s)
	return &s
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
func (k figure) unitLines(layer string, unit, step int) (lines []string) {
	before := step - 1
	if strings.HasSuffix(layer, "-reverse") {
		before = step + 1
	}
	for _, part := range []string{"hidden", "cell", "input", "forget", "reset", "update", "candidate", "output"} {
		values, shape := k.Values(layer+"/"+part, 3)
		if values != nil && step < shape[1] && unit < shape[2] {
			line := k.Words.Text("canvas.gate."+part, part) + ": " + paper.Number(values[step*shape[2]+unit], 3)
			if (part == "hidden" || part == "cell") && before >= 0 && before < shape[1] {
				line += " (" + k.Words.Text("canvas.before", "before") + " " + paper.Number(values[before*shape[2]+unit], 3) + ")"
			}
			lines = append(lines, line)
		}
	}
	return lines
}
