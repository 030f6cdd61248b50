// Package data makes what networks learn from: data sets, features of their
// points, preprocessing and the split into training and test points.
//
// Everything is a function of a stream of random numbers, computed with nn/f32
// alone, so that a link gives the same points on every machine.
package data
