package paper

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestWithout holds that the pieces around free areas cover all but these, once.
func TestWithout(t *testing.T) {
	draw := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		whole := Rect(0, 0, 40, 30)
		var open []Rectangle
		for range draw.IntN(7) {
			open = append(open, Rect(float32(draw.IntN(44)-4), float32(draw.IntN(34)-4), float32(1+draw.IntN(12)), float32(1+draw.IntN(12))))
		}
		pieces := without(whole, slices.Clone(open))
		for y := range 30 {
			for x := range 40 {
				at := func(r Rectangle) bool { return r.Contains(float32(x)+0.5, float32(y)+0.5) }
				covered := 0
				for _, p := range pieces {
					if at(p) {
						covered++
					}
				}
				want := 1
				if slices.ContainsFunc(open, at) {
					want = 0
				}
				if covered != want {
					t.Fatalf("around %v the place %d, %d is covered %d times by %v", open, x, y, covered, pieces)
				}
			}
		}
	}
}

// lightKit returns a kit, and a drawing of two neurons with a link between them.
func lightKit() (*Kit, *Drawing) {
	k := &Kit{Scene: &Scene{}, Theme: Light, Free: Rect(18, 18, 364, 264), Measure: func(words string, size float32) float32 { return float32(len(words)) * size / 2 }}
	boxes := []Rectangle{Rect(60, 100, 30, 30), Rect(260, 100, 30, 30)}
	d := &Drawing{Spots: []Spot{
		{Box: k.Free, Rows: 2, Cell: func(row, _ int) Rectangle { return boxes[row] }, Part: func(row, _ int) Part {
			return Part{Kind: "neuron", Layer: fmt.Sprint("hidden", row+1), Parameter: fmt.Sprint("hidden", row+1, "/bias")}
		}},
		{Box: k.Free, Path: func(int, int) [][2]float32 { return [][2]float32{{90, 115}, {260, 115}} }, Part: func(int, int) Part {
			return Part{Kind: "link", Layer: "hidden2", Parameter: "hidden2/weight", Index: 3}
		}},
		{Box: Rect(300, 18, 80, 80)},
	}}
	return k, d
}

// TestIlluminate holds which numbers stand on the drawing, where nothing else stands,
// and that what takes no part is covered and the rest is not.
func TestIlluminate(t *testing.T) {
	for _, c := range []struct {
		lit  []Lit
		want []string
	}{
		{nil, nil},
		{[]Lit{{Layer: "elsewhere", Value: 5}}, nil},
		{[]Lit{{Layer: "hidden1", Element: 1, Value: 5}, {Parameter: "hidden2/weight", Element: 2}}, nil},
		{[]Lit{{Layer: "hidden2", Value: 0.25}, {Layer: "hidden1", Value: -1.5, As: LitTerm}, {Parameter: "hidden2/weight", Element: 3, Value: 2, As: LitFactor}, {Parameter: "hidden2/bias", Value: 7, As: LitTerm}},
			[]string{"0.25 strong", "−1.5", "2"}},
		{[]Lit{{Parameter: "hidden1/bias", Value: 0.125}}, []string{"0.125 strong"}},
	} {
		k, d := lightKit()
		k.Lit = c.lit
		k.Illuminate(d)
		var got []string
		var places []Rectangle
		for _, l := range d.Light.Labels {
			text := l.Words
			if l.Strong {
				text += " strong"
			}
			got = append(got, text)
			w := k.Measure(l.Words, l.Size)
			at := Rect(l.X-w/2, l.Y-l.Size/2, w, l.Size)
			if slices.ContainsFunc(places, at.Meets) {
				t.Errorf("%s stands on another number", l.Words)
			}
			places = append(places, at)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%+v: %q, want %q", c.lit, got, c.want)
		}
		covers := func(x, y float32) bool {
			return slices.ContainsFunc(d.Light.Shapes, func(s Shape) bool { return s.Kind == Bar && s.Box.Contains(x, y) })
		}
		if dims := covers(340, 60); dims != (c.want != nil) {
			t.Errorf("%+v: what takes no part is covered: %v", c.lit, dims)
		}
		if len(c.want) == 3 && (covers(75, 115) || covers(275, 115)) {
			t.Error("a neuron that takes part is covered")
		}
	}
}

// TestLitTimes holds that of a unit that is drawn at several times the one is lit that
// takes part.
func TestLitTimes(t *testing.T) {
	d := &Drawing{Spots: []Spot{{Box: Rect(0, 0, 50, 10), Cols: 5, Part: func(_, col int) Part { return Part{Layer: "gru1", Unit: 2, Time: col + 1} }}}}
	lamps := d.lamps([]Lit{{Layer: "gru1", Element: 2, Time: 4}, {Layer: "gru1", Element: 2, Time: 2}, {Layer: "gru1", Element: 1, Time: 1}})
	if len(lamps) != 2 || lamps[0].box.X != 10 || lamps[1].box.X != 30 {
		t.Errorf("%+v", lamps)
	}
}
