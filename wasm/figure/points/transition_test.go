package points

import (
	"slices"
	"testing"

	"nnplay/wasm/paper"
)

// TestBetween glides between layouts of different networks: it begins at the one,
// ends at the other, and is never far from both.
func TestBetween(t *testing.T) {
	plans := []plan{
		{width: 800, height: 500, units: []int{2, 4, 2}, outputs: 1},
		{width: 800, height: 500, units: []int{2, 5, 2}, outputs: 1},
		{width: 800, height: 500, units: []int{2, 5, 2, 8}, outputs: 1},
		{width: 800, height: 500, units: []int{7}, outputs: 3},
		{width: 390, height: 500, units: []int{2, 3}, outputs: 1},
	}
	inside := func(p plan, r paper.Rectangle) bool {
		return r.X >= -1 && r.Y >= -1 && r.X+r.W <= p.width+1 && r.Y+r.H <= p.height+1
	}
	for i, p := range plans {
		for j, q := range plans {
			from, to := arrange(p), arrange(q)
			for _, share := range []float32{0, 0.3, 0.7, 1} {
				l := between(&from, &to, share)
				if len(l.columns) != len(to.columns) {
					t.Fatalf("%d to %d: %d columns, want %d", i, j, len(l.columns), len(to.columns))
				}
				for c := range l.columns {
					if len(l.columns[c]) != len(to.columns[c]) {
						t.Fatalf("%d to %d: column %d has %d tiles", i, j, c, len(l.columns[c]))
					}
					for k, r := range l.columns[c] {
						if p.width == q.width && !inside(p, r) {
							t.Errorf("%d to %d, share %v: tile %d of column %d is at %v", i, j, share, k, c, r)
						}
						if share == 1 && r != to.columns[c][k] {
							t.Errorf("%d to %d: tile %d of column %d ends at %v, not %v", i, j, k, c, r, to.columns[c][k])
						}
					}
				}
				if share == 0 && from.stacked == to.stacked && (l.panel != from.panel || l.columns[0][0] != from.columns[0][0]) {
					t.Errorf("%d to %d jumps at once", i, j)
				}
			}
		}
	}
	// What goes is on its way from where it was to something that stays, and what
	// stays is followed to where it is.
	for i, p := range plans[:4] {
		for j, q := range plans[:4] {
			from, to := arrange(p), arrange(q)
			gone, stays := 0, 0
			for c, column := range fates(&from, &to) {
				for k, f := range column {
					if f.from != from.columns[c][k] || f.gone && (f.to.W != 0 || !inside(q, f.to)) {
						t.Errorf("%d to %d: tile %d of column %d goes %v", i, j, k, c, f)
					}
					if f.gone {
						gone++
						continue
					}
					stays++
					if f.column >= len(to.columns) || f.index >= len(to.columns[f.column]) {
						t.Fatalf("%d to %d: tile %d of column %d becomes %d of %d", i, j, k, c, f.index, f.column)
					}
				}
			}
			if i == j && gone > 0 || i == 2 && j == 0 && (gone != 9 || stays != 9) {
				t.Errorf("%d to %d: %d go, %d stay", i, j, gone, stays)
			}
		}
	}
	// A new neuron grows out of the last one of its layer.
	from, to := arrange(plans[0]), arrange(plans[1])
	l := between(&from, &to, 0)
	x, y := from.columns[1][3].Center()
	if l.columns[1][4] != (paper.Rect(x, y, 0, 0)) {
		t.Errorf("the fifth neuron begins at %v", l.columns[1][4])
	}
}

// TestMatchColumns follows layers that come and go anywhere.
func TestMatchColumns(t *testing.T) {
	columns := func(units []int) (all [][]paper.Rectangle) {
		for _, n := range units {
			all = append(all, make([]paper.Rectangle, n))
		}
		return all
	}
	for _, c := range []struct{ of, in, want []int }{
		{[]int{2, 4, 2, 1}, []int{2, 4, 2, 1}, []int{0, 1, 2, 3}},
		{[]int{2, 4, 3, 2, 1}, []int{2, 4, 2, 1}, []int{0, 1, -1, 2, 3}}, // the middle one goes
		{[]int{2, 4, 2, 1}, []int{2, 4, 3, 2, 1}, []int{0, 1, 3, 4}},     // and comes
		{[]int{2, 4, 2, 1}, []int{2, 2, 1}, []int{0, -1, 1, 2}},
		{[]int{2, 4, 2, 1}, []int{2, 1}, []int{0, -1, -1, 1}},
		{[]int{2, 1}, []int{2, 8, 8, 1}, []int{0, 3}},
		{[]int{2, 4, 2, 1}, []int{7, 5, 3, 10}, []int{0, 1, 2, 3}},
	} {
		if got := matchColumns(columns(c.of), columns(c.in)); !slices.Equal(got, c.want) {
			t.Errorf("%v in %v: %v, want %v", c.of, c.in, got, c.want)
		}
	}
}
