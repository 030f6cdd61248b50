package sequence

import (
	"nnplay/nn/data/sequences"
	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// OwnText says how a family on sequences takes a text of one's own. home is true
// for one family: see lab.OwnData.
func OwnText(home bool) lab.OwnData {
	return lab.OwnData{
		Kind: setting.Passage, Key: "ownText", Choice: "sequence", Home: home,
		Chosen: ownText,
		Choose: func(*lab.Spec) string { return sequences.OwnText },
	}
}

// ownText tells whether a text of one's own is chosen. There may be none yet: then
// one of ours takes its place.
func ownText(s *lab.Spec) bool { return Of(s).Task == sequences.OwnText }
