package data

import "nnplay/nn/f32"

// A Feature is what the network gets to see of a point: a function of its raw
// inputs.
type Feature struct {
	Name   string                     // in links, as in those of TensorFlow Playground
	Symbol string                     // how it is written in a drawing
	NeedsY bool                       // it makes no sense where there is one raw input
	Func   func(x, y float32) float32 // y is 0 where there is one raw input
}

// Features is the table of features, a row each, in TensorFlow Playground's
// order.
var Features = []Feature{
	{"x", "X₁", false, func(x, y float32) float32 { return x }},
	{"y", "X₂", true, func(x, y float32) float32 { return y }},
	{"xSquared", "X₁²", false, func(x, y float32) float32 { return float32(x * x) }},
	{"ySquared", "X₂²", true, func(x, y float32) float32 { return float32(y * y) }},
	{"xTimesY", "X₁X₂", true, func(x, y float32) float32 { return float32(x * y) }},
	{"sinX", "sin(X₁)", false, func(x, y float32) float32 { return f32.Sin(x) }},
	{"sinY", "sin(X₂)", true, func(x, y float32) float32 { return f32.Sin(y) }},
}

// FindFeature returns the feature of that name.
func FindFeature(name string) (Feature, bool) {
	for _, f := range Features {
		if f.Name == name {
			return f, true
		}
	}
	return Feature{}, false
}

// Expand returns features (n, F) of the points.
func Expand(p Points, features []Feature) []float32 {
	out := make([]float32, 0, p.Len()*len(features))
	for i := range p.Len() {
		x, y := p.X[i*p.Dim], float32(0)
		if p.Dim > 1 {
			y = p.X[i*p.Dim+1]
		}
		for _, f := range features {
			out = append(out, f.Func(x, y))
		}
	}
	return out
}
