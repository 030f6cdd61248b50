package images

import "testing"

// TestScaled makes images of other sides: each element is the mean of what it
// covers, so that the mean of all stays.
func TestScaled(t *testing.T) {
	levels := []uint8{
		0, 255, 0, 255,
		255, 255, 0, 0,
		0, 0, 0, 0,
		0, 0, 0, 255,
	}
	for _, c := range []struct {
		side int
		want []float32
	}{
		{4, []float32{0, 1, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}},
		{2, []float32{0.75, 0.25, 0, 0.25}},
		{1, []float32{5. / 16}},
	} {
		got := Scaled(levels, 4, c.side)
		for i := range c.want {
			if got[i] != c.want[i] {
				t.Errorf("side %d: %v, want %v", c.side, got, c.want)
				break
			}
		}
	}
	for _, side := range []int{3, 5, 8, 11} {
		var sum float64
		for _, v := range Scaled(levels, 4, side) {
			sum += float64(v)
		}
		if mean := sum / float64(side*side); mean < 5./16-1e-6 || mean > 5./16+1e-6 {
			t.Errorf("side %d: the mean is %v", side, mean)
		}
	}
}
