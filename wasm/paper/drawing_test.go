package paper

import (
	"math"
	"testing"
)

// TestSpots asks a drawing what lies at a point: the topmost spot, and its cell.
func TestSpots(t *testing.T) {
	d := Drawing{Spots: []Spot{
		{Box: Rect(0, 0, 100, 100), Action: "below"},
		{Box: Rect(10, 20, 40, 20), Rows: 2, Cols: 4, Action: "above"},
	}}
	for _, c := range []struct {
		x, y     float32
		action   string
		row, col int
	}{
		{5, 5, "below", 0, 0},
		{10, 20, "above", 0, 0},
		{49.9, 39.9, "above", 1, 3},
		{31, 29, "above", 0, 2},
		{50, 30, "below", 0, 0},
	} {
		p := d.PickAt(c.x, c.y)
		if s := d.SpotOf(p); s == nil || s.Action != c.action || p.Row != c.row || p.Col != c.col {
			t.Errorf("at %v, %v: %+v", c.x, c.y, p)
		}
	}
	if p := d.PickAt(-1, 5); d.SpotOf(p) != nil {
		t.Error("a spot outside of all")
	}
	if d.Grips() != nil {
		t.Error("a finger cannot scroll where nothing follows it")
	}
	d.Spots[1].Live = true
	if got := d.Grips(); len(got) != 1 || got[0] != d.Spots[1].Box {
		t.Errorf("a finger drags in %v", got)
	}
	if got := d.Spots[1].CellBox(1, 3); got != (Rect(40, 30, 10, 10)) {
		t.Errorf("cell (1, 3) is at %v", got)
	}
}

// TestWalk walks over a drawing by keyboard: cell by cell, then to the next
// spot, and never out of it.
func TestWalk(t *testing.T) {
	d := Drawing{Spots: []Spot{{}, {Rows: 2, Cols: 2}, {}}}
	p := Nowhere
	for i, step := range []struct {
		key  string
		want Pick
	}{
		{"ArrowLeft", Pick{0, 0, 0}}, {"ArrowLeft", Pick{0, 0, 0}}, {"ArrowRight", Pick{1, 0, 0}}, {"ArrowRight", Pick{1, 0, 1}},
		{"ArrowDown", Pick{1, 1, 1}}, {"ArrowDown", Pick{2, 0, 0}}, {"ArrowDown", Pick{2, 0, 0}}, {"ArrowUp", Pick{1, 0, 0}},
		{"End", Pick{2, 0, 0}}, {"Home", Pick{0, 0, 0}}, {"x", Pick{0, 0, 0}},
	} {
		if p = d.Moved(p, step.key); p != step.want {
			t.Fatalf("step %d, %s: %+v, want %+v", i, step.key, p, step.want)
		}
	}
	if empty := (&Drawing{}); empty.Moved(p, "ArrowRight") != Nowhere || empty.SpotOf(p) != nil {
		t.Error("somewhere in an empty drawing")
	}
}

// TestSignedShares turns numbers into levels: whatever they are, it is a level.
func TestSignedShares(t *testing.T) {
	nan, inf := float32(math.NaN()), float32(math.Inf(1))
	for _, c := range []struct {
		values []float32
		most   float32
		signed bool
		want   []uint8
	}{
		{[]float32{-2, 0, 2, 1}, 0, true, []uint8{0, 128, 255, 191}},
		{[]float32{-2, 9, nan, inf}, 2, true, []uint8{0, 255, 128, 255}},
		{[]float32{0, 0}, 0, true, []uint8{128, 128}},
		{[]float32{0, 1, 4, nan}, 0, false, []uint8{0, 64, 255, 0}},
		{[]float32{-1, 1, 3}, 2, false, []uint8{0, 128, 255}},
		{nil, 0, false, []uint8{}},
	} {
		got := Shares(c.values, c.most)
		if c.signed {
			got = Signed(c.values, c.most)
		}
		if string(got) != string(c.want) {
			t.Errorf("%v up to %v: %v, want %v", c.values, c.most, got, c.want)
		}
	}
}

// TestFind finds cells in a drawing made anew: those of a spot with a key wherever it
// is, others where they were.
func TestFind(t *testing.T) {
	d := Drawing{Spots: []Spot{{}, {Key: "conv2 1", Rows: 2, Cols: 2}, {Key: "conv1 1", Rows: 4, Cols: 4}}}
	for _, c := range []struct {
		key     string
		p, want Pick
	}{
		{"", Pick{0, 0, 0}, Pick{0, 0, 0}},
		{"", Pick{1, 0, 0}, Nowhere},
		{"", Pick{7, 0, 0}, Nowhere},
		{"conv2 1", Pick{1, 1, 0}, Pick{1, 1, 0}},
		{"conv1 1", Pick{1, 3, 1}, Pick{2, 3, 1}},
		{"conv2 1", Pick{7, 1, 1}, Pick{1, 1, 1}},
		{"conv2 1", Pick{2, 3, 1}, Nowhere},
		{"conv3 1", Pick{1, 0, 0}, Nowhere},
	} {
		if got := d.Find(c.key, c.p); got != c.want {
			t.Errorf("%q at %+v is at %+v, want %+v", c.key, c.p, got, c.want)
		}
	}
}
