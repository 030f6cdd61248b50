package model

import (
	"slices"

	"nnplay/nn/f32"
	"nnplay/nn/rng"
)

// A Sampler picks the next token from what a model predicts.
type Sampler struct {
	Temperature float32 // divides the logits; 0 takes the largest
	TopK        int     // of the most probable tokens, so many; 0: all
	TopP        float32 // of those, as few as have this probability together (Holtzman et al. 2019); 0 or 1: all
}

// Next returns a token, an index of logits (V). It takes one random number from
// the stream, none at temperature 0. Of equal logits the first counts as the
// larger; NaN counts as -Inf.
func (o Sampler) Next(logits []float32, s *rng.Stream) int {
	order := make([]int, len(logits))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch x, y := logits[a], logits[b]; {
		case x > y || x == x && y != y:
			return -1
		case x < y || x != x && y == y:
			return 1
		}
		return 0
	})
	if o.Temperature <= 0 {
		return order[0]
	}
	p := o.probabilities(logits, order)
	var total float32
	for _, v := range p {
		total += v
	}
	r := float32(s.Float32() * total)
	for i, v := range p {
		if r -= v; r < 0 {
			return order[i]
		}
	}
	return order[0]
}

// probabilities returns those of the tokens that may be picked, from the largest
// on, up to a common factor.
func (o Sampler) probabilities(logits []float32, order []int) []float32 {
	n := len(order)
	if o.TopK > 0 {
		n = min(n, o.TopK)
	}
	p := make([]float32, 0, n)
	var total float32
	for _, i := range order[:n] {
		v := f32.Exp(float32(logits[i]-logits[order[0]]) / o.Temperature)
		if !(v >= 0) { // NaN
			v = 0
		}
		p = append(p, v)
		total += v
	}
	if o.TopP > 0 && o.TopP < 1 {
		limit := float32(o.TopP * total)
		var sum float32
		for i, v := range p {
			if sum += v; sum >= limit {
				return p[:i+1]
			}
		}
	}
	return p
}

// Generate goes on from a prompt, a token at a time, up to n tokens, and returns
// those. context is how many tokens the model reads at most: logits runs it on
// that many, of which the last of the text come first, and returns what is
// predicted at a place. until ends the text, and is not part of it; nil is never.
func (o Sampler) Generate(prompt []int, n, context int, s *rng.Stream, logits func(tokens []float32, place int) []float32, until func(token int) bool) []int {
	text := slices.Clone(prompt)
	window := make([]float32, context)
	for len(text) < len(prompt)+n && len(text) > 0 {
		clear(window)
		last := text[max(0, len(text)-context):]
		for i, token := range last {
			window[i] = float32(token)
		}
		next := o.Next(logits(window, len(last)-1), s)
		if until != nil && until(next) {
			break
		}
		text = append(text, next)
	}
	return text[len(prompt):]
}
