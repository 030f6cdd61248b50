package main

// drawInput draws what is read, tinted where the prediction that is asked hangs
// on it.
func (k *kit) drawInput(d *drawing, r rect, net unrolled) {
	tint, tell := k.connection(net)
	if x, shape := k.values("look/x", 1); x != nil && shape[0] == net.steps {
		width := r.w / float32(net.steps)
		for t, v := range x {
			cell := rect{r.x + float32(t)*width, r.y, width, r.h}
			inner := rect{cell.x + 0.5, cell.y, max(width-1, 0.5), cell.h}
			d.fill(inner, 2, k.ink.alpha(0.07))
			if c := tint(t); c > 0.01 {
				d.fill(inner, 2, k.positive.alpha(0.7*c))
			}
			k.token(d, int(v+0.5), cell)
		}
		d.spots = append(d.spots, spot{box: r, rows: 1, cols: net.steps, tip: func(_, t int) (string, []string) {
			return k.step(t), append([]string{k.symbol(int(x[t] + 0.5))}, tell(t)...)
		}})
		return
	}
	x, shape := k.values("look/x", 2)
	if x == nil || shape[0] != net.steps {
		return
	}
	n, inputs := shape[0], shape[1]
	width := r.w / float32(n)
	y := scaleTo(r, x, []float32{0})
	d.frame(r, 2, 1, k.line)
	for t := range n {
		left := r.x + float32(t)*width
		if c := tint(t); c > 0.01 {
			d.fill(rect{left, r.y, width, r.h}, 0, k.positive.alpha(0.3*c))
		}
		for i := range inputs { // bars beside each other
			v, part := y(x[t*inputs+i]), width*0.8/float32(inputs)
			zero := y(0)
			c := k.target(i)
			d.fill(rect{left + width*0.1 + float32(i)*part, min(v, zero), max(part, 1), max(abs(v-zero), 1)}, 0, c.alpha(0.8))
		}
	}
	d.spots = append(d.spots, spot{box: r, rows: 1, cols: n, tip: func(_, t int) (string, []string) {
		var lines []string
		for i := range inputs {
			lines = append(lines, "x"+string(rune(0x2081+i%9))+" = "+number(x[t*inputs+i], 3))
		}
		return k.step(t), append(lines, tell(t)...)
	}})
}

// asked returns the place whose prediction is asked on what it hangs, -1 if none
// is.
func (k *kit) asked(net unrolled) int {
	if place, _ := k.values("look/place", 1); len(place) == 1 && place[0] >= 0 && int(place[0]) < net.steps {
		return int(place[0])
	}
	return -1
}

// connection returns how much the prediction that is asked hangs on what is read
// at a step, as a part of the most, and what is told of it.
func (k *kit) connection(net unrolled) (tint func(t int) float32, tell func(t int) []string) {
	t, ok := k.tensors[net.prefix+"connection"] // (1, T)
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
				k.words.text("canvas.connection", "What the prediction hangs on") + ": ‖∂z/∂x‖ = " + gradient(t.F32[i]),
				"   " + number(100*tint(i), 3) + " % " + k.words.text("canvas.ofLargest", "of the largest"),
			}
		}
	}
	return func(int) float32 { return 0 }, func(int) []string { return nil }
}

// drawAsked frames the prediction that is asked.
func (k *kit) drawAsked(d *drawing, r rect, net unrolled) {
	if place := k.asked(net); place >= 0 {
		width := r.w / float32(net.steps)
		d.frame(rect{r.x + float32(place)*width, r.y - 1, width, r.h + 2}.grown(1), 3, 2, k.ink)
	}
}

// drawConnectionLegend says above the input what the tint is.
func (k *kit) drawConnectionLegend(d *drawing, x float32, r rect, labels float32, net unrolled) {
	if k.asked(net) < 0 {
		return
	}
	left := r.x
	if labels == 0 {
		left = x + k.measure(k.words.text("canvas.input", "Input"), 11) + 12
	}
	words := k.fitted(k.words.text("canvas.connection", "What the prediction hangs on"), 11, r.x+r.w-left-14)
	if words == "" {
		return
	}
	y := r.y - 8
	d.label(words, r.x+r.w, y, 11, 1, k.muted)
	d.fill(rect{r.x + r.w - k.measure(words, 11) - 14, y - 5, 10, 10}, 2, k.positive.alpha(0.7))
}
