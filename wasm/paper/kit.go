package paper

import "nnplay/wasm/wire"

// A Kit is what a figure draws from and with.
type Kit struct {
	*Scene
	*Theme
	Words Dictionary
	Free  Rectangle // where it may draw, CSS pixels
	Dock  float32   // how much of that, from below, a card takes that stands beside what the network says; see Plan
	// Pointed is the value of the spot with an action that is pointed at, or what
	// the spot shows, "" if there is none.
	Pointed string
	// Lit is what takes part where a step is gone through slowly, so that what can be
	// turned to shows it; nil where none is.
	Lit []Lit
	// Share is how much of its way has been covered by what moves when a figure
	// changes, from 0 to 1.
	Share float32
	// View is what the reader has turned to; see Spot.
	View map[string]int
	// Glide is the way from what was drawn before a network has changed; nil if
	// nothing is on it.
	Glide *Glide
	// Before is the drawing that this one takes the place of; nil if there is none.
	Before *Drawing
	// Measure returns the width of a text, MeasureMedium that of one in medium
	// weight.
	Measure, MeasureMedium func(words string, size float32) float32
}

// Blank returns an empty drawing, in the memory of the one before: a network is drawn
// anew with each step.
func (k *Kit) Blank() Drawing {
	b := k.Before
	if b == nil {
		return Drawing{}
	}
	return Drawing{Under: b.Under[:0], Heats: b.Heats[:0], Over: b.Over[:0], Spots: b.Spots[:0], points: b.points[:0]}
}

// A Glide is a way that things are on from one drawing to the next.
type Glide struct {
	Scene *Scene  // what was drawn; nil if that is what there is now
	From  any     // the arrangement it was drawn in
	Share float32 // of the time that is over, from 0 to 1
}

// Margin is what is free around a figure, in CSS pixels.
const Margin = 18

// NarrowWidth is the width below which a canvas is a phone's.
const NarrowWidth = 600

// besideWidth is the width above which a figure that is wider than high does not stand
// on a phone, but beside what is told of a step.
const besideWidth = 440

// Narrow tells whether the figure stands on a phone.
func (k *Kit) Narrow() bool {
	beside := k.Lit != nil && k.Free.W > besideWidth && k.Free.H < k.Free.W
	return k.Free.W < NarrowWidth && !beside
}

// Symbol returns what a class or a token is called.
func (k *Kit) Symbol(i int) string {
	if i >= 0 && i < len(k.Topology.Symbols) {
		return k.Topology.Symbols[i]
	}
	return Number(float32(i), 0)
}

// Visible returns a symbol as it is written in figures: what has no ink has a sign.
func Visible(symbol string) string {
	switch symbol {
	case " ":
		return "␣"
	case "\t":
		return "⇥"
	case "\n":
		return "↵"
	case "\u200c":
		return "ZWNJ"
	case "\u200d":
		return "ZWJ"
	}
	return symbol
}

// LayerOf returns the layer of that name, or nil.
func (k *Kit) LayerOf(name string) *wire.Layer {
	for i := range k.Topology.Layers {
		if k.Topology.Layers[i].Name == name {
			return &k.Topology.Layers[i]
		}
	}
	return nil
}

// Values returns a tensor's numbers if it has as many dimensions, else nil.
func (k *Kit) Values(name string, rank int) (values []float32, shape []int) {
	t, ok := k.Tensors[name]
	if !ok || len(t.Shape) != rank || t.F32 == nil {
		return nil, nil
	}
	return t.F32, t.Shape
}

// Fitted returns a text that is no wider than it may be, cut off if need be.
func (k *Kit) Fitted(words string, size, width float32) string {
	if k.Measure(words, size) <= width {
		return words
	}
	letters := []rune(words)
	for n := len(letters) - 1; n > 0; n-- {
		if cut := string(letters[:n]) + "…"; k.Measure(cut, size) <= width {
			return cut
		}
	}
	return ""
}
