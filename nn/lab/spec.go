package lab

import (
	"slices"

	"nnplay/nn/setting"
)

// A Spec is all that a link says: the experiment, and how it is shown. It is a
// plain value. No method changes a slice in place, so a copied Spec is a Spec of
// its own. The zero Spec is not valid: begin with Family.New, or a link.
type Spec struct {
	Family *Family
	Common
	// Own is the family's own settings: a value of the type that it defines,
	// never a pointer.
	Own any
	// Log is what is changed on the way, in order; nil for nothing. The other fields are
	// what holds from the beginning.
	Log []setting.Change
}

// Common is the settings that every family has.
type Common struct {
	Samples       int     // training and test samples together
	Init          string  // a row of nn.Initializers
	InitScale     float32 // factor on the spread of the initial weights
	Optimizer     string  // a row of nn.Optimizers
	LearningRate  float32
	Momentum      float32 // of momentum and nesterov; β₁ of adam and adamw
	Beta2         float32
	Schedule      string  // a row of nn.Schedules
	ScheduleSteps int     // steps in which the schedule halves, or ends
	Warmup        int     // steps, 0 = off
	Clip          float32 // largest norm of the gradient, 0 = off
	BatchSize     int
	Seed          uint32   // of the data, the order, dropout and, unless WeightSeed is given, the weights
	WeightSeed    uint32   // of the initial weights alone; 0 = Seed
	Weights       string   // initial weights that are given rather than drawn: setting.ParseWeights
	Hide          []string // controls that a page leaves out
}

// UsualOptimizer is the optimizer of families that do not choose another one.
const UsualOptimizer = "sgd"

// usual returns the defaults of what families do not choose otherwise.
func usual() Common {
	return Common{
		Samples: 500, Init: "xavier", InitScale: 1,
		Optimizer: UsualOptimizer, LearningRate: 0.03, Momentum: 0.9, Beta2: 0.999,
		Schedule: "constant", ScheduleSteps: 1000, BatchSize: 10, Seed: 1,
	}
}

// Get returns a setting as text, "" if the family has none of that key.
func (s Spec) Get(key string) string {
	if f, ok := s.Family.Find(key); ok {
		return f.Get(&s)
	}
	return ""
}

// Set changes a setting from text. It refuses unknown keys and values that are
// not possible. Other settings that do not go with the new one follow it.
func (s *Spec) Set(key, value string) error {
	f, ok := s.Family.Find(key)
	if !ok {
		return setting.Refuse("unknown-key", "key", key)
	}
	next := *s
	if problem := f.Parse(&next, value); problem != "" {
		return setting.Refuse(problem, "key", key, "given", value)
	}
	chosen := f.Get(&next)
	next.follow(s, key)
	next.Repair(key)
	if f.Get(&next) != chosen {
		return setting.Refuse("combination", "key", key, "given", value)
	}
	*s = next
	return nil
}

// Change is Set for a page: it takes the nearest possible value in place of
// one that is not, and says so. An error means that there is no such setting.
func (s *Spec) Change(key, value string) ([]setting.Notice, error) {
	f, ok := s.Family.Find(key)
	if !ok {
		return nil, setting.Refuse("unknown-key", "key", key)
	}
	old := *s
	var notices []setting.Notice
	if problem := f.Parse(s, value); problem != "" {
		notices = append(notices, setting.Note(problem, "key", key, "given", value, "used", f.Shown(s)))
	} else if f.Kind == setting.Passage {
		notices = append(notices, setting.TextCut(value)...)
	}
	notices = append(notices, s.follow(&old, key)...)
	if f.Get(s) != f.Get(&old) {
		notices = append(notices, f.emptied(s)...)
		notices = append(notices, s.wake(f)...)
	}
	return append(notices, s.Repair(key)...), nil
}

// wake makes a setting that was changed by hand do something, and says so.
func (s *Spec) wake(f *Setting) []setting.Notice {
	if f.Wakes == nil {
		return nil
	}
	key, value := f.Wakes(s)
	other, ok := s.Family.Find(key)
	if !ok || other.Get(s) != "0" {
		return nil
	}
	other.Parse(s, value)
	return []setting.Notice{setting.Note("woken", "key", key, "used", other.Shown(s))}
}

// Describe tells what the experiment is.
func (s Spec) Describe() Phrase { return s.Family.Describe(&s) }

// follow adapts what depends on a setting that was just changed.
func (s *Spec) follow(old *Spec, key string) []setting.Notice {
	if s.Family.Follow == nil {
		return nil
	}
	return s.Family.Follow(s, old, key)
}

// Repair makes settings go together; see Family.Repair.
func (s *Spec) Repair(keep string) []setting.Notice {
	if s.Family.Repair == nil {
		return nil
	}
	return s.Family.Repair(s, keep)
}

// Validate returns an error if a field holds a value that no link could give.
func (s Spec) Validate() error {
	fixed := s
	for i := range s.Family.Settings {
		f := &s.Family.Settings[i]
		text := f.Get(&s)
		problem := f.Parse(&fixed, text)
		if problem == "" && f.Get(&fixed) != text {
			problem = setting.BadValue // not the canonical form, as features in another order
		}
		if problem != "" {
			return setting.Refuse(problem, "key", f.Key, "given", text)
		}
	}
	if notices := fixed.Repair(""); len(notices) > 0 {
		code := "combination"
		if notices[0].Code == "too-large" {
			code = "too-large"
		}
		return setting.Refuse(code, "key", notices[0].Args["key"], "given", notices[0].Args["given"])
	}
	if notices := fixed.TakeLog(s.Log); len(notices) > 0 || !slices.Equal(fixed.Log, s.Log) {
		return setting.Refuse("bad-change")
	}
	return nil
}

// Equal tells whether two specs are the same experiment, shown the same way.
func (s Spec) Equal(t Spec) bool {
	if s.Family != t.Family {
		return false
	}
	for i := range s.Family.Settings {
		if f := &s.Family.Settings[i]; f.Get(&s) != f.Get(&t) {
			return false
		}
	}
	return slices.Equal(s.Log, t.Log)
}

// RestartsFrom tells whether a run of the old spec must begin anew to become a
// run of this one, where nothing is changed on the way.
func (s Spec) RestartsFrom(old Spec) bool {
	if s.Family != old.Family {
		return true
	}
	for i := range s.Family.Settings {
		f := &s.Family.Settings[i]
		was, is := f.effective(&old), f.effective(&s)
		switch {
		case was == is, f.reason(&old) != "" && f.reason(&s) != "":
		case f.Restarts, f.RestartsAtZero && (was == "0" || is == "0"):
			return true
		}
	}
	return false
}

// TrainsAs tells whether a run of the spec goes on as one of another spec does: they
// differ at most in what is shown.
func (s Spec) TrainsAs(t Spec) bool { return s.ShownAs(t).Equal(t) }

// ShownAs returns the spec with what is shown of another one of its family.
func (s Spec) ShownAs(t Spec) Spec {
	for i := range s.Family.Settings {
		if f := &s.Family.Settings[i]; f.Shows() {
			f.Parse(&s, f.Get(&t))
		}
	}
	return s
}

// Values returns all settings as text, by key.
func (s Spec) Values() map[string]string {
	m := make(map[string]string, len(s.Family.Settings)+1)
	for i := range s.Family.Settings {
		f := &s.Family.Settings[i]
		m[f.Key] = f.Get(&s)
	}
	m[FamilyKey] = s.Family.Name
	return m
}

// Applies returns, by key, why a setting has no effect now, "" if it has one.
// For options that can't be used now it also holds "KEY.OPTION", and for actions
// "action.NAME".
func (s Spec) Applies() map[string]string {
	m := make(map[string]string, len(s.Family.Settings))
	for i := range s.Family.Settings {
		f := &s.Family.Settings[i]
		m[f.Key] = f.reason(&s)
		if f.OptionApplies == nil {
			continue
		}
		for _, option := range f.Options {
			if reason := f.OptionApplies(&s, option); reason != "" {
				m[f.Key+"."+option] = reason
			}
		}
	}
	for _, a := range s.Family.Actions {
		if a.Applies != nil {
			m["action."+a.Name] = a.Applies(&s)
		}
	}
	return m
}

// Effective returns, by key, the values that are used where a choice is left
// to the data ("auto" or not).
func (s Spec) Effective() map[string]string {
	m := map[string]string{}
	for i := range s.Family.Settings {
		if f := &s.Family.Settings[i]; f.Effective != nil {
			m[f.Key] = f.Effective(&s)
		}
	}
	return m
}

// NoData returns the code of why there is nothing to train on, "" if there is.
func (s Spec) NoData() string {
	if s.Family.NoData == nil {
		return ""
	}
	return s.Family.NoData(&s)
}

// CSV returns the data as comma-separated values, nil where they are no table.
func (s Spec) CSV() []byte {
	if s.Family.CSV == nil {
		return nil
	}
	return s.Family.CSV(&s)
}
