package landscape

import "math"

// A Map is the loss at the nodes of a grid over a plane. It is found out coarsely first,
// then ever finer.
type Map struct {
	Plane
	Box [4]float64 // x min, x max, y min, y max, in lengths of the directions

	loss    []float64 // (Side, Side), row by row from the least y
	order   []int     // its nodes, in the order in which their losses are found
	known   int       // how many of those are
	weights []float32
}

// Side is how many nodes a row of a map has, and coarsest how far apart, in nodes, those
// are whose losses are found first; the others follow halfway between, again and again.
const (
	Side     = 33
	coarsest = 4
)

// margin is how much larger a map is on each side than the ways on it, as a share.
const margin = 0.3

// Around returns an empty map of a plane on which some ways have their place, as lists of
// x and y; without any it reaches as far as the directions are long.
func Around(p Plane, ways ...[]float64) *Map {
	m := &Map{Plane: p, Box: [4]float64{-1, 1, -1, 1}, loss: make([]float64, Side*Side), weights: make([]float32, len(p.Center))}
	for stride := coarsest; stride > 0; stride /= 2 {
		for i := range m.loss {
			x, y := i%Side, i/Side
			before := stride < coarsest && x%(2*stride) == 0 && y%(2*stride) == 0
			if x%stride == 0 && y%stride == 0 && !before {
				m.order = append(m.order, i)
			}
		}
	}
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
	long := max(m.Box[1]-m.Box[0], m.Box[3]-m.Box[2])
	for d := 0; d < 4; d += 2 {
		reach := max(m.Box[d+1]-m.Box[d], long/4, 1e-6)
		middle := (m.Box[d] + m.Box[d+1]) / 2
		m.Box[d], m.Box[d+1] = middle-reach*(0.5+margin), middle+reach*(0.5+margin)
	}
	return m
}

// Left returns at how many nodes the loss is not known.
func (m *Map) Left() int { return len(m.order) - m.known }

// Fill finds the loss at up to n more nodes.
func (m *Map) Fill(n int, loss func(weights []float32) float64) {
	for range min(n, m.Left()) {
		i := m.order[m.known]
		x, y := m.node(i)
		m.At(x, y, m.weights)
		m.loss[i] = loss(m.weights)
		m.known++
	}
}

// node returns where a node is.
func (m *Map) node(i int) (x, y float64) {
	along := func(d, k int) float64 { return m.Box[d] + (m.Box[d+1]-m.Box[d])*float64(k)/(Side-1) }
	return along(0, i%Side), along(2, i/Side)
}

// Grid returns the losses of the finest grid that is known at all its nodes, row by row
// from the least y; of the coarsest one as far as it is known.
func (m *Map) Grid() (side int, loss []float64) {
	stride := coarsest
	for ; stride > 1; stride /= 2 {
		if finer := (Side-1)*2/stride + 1; m.known < finer*finer {
			break
		}
	}
	side = (Side-1)/stride + 1
	for i := range min(side*side, m.known) {
		loss = append(loss, m.loss[i/side*stride*Side+i%side*stride])
	}
	return side, loss
}
