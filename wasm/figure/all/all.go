// Package all has the tables of figures.
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

// Needs is the table of what they draw from.
var Needs = map[string]paper.Needs{
	"mlp":         points.Needs,
	"gan":         gan.Needs,
	"rnn":         rnn.Needs,
	"transformer": transformer.Needs,
	"autoencoder": autoencoder.Needs,
	"cnn":         cnn.Needs,
	"diffusion":   diffusion.Needs,
}
