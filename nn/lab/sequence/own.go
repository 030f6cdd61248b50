package sequence

import (
	"nnplay/nn/data/sequences"
	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// OwnText says how a family on sequences, in whose own settings of finds Settings,
// takes a text of one's own. home is true for one family: see lab.OwnData.
func OwnText[S any](of func(own *S) *Settings, home bool) lab.OwnData {
	return lab.OwnData{
		Kind: setting.Passage, Key: "ownText", Choice: "sequence", Home: home,
		Chosen: ownText,
		Choose: func(s *lab.Spec) string {
			own := s.Own.(S)
			q := of(&own)
			q.Task = sequences.OwnText
			q.Begin()
			s.Own = own
			return sequences.OwnText
		},
	}
}

// ownText tells whether a text of one's own is chosen. There may be none yet: then
// one of ours takes its place.
func ownText(s *lab.Spec) bool { return Of(s).Task == sequences.OwnText }
