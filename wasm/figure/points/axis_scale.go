package points

import (
	"math"

	"nnplay/wasm/paper"
)

// The numbers of an axis stand right of the panel, or close to each other below it: what
// is long has its power of ten written once, with the name of the axis.

// Bounds of numbers that are written as they are.
const (
	largestTick  = 1e4
	smallestTick = 0.05
)

// powerOf returns the power of ten by which the numbers of an axis from lo to hi are
// divided: 0 where they are short, and where so many digits differ that it would not
// make them so.
func powerOf(lo, hi float32) int {
	most := max(paper.Abs(lo), paper.Abs(hi))
	if most == 0 || most >= smallestTick && most < largestTick || most >= largestTick && (hi-lo)/most < 0.02 {
		return 0
	}
	return int(math.Floor(math.Log10(float64(most))))
}

// tickText writes a number of an axis that has a power of ten.
func tickText(v float32, power int) string {
	return paper.Number(float32(float64(v)/math.Pow10(power)), 3)
}

// dated tells whether an axis of the panel counts days.
func (f *figure) dated(axis int) bool {
	t := f.Topology
	return !f.warping() && axis < len(t.Plane) && t.Plane[axis] < len(t.Features) && t.Features[t.Plane[axis]].Date
}

// beside returns what stands beside the name of an axis, since its numbers lack it: a
// power of ten, or the years of its dates.
func (f *figure) beside(axis int) string {
	if f.dated(axis) {
		d, panel := f.axes(), f.layout.panel
		_, common := paper.Days(d[2*axis], d[2*axis+1], int(paper.Clamp(panel.W/36, 3, 8)))
		return common
	}
	if power := f.powers()[axis]; power != 0 {
		return "×" + paper.Power(power)
	}
	return ""
}

// axisLabel writes the name of an axis, which may be "", with what stands beside it, of
// the name as much as there is room for.
func (f *figure) axisLabel(name, beside string, room float32) string {
	switch {
	case beside == "":
		return f.fitted(name, titleSize, room)
	case name == "":
		return beside
	}
	beside = " " + beside
	return f.fitted(name, titleSize, room-f.MeasureMedium(beside, titleSize)) + beside
}
