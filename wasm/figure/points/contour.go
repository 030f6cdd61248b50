package points

import "math"

// contour returns the pieces of the line between levels below and above the
// middle of a square plane, in fractions of its side (marching squares). The
// plane is smoothed first: a true label jumps from cell to cell.
func contour(levels []uint8, side int) [][2][2]float32 {
	if len(levels) != side*side || side < 3 {
		return nil
	}
	smooth := blurred(levels, side)
	at := func(row, col int) float32 { return smooth[row*side+col] - 127.5 }
	var pieces [][2][2]float32
	for row := range side - 1 {
		for col := range side - 1 {
			corners := [4]float32{at(row, col), at(row, col+1), at(row+1, col+1), at(row+1, col)}
			var cuts [][2]float32
			for k := range 4 {
				a, b := corners[k], corners[(k+1)%4]
				if (a < 0) == (b < 0) {
					continue
				}
				p, q := cornerAt[k], cornerAt[(k+1)%4]
				f := a / (a - b)
				cuts = append(cuts, [2]float32{
					(float32(col) + 0.5 + p[0] + (q[0]-p[0])*f) / float32(side),
					(float32(row) + 0.5 + p[1] + (q[1]-p[1])*f) / float32(side),
				})
			}
			for k := 0; k+1 < len(cuts); k += 2 {
				pieces = append(pieces, [2][2]float32{cuts[k], cuts[k+1]})
			}
		}
	}
	return pieces
}

// cornerAt holds the corners of a cell, clockwise from the top left.
var cornerAt = [4][2]float32{{0, 0}, {1, 0}, {1, 1}, {0, 1}}

// blurred returns the mean of each sample's 3x3 neighborhood, twice.
func blurred(levels []uint8, side int) []float32 {
	in := make([]float32, len(levels))
	for i, v := range levels {
		in[i] = float32(v)
	}
	for range 2 {
		out := make([]float32, len(in))
		for row := range side {
			for col := range side {
				var sum float32
				for dy := -1; dy <= 1; dy++ {
					for dx := -1; dx <= 1; dx++ {
						y, x := min(max(row+dy, 0), side-1), min(max(col+dx, 0), side-1)
						sum += in[y*side+x]
					}
				}
				out[row*side+col] = sum / 9
			}
		}
		in = out
	}
	return in
}

// dashes joins pieces end to end and returns the lines that are left of them
// when gaps are cut, in the pieces' unit of length.
func dashes(pieces [][2][2]float32, dash, gap float32) [][][2]float32 {
	type point [2]int32
	key := func(p [2]float32) point { return point{int32(p[0]*1e5 + 0.5), int32(p[1]*1e5 + 0.5)} }
	ends := map[point][]int{}
	for i, piece := range pieces {
		for _, p := range piece {
			ends[key(p)] = append(ends[key(p)], i)
		}
	}
	used := make([]bool, len(pieces))
	// follow takes the unused piece at a point and returns its other end.
	follow := func(p [2]float32) (next [2]float32, ok bool) {
		for _, i := range ends[key(p)] {
			if used[i] {
				continue
			}
			used[i] = true
			if key(pieces[i][0]) == key(p) {
				return pieces[i][1], true
			}
			return pieces[i][0], true
		}
		return p, false
	}
	var lines [][][2]float32
	walk := func(p [2]float32) {
		line := [][2]float32{p}
		way := float32(0)
		for {
			next, ok := follow(p)
			if !ok {
				break
			}
			before := way
			way += float32(math.Hypot(float64(next[0]-p[0]), float64(next[1]-p[1])))
			p = next
			switch {
			case before < dash:
				line = append(line, p)
			case way >= dash+gap:
				way = 0
				line = [][2]float32{p}
			}
			if before < dash && way >= dash {
				lines = append(lines, line)
				line = nil
			}
		}
		if len(line) > 1 {
			lines = append(lines, line)
		}
	}
	for _, open := range []bool{true, false} { // lines with ends first, then rings
		for i, piece := range pieces {
			for _, p := range piece {
				if !used[i] && (!open || len(ends[key(p)]) == 1) {
					walk(p)
				}
			}
		}
	}
	return lines
}
