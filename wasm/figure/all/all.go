// Package all is the one table of figures.
package all

import (
	"nnplay/wasm/figure/autoencoder"
	"nnplay/wasm/figure/cnn"
	"nnplay/wasm/figure/diffusion"
	"nnplay/wasm/figure/gan"
	"nnplay/wasm/figure/points"
	"nnplay/wasm/figure/rnn"
	"nnplay/wasm/figure/transformer"
	"nnplay/wasm/paper"
)

// Figures is the table of figures, by family.
var Figures = map[string]*paper.Figure{
	"gan":         &gan.Figure,
	"mlp":         &points.Figure,
	"rnn":         &rnn.Figure,
	"transformer": &transformer.Figure,
	"autoencoder": &autoencoder.Figure,
	"cnn":         &cnn.Figure,
	"diffusion":   &diffusion.Figure,
}
