// Package sequence is what families that learn sequences share: the settings of
// the data, texts of one's own, the programs that train, judge and look, and what
// a reader can do: choose a sample, and let a network go on from a prompt.
package sequence
