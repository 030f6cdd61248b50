// Package cnn is the family of convolutional networks, which recognise images.
package cnn

import (
	"nnplay/nn/lab"
	"nnplay/nn/lab/image"
)

// Family is the row of the family.
var Family = lab.Define(lab.Family{
	Name: "cnn", Settings: rows(), Default: begin, Repair: repair, Open: open, Describe: describe,
	Generated: pictures.WhenDrawn, NoData: pictures.NoData, Own: []lab.OwnData{pictures.Own(true)},
	Says: []string{"seen", "mistakes"},
	Actions: []lab.Action{
		{Name: "sketch", Kind: lab.Sketch, Side: sketchSide, Applies: pictures.WhenDrawn}, // images of one's own have a pad
		{Name: "previousSample", Kind: lab.Button, Applies: pictures.WhenTested}, {Name: "nextSample", Kind: lab.Button, Applies: pictures.WhenTested},
		{Name: "previousMistake", Kind: lab.Button, Applies: pictures.WhenTested}, {Name: "nextMistake", Kind: lab.Button, Applies: pictures.WhenTested},
	},
	Causes: []lab.Cause{
		lab.LargeRate, lab.Decayed(func(s *lab.Spec) lab.Regularized { return of(s).Regularized }), lab.LargeStart, lab.MuchMomentum,
		lab.Unbounded(hiddenActivations), lab.NoClipping,
	},
	Rules:   rules,
	Reasons: append([]string{notConvolved, nothingDropped}, image.Reasons...),
	Emblem: lab.Emblem{ // maps that become smaller and more
		Lines: "M6 10H46V54H6ZM22 22H36V36H22ZM36 22L60 26M36 36L60 30M60 14H80V34H60ZM66 22H86V42H66ZM86 32L104 32",
		Dots:  [][2]float32{{108, 16}, {108, 32}, {108, 48}},
	},
	Presets: presets,
})

// hiddenActivations returns the activation of the stages and the hidden layers,
// if there are any.
func hiddenActivations(s *lab.Spec) []string {
	if whenHidden(s) != "" {
		return nil
	}
	return []string{of(s).HiddenActivation}
}
