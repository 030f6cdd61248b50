package experiment

import (
	"strconv"

	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// Link returns the hash of an experiment, without '#': each setting that is not at
// its family's default, in the order of links, and what is changed on the way; see setting.Write. Where there is no
// room for data of one's own that are held and not chosen, beside those that are, it
// says only how much there is of them.
func Link(s lab.Spec) string {
	link := write(&s, (*setting.Field).ToLink)
	if len(link) > setting.MaxLink {
		return write(&s, func(f *setting.Field, text string) string {
			if own := s.Family.OwnOf(f.Kind); own != nil && own.Key == f.Key && !s.Chose(f.Kind) {
				return f.Refer(text)
			}
			return f.ToLink(text)
		})
	}
	return link
}

// write writes a link, with each value as told.
func write(s *lab.Spec, told func(f *setting.Field, text string) string) string {
	original := s.Family.New()
	var pairs []setting.Pair
	if s.Family.Name != lab.Unnamed {
		pairs = append(pairs, setting.Pair{Key: lab.FamilyKey, Value: s.Family.Name})
	}
	for i := range s.Family.Settings {
		f := &s.Family.Settings[i]
		if text := f.Get(s); text != f.Get(&original) {
			pairs = append(pairs, setting.Pair{Key: f.Key, Value: told(&f.Field, text)})
		}
	}
	for _, c := range s.Log {
		pairs = append(pairs, c.Pair())
	}
	return setting.Write(pairs)
}

// Parse reads a link: a URL with a hash, or a hash with or without '#'. What
// it can't take as it stands it ignores or replaces, with a notice. An empty
// hash is Families.Default; one without a version may be of another system that a family
// knows. An error means that the link is refused: it is too long, or of a newer
// version.
func (t Families) Parse(link string) (lab.Spec, []setting.Notice, error) {
	if len(link) > setting.MaxLink {
		return t.Default(), nil, setting.Refuse("too-long", "length", strconv.Itoa(len(link)), "limit", strconv.Itoa(setting.MaxLink))
	}
	pairs, notices := setting.Split(setting.HashOf(link))
	version, versioned := setting.ValueOf(pairs, setting.VersionKey)
	if setting.Newer(version) {
		return t.Default(), nil, setting.Refuse("newer", "given", version, "known", strconv.Itoa(setting.Version))
	}
	r := &lab.Reader{Spec: t.Default(), Notices: notices, Known: func(key string) bool { return key == setting.ChangeKey || t.known(key) }}
	switch {
	case versioned:
		t.read(r, pairs)
	case !t.imports(r, pairs):
		for _, p := range pairs {
			r.Unknown(p.Key)
		}
	}
	r.Notices = append(r.Notices, r.Spec.Repair("")...)
	if versioned {
		changes, unread := setting.Changes(pairs)
		r.Notices = append(r.Notices, unread...)
		r.Notices = append(r.Notices, r.Spec.TakeLog(changes)...)
	}
	return r.Spec, setting.Limited(r.Notices), nil
}

// read reads the settings of a link of version 1. The family comes first,
// wherever it stands: the defaults are its own.
func (t Families) read(r *lab.Reader, pairs []setting.Pair) {
	if name, ok := setting.ValueOf(pairs, lab.FamilyKey); ok {
		r.Notices = append(r.Notices, t.enter(&r.Spec, name)...)
	}
	for _, p := range pairs {
		wrong, isSetting := setting.Check(p, pairs)
		if wrong != nil {
			r.Notices = append(r.Notices, *wrong)
		}
		if isSetting && p.Key != lab.FamilyKey && p.Key != setting.ChangeKey {
			r.Set(p.Key, p.Value)
		}
	}
}

// imports reads a link of another system, if a family knows it.
func (t Families) imports(r *lab.Reader, pairs []setting.Pair) bool {
	for _, f := range t {
		if f.Import == nil {
			continue
		}
		theirs := *r
		theirs.Spec = f.New()
		if f.Import(&theirs, pairs) {
			*r = theirs
			return true
		}
	}
	return false
}
