package experiment

import (
	"maps"
	"slices"

	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// I18nKeys lists, sorted, every key that a catalogue of translations needs for
// the families and what they share: groups, fields, options, presets, reasons,
// causes, symptoms, remedies, notices and errors.
func (t Families) I18nKeys() []string {
	var keys []string
	add := func(prefix string, names ...string) {
		for _, name := range names {
			keys = append(keys, prefix+name)
		}
	}
	add("group.", setting.Groups...)
	for _, f := range t.fields() {
		add("field.", f.Key+".label", f.Key+".help")
		for _, option := range f.Options {
			if !t.namesOption(&f, option) {
				add("option.", f.Key+"."+option)
			}
		}
	}
	for _, f := range t {
		add("tab.", f.Name)
		add("watch.", f.Name)
		add("read.", f.Name)
		add("said.", f.Says...)
		add("", f.Charts...)
		add("applies.", f.Reasons...)
		add("error.", slices.Collect(maps.Keys(f.Errors))...)
		for _, s := range f.Scores {
			add("score.", s.Name)
		}
		for _, a := range f.Actions {
			add("action.", a.Name)
			add("takes.", a.Takes...)
			for _, option := range a.Options {
				add("action.", a.Name+"."+option)
			}
		}
		for _, c := range f.Causes {
			add("cause.", c.Code)
		}
		for _, r := range f.Rules {
			add("symptom.", r.Code)
			add("why.", r.Code)
			for _, remedy := range r.Remedies {
				add("remedy.", remedy.Code)
			}
		}
		for _, p := range f.Presets {
			add("preset.", p.Name, p.Name+".watch")
			if p.More {
				add("preset.", p.Name+".more")
			}
		}
	}
	add("", chartKeys...)
	add("presets.", lab.PresetGroups...)
	add("applies.", append(lab.Reasons, otherFamily)...)
	add("notice.", setting.Notices.Codes()...)
	add("error.", setting.Errors.Codes()...)
	slices.Sort(keys)
	return slices.Compact(keys) // families share names
}

// namesOption tells whether an option bears the name of something else: of
// another field's option, or of a field that is hidden.
func (t Families) namesOption(f *field, option string) bool {
	return f.OptionsOf != "" || f.Key == "hide" && t.known(option) && !slices.Contains(setting.Groups, option)
}
