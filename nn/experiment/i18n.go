package experiment

import "slices"

// I18nKeys lists, sorted, every key that a catalogue of translations needs for
// this package: groups, fields, options, presets, reasons, causes, notices and errors.
func I18nKeys() []string {
	var keys []string
	for _, group := range Groups {
		keys = append(keys, "group."+group)
	}
	for i := range Fields {
		f := &Fields[i]
		keys = append(keys, "field."+f.Key+".label", "field."+f.Key+".help")
		for _, option := range f.Options {
			if !f.namesOption(option) {
				keys = append(keys, "option."+f.Key+"."+option)
			}
		}
	}
	for i := range Architectures {
		keys = append(keys, "tab."+Architectures[i].Name)
		for _, name := range Architectures[i].Scores {
			keys = append(keys, "score."+name)
		}
		for _, name := range Architectures[i].Says {
			keys = append(keys, "said."+name)
		}
		for _, action := range Architectures[i].Actions {
			keys = append(keys, "action."+action.Name)
			for _, option := range action.Options {
				keys = append(keys, "action."+action.Name+"."+option)
			}
		}
	}
	keys = append(keys, chartKeys...)
	for _, preset := range Presets {
		keys = append(keys, "preset."+preset.Name, "preset."+preset.Name+".watch")
	}
	for _, group := range PresetGroups {
		keys = append(keys, "presets."+group)
	}
	for _, c := range causes {
		keys = append(keys, "cause."+c.code)
	}
	for _, reason := range reasons {
		keys = append(keys, "applies."+reason)
	}
	for code := range noticeTexts {
		keys = append(keys, "notice."+code)
	}
	for code := range errorTexts {
		keys = append(keys, "error."+code)
	}
	slices.Sort(keys)
	return slices.Compact(keys) // architectures share names
}

// namesOption tells whether an option bears the name of something else: of
// another field's option, or of a field that is hidden.
func (f *Field) namesOption(option string) bool {
	_, isField := FindField(option)
	return f.OptionsOf != "" || f.Key == "hide" && isField && !slices.Contains(Groups, option)
}
