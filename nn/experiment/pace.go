package experiment

import (
	"slices"

	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// Interesting returns after about how many steps there is to see what an
// experiment is about: as many as the most similar preset takes, of those that
// learn from the same data. Where there is none it is the median of its family's
// presets, 0 of a family without presets.
func (t Families) Interesting(s lab.Spec) int {
	nearest, least := 0, len(s.Family.Settings)+1
	var all []int
	for _, p := range s.Family.Presets {
		all = append(all, p.Interesting)
		preset, _, _ := t.Parse(p.Link)
		if data := dataKey(s.Family); preset.Get(data) != s.Get(data) {
			continue
		}
		if n := differences(preset, s); n < least {
			nearest, least = p.Interesting, n
		}
	}
	if nearest == 0 && len(all) > 0 {
		slices.Sort(all)
		nearest = all[len(all)/2]
	}
	return nearest
}

// dataKey returns the key of the setting that chooses what a family learns from,
// the first choice of that group.
func dataKey(f *lab.Family) string {
	for i := range f.Settings {
		if s := &f.Settings[i]; s.Group == "data" && s.Kind == setting.Enum {
			return s.Key
		}
	}
	return ""
}

// differences counts the settings in which two experiments of a family differ.
func differences(a, b lab.Spec) (n int) {
	for i := range a.Family.Settings {
		if f := &a.Family.Settings[i]; f.Get(&a) != f.Get(&b) {
			n++
		}
	}
	return n
}
