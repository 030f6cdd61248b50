package autoencoder

import (
	"nnplay/wasm/paper"
	"nnplay/wasm/wire"
)

// Needs lists what an autoencoder is drawn from.
func Needs(*wire.Topology) []paper.Need {
	return []paper.Need{
		{Name: "images", Rank: 3}, {Name: "images/class", Rank: 1}, {Name: "reconstruction", Rank: 3},
		{Name: "codes", Rank: 2}, {Name: "codes/class", Rank: 1}, {Name: "codes/domain", Rank: 1}, {Name: "codes/lattice", Rank: 4, Levels: true},
		{Name: "walk/image", Rank: 2}, {Name: "walk/cell", Rank: 1}, {Name: "walk/code", Rank: 1},
	}
}
