package sequence

import (
	"nnplay/nn/data/sequences"
	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// OwnText says how a family on sequences takes a text of one's own. home is true for one family: see lab.OwnData.
func OwnText(in lab.Part[Settings], home bool) lab.OwnData {
	return lab.OwnData{
		Kind: setting.Passage, Key: "ownText", Choice: "sequence", Home: home,
		Options: []string{sequences.OwnText},
		Choose: func(s *lab.Spec) string {
			in.Change(s, func(q *Settings) {
				q.Task = sequences.OwnText
				q.Begin()
			})
			return sequences.OwnText
		},
	}
}

// ownText tells whether a text of one's own is chosen. There may be none yet: then
// one of ours takes its place.
func ownText(s *lab.Spec) bool { return Of(s).Task == sequences.OwnText }
