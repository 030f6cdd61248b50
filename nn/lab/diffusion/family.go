// Package diffusion is the family of flows: a network learns at what velocity
// noise moves to become a distribution of the plane.
package diffusion

import (
	"nnplay/nn/lab"
	"nnplay/nn/lab/plane"
)

// Family is the family of flows from noise to data.
var Family = lab.Define(lab.Family{
	Name: "diffusion", Settings: rows, Default: setDefault, Follow: onPlane.Follow, Repair: repair, Open: open, Describe: describe,
	Own: []lab.OwnData{onPlane.OwnPoints()}, CSV: onPlane.CSV,
	Scores:  plane.Divergences,
	Actions: []lab.Action{{Name: "time", Kind: lab.Number, Min: 0, Max: 1, Step: 0.02, Sweeps: true, Default: "1"}},
	Causes:  []lab.Cause{lab.LargeRate, lab.LargeStart, lab.MuchMomentum, lab.Unbounded(activations), lab.NoClipping},
	Rules:   rules,
	Reasons: plane.Reasons,
	Emblem: lab.Emblem{ // paths from anywhere to the data
		Lines: "M8 8C40 8 60 24 104 24M8 24C40 30 60 28 104 28M8 40C40 34 60 36 104 36M8 56C40 56 60 40 104 40",
		Dots:  [][2]float32{{104, 24}, {104, 28}, {104, 36}, {104, 40}},
	},
	Presets: presets,
})
