package paper

import (
	"cmp"
	"slices"
)

// A Card tells how a number of the network comes about: as a sum of products and a
// bias, and what becomes of the sum.
type Card struct {
	Title string  // what number it is, "" where the spot's name says so
	Terms []Term  // the strongest first
	More  int     // weaker terms that are left out
	Rest  float32 // what those add up to
	Bias  Element // without a parameter where there is none
	Known bool    // what is read is known; else there are weights alone
	Pins  bool    // a place can be pinned, and then it is known
	At    string  // the place where it is so, where there are others
	// Sample is what the network reads, where that is one of several.
	Sample string
	Name   string  // of the sum, as a formula
	Sum    float32 // of all products and the bias
	Steps  []Step  // from the sum to the number
}

// A Term is a product: what is read, times its weight.
type Term struct {
	Name           string // of what is read
	Weight         Element
	Input, Product float32 // where they are known
}

// A Step is what becomes of a sum: by what, and the number after it.
type Step struct {
	Words string
	Value float32
	Known bool
}

// MostTerms is how many terms a card has.
const MostTerms = 64

// NewCard returns the card of terms whose names, weights and inputs are given, in the
// order in which the network adds them up. A weight that is removed adds nothing.
func NewCard(terms []Term, bias Element, known bool) *Card {
	c := &Card{Terms: terms, Bias: bias, Known: known, Name: "Σ w·a"}
	if bias.Parameter != "" {
		c.Name += " + b"
	}
	for i := range terms {
		t := &terms[i]
		if known && !t.Weight.Removed {
			t.Product = t.Weight.Value * t.Input
		}
		c.Sum += t.Product
	}
	c.Sum += bias.Value
	slices.SortStableFunc(terms, func(a, b Term) int { return cmp.Compare(c.strength(b), c.strength(a)) })
	if c.More = max(0, len(terms)-MostTerms); c.More > 0 {
		c.Terms = terms[:MostTerms]
		for _, t := range terms[MostTerms:] {
			c.Rest += t.Product
		}
	}
	return c
}

// strength says how much a term counts for: what it adds, or where that is not known
// what it could.
func (c *Card) strength(t Term) float32 {
	if c.Known {
		return Abs(t.Product)
	}
	return Abs(t.Weight.Value)
}

// Then adds a step to a card.
func (c *Card) Then(words string, value float32) *Card {
	c.Steps = append(c.Steps, Step{words, value, true})
	return c
}

// Dense returns the card of an output of a dense layer, or of what is like one:
// parameters PREFIX/weight (D, K) and, where it has one, PREFIX/bias (K). It reads x (D),
// nil where that is not known; name says what one of them is called. It is nil where
// this does not fit together.
func (s *Scene) Dense(prefix string, x []float32, output int, name func(i int) string) *Card {
	t := s.Tensors[prefix+"/weight"]
	if len(t.Shape) != 2 || output < 0 || output >= t.Shape[1] || len(t.F32) < t.Shape[0]*t.Shape[1] || x != nil && len(x) != t.Shape[0] {
		return nil
	}
	terms := make([]Term, t.Shape[0])
	for i := range terms {
		terms[i] = Term{Name: name(i), Weight: s.Element(prefix+"/weight", i*t.Shape[1]+output)}
		if x != nil {
			terms[i].Input = x[i]
		}
	}
	return NewCard(terms, s.Element(prefix+"/bias", output), x != nil)
}
