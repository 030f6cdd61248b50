package diffusion

import (
	"nnplay/wasm/paper"
	"nnplay/wasm/wire"
)

// Needs lists what a flow is drawn from.
func Needs(*wire.Topology) []paper.Need {
	return append([]paper.Need{
		{Name: "real", Rank: 2}, {Name: "time", Rank: 1}, {Name: "trajectory", Rank: 3}, {Name: "velocity/grid", Rank: 3},
	}, paper.NetNeeds("velocity/*")...)
}
