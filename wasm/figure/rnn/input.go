package rnn

import "nnplay/wasm/paper"

// drawInput draws what is read, tinted where the prediction that is asked hangs
// on it.
func (k figure) drawInput(d *paper.Drawing, r paper.Rectangle, net unrolled) {
	tint, tell := k.connection(net)
	if x, shape := k.Values("look/x", 1); x != nil && shape[0] == net.steps {
		width := r.W / float32(net.steps)
		for t, v := range x {
			cell := paper.Rect(r.X+float32(t)*width, r.Y, width, r.H)
			inner := paper.Rect(cell.X+0.5, cell.Y, max(width-1, 0.5), cell.H)
			d.Over.Fill(inner, 2, k.Ink.Alpha(0.07))
			if c := tint(t); c > 0.01 {
				d.Over.Fill(inner, 2, k.Positive.Alpha(0.7*c))
			}
			k.token(d, int(v+0.5), cell)
		}
		spot := paper.Spot{Box: r, Rows: 1, Cols: net.steps, Tip: func(_, t int) (string, []string) {
			return k.step(t), append([]string{paper.Visible(k.Symbol(int(x[t] + 0.5)))}, tell(t)...)
		}, Part: func(_, t int) paper.Part { return paper.Part{Layer: "minibatch", Tensor: "minibatch/x", Unit: t} }}
		d.Spots = append(d.Spots, spot)
		return
	}
	x, shape := k.Values("look/x", 2)
	if x == nil || shape[0] != net.steps {
		return
	}
	n, inputs := shape[0], shape[1]
	width := r.W / float32(n)
	y := scaleTo(r, x, []float32{0})
	d.Over.Frame(r, 2, 1, k.Line)
	for t := range n {
		left := r.X + float32(t)*width
		if c := tint(t); c > 0.01 {
			d.Over.Fill(paper.Rect(left, r.Y, width, r.H), 0, k.Positive.Alpha(0.3*c))
		}
		for i := range inputs { // bars beside each other
			v, part := y(x[t*inputs+i]), width*0.8/float32(inputs)
			zero := y(0)
			c := k.Target(i)
			d.Over.Fill(paper.Rect(left+width*0.1+float32(i)*part, min(v, zero), max(part, 1), max(paper.Abs(v-zero), 1)), 0, c.Alpha(0.8))
		}
	}
	spot := paper.Spot{Box: r, Rows: 1, Cols: n, Tip: func(_, t int) (string, []string) {
		var lines []string
		for i := range inputs {
			lines = append(lines, "x"+string(rune(0x2081+i%9))+" = "+paper.Number(x[t*inputs+i], 3))
		}
		return k.step(t), append(lines, tell(t)...)
	}}
	d.Spots = append(d.Spots, spot)
	standSteps(d, &spot, inputs, []string{"minibatch/x"})
}

// asked returns the place whose prediction is asked on what it hangs, -1 if none
// is.
func (k figure) asked(net unrolled) int {
	if place, _ := k.Values("look/place", 1); len(place) == 1 && place[0] >= 0 && int(place[0]) < net.steps {
		return int(place[0])
	}
	return -1
}

// sensitivity is what the tint is called: it tells what a small change would do now,
// not what the network has remembered, since a saturated state lets no gradient through.
const sensitivity = "Sensitivity of the prediction"

// connection returns how much the prediction that is asked would change with what
// is read at a step, as a part of the most, and what is told of it.
func (k figure) connection(net unrolled) (tint func(t int) float32, tell func(t int) []string) {
	t, ok := k.Tensors[net.prefix+"connection"] // (1, T)
	if place := k.asked(net); ok && place >= 0 && len(t.F32) == net.steps {
		var most float32
		for _, v := range t.F32 {
			if v < 1e30 {
				most = max(most, v)
			}
		}
		tint = func(i int) float32 {
			if v := t.F32[i] / max(most, 1e-30); v > 0 {
				return min(v, 1)
			}
			return 0
		}
		return tint, func(i int) []string {
			return []string{
				k.Words.Text("canvas.connection", sensitivity) + ": ‖∂z/∂x‖ = " + paper.Gradient(t.F32[i]),
				"   " + paper.Number(100*tint(i), 3) + " % " + k.Words.Text("canvas.ofLargest", "of the largest"),
			}
		}
	}
	return func(int) float32 { return 0 }, func(int) []string { return nil }
}

// drawAsked frames the prediction that is asked.
func (k figure) drawAsked(d *paper.Drawing, r paper.Rectangle, net unrolled) {
	if place := k.asked(net); place >= 0 {
		width := r.W / float32(net.steps)
		d.Over.Frame(paper.Rect(r.X+float32(place)*width, r.Y-1, width, r.H+2).Grown(1), 3, 2, k.Ink)
	}
}

// drawConnectionLegend says above the input what the tint is.
func (k figure) drawConnectionLegend(d *paper.Drawing, x float32, r paper.Rectangle, labels float32, net unrolled) {
	if k.asked(net) < 0 {
		return
	}
	left := r.X
	if labels == 0 {
		left = x + k.Measure(k.Words.Text("canvas.input", "Input"), 11) + 12
	}
	words := k.Fitted(k.Words.Text("canvas.connection", sensitivity), 11, r.X+r.W-left-14)
	if words == "" {
		return
	}
	y := r.Y - 8
	d.Label(words, r.X+r.W, y, 11, 1, k.Muted)
	d.Over.Fill(paper.Rect(r.X+r.W-k.Measure(words, 11)-14, y-5, 10, 10), 2, k.Positive.Alpha(0.7))
}
