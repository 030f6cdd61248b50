// Package all is the one table of families. Only programs import it, each with
// the families that it is to have.
package all

import (
	"nnplay/nn/lab"
	"nnplay/nn/lab/autoencoder"
	"nnplay/nn/lab/cnn"
	"nnplay/nn/lab/diffusion"
	"nnplay/nn/lab/gan"
	"nnplay/nn/lab/points"
	"nnplay/nn/lab/rnn"
	"nnplay/nn/lab/transformer"
)

// Families is the table, a row a family, in the order of a page.
var Families = []*lab.Family{
	points.Family,
	rnn.Family,
	transformer.Family,
	gan.Family,
	autoencoder.Family,
	cnn.Family,
	diffusion.Family,
}
