// Command trainer is the program that trains. It runs in a Web Worker, takes
// commands as messages and answers with messages; the network, the data and
// the arithmetic are those of package experiment.
//
// What it understands and what it answers are the tables Trainer and
// TrainerAnswers of package protocol. Everything in this package but the files
// _js.go is ordinary Go without syscall/js: a session gets commands, a clock and
// a place to post its answers, so it is tested natively.
//
// What happens without being asked for is posted without an id: diverged, for a
// run that is no longer made of numbers, and stopped, for a condition of stop
// that came true.
//
// # Time
//
// Training goes on in slices of about ten milliseconds; between two slices the
// worker looks at its messages. A frame is drawn after a slice, and while the
// run plays only after it has been left alone for three times what the last frame
// took: drawing takes at most a quarter of the time. Judging the network takes at
// most an eighth of it: where that takes long, a frame tells the step and no
// metrics. None of this changes what is computed, only when.
package main
