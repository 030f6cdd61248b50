// Package lab is what a family of networks is: the one contract between the
// experiment, which knows no family, and the packages below, a family each.
//
// A family is a row: its settings beside the Common ones, what makes them go
// together, what a reader can do and what is told, its presets, and how its task
// is made of a spec. A Task records programs, begins and judges them, and says
// what there is to see. What a family may want beyond that it asks for by
// interfaces of its own that a task may implement: see Actor and those after it.
//
// To add a family: a package below, a row in package all, a figure, and texts.
// What two families share has a package of its own: plane, image and sequence.
package lab
