package plane

import (
	"slices"

	"nnplay/nn/data"
	"nnplay/nn/lab"
	"nnplay/nn/metric"
)

// Shown is how many samples of a network are shown, and compared with the real
// ones.
const Shown = 400

// grid is that on which real samples and those of a network are compared: coarse
// enough for a few hundred samples.
var grid = metric.Grid{Domain: data.DistributionDomain, Columns: 10, Rows: 10}

// Divergences are the rows of what Compare tells.
var Divergences = []lab.ScoreRow{{Name: "js"}, {Name: "kl"}}

// Compare returns how far samples (m, 2) are from the real ones (n, 2).
func Compare(real, samples []float32) []lab.Score {
	return []lab.Score{
		{Name: "js", Value: grid.JensenShannon(real, samples)},
		{Name: "kl", Value: grid.KullbackLeibler(real, samples)},
	}
}

// RealView returns the real samples that are shown, of all (n, 2).
func RealView(real []float32) lab.View {
	n := min(len(real)/2, Shown)
	return lab.View{Name: "real", Shape: []int{n, 2}, F32: slices.Clone(real[:2*n])}
}

// CellCenters returns the centers (side·side, 2) of cells over what is shown of
// the plane, row by row from the top left.
func CellCenters(side int) []float32 {
	d := data.DistributionDomain
	x := make([]float32, 0, 2*side*side)
	for row := range side {
		for col := range side {
			x = append(x,
				d[0]+float32((d[1]-d[0])*((float32(col)+0.5)/float32(side))),
				d[3]-float32((d[3]-d[2])*((float32(row)+0.5)/float32(side))))
		}
	}
	return x
}
