package rnn

import (
	"strings"

	"nnplay/wasm/paper"
)

// card tells how the logit of an output comes about at a step, from the state (H) of
// the uppermost layer, or of both its directions (2H); nil where that is not known.
func (k figure) card(net unrolled, t, output int) *paper.Card {
	var states []float32
	top := net.layers[len(net.layers)-1]
	for _, layer := range []string{strings.TrimSuffix(top, "-reverse"), top} {
		if hidden, shape := k.Values(layer+"/hidden", 3); hidden != nil && t < shape[1] {
			states = append(states, hidden[t*shape[2]:(t+1)*shape[2]]...)
		}
		if !strings.HasSuffix(top, "-reverse") {
			break
		}
	}
	c := k.Logit(net.prefix+"output", states, output)
	if c == nil {
		return nil
	}
	c.Title, c.At = k.Words.Text("canvas.prediction", "Prediction"), strings.ToLower(k.step(t))
	return c
}

// cardOfToken is the card of a token, with its probability p.
func (k figure) cardOfToken(net unrolled, t, token int, p float32) *paper.Card {
	c := k.card(net, t, token)
	if c == nil {
		return nil
	}
	c.Title += ": " + paper.Visible(k.Symbol(token))
	return c.Then(k.Words.Activation("softmax"), p)
}
