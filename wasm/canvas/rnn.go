package main

import (
	"slices"
	"strings"
)

// figureRNN shows a recurrent network unrolled in time, from left to right: what
// is read at the bottom, the states and gates of each layer above it, what is
// predicted at the top; and below all how the gradient fades on its way back. A
// second network that learns beside it stands to its right.
func figureRNN(k *kit) drawing {
	var d drawing
	nets := k.recurrentNets()
	box := k.free
	if len(nets) == 0 {
		return d
	}
	gap := float32(26)
	sideways := !k.narrow()
	for i, net := range nets {
		r := box
		if n := float32(len(nets)); sideways {
			r.w = (box.w - gap*(n-1)) / n
			r.x += (r.w + gap) * float32(i)
		} else {
			r.h = (box.h - gap*(n-1)) / n
			r.y += (r.h + gap) * float32(i)
		}
		k.drawUnrolled(&d, r, net, len(nets) > 1)
	}
	return d
}

// An unrolled is one network of a recurrent experiment: its layers' names have
// the prefix.
type unrolled struct {
	prefix string
	layers []string // from below
	steps  int
}

// recurrentNets returns the networks that there are states of.
func (k *kit) recurrentNets() []unrolled {
	var nets []unrolled
	for _, l := range k.topology.Layers {
		_, shape := k.values(l.Name+"/hidden", 3)
		if shape == nil || shape[1] < 1 || shape[2] < 1 {
			continue
		}
		prefix := ""
		if i := strings.LastIndex(l.Name, "/"); i >= 0 {
			prefix = l.Name[:i+1]
		}
		if n := len(nets); n == 0 || nets[n-1].prefix != prefix {
			nets = append(nets, unrolled{prefix: prefix, steps: shape[1]})
		}
		net := &nets[len(nets)-1]
		if shape[1] == net.steps {
			net.layers = append(net.layers, l.Name)
		}
	}
	return nets
}

// Sizes of the figure, CSS pixels.
const (
	rnnLabels  = 88  // left of the rows
	rnnTokens  = 24  // height of a row of tokens
	rnnValues  = 58  // height of a row of values
	rnnAnswer  = 26  // height of a row with a single value
	rnnGap     = 18  // between two rows: the title of the lower one stands there
	mostTokens = 400 // that are written
)

// drawUnrolled draws a network into r.
func (k *kit) drawUnrolled(d *drawing, r rect, net unrolled, named bool) {
	labels := float32(rnnLabels)
	if r.w < 420 {
		labels = 0 // the titles stand above the rows
	}
	y := r.y
	if named {
		d.labels = append(d.labels, text{words: k.netName(net), x: r.x, y: y + 7, size: 14, strong: true, color: k.ink})
		y += 20
	}
	said, read := k.heights(r)
	back := k.gradientHeight(net, r)
	gap := float32(rnnGap)
	if labels > 0 {
		gap = rnnGap / 2 // no titles stand there
	}
	bottom := r.y + r.h - back
	top := y + gap
	_, single := k.singleAnswer()
	if single && labels == 0 {
		top = y // it says itself what it is
	}
	states := rect{r.x + labels, top + said + gap, r.w - labels, 0}
	states.h = max(bottom-rnnGap-read-rnnGap-states.y, 1)
	row := func(y, height float32) rect { return rect{states.x, y, states.w, height} }

	if !single || labels > 0 {
		k.rowTitle(d, r.x, row(top, said), labels, k.words.text("canvas.prediction", "Prediction"))
	}
	k.drawPrediction(d, row(top, said), net)
	k.drawStates(d, r.x, states, labels, gap, net)
	input := row(bottom-rnnGap-read, read)
	k.rowTitle(d, r.x, input, labels, k.words.text("canvas.input", "Input"))
	k.drawConnectionLegend(d, r.x, input, labels, net)
	k.drawInput(d, input, net)
	k.drawGradients(d, r.x, row(bottom, back), labels, net)
}

// netName says what a network is made of.
func (k *kit) netName(net unrolled) string {
	name := strings.TrimPrefix(net.layers[0], net.prefix)
	return strings.ToUpper(strings.TrimRight(name, "0123456789"))
}

// layerName numbers a layer, with an arrow where it runs in one of two directions:
// "2" or "2 ←".
func (net *unrolled) layerName(layer string) string {
	name, reverse := strings.CutSuffix(strings.TrimPrefix(layer, net.prefix), "-reverse")
	name = strings.TrimLeft(name, "abcdefghijklmnopqrstuvwxyz")
	switch {
	case reverse:
		name += " ←"
	case slices.Contains(net.layers, layer+"-reverse"):
		name += " →"
	}
	return name
}

// heights returns those of the rows of what is predicted and of what is read.
func (k *kit) heights(r rect) (said, read float32) {
	if len(k.topology.Symbols) > 0 {
		return rnnTokens, rnnTokens
	}
	read = min(rnnValues, r.h*0.15)
	if _, single := k.singleAnswer(); single {
		return rnnAnswer, read
	}
	return read, read
}

// singleAnswer returns the step at which the only value is asked for, if it is
// only one.
func (k *kit) singleAnswer() (step int, single bool) {
	counts, _ := k.values("look/counts", 1)
	step = -1
	for t, c := range counts {
		if c > 0 && step >= 0 {
			return 0, false
		} else if c > 0 {
			step = t
		}
	}
	return step, step >= 0
}

// rowTitle writes a row's title left of it or, without labels, above it.
func (k *kit) rowTitle(d *drawing, x float32, row rect, labels float32, words string) {
	if labels > 0 {
		d.label(words, x, row.y+row.h/2, 12, 0, k.muted)
		return
	}
	d.label(words, x, row.y-8, 11, 0, k.muted)
}

// step says which step it is.
func (k *kit) step(t int) string {
	return k.words.text("canvas.step", "Step") + " " + number(float32(t+1), 4)
}
