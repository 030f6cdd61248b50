package lab

import "nnplay/nn/setting"

// A Setting is a row of a family's settings: the field, where its value stands in
// a spec, and how it hangs together with others.
type Setting struct {
	setting.Field
	At            Access
	Applies       func(s *Spec) string                // "" or the code of the reason why it has no effect; nil = always
	OptionApplies func(s *Spec, option string) string // the same for an option
	Effective     func(s *Spec) string                // the value that is used where the value is "auto"
}

// An Access hands the pointer to a value of a spec to use, which may change the
// value.
type Access func(s *Spec, use func(value any))

// inCommon is the access to one of the common settings.
func inCommon(of func(c *Common) any) Access {
	return func(s *Spec, use func(any)) { use(of(&s.Common)) }
}

// InOwn is the access to a setting of a family whose own settings are of type S.
// They are taken out, and put back as another value: specs share nothing.
func InOwn[S any](of func(own *S) any) Access {
	return func(s *Spec, use func(any)) {
		own := s.Own.(S)
		use(of(&own))
		s.Own = own
	}
}

// Get returns the value as text, the canonical one.
func (f *Setting) Get(s *Spec) (text string) {
	f.At(s, func(value any) { text = f.Format(value) })
	return text
}

// Parse sets the value from text and returns what was wrong with it, "" if nothing.
func (f *Setting) Parse(s *Spec, text string) (problem string) {
	f.At(s, func(value any) { problem = f.Field.Parse(value, text) })
	return problem
}

// Shown returns the value for a notice.
func (f *Setting) Shown(s *Spec) (text string) {
	f.At(s, func(value any) { text = f.Field.Shown(value) })
	if f.Effective != nil {
		text = f.Effective(s)
	}
	if text == "" {
		text = "none"
	}
	return text
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
