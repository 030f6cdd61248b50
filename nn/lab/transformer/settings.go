package transformer

import (
	"slices"

	"nnplay/nn"
	"nnplay/nn/lab"
	"nnplay/nn/lab/sequence"
	"nnplay/nn/model"
	"nnplay/nn/setting"
)

// Settings are the settings of a Transformer.
type Settings struct {
	sequence.Settings
	lab.Regularized
	Kind          string // which parts there are: a model.Kind
	Blocks        int    // of an encoder-decoder so many in each
	Width         int    // dimensions of a token's vector
	Heads         int
	Position      string // a row of nn.Positions
	Normalization string // a row of nn.TokenNormalizations
	Norm          string // "pre" or "post": before attention and feed-forward, or after
	FeedForward   string // a row of nn.FeedForwards
	Tied          bool   // the output's weights are the embedding's
}

func of(s *lab.Spec) Settings { return s.Own.(Settings) }

// data is where the settings of the data stand.
var data = lab.PartOf(&sample, &sample.Settings)

// The rows name the values of settings in a sample of them.
var (
	sample Settings
	at     = lab.Within(&sample)
)

// rows are the settings, in the order of a page.
var rows = slices.Concat(
	sequence.Rows(data),
	[]lab.Setting{
		{Field: setting.Field{Key: "transformer", Group: "network", Kind: setting.Enum, Options: setting.Names(model.Kinds, model.Kind.String), Restarts: true},
			OptionApplies: kindApplies, At: at(&sample.Kind)},
		{Field: setting.Field{Key: "blocks", Group: "network", Kind: setting.Int, Min: 1, Max: 4, Step: 1, Restarts: true},
			At: at(&sample.Blocks)},
		{Field: setting.Field{Key: "width", Group: "network", Kind: setting.Int, Min: 2, Max: 64, Restarts: true,
			Values: []float32{4, 8, 12, 16, 24, 32, 48, 64}},
			At: at(&sample.Width)},
		{Field: setting.Field{Key: "heads", Group: "network", Kind: setting.Int, Min: 1, Max: 8, Restarts: true,
			Values: []float32{1, 2, 4, 8}},
			At: at(&sample.Heads)},
		{Field: setting.Field{Key: "position", Group: "network", Kind: setting.Enum, Restarts: true,
			Options: setting.Names(nn.Positions, func(p nn.Position) string { return p.Name })},
			At: at(&sample.Position)},
		{Field: setting.Field{Key: "feedForward", Group: "network", Advanced: true, Kind: setting.Enum, Restarts: true,
			Options: setting.Names(nn.FeedForwards, func(f nn.FeedForward) string { return f.Name })},
			At: at(&sample.FeedForward)},
		{Field: setting.Field{Key: "tokenNorm", Group: "network", Advanced: true, Kind: setting.Enum, Restarts: true,
			Options: setting.Names(nn.TokenNormalizations, func(n nn.Normalization) string { return n.Name })},
			At: at(&sample.Normalization)},
		{Field: setting.Field{Key: "normPlace", Group: "network", Advanced: true, Kind: setting.Enum, Options: []string{"pre", "post"}, Restarts: true},
			At: at(&sample.Norm)},
		{Field: setting.Field{Key: "tied", Group: "network", Advanced: true, Kind: setting.Bool, Restarts: true},
			Applies: sequence.WhenTokens, At: at(&sample.Tied)},
	},
	lab.RegularizedSettings(lab.PartOf(&sample, &sample.Regularized)),
)

// begin makes a spec the default of the family.
func begin(s *lab.Spec) {
	s.Optimizer, s.LearningRate, s.Clip = "adam", 0.003, 1
	s.BatchSize, s.Samples = 32, 4000
	own := Settings{
		Settings:    sequence.Settings{Task: "sort", PercTrainData: sequence.WholeText},
		Regularized: lab.Regularized{Regularization: "none"},
		Kind:        "decoder", Blocks: 1, Width: 32, Heads: 4,
		Position: "learned", Normalization: "layer", Norm: "pre", FeedForward: "gelu",
	}
	own.Begin()
	s.Own = own
}

// Reasons why a kind does not fit a task: the codes of the translations
// applies.CODE.
const (
	openAnswer = "open-answer"
	pairsOnly  = "pairs-only"
)

// kindApplies says what of a Transformer fits a task. An encoder sees the whole
// sequence, so it must not be asked for what it sees, and it answers at the
// places it reads, so it can't say where an answer ends. A decoder with an
// encoder answers a prompt.
func kindApplies(s *lab.Spec, option string) string {
	own := of(s)
	row := own.Row()
	switch option {
	case "encoder":
		if row.Paired() {
			return setting.Unless(row.Max > 0, openAnswer)
		}
		return sequence.WhenReadWhole(s)
	case "encoder-decoder":
		return setting.Unless(row.Paired(), pairsOnly)
	}
	return ""
}
