// Package rnn is the figure of a recurrent network.
package rnn

import (
	"slices"
	"strings"

	"nnplay/wasm/paper"
)

// Figure is the row in the table of figures.
var Figure = paper.Figure{Draw: draw, Tooled: true, Parameters: true}

// draw shows a recurrent network unrolled in time, from left to right: what
// is read at the bottom, the states and gates of each layer above it, what is
// predicted at the top; and below all how the gradient fades on its way back. A
// second network that learns beside it stands to its right.
func draw(kit *paper.Kit) paper.Drawing {
	k := figure{kit}
	var d paper.Drawing
	nets := k.recurrentNets()
	box := k.Free
	if len(nets) == 0 {
		return d
	}
	gap := float32(26)
	sideways := !k.Narrow()
	if sideways || len(nets) == 1 { // predictions are above
		d.Plan.Sheet = box.Y + box.H/2
	}
	for i, net := range nets {
		r := box
		if n := float32(len(nets)); sideways {
			r.W = (box.W - gap*(n-1)) / n
			r.X += (r.W + gap) * float32(i)
		} else {
			r.H = (box.H - gap*(n-1)) / n
			r.Y += (r.H + gap) * float32(i)
		}
		k.drawUnrolled(&d, r, net, len(nets) > 1)
	}
	d.Labels = k.Legible(d.Labels)
	return d
}

// A figure is a kit that knows the tensors of recurrent networks.
type figure struct{ *paper.Kit }

// An unrolled is one network of a recurrent experiment: its layers' names have
// the prefix.
type unrolled struct {
	prefix string
	layers []string // from below
	steps  int
}

// recurrentNets returns the networks that there are states of.
func (k figure) recurrentNets() []unrolled {
	var nets []unrolled
	for _, l := range k.Topology.Layers {
		_, shape := k.Values(l.Name+"/hidden", 3)
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
func (k figure) drawUnrolled(d *paper.Drawing, r paper.Rectangle, net unrolled, named bool) {
	labels := float32(rnnLabels)
	if r.W < 420 {
		labels = 0 // the titles stand above the rows
	}
	y := r.Y
	if named {
		d.Labels = append(d.Labels, paper.Text{Words: k.netName(net), X: r.X, Y: y + 7, Size: 14, Strong: true, Color: k.Ink})
		y += 20
	}
	said, read := k.heights(r)
	back := k.gradientHeight(net, r)
	gap := float32(rnnGap)
	if labels > 0 {
		gap = rnnGap / 2 // no titles stand there
	}
	bottom := r.Y + r.H - back
	top := y + gap
	_, single := k.singleAnswer()
	if single && labels == 0 {
		top = y // it says itself what it is
	}
	states := paper.Rect(r.X+labels, top+said+gap, r.W-labels, 0)
	states.H = max(bottom-rnnGap-read-rnnGap-states.Y, 1)
	row := func(y, height float32) paper.Rectangle { return paper.Rect(states.X, y, states.W, height) }

	if !single || labels > 0 {
		k.rowTitle(d, r.X, row(top, said), labels, k.Words.Text("canvas.prediction", "Prediction"))
	}
	k.drawPrediction(d, row(top, said), net)
	k.drawStates(d, r.X, states, labels, gap, net)
	input := row(bottom-rnnGap-read, read)
	if d.Main.W == 0 {
		d.Main = states
	}
	k.rowTitle(d, r.X, input, labels, k.Words.Text("canvas.input", "Input"))
	k.drawConnectionLegend(d, r.X, input, labels, net)
	k.drawInput(d, input, net)
	k.drawGradients(d, r.X, row(bottom, back), labels, net)
}

// netName says what a network is made of.
func (k figure) netName(net unrolled) string {
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
func (k figure) heights(r paper.Rectangle) (said, read float32) {
	if len(k.Topology.Symbols) > 0 {
		return rnnTokens, rnnTokens
	}
	read = min(rnnValues, r.H*0.15)
	if _, single := k.singleAnswer(); single {
		return rnnAnswer, read
	}
	return read, read
}

// singleAnswer returns the step at which the only value is asked for, if it is
// only one.
func (k figure) singleAnswer() (step int, single bool) {
	counts, _ := k.Values("look/counts", 1)
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
func (k figure) rowTitle(d *paper.Drawing, x float32, row paper.Rectangle, labels float32, words string) {
	if labels > 0 {
		d.Label(words, x, row.Y+row.H/2, 12, 0, k.Muted)
		return
	}
	d.Label(words, x, row.Y-8, 11, 0, k.Muted)
}

// step says which step it is.
func (k figure) step(t int) string {
	return k.Words.Text("canvas.step", "Step") + " " + paper.Number(float32(t+1), 4)
}
