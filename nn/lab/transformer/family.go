// Package transformer is Transformers on sequences: a decoder, an encoder, or one
// behind the other.
package transformer

import (
	"slices"

	"nnplay/nn/lab"
	"nnplay/nn/lab/sequence"
)

// Family is the row of the family.
var Family = lab.Define(lab.Family{
	Name: "transformer", Settings: rows, Default: begin, Follow: sequence.Follow(data), Repair: repair, Open: open, Describe: describe,
	Own:     []lab.OwnData{sequence.OwnText(data, false)},
	Scores:  sequence.Scores,
	Says:    sequence.Says[:1],
	Actions: slices.Concat(sequence.Actions, sequence.Truncation),
	Causes: []lab.Cause{
		lab.LargeRate, lab.Decayed(func(s *lab.Spec) lab.Regularized { return of(s).Regularized }), lab.LargeStart, lab.MuchMomentum, lab.NoClipping,
	},
	Rules:   rules,
	Reasons: slices.Concat(sequence.Reasons, []string{openAnswer, pairsOnly}),
	Errors:  sequence.Errors,
	Emblem: lab.Emblem{ // every place looks at every one before it
		Lines: "M16 54L16 12M42 54L42 12M16 54L42 12M68 54L68 12M16 54L68 12M42 54L68 12M94 54L94 12M16 54L94 12M42 54L94 12M68 54L94 12",
		Dots:  [][2]float32{{16, 12}, {42, 12}, {68, 12}, {94, 12}, {16, 54}, {42, 54}, {68, 54}, {94, 54}},
	},
	Presets: presets,
})
