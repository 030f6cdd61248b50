package sequence

import (
	"nnplay/nn/data/sequences"
	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// OwnText says how a family on sequences takes a text of one's own. The end of a text
// that a reader brings is held back, so that what is tested was never trained on: links
// from before there was a choice mean a text of which all trains. home is true for one family: see lab.OwnData.
func OwnText(in lab.Part[Settings], home bool) lab.OwnData {
	return lab.OwnData{
		Kind: setting.Passage, Key: "ownText", Choice: "sequence", Share: "percTrainData", Home: home,
		Options: []string{sequences.OwnText},
		Choose: func(s *lab.Spec) string {
			in.Change(s, func(q *Settings) {
				if q.Task != sequences.OwnText {
					q.Task = sequences.OwnText
					q.Begin()
				}
				if q.PercTrainData == WholeText {
					q.PercTrainData = usualShare
				}
			})
			return sequences.OwnText
		},
	}
}

// ownText tells whether a text of one's own is chosen. There may be none yet: then
// one of ours takes its place.
func ownText(s *lab.Spec) bool { return Of(s).Task == sequences.OwnText }
