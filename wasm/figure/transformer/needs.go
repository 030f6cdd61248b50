package transformer

import (
	"strings"

	"nnplay/wasm/paper"
	"nnplay/wasm/wire"
)

// Needs lists what a Transformer is drawn from, of one stack of blocks or of an
// encoder's and a decoder's.
func Needs(t *wire.Topology) []paper.Need {
	rank := 2 // (T, D) of values
	if len(t.Symbols) > 0 {
		rank = 1
	}
	all := []paper.Need{
		{Name: "look/x", Rank: rank}, {Name: "look/target", Rank: rank}, {Name: "look/head", Rank: 1}, {Name: "look/counts", Rank: 1, Optional: true},
		{Name: "embedding", Rank: 3}, {Name: "final", Rank: 2}, {Name: "logits", Rank: 3},
		{Name: "probabilities", Rank: 3, Optional: rank == 2}, {Name: "output/weight", Rank: 2}, {Name: "output/bias", Rank: 1},
		{Name: "embedding/map", Rank: 2, Optional: rank == 2}, {Name: "embedding/tokens", Rank: 1, Optional: rank == 2}, {Name: "embedding/shares", Rank: 1, Optional: rank == 2},
		{Name: "*/attention", Rank: 4}, {Name: "*/attention/query", Rank: 4}, {Name: "*/attention/key", Rank: 4}, {Name: "*/attention/value", Rank: 4},
		{Name: "*/attention/added", Rank: 3}, {Name: "*/mlp/units", Rank: 3}, {Name: "*/mlp/added", Rank: 3}, {Name: "*/residual", Rank: 3},
	}
	for _, l := range t.Layers {
		if strings.HasPrefix(l.Name, "encoder/") {
			return append(all, paper.Need{Name: "encoder/embedding", Rank: 3}, paper.Need{Name: "look/source", Rank: 1},
				paper.Need{Name: "block*/cross", Rank: 4}, paper.Need{Name: "block*/cross/query", Rank: 4}, paper.Need{Name: "block*/cross/key", Rank: 4},
				paper.Need{Name: "block*/cross/value", Rank: 4}, paper.Need{Name: "block*/cross/added", Rank: 3})
		}
	}
	return all
}
