package points

import (
	"math"
	"testing"

	"nnplay/nn/lab"
	"nnplay/nn/lab/labtest"
)

// TestWarped holds that a hidden layer is shown where there is one, in sizes that
// fit, and that looking changes nothing.
func TestWarped(t *testing.T) {
	r := labtest.Open(t, Family, "v=1&dataset=circle&networkShape=4,2&activation=tanh")
	r.Step(100)
	for _, bad := range [][3]int{{0, 0, 1}, {3, 0, 0}, {-1, 0, 0}, {1, 4, 0}, {1, 0, -1}, {2, 2, 0}, {math.MaxInt, 0, 0}} {
		if r.Warped(bad[0], bad[1], bad[2]) != nil {
			t.Errorf("%v is accepted", bad)
		}
	}
	before := r.Fingerprint()
	views := r.Warped(2, 1, 0)
	names := map[string]lab.View{}
	for _, v := range views {
		names[v.Name] = v
		n := 1
		for _, d := range v.Shape {
			n *= d
		}
		if n != len(v.F32) {
			t.Errorf("%s %v has %d numbers", v.Name, v.Shape, len(v.F32))
		}
		for _, x := range v.F32 {
			if !(x >= -1 && x <= 1) {
				t.Fatalf("%s holds %v, which tanh can't be", v.Name, x)
			}
		}
	}
	if names["warp/train"].Shape[0] != 250 || names["warp/test"].Shape[0] != 250 || len(names["warp/grid"].F32) != 25*25*3 {
		t.Error("the views are not of the sizes of the data and the grid")
	}
	if r.Fingerprint() != before {
		t.Error("looking changed the weights")
	}
	if views := labtest.Open(t, Family, "v=1&dataset=x-sin-x&networkShape=3").Warped(1, 0, 2); len(views) != 3 || views[2].Shape[0] != 1 {
		t.Errorf("of one input there are %d views", len(views))
	}
}
