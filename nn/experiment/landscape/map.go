package landscape

import "math"

// A Map is the loss at the nodes of a grid over a plane, row by row from the least y.
type Map struct {
	Plane
	Box  [4]float64 // x min, x max, y min, y max, in lengths of the directions
	Side int        // nodes in a row, and rows
	Loss []float64  // (rows, columns), as far as it is known

	weights []float32
}

// Side is how many nodes a row of a map has.
const Side = 33

// margin is how much larger a map is on each side than the ways on it, as a share.
const margin = 0.3

// Around returns an empty map of a plane on which some ways have their place, as lists of
// x and y; without any it reaches as far as the directions are long.
func Around(p Plane, ways ...[]float64) *Map {
	m := &Map{Plane: p, Side: Side, Box: [4]float64{-1, 1, -1, 1}, weights: make([]float32, len(p.Center))}
	if len(ways) == 0 {
		return m
	}
	m.Box = [4]float64{math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)}
	for _, way := range ways {
		for i, v := range way {
			lo, hi := &m.Box[i%2*2], &m.Box[i%2*2+1]
			*lo, *hi = min(*lo, v), max(*hi, v)
		}
	}
	for d := 0; d < 4; d += 2 {
		reach := max(m.Box[d+1]-m.Box[d], (m.Box[1]-m.Box[0])/4, (m.Box[3]-m.Box[2])/4, 1e-6)
		middle := (m.Box[d] + m.Box[d+1]) / 2
		m.Box[d], m.Box[d+1] = middle-reach*(0.5+margin), middle+reach*(0.5+margin)
	}
	return m
}

// Left returns at how many nodes the loss is not known.
func (m *Map) Left() int { return m.Side*m.Side - len(m.Loss) }

// Fill finds the loss at up to n more nodes.
func (m *Map) Fill(n int, loss func(weights []float32) float64) {
	for range min(n, m.Left()) {
		x, y := m.node(len(m.Loss))
		m.At(x, y, m.weights)
		m.Loss = append(m.Loss, loss(m.weights))
	}
}

// node returns where a node is.
func (m *Map) node(i int) (x, y float64) {
	along := func(d, k int) float64 { return m.Box[d] + (m.Box[d+1]-m.Box[d])*float64(k)/float64(m.Side-1) }
	return along(0, i%m.Side), along(2, i/m.Side)
}
