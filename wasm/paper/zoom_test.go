package paper

import "testing"

func TestZoom(t *testing.T) {
	for _, c := range []struct{ width, height, asked, want float32 }{
		{300, 250, 1, 1},
		{390, 600, 1, 1},
		{800, 500, 1, 1},
		{900, 560, 1, 1},
		{1000, 900, 1, 1.1},    // the narrower way
		{1900, 1100, 1, 1.6},   // and no larger
		{900, 560, 1.5, 1.5},   // the projector
		{1900, 1100, 1.5, 2.4}, // on a large screen
		{390, 600, 1.5, 1},     // there is no room
		{640, 400, 1.5, 1.3},   // there is some
		{1900, 1100, 90, 3.2},  // from outside
		{1900, 1100, -1, 1.6},
		{0, 0, 1.5, 1},
	} {
		if got := Zoom(c.width, c.height, c.asked); Abs(got-c.want) > 0.001 {
			t.Errorf("a drawing of %v x %v, asked to be %v times as large, is %v", c.width, c.height, c.asked, got)
		}
	}
}
