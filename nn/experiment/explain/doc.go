// Package explain tells where any number of a training step came from: its value,
// its gradient, and what the step made of it.
//
// Next makes a step on a trace, which notes every writing. Step.Explain answers a
// question about one number with the numbers that it was made of; each of those can
// be asked in turn, down to what stood there before the step. What belongs together
// is folded along the marks that operations left while they were recorded: a weighted
// sum is one sum, however many instructions made it, and softmax is one function of
// its row. A question may also unfold it, instruction by instruction.
//
// What tells how well the network does is explained too, by what families say of their
// metrics (lab.Accountant): Metric begins the names of those numbers.
//
// What it says are numbers, names and symbols; sentences are for those who show it.
package explain
