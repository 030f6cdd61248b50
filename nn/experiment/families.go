package experiment

import (
	"slices"

	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// Families is a table of families, in the order of a page. A program chooses
// which ones it has.
type Families []*lab.Family

// Find returns the family of that name.
func (t Families) Find(name string) (*lab.Family, bool) {
	i := slices.IndexFunc(t, func(f *lab.Family) bool { return f.Name == name })
	if i < 0 {
		return nil, false
	}
	return t[i], true
}

// Default returns the experiment of an empty link.
func (t Families) Default() lab.Spec { return t.DefaultOf(lab.Unnamed) }

// DefaultOf returns the experiment of a link that names nothing but a family; of
// one that is not in the table, that of the first.
func (t Families) DefaultOf(name string) lab.Spec {
	f, ok := t.Find(name)
	if !ok {
		f = t[0]
	}
	return f.New()
}

// known tells whether some family has a setting of that key.
func (t Families) known(key string) bool {
	return key == lab.FamilyKey || slices.ContainsFunc(t, func(f *lab.Family) bool {
		_, ok := f.Find(key)
		return ok
	})
}

// names are the names of the families.
func (t Families) names() []string {
	return setting.Names(t, func(f *lab.Family) string { return f.Name })
}

// chosen is the field of the family itself.
func (t Families) chosen() setting.Field {
	return setting.Field{Key: lab.FamilyKey, Group: "network", Advanced: true, Kind: setting.Enum, Options: t.names(), Restarts: true}
}

// Change changes a setting of a spec for a page, the family too: see
// lab.Spec.Change.
func (t Families) Change(s *lab.Spec, key, value string) ([]setting.Notice, error) {
	if key == lab.FamilyKey {
		return t.enter(s, value), nil
	}
	notices, err := s.Change(key, value)
	if err != nil && t.known(key) {
		return []setting.Notice{setting.Note("other-architecture", "key", key)}, nil
	}
	return notices, err
}

// enter goes over to the default of another family; the seeds stay, and so do
// data of one's own that it can learn from, and how a page is shown.
func (t Families) enter(s *lab.Spec, name string) []setting.Notice {
	given := name
	field := t.chosen()
	problem := field.Parse(&name, given)
	f, ok := t.Find(name)
	if problem != "" || !ok {
		return []setting.Notice{setting.Note(setting.BadValue, "key", lab.FamilyKey, "given", given, "used", s.Family.Name)}
	}
	if f == s.Family {
		return nil
	}
	next := f.New()
	next.Seed, next.WeightSeed = s.Seed, s.WeightSeed
	next.Hide = slices.DeleteFunc(slices.Clone(s.Hide), func(control string) bool { return !f.Hides(control) })
	if own := s.Chosen(); own != nil && f.OwnOf(own.Kind) != nil {
		next.Choose(own.Kind, s.Holds(own.Kind))
		if share := f.OwnOf(own.Kind).Share; own.Share != "" && share != "" {
			next.Set(share, s.Get(own.Share))
		}
	}
	*s = next
	return s.Repair(lab.FamilyKey)
}

// Take makes data of one's own the data of a spec. Of a family that can't learn
// from them the experiment goes over to one that can.
func (t Families) Take(s *lab.Spec, kind setting.Kind, what any) ([]setting.Notice, error) {
	var notices []setting.Notice
	if s.Family.OwnOf(kind) == nil {
		home := slices.IndexFunc(t, func(f *lab.Family) bool {
			own := f.OwnOf(kind)
			return own != nil && own.Home
		})
		if home < 0 {
			return nil, setting.Refuse("no-action", "given", string(kind))
		}
		notices = t.enter(s, t[home].Name)
	}
	taken, err := s.Take(kind, what)
	return append(notices, taken...), err
}

// Applies is lab.Spec.Applies, with the settings of other families too.
func (t Families) Applies(s lab.Spec) map[string]string {
	m := s.Applies()
	for _, f := range t {
		for i := range f.Settings {
			if key := f.Settings[i].Key; f != s.Family {
				if _, own := s.Family.Find(key); !own {
					m[key] = otherFamily
				}
			}
		}
	}
	m[lab.FamilyKey] = ""
	return m
}

// otherFamily is the reason why a setting of another family does not apply.
const otherFamily = "other-architecture"

// Presets lists the presets of all families.
func (t Families) Presets() (all []lab.Preset) {
	for _, f := range t {
		all = append(all, f.Presets...)
	}
	return all
}

// FindPreset returns the preset of that name.
func (t Families) FindPreset(name string) (lab.Preset, bool) {
	for _, p := range t.Presets() {
		if p.Name == name {
			return p, true
		}
	}
	return lab.Preset{}, false
}
