package main

import "nnplay/wasm/paper"

// cardOf makes of a card what the page takes.
func cardOf(c *paper.Card) map[string]any {
	terms, steps := make([]any, len(c.Terms)), make([]any, len(c.Steps))
	for i, t := range c.Terms {
		m := map[string]any{"name": t.Name, "input": t.Input, "product": t.Product}
		tellValue(m, t.Weight)
		terms[i] = m
	}
	for i, s := range c.Steps {
		m := map[string]any{"words": s.Words, "value": nil}
		if s.Known {
			m["value"] = s.Value
		}
		steps[i] = m
	}
	m := map[string]any{
		"terms": terms, "more": c.More, "rest": c.Rest, "bias": nil, "known": c.Known, "at": c.At,
		"sumName": c.Name, "sum": c.Sum, "steps": steps,
	}
	if c.Bias.Parameter != "" {
		bias := map[string]any{}
		tellValue(bias, c.Bias)
		m["bias"] = bias
	}
	return m
}
