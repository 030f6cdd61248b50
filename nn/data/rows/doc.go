// Package rows is rows of numbers to learn from, as an experiment carries them:
// what a table of somebody's own has become, each row with all inputs and targets.
// Reading the table is the work of package table, which a program that trains
// does without.
//
// An experiment gets them as a file (code.go). A link carries them where there are
// few, and else says how many there are and the beginning of their hash (text.go).
package rows
