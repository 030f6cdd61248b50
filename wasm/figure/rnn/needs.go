package rnn

import (
	"slices"
	"strings"

	"nnplay/wasm/paper"
	"nnplay/wasm/wire"
)

// Needs lists what recurrent networks are drawn from, of tokens or of values.
func Needs(t *wire.Topology) []paper.Need {
	rank := 2 // (T, D)
	if len(t.Symbols) > 0 {
		rank = 1
	}
	all := []paper.Need{
		{Name: "look/x", Rank: rank}, {Name: "look/target", Rank: rank}, {Name: "look/counts", Rank: 1, Optional: rank == 1}, {Name: "look/place", Rank: 1},
		{Name: "*/hidden", Rank: 3}, {Name: "*/gradient", Rank: 1}, {Name: "*/minibatch/gradient", Rank: 1, Optional: true},
	}
	var prefixes []string
	for _, l := range t.Layers {
		prefix, name := "", l.Name
		if i := strings.LastIndex(name, "/"); i >= 0 {
			prefix, name = name[:i+1], name[i+1:]
		}
		if !slices.Contains(prefixes, prefix) {
			prefixes = append(prefixes, prefix)
		}
		for _, part := range gates[strings.TrimRight(strings.TrimSuffix(name, "-reverse"), "0123456789")] {
			all = append(all, paper.Need{Name: l.Name + "/" + part, Rank: 3})
		}
	}
	for _, prefix := range prefixes {
		all = append(all, paper.Need{Name: prefix + "connection", Rank: 2}, paper.Need{Name: prefix + "logits", Rank: 3},
			paper.Need{Name: prefix + "probabilities", Rank: 3, Optional: rank == 2},
			paper.Need{Name: prefix + "output/weight", Rank: 2}, paper.Need{Name: prefix + "output/bias", Rank: 1})
	}
	return all
}

// gates are what a cell has beside its hidden state.
var gates = map[string][]string{
	"lstm": {"cell", "input", "forget", "candidate", "output"},
	"gru":  {"reset", "update", "candidate"},
}
