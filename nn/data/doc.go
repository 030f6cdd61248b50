// Package data makes what networks learn from: data sets, features of their
// points, preprocessing, and the split into training and test points.
//
// Everything is a function of a stream of random numbers, computed with nn/f32
// and nn/rng alone and with every product rounded before it is added to, so
// that a link gives the same points, to the last bit, on every machine.
//
// A new data set is one function, in the file of its family or its own, and one
// row of Sets. What it makes is then held to the bit by testdata/sets.golden.
package data
