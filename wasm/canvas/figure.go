package main

import "nnplay/wasm/wire"

// A figure draws an architecture that is not a network over a plane of points.
// It is a pure function: the same kit gives the same drawing. It draws what
// there is, and must not panic over what there is not.
type figure func(k *kit) drawing

// figures is the table of figures, by architecture; nil is a network over a plane
// of points, which game draws.
var figures = map[string]figure{
	"mlp":         nil,
	"gan":         figureGAN,
	"rnn":         figureRNN,
	"transformer": figureTransformer,
	"autoencoder": figureAutoencoder,
	"cnn":         figureCNN,
	"diffusion":   figureDiffusion,
}

// A kit is what a figure draws from and with.
type kit struct {
	*scene
	*theme
	words dictionary
	free  rect // where it may draw, CSS pixels
	// pointed is the value of the spot with an action that is pointed at, or what
	// the spot shows, "" if there is none.
	pointed string
	// share is how much of its way has been covered by what moves when a figure
	// changes, from 0 to 1.
	share float32
	// view is what the reader has turned to; see spot.
	view map[string]int
	// measure returns the width of a text.
	measure func(words string, size float32) float32
}

// narrow tells whether the figure stands on a phone.
func (k *kit) narrow() bool { return k.free.w < narrow }

// symbol returns what a class or a token is called.
func (k *kit) symbol(i int) string {
	if i >= 0 && i < len(k.topology.Symbols) {
		return k.topology.Symbols[i]
	}
	return number(float32(i), 0)
}

// layerOf returns the layer of that name, or nil.
func (k *kit) layerOf(name string) *wire.Layer {
	for i := range k.topology.Layers {
		if k.topology.Layers[i].Name == name {
			return &k.topology.Layers[i]
		}
	}
	return nil
}

// values returns a tensor's numbers if it has as many dimensions, else nil.
func (k *kit) values(name string, rank int) (values []float32, shape []int) {
	t, ok := k.tensors[name]
	if !ok || len(t.Shape) != rank || t.F32 == nil {
		return nil, nil
	}
	return t.F32, t.Shape
}

// figure returns the figure of what is loaded, nil for a network over a plane.
func (s *scene) figure() figure {
	if s.topology == nil {
		return nil
	}
	return figures[s.topology.Architecture]
}
