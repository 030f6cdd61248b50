package lab

import (
	"slices"

	"nnplay/nn/setting"
)

// A Family is a family of networks, with a tab of its own on a page.
type Family struct {
	Name string // in links, and in the translations tab.NAME and option.architecture.NAME
	// Settings are its own, beside the common ones; Define puts all into order.
	Settings []Setting
	// Default turns the common settings into the family's default, and sets Own.
	Default func(s *Spec)
	// Follow adapts what depends on a setting that was just changed from what it
	// was in old; nil: nothing does.
	Follow func(s, old *Spec, key string) []setting.Notice
	// Repair turns settings that do not go together into ones that do. Where one
	// of two must give way, it is not the one of the key to keep.
	Repair func(s *Spec, keep string) []setting.Notice
	// Open makes the task of a valid spec.
	Open func(s Spec) Task
	// Describe tells what a valid spec is, for those who do not see the drawing.
	Describe func(s *Spec) Phrase

	// Generated returns the reason why the number of samples has no effect; nil: it has one.
	Generated func(s *Spec) string
	// NoData returns the code of the error that there is nothing to train on, "" if there is; nil: always.
	NoData func(s *Spec) string
	// Own is the kinds of data of one's own that it learns from.
	Own []OwnData
	// CSV returns the data of a valid spec as comma-separated values; nil: they are no table.
	CSV func(s *Spec) []byte
	// Previews are the pictures by which a page offers the data; nil: there are none.
	Previews func() []Preview
	// Import reads a link without a version, where it is one of another system that
	// says an experiment of this family; it reports whether it is. The spec is then
	// what the link says; before, the family's default. nil: there are none.
	Import func(r *Reader, pairs []setting.Pair) bool

	Scores  []ScoreRow        // what Metrics tells beside the losses and accuracies
	Says    []string          // texts with which actions answer: translations said.NAME
	Actions []Action          // what a reader can do to what is shown that is no setting
	Causes  []Cause           // of divergence, the likeliest first: see Causes
	Rules   []Rule            // of what else goes wrong in a run, the most telling first; nil: of nothing
	Reasons []string          // why settings do not apply, beside those of this package: translations applies.CODE
	Charts  []string          // keys of translations that its charts use beside the common ones
	Errors  map[string]string // its own errors by code: translations error.CODE, and the English sentences
	Emblem  Emblem
	Presets []Preset
}

// A ScoreRow is a number by which a family is judged.
type ScoreRow struct {
	Name  string // of the translation score.NAME
	More  bool   // more of it is better
	Share bool   // it is a share, from 0 to 1
	Loss  bool   // it is the loss of one of several networks, drawn with those of the others
}

// An Emblem says how a family's data run, as lines and dots on a field of 120 x
// 64: the path of an SVG, and the places of the dots.
type Emblem struct {
	Lines string
	Dots  [][2]float32
}

// Define completes a family: its settings are all that it has, in the order of
// links and pages.
func Define(f Family) *Family {
	f.Settings = Sorted(append(common(f.Generated), f.Settings...))
	for i := range f.Settings {
		if f.Settings[i].Key == "hide" {
			f.Settings[i].Options = hides(f.Settings)
		}
	}
	return &f
}

// Hides tells whether a page of the family has a control that it can leave out.
func (f *Family) Hides(control string) bool {
	hide, _ := f.Find("hide")
	return slices.Contains(hide.Options, control)
}

// hides returns what a page of settings can leave out.
func hides(settings []Setting) []string {
	all := slices.Clone(hideable)
	for _, s := range settings {
		if !slices.Contains(all, s.Key) {
			all = append(all, s.Key)
		}
	}
	return all
}

// Find returns the family's setting of that key.
func (f *Family) Find(key string) (*Setting, bool) {
	for i := range f.Settings {
		if f.Settings[i].Key == key {
			return &f.Settings[i], true
		}
	}
	return nil, false
}

// New returns the experiment of a link that names nothing but the family.
func (f *Family) New() Spec {
	s := Spec{Family: f, Common: usual()}
	f.Default(&s)
	return s
}

// OwnOf returns how the family takes data of one's own of a kind, nil if it does
// not.
func (f *Family) OwnOf(kind setting.Kind) *OwnData {
	for i := range f.Own {
		if f.Own[i].Kind == kind {
			return &f.Own[i]
		}
	}
	return nil
}
