package main

import "nnplay/wasm/paper"

// A carded is what the page has a card of.
type carded struct {
	paper.Pick
	key    string // of its spot
	untold bool   // the page has not heard how it stands now
}

// card says whether the page has a card of what is chosen: then it hears of it with
// each snapshot, until it is gone.
func (g *game) card(open bool) {
	g.carded = carded{Pick: paper.Nowhere}
	if s := g.easel.drawing.SpotOf(g.chosen); open && s != nil {
		g.carded = carded{Pick: g.chosen, key: s.Key}
	}
}

// followCard finds what the page has a card of in a new drawing, and tells how it
// stands: only now is all of it what the snapshot says.
func (g *game) followCard() {
	c := &g.carded
	if c.Spot < 0 {
		return
	}
	chosen := g.chosen == c.Pick
	if c.Pick = g.easel.drawing.Find(c.key, c.Pick); chosen {
		g.chosen = c.Pick
	}
	if gone := g.easel.drawing.SpotOf(c.Pick) == nil; !c.untold && !gone {
		return
	}
	m := g.withCard(g.details("card", c.Pick), c.Pick)
	if c.untold = false; m["card"] == nil {
		c.Pick = paper.Nowhere
	}
	g.tell(m)
}

// withCard adds to what is told of a pick how its number comes about.
func (g *game) withCard(m map[string]any, p paper.Pick) map[string]any {
	if s := g.easel.drawing.SpotOf(p); s != nil && s.Card != nil {
		if c := s.Card(p.Row, p.Col); c != nil {
			m["card"] = cardOf(c)
		}
	}
	return m
}

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
		"title": c.Title, "terms": terms, "more": c.More, "rest": c.Rest, "bias": nil, "known": c.Known, "pins": c.Pins, "at": c.At, "sample": c.Sample,
		"sumName": c.Name, "sum": c.Sum, "steps": steps,
	}
	if c.Bias.Parameter != "" {
		bias := map[string]any{}
		tellValue(bias, c.Bias)
		m["bias"] = bias
	}
	return m
}
