// Package gan is the family of generative adversarial networks: a generator and a
// discriminator that play against each other for a distribution of the plane.
package gan

import (
	"slices"

	"nnplay/nn/lab"
	"nnplay/nn/lab/plane"
)

// Family is the family of generative adversarial networks.
var Family = lab.Define(lab.Family{
	Name: "gan", Settings: rows, Default: setDefault, Follow: onPlane.Follow, Repair: repair, Open: open, Describe: describe,
	Own: []lab.OwnData{onPlane.OwnPoints()}, CSV: onPlane.CSV,
	Scores: slices.Concat(plane.Divergences, []lab.ScoreRow{{Name: "lossD", Loss: true}, {Name: "lossG", Loss: true}}), Says: phaseNames(),
	Actions: []lab.Action{
		{Name: "stepD", Kind: lab.Button}, {Name: "stepG", Kind: lab.Button},
		{Name: "previousPhase", Kind: lab.Button, Applies: whenTurns}, {Name: "nextPhase", Kind: lab.Button, Every: 4, Applies: whenTurns},
	},
	Causes:  []lab.Cause{lab.LargeRate, lab.LargeStart, lab.MuchMomentum, lab.Unbounded(activations), lab.NoClipping},
	Reasons: append([]string{noTurns, notClipped}, plane.Reasons...),
	Emblem: lab.Emblem{ // two networks; what one makes, the other judges
		Lines: "M8 20L32 10L56 32M8 44L32 54L56 32M8 20L32 54M8 44L32 10M64 32L88 10L112 32M64 32L88 54L112 32M56 32H64",
		Dots:  [][2]float32{{8, 20}, {8, 44}, {32, 10}, {32, 54}, {56, 32}, {64, 32}, {88, 10}, {88, 54}, {112, 32}},
	},
	Presets: presets,
})
