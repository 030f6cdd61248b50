package paper

import (
	"strconv"
	"strings"
)

// Logit returns the card of a logit z: what an output layer, of the parameters
// PREFIX/weight (D, K) and perhaps PREFIX/bias (K), makes of the state h (D) of the
// layers below it, before softmax. It is nil where h is not known, or does not fit.
func (s *Scene) Logit(prefix string, h []float32, output int) *Card {
	if h == nil {
		return nil
	}
	c := s.Dense(prefix, h, output, func(i int) string { return "h" + Subscript(i+1) })
	if c == nil {
		return nil
	}
	if c.Name = "z = Σ h·w"; c.Bias.Parameter != "" {
		c.Name += " + b"
	}
	return c
}

// Subscript writes a number below the line.
func Subscript(n int) string {
	var b strings.Builder
	for _, digit := range strconv.Itoa(n) {
		b.WriteRune(digit - '0' + '₀')
	}
	return b.String()
}
