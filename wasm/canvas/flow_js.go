package main

import (
	"math"
	"syscall/js"
	"time"

	"nnplay/wasm/paper"
)

// A flow makes beads of light run along the links while training goes on: the
// shader's work, so that no vertex is rebuilt for it.
type flow struct {
	calm    bool    // reduced motion is wished for
	trained float64 // when training last went on, ms
	amount  float32 // of the beads, 0 to 1
	phase   float32 // of a bead's way to the next one
}

const (
	flowHold   = 250 // how long the beads run on after a step, ms
	flowFade   = 300 // and how long they take to fade
	flowPeriod = 900 // for the way to the next bead
	flowPitch  = 30  // the length of that way, CSS pixels
)

// open follows the reader's wish for less motion.
func (f *flow) open() {
	wish := js.Global().Call("matchMedia", "(prefers-reduced-motion: reduce)")
	f.calm = wish.Get("matches").Bool()
	wish.Call("addEventListener", "change", js.FuncOf(func(_ js.Value, args []js.Value) any {
		f.calm = args[0].Get("matches").Bool()
		return nil
	}))
}

var start = time.Now()

// now returns the time since the start, in ms.
func now() float64 { return float64(time.Since(start)) / float64(time.Millisecond) }

// advance moves the beads and reports whether they moved.
func (f *flow) advance() bool {
	before := f.amount
	f.amount = 0
	if f.trained > 0 {
		t := now()
		f.amount = paper.Clamp(float32(1-(t-f.trained-flowHold)/flowFade), 0, 1)
		f.phase = float32(math.Mod(t/flowPeriod, 1))
		switch {
		case f.amount == 0:
			f.trained = 0
		case f.calm:
			f.amount = 0
		}
	}
	return f.amount > 0 || before > 0
}
