package main

import "testing"

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
	inside := func(p plan, r rect) bool {
		return r.x >= -1 && r.y >= -1 && r.x+r.w <= p.width+1 && r.y+r.h <= p.height+1
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
	// A new neuron grows out of the last one of its layer.
	from, to := arrange(plans[0]), arrange(plans[1])
	l := between(&from, &to, 0)
	x, y := from.columns[1][3].center()
	if l.columns[1][4] != (rect{x, y, 0, 0}) {
		t.Errorf("the fifth neuron begins at %v", l.columns[1][4])
	}
}
