package lab

import "math"

// A Guesser is a task with a loss that can be held against what guessing gives.
type Guesser interface {
	// Guess returns it, over the training data.
	Guess(m *Machine) Guess
}

// A Guess is what guessing gives: how well a network does at best that always gives
// the same answer.
type Guess struct {
	Loss float64 // NaN where there is nothing to be compared with it
	// Whole says that all of it can be learned: that a loss of 0 is possible, but for
	// noise in the data. It is not where much can't be foreseen, as the next letter of
	// a text.
	Whole bool
}

// NoGuess is that of what has no loss to be compared with it.
var NoGuess = Guess{Loss: math.NaN()}
