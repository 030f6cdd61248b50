package gan

import (
	"math"
	"slices"
	"strconv"

	"nnplay/wasm/paper"
)

var nan = float32(math.NaN())

// How a player stands at the moment.
const (
	playing = iota // both play
	trained        // it is its turn
	still          // it takes part, but is not trained
	veiled         // it has no part in what is shown
)

// A glow is what is shown of the game.
type glow struct {
	players         [2]int  // generator, discriminator
	forward, back   [2]bool // what flows through them
	fakes, reals    bool    // and into the discriminator
	fakesBack       bool
	noise, verdict  bool
	sampled, fooled bool // real samples, and fakes, of the minibatch are there
}

// A phase is a part of a step in slow motion.
type phase struct {
	name string // as the family tells it, and of the translation canvas.phase.NAME
	glow
}

// phases is the table of what they show, in their order.
var phases = [...]phase{
	{"noise", glow{players: [2]int{still, veiled}, noise: true}},
	{"generate", glow{players: [2]int{still, veiled}, forward: [2]bool{true, false}, fakes: true, fooled: true}},
	{"real", glow{players: [2]int{veiled, trained}, reals: true, sampled: true, fooled: true}},
	{"judge", glow{players: [2]int{veiled, trained}, forward: [2]bool{false, true}, fakes: true, reals: true, verdict: true, sampled: true, fooled: true}},
	{"gradient-d", glow{players: [2]int{veiled, trained}, back: [2]bool{false, true}, verdict: true, sampled: true, fooled: true}},
	{"update-d", glow{players: [2]int{veiled, trained}, verdict: true, sampled: true, fooled: true}},
	{"fresh-noise", glow{players: [2]int{trained, veiled}, noise: true}},
	{"fool", glow{players: [2]int{trained, still}, forward: [2]bool{true, true}, fakes: true, verdict: true, fooled: true}},
	{"gradient-g", glow{players: [2]int{trained, still}, back: [2]bool{true, true}, fakesBack: true, verdict: true, fooled: true}},
	{"update-g", glow{players: [2]int{trained, veiled}}},
}

// slow returns the phase of slow motion, -1 if there is none.
func (k figure) slow() int {
	name := k.Phase()
	return slices.IndexFunc(phases[:], func(p phase) bool { return p.name == name })
}

// lit returns what is shown of the game: of a phase its part, otherwise all that
// happens in a step.
func (k figure) lit() glow {
	if at := k.slow(); at >= 0 {
		return phases[at].glow
	}
	l := glow{forward: [2]bool{true, true}, fakes: true, reals: true, verdict: true}
	if v, _ := k.Values("game/turns", 1); len(v) == 2 {
		l.back = [2]bool{v[1] > 0, v[0] > 0 || v[1] > 0}
		l.fakesBack = v[1] > 0
	}
	return l
}

// drawPhase says which phase is shown, over the plane.
func (k figure) drawPhase(d *paper.Drawing, r paper.Rectangle) {
	at := k.slow()
	if at < 0 {
		return
	}
	p := phases[at]
	words := k.Fitted(strconv.Itoa(at+1)+"/"+strconv.Itoa(len(phases))+"  "+k.Words.Text("canvas.phase."+p.name, p.name), 13, (r.W-32)/boldness)
	w := k.Measure(words, 13)*boldness + 20
	d.Over.Fill(paper.Rect(r.X+6, r.Y+6, w, 24), 6, k.Surface.Alpha(0.9))
	d.Labels = append(d.Labels, paper.Text{Words: words, X: r.X + 16, Y: r.Y + 18, Size: 13, Strong: true, Color: k.Ink})
}

// average returns the mean, NaN of nothing.
func average(values []float32) float32 {
	var sum float32
	for _, v := range values {
		sum += v
	}
	return sum / float32(len(values))
}
