// Package rnn is recurrent networks on sequences: a network, and perhaps another
// one that learns the same beside it.
package rnn

import (
	"slices"

	"nnplay/nn/lab"
	"nnplay/nn/lab/sequence"
)

// Family is the row of the family.
var Family = lab.Define(lab.Family{
	Name: "rnn", Settings: rows, Default: begin, Follow: sequence.Follow(data), Repair: repair, Open: open, Describe: describe,
	Own:     []lab.OwnData{sequence.OwnText(data, true)},
	Scores:  slices.Concat(sequence.Scores, sequence.RivalScores),
	Says:    sequence.Says,
	Actions: sequence.Actions,
	Causes:  []lab.Cause{lab.LargeRate, lab.LargeStart, lab.MuchMomentum, lab.NoClipping},
	Rules:   rules,
	Reasons: sequence.Reasons,
	Errors:  sequence.Errors,
	Emblem: lab.Emblem{ // unrolled: from below to above, and from left to right
		Lines: "M16 32H104M24 54V10M48 54V10M72 54V10M96 54V10",
		Dots:  [][2]float32{{24, 32}, {48, 32}, {72, 32}, {96, 32}},
	},
	Presets: presets,
})
