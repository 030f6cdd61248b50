package transformer

import (
	"slices"

	"nnplay/wasm/paper"
	"nnplay/wasm/wire"
)

// card tells how the logit of an output comes about at a place, from what the last
// block leaves there (D); nil where that is not known.
func (k figure) card(read []string, place, output int) *paper.Card {
	final, shape := k.Values("final", 2) // (T, D)
	if final == nil || place >= shape[0] || len(final) < shape[0]*shape[1] {
		return nil
	}
	c := k.Logit("output", final[place*shape[1]:][:shape[1]], output)
	if c == nil {
		return nil
	}
	k.untie(c, output)
	c.Title, c.At = k.Words.Text("canvas.prediction", "Prediction"), at(read, place)
	return c
}

// cardOfToken is the card of a token, with its probability.
func (k figure) cardOfToken(read []string, place int, g guess) *paper.Card {
	c := k.card(read, place, g.token)
	if c == nil {
		return nil
	}
	c.Title += ": " + k.tokenName(float32(g.token))
	return c.Then(k.Words.Activation("softmax"), g.p)
}

// untie makes the weights of an output those of the embedding (V, D), where the network
// has no others: there they are trained, and changed.
func (k figure) untie(c *paper.Card, output int) {
	has := func(name string) bool {
		return slices.ContainsFunc(k.Topology.Parameters, func(p wire.Parameter) bool { return p.Name == name })
	}
	const table = "embedding/weight"
	if has("output/weight") || !has(table) {
		return
	}
	width := len(k.Tensors["final"].F32) / max(k.Tensors["final"].Shape[0], 1)
	v := len(k.Tensors["output/weight"].F32) / width
	for i := range c.Terms {
		w := &c.Terms[i].Weight
		w.Parameter, w.Index = table, output*width+w.Index/v
		if held := k.Tensors[table+"/frozen"].U8; w.Index < len(held) {
			w.Frozen = held[w.Index] != 0
		}
		w.Off = k.Off(&paper.Part{Parameter: table, Index: w.Index})
	}
}
