package metric

import "gonum.org/v1/gonum/stat"

// A Grid divides a rectangle of the plane into cells of the same size, and
// keeps one cell more for all that lies outside, NaN included.
type Grid struct {
	Domain        [4]float32 // x min, x max, y min, y max; the upper borders are outside
	Columns, Rows int
}

// Cells returns the number of cells, the one outside included.
func (g Grid) Cells() int { return g.Columns*g.Rows + 1 }

// Count returns how many of the points (n, 2) lie in each cell, row by row from
// y min, the one outside last. Each point counts once.
func (g Grid) Count(points []float32) []int {
	n := make([]int, g.Cells())
	for i := 0; i+1 < len(points); i += 2 {
		n[g.cell(points[i], points[i+1])]++
	}
	return n
}

func (g Grid) cell(x, y float32) int {
	d := g.Domain
	if !(x >= d[0] && x < d[1] && y >= d[2] && y < d[3]) {
		return g.Columns * g.Rows
	}
	// Rounding may lead to the upper border, which is outside.
	column := min(int((x-d[0])/(d[1]-d[0])*float32(g.Columns)), g.Columns-1)
	row := min(int((y-d[2])/(d[3]-d[2])*float32(g.Rows)), g.Rows-1)
	return row*g.Columns + column
}

// JensenShannon returns the Jensen-Shannon divergence of the shares that two
// sets of points have in the cells, in nats: 0 where they agree, ln 2 where they
// have no cell in common. Empty cells are no trouble to it. Of two finite
// samples of one distribution it is about M/8·(1/n + 1/m) > 0, with M cells that
// are not empty and n and m points. It is NaN where a set is empty.
func (g Grid) JensenShannon(a, b []float32) float64 {
	return stat.JensenShannon(shares(g.Count(a), 0), shares(g.Count(b), 0))
}

// KullbackLeibler returns the Kullback-Leibler divergence KL(a ‖ b) of the
// shares, in nats. It would be infinite where b has a cell empty that a has not,
// so each cell, of both, counts half a point more (Krichevsky and Trofimov
// 1981, Jeffreys' prior): it is finite, and of equal sets 0.
func (g Grid) KullbackLeibler(a, b []float32) float64 {
	const half = 0.5
	return stat.KullbackLeibler(shares(g.Count(a), half), shares(g.Count(b), half))
}

// shares returns counts as parts of their sum, after adding to each.
func shares(counts []int, add float64) []float64 {
	p := make([]float64, len(counts))
	var all float64
	for i, n := range counts {
		p[i] = float64(n) + add
		all += p[i]
	}
	for i := range p {
		p[i] /= all
	}
	return p
}
