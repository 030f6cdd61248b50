package points

import (
	"nnplay/wasm/paper"
	"nnplay/wasm/wire"
)

// Needs lists what the network is drawn from.
func Needs(t *wire.Topology) []paper.Need {
	all := []paper.Need{
		{Name: "*/weight", Rank: 2}, {Name: "*/weight/gradient", Rank: 2, Optional: true}, {Name: "*/weight/alive", Rank: 2, Levels: true, Optional: true},
		{Name: "*/weight/frozen", Rank: 2, Levels: true, Optional: true},
		{Name: "*/bias", Rank: 1}, {Name: "*/bias/gradient", Rank: 1, Optional: true}, {Name: "*/bias/frozen", Rank: 1, Levels: true, Optional: true},
		{Name: "points/train", Rank: 2}, {Name: "points/test", Rank: 2, Optional: !t.ShowTest}, {Name: "points/walked", Rank: 1, Optional: true},
		{Name: "known/heat", Rank: 2, Levels: true, Optional: true}, {Name: "known/curve", Rank: 2, Optional: true},
		{Name: "wrong/train", Rank: 1, Levels: true, Optional: t.Problem != "classification"}, {Name: "wrong/test", Rank: 1, Levels: true, Optional: true},
		{Name: "warp/grid", Rank: 3, Optional: t.Warp.Layer == 0}, {Name: "warp/train", Rank: 2, Optional: true}, {Name: "warp/test", Rank: 2, Optional: true},
		{Name: "pin/at", Rank: 1, Optional: true}, {Name: "pin/features", Rank: 1, Optional: true},
	}
	for _, l := range t.Layers {
		all = append(all, paper.Need{Name: "pin/" + l.Name, Rank: 1, Optional: true})
	}
	if t.Inputs == 2 {
		return append(all,
			paper.Need{Name: "features/heat", Rank: 3, Levels: true}, paper.Need{Name: "features/span", Rank: 2},
			paper.Need{Name: "*/heat", Rank: 3, Levels: true}, paper.Need{Name: "*/span", Rank: 2})
	}
	return append(all, paper.Need{Name: "features/curve", Rank: 2}, paper.Need{Name: "*/curve", Rank: 2})
}
