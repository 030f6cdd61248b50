package gan

import (
	"nnplay/wasm/paper"
	"nnplay/wasm/wire"
)

// Needs lists what the game is drawn from; there are the tensors of slow/ while it
// is in slow motion.
func Needs(*wire.Topology) []paper.Need {
	return append([]paper.Need{
		{Name: "real", Rank: 2}, {Name: "fake", Rank: 2}, {Name: "fake/gradient", Rank: 2},
		{Name: "discriminator/grid", Rank: 2}, {Name: "generator/manifold", Rank: 3},
		{Name: "game/turns", Rank: 1}, {Name: "game/last", Rank: 1, Optional: true},
		{Name: "discriminator/*/passed", Rank: 1, Optional: true},
		{Name: "slow/phase", Rank: 1, Levels: true, Optional: true}, {Name: "slow/noise", Rank: 2, Optional: true}, {Name: "slow/outputs", Rank: 2, Optional: true},
		{Name: "slow/real", Rank: 2, Optional: true}, {Name: "slow/fake", Rank: 2, Optional: true},
		{Name: "slow/pull", Rank: 2, Optional: true}, {Name: "slow/shown", Rank: 2, Optional: true},
	}, paper.NetNeeds("*")...)
}
