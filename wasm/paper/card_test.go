package paper

import (
	"math"
	"testing"

	"nnplay/wasm/wire"
)

// TestDense holds that a card adds up, with what is known and without, and what is
// removed by L1 left out; and that what does not fit has none.
func TestDense(t *testing.T) {
	s := Scene{Tensors: map[string]wire.Tensor{}}
	for _, tensor := range []wire.Tensor{
		{Name: "output/weight", Shape: []int{3, 2}, F32: []float32{1, 10, 2, 20, 3, 30}},
		{Name: "output/weight/alive", Shape: []int{3, 2}, U8: []uint8{1, 1, 1, 0, 1, 1}},
		{Name: "output/weight/frozen", Shape: []int{3, 2}, U8: []uint8{0, 0, 0, 0, 0, 1}},
		{Name: "output/bias", Shape: []int{2}, F32: []float32{0.5, -0.5}},
		{Name: "plain/weight", Shape: []int{1, 1}, F32: []float32{4}},
	} {
		s.Tensors[tensor.Name] = tensor
	}
	name := func(i int) string { return string(rune('a' + i)) }
	c := s.Dense("output", []float32{1, -1, 2}, 1, name)
	if c.Sum != 10+60-0.5 || !c.Known || len(c.Terms) != 3 || c.More != 0 {
		t.Fatalf("%+v", c)
	}
	if b := c.Terms[2]; b.Name != "b" || b.Product != 0 || !b.Weight.Removed || b.Weight.Index != 3 {
		t.Errorf("%+v", b)
	}
	if first := c.Terms[0]; first.Name != "c" || first.Product != 60 || first.Input != 2 || !first.Weight.Frozen {
		t.Errorf("%+v", first)
	}
	if c := s.Dense("output", nil, 0, name); c.Known || c.Terms[0].Weight.Value != 3 || c.Terms[0].Product != 0 || c.Bias.Value != 0.5 {
		t.Errorf("%+v", c)
	}
	if c := s.Dense("plain", []float32{2}, 0, name); c.Sum != 8 || c.Bias.Parameter != "" {
		t.Errorf("%+v", c)
	}
	for _, c := range []*Card{s.Dense("output", []float32{1, 2}, 0, name), s.Dense("output", nil, 2, name), s.Dense("none", nil, 0, name), s.Dense("output", nil, -1, name)} {
		if c != nil {
			t.Errorf("%+v", c)
		}
	}
}

// TestLogit adds up what an output makes of a state; where that is not known, or does
// not fit, there is no card.
func TestLogit(t *testing.T) {
	s := Scene{Tensors: map[string]wire.Tensor{
		"output/weight": {Name: "output/weight", Shape: []int{6, 2}, F32: []float32{0, 1, 0, -2, 0, 3, 0, 4, 0, 0.5, 0, 0}},
		"output/bias":   {Name: "output/bias", Shape: []int{2}, F32: []float32{7, 0.5}},
		"plain/weight":  {Name: "plain/weight", Shape: []int{2, 2}, F32: []float32{0, 1, 0, -2}},
	}}
	x := []float32{1, 1, 1, 0.25, -1, 5}
	if c := s.Logit("output", x, 1); c.Name != "z = Σ h·w + b" || c.Sum != 3 || c.Terms[3].Name != "h₄" || c.Terms[3].Product != 1 || !c.Known {
		t.Errorf("%+v", c)
	}
	if c := s.Logit("plain", x[:2], 1); c.Name != "z = Σ h·w" || c.Sum != -1 {
		t.Errorf("%+v", c)
	}
	for _, c := range []*Card{s.Logit("output", x, 2), s.Logit("output", x, -1), s.Logit("output", x[:5], 0), s.Logit("output", nil, 0), s.Logit("rival/output", x, 0)} {
		if c != nil {
			t.Errorf("%+v", c)
		}
	}
	if got := Subscript(1047); got != "₁₀₄₇" {
		t.Errorf("subscript %s", got)
	}
}

// TestCardIsBounded holds that of many terms the strongest stay, and
// that all is still added up.
func TestCardIsBounded(t *testing.T) {
	terms := make([]Term, 500)
	var sum float32
	for i := range terms {
		terms[i] = Term{Weight: Element{Value: 1}, Input: float32(i%7) - 3}
		sum += terms[i].Input
	}
	terms[400].Input, sum = 9, sum-terms[400].Input+9
	c := NewCard(terms, Element{Value: 2}, true)
	shown, largest := float32(0), float32(0)
	for _, term := range c.Terms {
		shown, largest = shown+term.Product, max(largest, term.Product)
		if Abs(term.Product) < 3 {
			t.Errorf("%v is among the strongest", term.Product)
		}
	}
	if len(c.Terms) != MostTerms || c.More != 500-MostTerms || largest != 9 {
		t.Errorf("%d and %d terms, the largest %v", len(c.Terms), c.More, largest)
	}
	if math.Abs(float64(c.Sum-sum-2)) > 1e-3 || math.Abs(float64(shown+c.Rest+2-c.Sum)) > 1e-3 {
		t.Errorf("%v and %v make %v, not %v", shown, c.Rest, c.Sum, sum+2)
	}
}
