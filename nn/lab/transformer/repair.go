package transformer

import (
	"strconv"

	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// repair makes a network fit its task, and its heads their width.
func repair(s *lab.Spec, keep string) []setting.Notice {
	own := of(s)
	notices := append(s.RepairMinibatches(), own.FitLength()...)
	s.Own = own
	if given := own.Kind; kindApplies(s, given) != "" {
		own.Kind = "decoder"
		notices = append(notices, lab.Repaired("transformer", given, own.Kind))
	}
	if own.Tied && !own.Row().Tokens() {
		own.Tied = false
		notices = append(notices, lab.Repaired("tied", "true", "false"))
	}
	notices = append(notices, own.repairHeads(keep)...)
	s.Own = own
	return append(notices, s.LimitCells(own.cells()*own.Places())...)
}

// repairHeads lets the heads share the width evenly: each has as many dimensions,
// an even number where a rotation turns them in pairs.
func (own *Settings) repairHeads(keep string) []setting.Notice {
	even := 1
	if own.Position == "rotary" {
		even = 2
	}
	if own.Width%(own.Heads*even) == 0 {
		return nil
	}
	if keep == "width" && own.Width%even == 0 {
		given := own.Heads
		for own.Width%(own.Heads*even) != 0 {
			own.Heads--
		}
		return []setting.Notice{lab.Repaired("heads", strconv.Itoa(given), strconv.Itoa(own.Heads))}
	}
	given, unit := own.Width, own.Heads*even
	own.Width = max(unit, own.Width/unit*unit)
	return []setting.Notice{lab.Repaired("width", strconv.Itoa(given), strconv.Itoa(own.Width))}
}

// cells returns how many numbers a network keeps at each place: the units of its
// feed-forward layers, and what each head sees.
func (own *Settings) cells() int {
	return own.Blocks * (4*own.Width + own.Heads*own.Places())
}
