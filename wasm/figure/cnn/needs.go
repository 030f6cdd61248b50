package cnn

import (
	"strings"

	"nnplay/wasm/paper"
	"nnplay/wasm/wire"
)

// Needs lists what a convolutional network is drawn from. One without convolutions
// is drawn by the weights of its first layer.
func Needs(t *wire.Topology) []paper.Need {
	all := []paper.Need{
		{Name: "look/image", Rank: 3}, {Name: "look/class", Rank: 1}, {Name: "look/sample", Rank: 1}, {Name: "saliency", Rank: 3},
		{Name: "output/out", Rank: 1}, {Name: "confusion", Rank: 2}, {Name: "confusion/images", Rank: 4, Levels: true},
		{Name: "conv*/out", Rank: 3}, {Name: "conv*/window", Rank: 1}, {Name: "conv*/fields", Rank: 3},
		{Name: "conv*/kernel", Rank: 4}, {Name: "conv*/kernel/gradient", Rank: 4, Optional: true}, {Name: "conv*/bias", Rank: 1},
		{Name: "conv*/normalized", Rank: 3, Optional: true}, {Name: "conv*/joined", Rank: 3, Optional: true},
		{Name: "pool*/out", Rank: 3}, {Name: "pool*/window", Rank: 1}, {Name: "pool*/fields", Rank: 3},
		{Name: "global*/out", Rank: 1}, {Name: "hidden*/out", Rank: 1},
	}
	if len(t.Layers) > 0 && !strings.HasPrefix(t.Layers[0].Name, "conv") {
		all = append(all, paper.Need{Name: t.Layers[0].Name + "/weight", Rank: 2})
	}
	return all
}
