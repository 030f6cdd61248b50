// Package trace tells where a number came from: which instruction wrote it,
// from which numbers, and where each of those came from in turn.
//
// Much of an arena is updated in place: weights, moments, gradients that
// accumulate. So a number is an element of the arena and a moment, and whoever
// asks must have been there. A Trace runs programs on the interpreter and notes
// each writing; afterwards any number that stood in the arena meanwhile can be
// asked for its value and its origin, down to those that stood there when the
// trace began.
//
// It knows nothing of networks: names, gradients and what belongs together are
// for those who recorded the programs.
package trace
