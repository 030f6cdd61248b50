package main

import "testing"

// TestArrange holds every layout to what a drawing needs: all of it inside the
// canvas, tiles apart, the output square and clear of the network.
func TestArrange(t *testing.T) {
	for _, size := range [][2]float32{{390, 500}, {365, 300}, {600, 800}, {760, 560}, {980, 640}, {1600, 900}, {320, 240}} {
		for _, c := range []struct {
			units   []int
			outputs int
		}{
			{[]int{2}, 1},
			{[]int{2, 4, 2}, 1},
			{[]int{7, 8, 8, 8, 8, 8, 8}, 10},
			{[]int{1, 20, 20}, 1},
			{[]int{2, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64}, 2},
		} {
			l := arrange(size[0], size[1], 0, 52, c.units, c.outputs)
			inside := func(what string, r rect) {
				if r.x < 0 || r.y < 0 || r.x+r.w > size[0]+0.01 || r.y+r.h > size[1]-52+0.01 {
					t.Errorf("%v %v: %s %v is not inside", size, c.units, what, r)
				}
			}
			inside("output", l.output)
			inside("legend", l.legend)
			if l.output.w != l.output.h || l.output.w < 60 {
				t.Errorf("%v %v: output %v", size, c.units, l.output)
			}
			if len(l.columns) != len(c.units) || len(l.ports) != c.outputs || len(l.titles) != len(c.units) {
				t.Fatalf("%v %v: %d columns, %d ports", size, c.units, len(l.columns), len(l.ports))
			}
			for i, column := range l.columns {
				if len(column) != c.units[i] {
					t.Fatalf("%v %v: %d tiles in column %d", size, c.units, len(column), i)
				}
				for j, r := range column {
					inside("tile", r)
					if j > 0 && column[j-1].y+column[j-1].h > r.y+0.01 && r.w > 3 {
						t.Errorf("%v %v: tiles %d and %d of column %d overlap", size, c.units, j-1, j, i)
					}
					if size[0] >= narrow && r.x+r.w > l.output.x {
						t.Errorf("%v %v: tile %v reaches into the output %v", size, c.units, r, l.output)
					}
					x, y := r.center()
					if got := l.hit(x, y); r.w > 3 && got != (target{"neuron", i, j}) {
						t.Errorf("%v %v: hit %v, want tile %d of column %d", size, c.units, got, j, i)
					}
				}
			}
		}
	}
}
