// Package autoencoder is the family of networks that squeeze images through a
// code of few numbers and restore them.
package autoencoder

import (
	"nnplay/nn/lab"
	"nnplay/nn/lab/image"
)

// Family is the row of the family.
var Family = lab.Define(lab.Family{
	Name: "autoencoder", Settings: rows(), Default: begin, Repair: repair, Open: open, Describe: describe,
	Generated: pictures.WhenDrawn, NoData: pictures.NoData, Own: []lab.OwnData{pictures.Own(false)},
	Scores:  []lab.ScoreRow{{Name: "pixel-error"}, {Name: "code-kl"}},
	Actions: []lab.Action{{Name: "previousSample", Kind: lab.Button}, {Name: "nextSample", Kind: lab.Button}},
	Causes:  []lab.Cause{lab.LargeRate, lab.LargeStart, lab.MuchMomentum, lab.Unbounded(hiddenActivations), lab.NoClipping},
	Rules:   rules,
	Reasons: append([]string{variationalOnly}, image.Reasons...),
	Emblem: lab.Emblem{ // narrow in the middle
		Lines: "M12 8L60 26M12 56L60 38M12 32L60 26M12 32L60 38M60 26L108 8M60 38L108 56M60 26L108 32M60 38L108 32",
		Dots:  [][2]float32{{12, 8}, {12, 32}, {12, 56}, {60, 26}, {60, 38}, {108, 8}, {108, 32}, {108, 56}},
	},
	Presets: presets,
})

// hiddenActivations returns the activation of the hidden layers, if there are any.
func hiddenActivations(s *lab.Spec) []string {
	own := of(s)
	if len(own.Encoder) == 0 {
		return nil
	}
	return []string{own.HiddenActivation}
}
