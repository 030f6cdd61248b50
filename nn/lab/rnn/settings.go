package rnn

import (
	"nnplay/nn"
	"nnplay/nn/lab"
	"nnplay/nn/lab/sequence"
	"nnplay/nn/setting"
)

// Settings are the settings of a recurrent network.
type Settings struct {
	sequence.Settings
	Cell          string // a row of nn.Recurrents
	Units         int    // of each layer
	Layers        int
	Bidirectional bool
	Carry         bool   // the state goes on from minibatch to minibatch
	Rival         string // the cell of a second network that learns beside it, or "none"
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
var rows = append(sequence.Rows(data), []lab.Setting{
	{Field: setting.Field{Key: "cell", Group: "network", Kind: setting.Enum, Options: cells, Restarts: true},
		At: at(&sample.Cell)},
	{Field: setting.Field{Key: "rival", Group: "network", Kind: setting.Enum, Options: append([]string{"none"}, cells...), Restarts: true},
		At: at(&sample.Rival)},
	{Field: setting.Field{Key: "units", Group: "network", Kind: setting.Int, Min: 1, Max: 128, Restarts: true,
		Values: []float32{1, 2, 4, 8, 12, 16, 24, 32, 48, 64, 96, 128}},
		At: at(&sample.Units)},
	{Field: setting.Field{Key: "layers", Group: "network", Kind: setting.Int, Min: 1, Max: 4, Step: 1, Restarts: true},
		At: at(&sample.Layers)},
	{Field: setting.Field{Key: "bidirectional", Group: "network", Kind: setting.Bool, Restarts: true},
		Applies: sequence.WhenReadWhole, At: at(&sample.Bidirectional)},
	{Field: setting.Field{Key: "carry", Group: "training", Advanced: true, Kind: setting.Bool, Restarts: true},
		Applies: sequence.WhenRunning, At: at(&sample.Carry)},
}...)

// cells are the names of nn.Recurrents.
var cells = setting.Names(nn.Recurrents, func(r nn.Recurrent) string { return r.Name })

// begin makes a spec the default of the family.
func begin(s *lab.Spec) {
	s.Optimizer, s.LearningRate, s.Clip = "adam", 0.01, 1
	s.BatchSize, s.Samples = 32, 4000
	s.Own = Settings{
		Settings: sequence.Settings{Task: "temporal-order", Length: 13, PercTrainData: sequence.WholeText},
		Cell:     "gru", Units: 16, Layers: 1, Rival: "none",
	}
}

// repair makes a network fit its task: one reads backwards only where what
// comes later is not what it is to say, and carries its state only from a text to
// the text that follows.
func repair(s *lab.Spec, _ string) []setting.Notice {
	own := of(s)
	notices := append(s.RepairMinibatches(), own.FitLength()...)
	for _, flag := range []struct {
		key   string
		value *bool
		fits  bool
	}{
		{"bidirectional", &own.Bidirectional, own.ReadWhole()},
		{"carry", &own.Carry, own.Row().Running()},
	} {
		if *flag.value && !flag.fits {
			*flag.value = false
			notices = append(notices, lab.Repaired(flag.key, "true", "false"))
		}
	}
	s.Own = own
	return append(notices, s.LimitCells(own.cells()*own.Places())...)
}

// cells returns how many numbers a network keeps at each place.
func (own *Settings) cells() int {
	cells := own.Units * own.Layers
	if own.Bidirectional {
		cells *= 2
	}
	if own.Rival != "none" {
		cells *= 2
	}
	return cells
}
