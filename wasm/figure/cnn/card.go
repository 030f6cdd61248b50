package cnn

import (
	"strings"

	"nnplay/wasm/paper"
)

// elementCard tells how an element of a convolution comes about: the products of its
// window, the bias, and what normalization, a residual connection and the activation
// make of that, with the values that the network computed; nil of pooling.
func (k figure) elementCard(v *vision, layer, row, col, filter int) *paper.Card {
	l, before := &v.layers[layer], &v.layers[layer-1]
	taps := k.taps(v, layer, row, col, filter)
	if taps == nil {
		return nil
	}
	size, win := l.window.size, l.window
	var terms []paper.Term
	for c := range taps {
		for i, t := range taps[c] {
			p, q := i/size, i%size
			part := weightOf(l.name, size, before.channels, l.channels, p, q, c, filter)
			terms = append(terms, paper.Term{
				Name:   before.elementSymbol("x", row*win.step-win.padding+p*win.spread, col*win.step-win.padding+q*win.spread, c),
				Weight: k.Element(part.Parameter, part.Index), Input: t.x,
			})
		}
	}
	c := paper.NewCard(terms, k.Element(l.name+"/bias", filter), true)
	c.Name = strings.Replace(c.Name, "a", "x", 1)
	c.Sample = k.sampleName(v)
	for _, step := range []struct{ name, key, words string }{
		{"/normalized", "canvas.normed", "normalized"}, {"/joined", "canvas.joined", "with the input added"},
	} {
		if out, shape := k.Values(l.name+step.name, 3); out != nil && shape[0] == l.rows && shape[1] == l.cols && shape[2] == l.channels {
			c.Then(k.Words.Text(step.key, step.words), out[(row*l.cols+col)*l.channels+filter])
		}
	}
	return k.activated(c, l.name, l.at(row, col, filter))
}

// elementSymbol names an element for a sum: "x₂(3, 4)" of the second channel, or
// "x(3, 4)" where there is one; rows and columns are counted from 1, so that others are
// beyond the border.
func (l *imageLayer) elementSymbol(symbol string, row, col, channel int) string {
	if l.channels > 1 {
		symbol += paper.Subscript(channel + 1)
	}
	return symbol + place(row, col)
}

// flatCard tells how a unit of a fully connected layer comes about, number at of those
// behind the images; after the last comes the output. It is nil of means.
func (k figure) flatCard(v *vision, at, unit int) *paper.Card {
	layer, out := "output", []float32(nil)
	if at < len(v.flat) {
		layer, out = v.flat[at].name, v.flat[at].out
	} else {
		out, _ = k.Values("output/out", 1)
	}
	if layer == "global" || len(v.layers) == 0 || unit >= len(out) {
		return nil
	}
	images := &v.layers[len(v.layers)-1]
	x, symbol := images.out, "a"
	if len(v.layers) == 1 {
		symbol = "x"
	}
	name := func(i int) string {
		pixel := i / images.channels
		return images.elementSymbol(symbol, pixel/images.cols, pixel%images.cols, i%images.channels)
	}
	if at > 0 {
		x, symbol = v.flat[at-1].out, "a"
		name = func(i int) string { return symbol + paper.Subscript(i+1) }
	}
	c := k.Dense(layer, x, unit, name)
	if c == nil {
		return nil
	}
	c.Name = strings.Replace(c.Name, "a", symbol, 1)
	c.Sample = k.sampleName(v)
	if l := k.LayerOf(layer); l != nil && l.Norm != "" && l.Norm != "none" {
		c.Steps = append(c.Steps, paper.Step{Words: k.Words.Text("canvas.normed", "normalized")})
	}
	return k.activated(c, layer, out[unit])
}

// activated adds what the activation of a layer makes of a sum.
func (k figure) activated(c *paper.Card, layer string, out float32) *paper.Card {
	words := ""
	if l := k.LayerOf(layer); l != nil {
		words = k.Words.Activation(l.Activation)
	}
	return c.Then(words, out)
}
