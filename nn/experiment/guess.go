package experiment

import "nnplay/nn/lab"

// guess is what guessing gives, once somebody has asked for it.
type guess struct {
	known bool
	of    lab.Guess
}

// Guess returns what guessing gives on the training data: lab.NoGuess where that has
// no meaning.
func (r *Run) Guess() lab.Guess {
	if !r.guess.known {
		r.guess = guess{true, lab.NoGuess}
		if g, ok := r.task.(lab.Guesser); ok {
			r.guess.of = g.Guess(&r.machine)
		}
	}
	return r.guess.of
}
