package paper

import (
	"slices"
	"testing"
)

// TestStrip chooses units by their influence, keeps them until others are clearly more
// influential, and turns to all others page by page.
func TestStrip(t *testing.T) {
	k := &Kit{View: map[string]int{}, Measure: func(string, float32) float32 { return 20 }}
	influence := []float32{1, 9, 2, 8, 3, 7, 4}
	strip := func() []int {
		var d Drawing
		shown := k.Strip(&d, "hidden1", influence, 3)
		k.Before = &d
		return shown
	}
	want := func(what string, units ...int) {
		t.Helper()
		if got := strip(); !slices.Equal(got, units) {
			t.Errorf("%s: %v are shown, not %v", what, got, units)
		}
	}
	want("at first", 1, 3, 5)
	influence[6] = 8 // 1.14 times as influential as the last one
	want("hardly more influential", 1, 3, 5)
	influence[6], k.Pointed = 8.5, "hidden1 5"
	want("while one is pointed at", 1, 3, 5)
	k.Pointed = ""
	want("clearly more influential", 1, 3, 6)
	seen := map[int]bool{}
	for range 3 {
		shown := strip()
		for _, i := range shown {
			seen[i] = true
		}
		spot := k.MoreSpot(Rect(0, 0, 20, 20), "hidden1", "Layer 1", 7, 3, len(shown))
		spot.Turn(k.View, 0, 0)
	}
	if len(seen) != 7 {
		t.Errorf("of 7 units the reader can turn to %d", len(seen))
	}
	want("after the last page", 1, 3, 6)
	influence = influence[:3]
	want("with room for all", 0, 1, 2)
}

func TestInfluence(t *testing.T) {
	if got := Influence([]float32{1, -2, 0, 0.5}, 2); !slices.Equal(got, []float32{3, 0.5}) {
		t.Errorf("weights 1, -2 and 0, 0.5 make units of %v", got)
	}
	if got := Influence(nil, 2); !slices.Equal(got, []float32{0, 0}) {
		t.Errorf("without weights they are %v", got)
	}
}

// TestStrongest holds the share of many links that is drawn: the strongest 15 of 100,
// but never fewer than 12.
func TestStrongest(t *testing.T) {
	for n, want := range map[int]int{100: 15, 144: 22, 24: 12, 7: 7, 0: 0} {
		sizes := make([]float32, n)
		for i := range sizes {
			sizes[i] = float32(i * 7 % max(n, 1))
		}
		drawn := Strongest(sizes)
		least, most, count := float32(n), float32(-1), 0
		for i, d := range drawn {
			if d {
				count++
				least = min(least, sizes[i])
			} else {
				most = max(most, sizes[i])
			}
		}
		if count != want || most > least {
			t.Errorf("of %d links %d are drawn; the weakest of them is %v, the strongest that is not %v", n, count, least, most)
		}
	}
}

// TestLegible leaves out what lies on other texts, or reaches out of the drawing.
func TestLegible(t *testing.T) {
	measure := func(words string, size float32) float32 { return float32(len(words))*size/2 + 2 }
	k := &Kit{Free: Rect(Margin, Margin, 100, 60), Measure: measure, MeasureMedium: measure}
	texts := []Text{
		{Words: "first", X: 20, Y: 30, Size: 12},
		{Words: "upon", X: 30, Y: 38, Size: 12},   // reaches into the first
		{Words: "below", X: 30, Y: 43, Size: 12},  // and this one does not
		{Words: "beside", X: 52, Y: 30, Size: 12}, // nor this one
		{Words: "left", X: 4, Y: 70, Size: 12, Align: 1},
		{Words: "right", X: 130, Y: 70, Size: 12},
		{Words: "last", X: 68, Y: 70, Size: 12, Align: 0.5},
	}
	var got []string
	for _, text := range k.Legible(texts) {
		got = append(got, text.Words)
	}
	if want := []string{"first", "below", "beside", "last"}; !slices.Equal(got, want) {
		t.Errorf("%q are left, not %q", got, want)
	}
}
