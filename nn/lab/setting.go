package lab

import (
	"math"

	"nnplay/nn/setting"
)

// A Setting is a row of a family's settings: the field, where its value stands in
// a spec, and how it hangs together with others.
type Setting struct {
	setting.Field
	At            Access
	Applies       func(s *Spec) string                // "" or the code of the reason why it has no effect; nil = always
	OptionApplies func(s *Spec, option string) string // the same for an option
	Effective     func(s *Spec) string                // the value that is used where the value is "auto"
	// Beyond is a single value out of the field's range that is valid in this family; "": none.
	Beyond string
	// Wakes is a setting that is 0 by default, at which this one does nothing, and the
	// value that it takes then along with this one, where a reader changes that by hand;
	// key "": none. Links mean what they say. nil: always none.
	Wakes func(s *Spec) (key, value string)
}

// Get returns the value as text, the canonical one.
func (f *Setting) Get(s *Spec) (text string) {
	f.At.value(s, func(value any) { text = f.Format(value) })
	return text
}

// Parse sets the value from text and returns what was wrong with it, "" if nothing.
func (f *Setting) Parse(s *Spec, text string) (problem string) {
	field := f.Field
	if f.Beyond != "" && text == f.Beyond {
		field.Max = math.MaxInt32
	}
	f.At.value(s, func(value any) { problem = field.Parse(value, text) })
	return problem
}

// Shown returns the value for a notice.
func (f *Setting) Shown(s *Spec) (text string) {
	f.At.value(s, func(value any) { text = f.Field.Shown(value) })
	if f.Effective != nil {
		text = f.Effective(s)
	}
	if text == "" {
		text = "none"
	}
	return text
}

// emptied tells what it means that a list has none of its options.
func (f *Setting) emptied(s *Spec) []setting.Notice {
	if !f.None || f.Get(s) != setting.Nothing {
		return nil
	}
	return []setting.Notice{setting.Note("no-" + f.Key)}
}

func (f *Setting) effective(s *Spec) string {
	if f.Effective != nil {
		return f.Effective(s)
	}
	return f.Get(s)
}

// reason returns why the setting has no effect now.
func (f *Setting) reason(s *Spec) string {
	if f.Applies == nil {
		return ""
	}
	return f.Applies(s)
}
