package points

import (
	"math"

	"nnplay/wasm/paper"
)

// A warpGrid is the domain's grid as two units of a hidden layer see it.
type warpGrid struct {
	rows, columns int
	nodes         []float32 // (rows, columns, 3): the two activations, and what the output says
}

// warped returns the grid, if the space is to be shown so.
func (f *figure) warped() (w warpGrid, ok bool) {
	t := f.Tensors["warp/grid"]
	if f.Topology == nil || f.Topology.Warp.Layer == 0 || len(t.Shape) != 3 || t.Shape[2] != 3 || t.Shape[1] < 2 || len(t.F32) == 0 {
		return w, false
	}
	return warpGrid{t.Shape[0], t.Shape[1], t.F32}, true
}

// at returns a node.
func (w warpGrid) at(row, column int) (x, y, says float32) {
	n := w.nodes[3*(row*w.columns+column):]
	return n[0], n[1], n[2]
}

// axes returns the ranges of the two units: round numbers that hold all nodes,
// so that they change seldom.
func (w warpGrid) axes() (d [4]float32) {
	for k := range 2 {
		lo, hi := float32(math.Inf(1)), float32(math.Inf(-1))
		for i := k; i < len(w.nodes); i += 3 {
			if v := w.nodes[i]; paper.Abs(v) <= 1e30 {
				lo, hi = min(lo, v), max(hi, v)
			}
		}
		if lo > hi {
			lo, hi = -1, 1
		}
		pad := (hi - lo) * 0.04
		if lo < 0 || lo-pad >= 0 {
			lo -= pad
		}
		size := roundUp(max(paper.Abs(lo), paper.Abs(hi)+pad, 1e-3))
		step := size / 10
		lo = step * float32(math.Floor(float64(lo/step)))
		hi = step * float32(math.Ceil(float64((hi+pad)/step)))
		if hi-lo < step {
			lo, hi = lo-step, hi+step
		}
		d[2*k], d[2*k+1] = lo, hi
	}
	return d
}

// roundUp returns the next number of 1, 2 and 5 times a power of ten.
func roundUp(v float32) float32 {
	power := float32(math.Pow(10, math.Floor(math.Log10(float64(v)))))
	for _, m := range []float32{1, 2, 5} {
		if m*power >= v {
			return m * power
		}
	}
	return 10 * power
}
