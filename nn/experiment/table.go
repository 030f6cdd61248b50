package experiment

import (
	"strconv"

	"nnplay/nn/data/rows"
	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// FewRows is how many points or rows of one's own are too few to hold some of them
// back.
const FewRows = 20

// everything is the share of data of one's own of which none tests, in percent.
const everything = "100"

// TakeTable makes rows of a table the data of a spec, as somebody does who opens one:
// the choices that suit a table are written into the spec, so that what a link means
// does not hang on them. The inputs are standardized, unless a table was learned from
// before or something was chosen, and all of few rows train.
func (t Families) TakeTable(s *lab.Spec, r *rows.Rows) ([]setting.Notice, error) {
	was, _ := s.Holds(setting.Table).(*rows.Rows)
	again := s.Chose(setting.Table)
	notices, err := t.Take(s, setting.Table, r)
	if err != nil {
		return nil, err
	}
	original := s.Family.New()
	s.Set("plane", original.Get("plane"))
	if !again && s.Get("preprocess") == original.Get("preprocess") && s.Set("preprocess", "standardize") == nil {
		notices = append(notices, setting.Note("standardized"))
	}
	share := s.Family.OwnOf(setting.Table).Share
	switch all := s.Get(share) == everything; {
	case r.Len() < FewRows && !all && s.Set(share, everything) == nil:
		notices = append(notices, setting.Note("all-train", "count", strconv.Itoa(r.Len())))
	case r.Len() >= FewRows && all && was.Len() < FewRows && s.Set(share, original.Get(share)) == nil:
		notices = append(notices, lab.Repaired(share, everything, original.Get(share)))
	}
	return notices, nil
}

// BringBack gives a spec the rows that its link means but does not carry; all else
// stays as the link says it. It reports whether these are the ones.
func BringBack(s *lab.Spec, r *rows.Rows, missing string) ([]setting.Notice, bool) {
	if missing != r.Text() && missing != r.Reference() || s.Family.OwnOf(setting.Table) == nil {
		return nil, false
	}
	s.Hold(setting.Table, r)
	return s.Repair(""), true
}
