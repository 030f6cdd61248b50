package nn

import (
	"nnplay/nn/f32"
	"nnplay/nn/rng"
)

// Embedding returns a row of name/weight (V, D) for each of the tokens, whole
// numbers below V in a tensor of any shape: tokens (B, T) give (B, T, D). The
// table is returned too, for whoever ties the output to it (Press and Wolf 2017).
func Embedding(tokens *Tensor, name string, vocabulary, d int) (rows, table *Tensor) {
	g := tokens.graph
	defer g.Mark("embedding")()
	table = g.Param(Parameter{Name: name + "/weight", Shape: []int{vocabulary, d}, Init: embeddingNormal, FanIn: vocabulary, FanOut: d, Decays: true})
	n := tokens.Len()
	rows = table.Rows(tokens.Reshape(n), nil, n).Called(name+"/rows", "place", "dimension")
	return rows.Reshape(append(append([]int(nil), tokens.shape...), d)...), table
}

// embeddingNormal gives rows of a length of about one half, as GPT-2's initial
// normal numbers of deviation 0.02 do where a row has 768: 0.55/√D.
var embeddingNormal = Initializer{Name: "embedding", Fill: func(w []float32, p *Parameter, scale float32, s *rng.Stream) {
	normal(w, scale*0.55/f32.Sqrt(float32(p.FanOut)), s)
}}
