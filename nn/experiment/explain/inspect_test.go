package explain

import (
	"math"
	"testing"
)

// TestInspect compares what is told of tensors with what single numbers say.
func TestInspect(t *testing.T) {
	s := next(t, "v=1&dataset=xor&networkShape=5&activation=relu&batchSize=3&samples=20", 5)
	list, sums := s.Summaries()
	if len(list) < 10 || len(list) != len(sums) {
		t.Fatalf("%d tensors, %d summaries", len(list), len(sums))
	}
	seen := map[string]Summary{}
	for i, l := range list {
		if l.Program == "" || l.Program == "step" {
			seen[l.Name] = sums[i]
		}
	}
	var total, squares, zeros, back float64
	for i := range 3 {
		for j := range 5 {
			v := float64(ask(t, s, Question{Tensor: "hidden1/out", Index: []int{i, j}}).Value)
			g := float64(ask(t, s, Question{Tensor: "hidden1/out", Index: []int{i, j}, Of: Gradient}).Value)
			total, squares, back = total+v, squares+v*v, back+g*g
			if v == 0 {
				zeros++
			}
		}
	}
	out := seen["hidden1/out"]
	for _, c := range []struct {
		what string
		got  Number
		want float64
	}{
		{"mean", out.Mean, total / 15},
		{"deviation", out.Deviation, math.Sqrt(squares/15 - total/15*(total/15))},
		{"share of zeros", out.Zeros, zeros / 15},
		{"norm of the gradient", out.Gradient, math.Sqrt(back)},
		{"largest", out.Largest, float64(ask(t, s, Question{Tensor: "hidden1/out", Index: out.At}).Value)},
	} {
		if math.Abs(float64(c.got)-c.want) > 1e-6 {
			t.Errorf("the %s of the activations is told as %v, it is %v", c.what, c.got, c.want)
		}
	}
	if w := seen["hidden1/weight"]; float64(w.Largest) != float64(ask(t, s, Question{Tensor: "hidden1/weight", Index: w.At, Of: Update}).Value) {
		t.Errorf("of a weight it tells %v, not what the step has left", w.Largest)
	}
	if !math.IsNaN(float64(seen["train/x"].Gradient)) {
		t.Error("data has a gradient")
	}
}

// TestPicture holds what a heat map and a distribution show: of numbers that are not
// finite too, and of more than there is room for.
func TestPicture(t *testing.T) {
	h := heatOf([]float64{-2, 0, 1, math.NaN(), 2, math.Inf(1)}, []int{2, 3})
	if h.Rows != 2 || h.Cols != 3 || string(h.Levels) != string([]uint8{1, 128, 192, 128, 255, 128}) || h.Scale != 2 {
		t.Errorf("%+v", h)
	}
	large := make([]float64, 300*500)
	large[299*500+499] = 1
	if h := heatOf(large, []int{300, 500}); h.Rows != mostHeat || h.Cols != mostHeat || len(h.Levels) != mostHeat*mostHeat {
		t.Errorf("%d by %d", h.Rows, h.Cols)
	}
	for _, none := range []Heat{heatOf([]float64{0}, nil), heatOf([]float64{0, 0}, []int{2})} {
		for _, level := range none.Levels {
			if level != 128 {
				t.Errorf("%+v", none)
			}
		}
	}
	d := distributionOf([]float64{0, 1, 1, 0.5, math.NaN(), math.Inf(-1)})
	if d.From != 0 || d.To != 1 || d.Odd != 2 || d.Counts[0] != 1 || d.Counts[bins-1] != 2 || d.Counts[bins/2] != 1 {
		t.Errorf("%+v", d)
	}
	if d := distributionOf([]float64{7, 7}); d.Counts[bins/2] != 2 || d.From != 7 || d.To != 7 {
		t.Errorf("%+v", d)
	}
	s := next(t, small, 2)
	if _, _, err := s.Picture("nosuch", ""); err == nil {
		t.Error("a tensor that there is not has a picture")
	}
	if h, d, err := s.Picture("hidden1/weight", ""); err != nil || h.Rows != 2 || h.Cols != 2 || d.Counts[0] == 0 {
		t.Errorf("%+v %+v %v", h, d, err)
	}
}
