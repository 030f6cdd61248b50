package landscape

import (
	"math"

	"nnplay/nn/lab"
)

// Chart returns the landscape as far as it is known: the loss over the plane, and the ways
// on it; names are what the runs beside the surveyed one are called.
func (s *Survey) Chart(names ...string) lab.Chart {
	c := lab.Chart{Name: "landscape", Kind: "contours", Title: "chart.landscape", X: "axis.principal", Y: "axis.secondPrincipal", Value: math.NaN()}
	if s.Random {
		c.X, c.Y = "axis.random", "axis.secondRandom"
	}
	if s.Map == nil {
		return c
	}
	side, heights := s.Map.Grid()
	c.Plain = &lab.Plain{Name: "axis.loss", Box: s.Map.Box, Side: side, Heights: heights}
	for i, way := range s.Ways {
		name := "series.way"
		if i > 0 {
			name = names[i-1]
		}
		c.Series = append(c.Series, lab.Series{Name: name, Points: way.Places, Steps: way.Steps})
	}
	return c
}
