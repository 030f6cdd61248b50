package lab

import (
	"slices"

	"nnplay/nn/setting"
)

// OwnData says how a family takes data of one's own of a kind: points, texts,
// pictures. They are held by a setting, and chosen by another.
type OwnData struct {
	Kind setting.Kind // of the field that holds them
	Key  string       // of the setting that holds them
	// Choice is the key of the setting that chooses the data, and Options the values
	// by which it chooses one's own. Choose returns the one that does for what is held
	// now, and may adapt other settings to it; nil: the first does.
	Choice  string
	Options []string
	Choose  func(s *Spec) string
	// Begin gives somebody who has nothing yet a beginning: of the data that another
	// choice stands for, as the text of the setting that holds them. nil: there is none.
	Begin func(s *Spec, choice string) (text string, ok bool)
	// Share is the key of the setting that says how many of them are trained on, or how
	// much, in percent; "" if all are.
	Share string
	// Names is the key of the setting that says what their columns are called; "" if
	// there is none.
	Names string
	// Classes is the key of the setting that says what their classes are called; "" if
	// there is none.
	Classes string
	// Home says that this is the family to go to with such data from one that does
	// not take them.
	Home bool
}

// Holds returns what the spec holds of data of one's own of a kind, nil where its
// family does not take them; it may be held and not chosen.
func (s Spec) Holds(kind setting.Kind) (what any) {
	own := s.Family.OwnOf(kind)
	if own == nil {
		return nil
	}
	f, _ := s.Family.Find(own.Key)
	f.At.value(&s, func(value any) { what = f.Held(value) })
	return what
}

// HeldText returns the text of what the spec holds, "" if nothing.
func (s Spec) HeldText(kind setting.Kind) string {
	if own := s.Family.OwnOf(kind); own != nil {
		return s.Get(own.Key)
	}
	return ""
}

// Chosen returns the data of one's own that the spec learns from, nil if it
// learns from others.
func (s Spec) Chosen() *OwnData {
	for i := range s.Family.Own {
		if own := &s.Family.Own[i]; own.chosen(&s) {
			return own
		}
	}
	return nil
}

// Chose tells whether the spec learns from data of one's own of a kind.
func (s Spec) Chose(kind setting.Kind) bool {
	own := s.Family.OwnOf(kind)
	return own != nil && own.chosen(&s)
}

// chosen tells whether a spec has chosen one's own.
func (o *OwnData) chosen(s *Spec) bool { return slices.Contains(o.Options, s.Get(o.Choice)) }

// choose returns by which option what is held is chosen.
func (o *OwnData) choose(s *Spec) string {
	if o.Choose == nil {
		return o.Options[0]
	}
	return o.Choose(s)
}

// Carried tells whether the link of the spec carries the data of a kind that it holds.
func (s Spec) Carried(kind setting.Kind) bool {
	own := s.Family.OwnOf(kind)
	if own == nil {
		return true
	}
	f, _ := s.Family.Find(own.Key)
	return f.Carries(f.Get(&s))
}

// Hold gives the spec, whose family takes them, data of one's own; what is chosen
// stays.
func (s *Spec) Hold(kind setting.Kind, what any) {
	f, _ := s.Family.Find(s.Family.OwnOf(kind).Key)
	f.At.value(s, func(value any) { f.Put(value, what) })
}

// Choose makes data of one's own, which the family must take, the data of a spec
// that nobody has seen yet: nothing follows, and nothing is begun for who has none.
func (s *Spec) Choose(kind setting.Kind, what any) {
	s.Hold(kind, what)
	own := s.Family.OwnOf(kind)
	choice, _ := s.Family.Find(own.Choice)
	choice.Parse(s, own.choose(s))
}

// Take makes data of one's own, which the family must take, the data.
func (s *Spec) Take(kind setting.Kind, what any) ([]setting.Notice, error) {
	s.Hold(kind, what)
	own := s.Family.OwnOf(kind)
	return s.Change(own.Choice, own.choose(s))
}
