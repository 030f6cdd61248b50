// Package sequences makes what recurrent networks and Transformers learn from:
// tasks on sequences of tokens or of values, each a row of Tasks.
//
// Everything is a function of a stream of random numbers, computed with nn/f32
// and nn/rng alone, so that a link gives the same sequences, to the last bit, on
// every machine.
//
//	task.go       what a task is, and the table
//	make.go       samples: tokens, targets and what counts, laid out for a model
//	pairs.go      symbols in, symbols out: copy, reverse, sort, parity, brackets
//	values.go     numbers in, numbers out: adding, waves
//	numbers.go    numbers and dates between English and Chinese
//	text.go       running text, ours or the reader's
//	rhymes.go     the texts that are ours
//	names.go      given names
//	score.go      how good predictions are
package sequences
