package sequence

import (
	"strconv"

	"nnplay/nn/data/sequences"
	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// Settings are the settings of the data. A family's own settings embed them.
type Settings struct {
	Task   string // a row of sequences.Tasks
	Length int    // of the tasks that let it be chosen
	Text   string // of one's own: as sequences.Clean leaves it, "" for ours
	// PercTrainData is the share of running text that is trained on, in percent; the
	// rest, its end, tests. 100 leaves nothing to test with, as before there was a choice.
	PercTrainData int
}

// settings lets Of find them where they are embedded.
func (q Settings) settings() Settings { return q }

// Of returns the settings of a spec whose family is on sequences.
func Of(s *lab.Spec) Settings {
	return s.Own.(interface{ settings() Settings }).settings()
}

// Rows are the rows of Settings.
func Rows(in lab.Part[Settings]) []lab.Setting {
	var sample Settings
	at := in.Within(&sample)
	return []lab.Setting{
		{Field: setting.Field{Key: "sequence", Group: "data", Kind: setting.Enum, Restarts: true,
			Options: setting.Names(sequences.Tasks, func(t sequences.Task) string { return t.Name })},
			At: at(&sample.Task)},
		{Field: setting.Field{Key: "length", Group: "data", Kind: setting.Int, Min: 1, Max: 128, Restarts: true,
			Values: []float32{4, 6, 8, 10, 13, 16, 20, 24, 32, 40, 50, 60, 80, 100}},
			Applies: whenLengthIsOpen, At: at(&sample.Length)},
		{Field: setting.Field{Key: "ownText", Group: "data", Kind: setting.Passage, Restarts: true},
			Applies: whenOwnText, At: at(&sample.Text)},
		share(at(&sample.PercTrainData)),
	}
}

// Training shares of a text, in percent.
const (
	WholeText  = 100 // all of it trains
	usualShare = 90  // of a text that a reader brings
)

// share is the row of the training share.
func share(at lab.Access) lab.Setting {
	row := lab.PercTrainData(at, WhenRunning)
	row.Beyond = strconv.Itoa(WholeText)
	return row
}

// Follow returns what lab.Family.Follow is of families on sequences: a task that
// was just chosen gets the length that is its own.
func Follow(in lab.Part[Settings]) func(s, old *lab.Spec, key string) []setting.Notice {
	return func(s, old *lab.Spec, key string) []setting.Notice {
		if key == "sequence" && Of(s).Task != Of(old).Task {
			in.Change(s, (*Settings).Begin)
		}
		return nil
	}
}

// Begin gives the task the length that is its own.
func (q *Settings) Begin() {
	if row := q.Row(); row.Length > 0 {
		q.Length = row.Length
	}
}

// FitLength brings the length within the bounds of the task.
func (q *Settings) FitLength() []setting.Notice {
	row, given := q.Row(), q.Length
	if row.Max == 0 {
		return nil
	}
	q.Length = min(max(given, row.Min), row.Max)
	if q.Length == given {
		return nil
	}
	return []setting.Notice{setting.Note(setting.OutOfRange, "key", "length", "given", strconv.Itoa(given), "used", strconv.Itoa(q.Length))}
}

// Row returns the row of the task.
func (q *Settings) Row() *sequences.Task {
	if row, ok := sequences.Find(q.Task); ok {
		return row
	}
	return &sequences.Tasks[0]
}

// Places returns how many places a sample has where its prompt and its answer
// follow one another.
func (q *Settings) Places() int {
	places, _ := q.Row().Places(q.options(sequences.Causal))
	return places
}

// options returns what a task has to know of the settings.
func (q *Settings) options(layout sequences.Layout) sequences.Options {
	return sequences.Options{Length: q.Length, Layout: layout, Text: q.Text, Share: q.PercTrainData}
}
