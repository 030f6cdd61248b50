package data

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"nnplay/nn/rng"
)

// TestDrawingText holds texts that are out there: they must mean these points
// for good.
func TestDrawingText(t *testing.T) {
	for _, c := range []struct {
		text   string
		points [][3]float32
	}{
		{"", nil},
		{"c0000", [][3]float32{{-6, -6, 0}}},
		{"cL1KT", [][3]float32{{0, 0, 1}}},
		{"cg2f3", [][3]float32{{6, 6, 9}}},
		{"cL1KTL1KS", [][3]float32{{0, 0, 1}, {0, 0, 0}}},
		{"vR9opE", [][3]float32{{0, 0, 0}}},
		{"v00000sJdeS", [][3]float32{{-6, -6, -1}, {6, 6, 1}}},
	} {
		d, ok := ParseDrawing(c.text)
		if !ok || d.Len() != len(c.points) || d.String() != c.text {
			got := Drawing{Values: strings.HasPrefix(c.text, "v")}
			for _, p := range c.points {
				got.Add(p[0], p[1], p[2])
			}
			t.Errorf("%s: %v, %d points, %s; the points give %s", c.text, ok, d.Len(), d.String(), got.String())
			continue
		}
		for i, want := range c.points {
			if x, y, v := d.At(i); [3]float32{x, y, v} != want {
				t.Errorf("%s: point %d is %v %v %v, want %v", c.text, i, x, y, v, want)
			}
		}
	}
}

// TestDrawingDamage holds what is left of texts that are damaged.
func TestDrawingDamage(t *testing.T) {
	for text, n := range map[string]int{
		"x": 0, "c": 0, "v": 0, "c000": 0, "c00000": 1, "c0000000": 1, "c0000-000": 1, "c0000zzzz": 1,
		"c" + strings.Repeat("0", 4*MaxOwn+4): MaxOwn,
		"vzzzzz":                              0, "é": 0, "0000": 0,
	} {
		d, ok := ParseDrawing(text)
		if ok || d.Len() != n {
			t.Errorf("%.20s: %v with %d points, want %d", text, ok, d.Len(), n)
		}
	}
}

// TestDrawingGrid holds that places and values are kept to half a step, and that
// what is drawn is what its text says.
func TestDrawingGrid(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, isValues := range []bool{false, true} {
		d := Drawing{Values: isValues}
		for i := range 2000 {
			x, y, v := 12*r.Float32()-6, 12*r.Float32()-6, float32(r.IntN(10))
			if isValues {
				v = 2*r.Float32() - 1
			}
			d.Add(x, y, v)
			gx, gy, gv := d.At(i)
			if math.Abs(float64(gx-x)) > 0.0061 || math.Abs(float64(gy-y)) > 0.0061 || math.Abs(float64(gv-v)) > 0.0013 {
				t.Fatalf("%v %v %v became %v %v %v", x, y, v, gx, gy, gv)
			}
		}
		again, ok := ParseDrawing(d.String())
		if !ok || !slices.Equal(again.points, d.points) || again.Values != isValues {
			t.Errorf("the text gives another drawing: %v", ok)
		}
		// A point of the grid stays where it is.
		copied := Drawing{Values: isValues}
		for i := range d.Len() {
			copied.Add(d.At(i))
		}
		if copied.String() != d.String() {
			t.Error("points of the grid have moved")
		}
	}
	nan, inf := float32(math.NaN()), float32(math.Inf(1))
	var d Drawing
	if d.Add(nan, 0, 0) || d.Add(0, nan, 0) || d.Add(0, 0, nan) || d.Len() != 0 {
		t.Error("a point that is not a number was taken")
	}
	d.Add(inf, -inf, 99)
	if x, y, v := d.At(0); x != 6 || y != -6 || v != 9 {
		t.Errorf("infinity is at %v %v, class %v", x, y, v)
	}
	for d.Len() < MaxOwn {
		d.Add(1, 1, 0)
	}
	if d.Add(1, 1, 0) || d.Len() != MaxOwn {
		t.Error("there is no limit")
	}
}

func TestDrawingErase(t *testing.T) {
	var d Drawing
	for i := range 10 {
		d.Add(float32(i)-5, 0, float32(i%3))
	}
	if n := d.Erase(0, 0, 1.5); n != 3 || d.Len() != 7 {
		t.Errorf("%d erased, %d left", n, d.Len())
	}
	if d.Classes() != 3 {
		t.Errorf("%d classes", d.Classes())
	}
}

func TestDrawingConvert(t *testing.T) {
	var d Drawing
	for class := range 3 {
		d.Add(0, 0, float32(class))
	}
	d.Convert()
	for i, want := range []float32{-1, 0, 1} {
		if _, _, v := d.At(i); v != want {
			t.Errorf("class %d becomes %v", i, v)
		}
	}
	d.Convert()
	for i, want := range []float32{0, 0, 1} {
		if _, _, v := d.At(i); v != want {
			t.Errorf("point %d becomes class %v", i, v)
		}
	}
}

// TestDrawingArrange holds that the order is random, from the seed alone, and the
// classes evenly mixed.
func TestDrawingArrange(t *testing.T) {
	var d Drawing
	for i := range 100 {
		d.Add(float32(i)/20, 0, indicator(i >= 80))
	}
	p, again, other := d.Arrange(rng.New(1, rng.Data)), d.Arrange(rng.New(1, rng.Data)), d.Arrange(rng.New(2, rng.Data))
	if !slices.Equal(p.X, again.X) || slices.Equal(p.X, other.X) {
		t.Error("the order is not that of the seed")
	}
	train, _ := Split(p, 50)
	ones := 0
	for _, v := range train.Y {
		ones += int(v)
	}
	if ones != 10 {
		t.Errorf("%d of 20 points of class 1 are in the first half", ones)
	}
}

func TestDraw(t *testing.T) {
	set, _ := Find("waves")
	d := Draw(pointsOf(set, 1, 50, 0), true, 20)
	if d.Len() != 20 || !d.Values {
		t.Errorf("%d points", d.Len())
	}
	line, _ := Find("line")
	if d := Draw(pointsOf(line, 1, 50, 0), true, 20); d.Len() != 0 {
		t.Error("a line was drawn on the plane")
	}
}

// FuzzDrawing checks that no text breaks the codec, and that a drawing has one
// text.
func FuzzDrawing(f *testing.F) {
	for _, text := range []string{"", "c", "c0000", "cL1KTL1KS", "v00000sJdeS", "c0000zzzz", "vzzzzz", "x1234"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, ok := ParseDrawing(text)
		if d.Len() > MaxOwn || d.Classes() > maxClasses {
			t.Fatalf("%d points of %d classes", d.Len(), d.Classes())
		}
		if ok != (d.String() == text) {
			t.Fatalf("%q: %v, but the text is %q", text, ok, d.String())
		}
		for i := range d.Len() {
			x, y, v := d.At(i)
			if !(x >= -6 && x <= 6 && y >= -6 && y <= 6 && v >= -1 && v <= 9) {
				t.Fatalf("point %v %v %v", x, y, v)
			}
		}
		d.Convert()
		d.Arrange(rng.New(1, rng.Data))
	})
}
