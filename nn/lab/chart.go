package lab

import (
	"math"
	"slices"
)

// A Chart is data for a chart, labeled by keys of translations.
type Chart struct {
	Name  string  // one of a kind, for files
	Kind  string  // "lines", "unit" (within the unit square), "bars", "matrix", "scatter" or "contours"
	Title string  // a key, as all labels are
	X, Y  string  // of the axes
	Value float64 // an argument of the title, NaN if it has none

	Series []Series
	Cells  [][]int  // of a matrix: true classes as rows, predicted ones as columns
	Names  []string // what its classes are called; nil is their numbers
	Plain  *Plain   // of contours
}

// A Plain is a height at each node of a square grid over a box, row by row from the least
// y, as far as it is known; NaN and infinities are as high as the highest.
type Plain struct {
	Name    string     // a key: of what the heights are
	Box     [4]float64 // x min, x max, y min, y max
	Side    int        // nodes in a row
	Heights []float64
}

// A Series is points of a chart: x and y in turn. Of bars x is where a bar
// begins, and a last point, whose y does not count, where the last one ends.
type Series struct {
	Name   string // a key
	Number int    // an argument of the name
	Points []float64
	Steps  []uint64 // of ways on contours: when they were at each point
}

// Add appends a point, if it is one.
func (s *Series) Add(x, y float64) {
	if !math.IsNaN(x-x) && !math.IsNaN(y-y) {
		s.Points = append(s.Points, x, y)
	}
}

// Lines makes a chart over the steps of the series that have points.
func Lines(name, title, y string, series ...Series) Chart {
	series = slices.DeleteFunc(series, func(s Series) bool { return len(s.Points) == 0 })
	return Chart{Name: name, Kind: "lines", Title: title, X: "axis.step", Y: y, Value: math.NaN(), Series: series}
}

// ConfusionChart shows a confusion matrix of classes that may have names.
func ConfusionChart(cells [][]int, names []string) Chart {
	if len(names) != len(cells) {
		names = nil
	}
	return Chart{Name: "confusion", Kind: "matrix", Title: "chart.confusion", X: "axis.predictedClass", Y: "axis.trueClass", Value: math.NaN(), Cells: cells, Names: names}
}
