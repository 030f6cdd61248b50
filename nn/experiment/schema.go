package experiment

import (
	"math"
	"slices"
	"strconv"

	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// A field is a setting as a page sees it: what the families that have it share.
type field struct {
	setting.Field
	families []string // that have it; nil: all
	standard string   // its default in the first of them
}

// fields returns the settings of all families, in the order of a page; the family
// itself is the first.
func (t Families) fields() []field {
	all := []field{{Field: t.chosen(), standard: t.Default().Family.Name}}
	var rows []lab.Setting
	seen := map[string]bool{}
	for _, f := range t {
		for _, s := range f.Settings {
			if !seen[s.Key] {
				seen[s.Key] = true
				rows = append(rows, s)
			}
		}
	}
	for _, row := range lab.Sorted(rows) {
		next := field{Field: row.Field}
		for _, f := range t {
			own, ok := f.Find(row.Key)
			if !ok {
				continue
			}
			if next.families == nil {
				original := f.New()
				next.standard = own.Get(&original)
			}
			next.families = append(next.families, f.Name)
			for _, option := range own.Options {
				if !slices.Contains(next.Options, option) {
					next.Options = append(slices.Clip(next.Options), option)
				}
			}
		}
		if len(next.families) == len(t) {
			next.families = nil
		}
		all = append(all, next)
	}
	return all
}

// SchemaJSON returns the schema for a page: families, and groups of fields with
// what a control needs. Defaults are text, as in links and in Spec.Values.
//
//	{"version":1,"maxLayers":12,"maxUnits":64,
//	 "architectures":[{"name":"mlp","defaults":{},"actions":[],"scores":[],"aside":[],"own":[{"kind":"points","key":"points","choice":"dataset","options":["own"],"share":"percTrainData","home":true}]}],
//	 "groups":[{"key":"data","fields":[
//	  {"key":"noise","kind":"int","min":0,"max":100,"step":5,"scale":"linear","values":[0,5],
//	   "default":"0","restarts":true,"label":"field.noise.label","help":"field.noise.help"}]}],
//	 "presetGroups":["classics"],
//	 "presets":[{"name":"circle","group":"classics","label":"preset.circle","watch":"preset.circle.watch","link":"v=1&dataset=circle"}]}
func (t Families) SchemaJSON() []byte {
	var w setting.JSON
	fields := t.fields()
	w.Open('{')
	w.Key("version").Number(setting.Version)
	w.Key("maxLayers").Number(setting.MaxLayers)
	w.Key("maxUnits").Number(setting.MaxUnits)
	w.Key("architectures").Open('[')
	for _, f := range t {
		writeFamily(&w, f, fields)
	}
	w.Close(']')
	w.Key("groups").Open('[')
	for _, group := range setting.Groups {
		w.Open('{')
		w.Key("key").Text(group)
		w.Key("label").Text("group." + group)
		w.Key("fields").Open('[')
		for i := range fields {
			if f := &fields[i]; f.Group == group {
				f.write(&w)
			}
		}
		w.Close(']')
		w.Close('}')
	}
	w.Close(']')
	w.Key("presetGroups").Texts(lab.PresetGroups)
	w.Key("presets").Open('[')
	for _, p := range t.Presets() {
		w.Open('{')
		w.Key("name").Text(p.Name)
		w.Key("group").Text(p.Group)
		w.Key("label").Text("preset." + p.Name)
		w.Key("watch").Text("preset." + p.Name + ".watch")
		w.Key("link").Text(t.canonical(p))
		w.Key("show").Text(p.Show)
		w.Key("steps").Float(float64(p.Steps))
		if p.Metric != "" {
			w.Key("metric").Text(p.Metric)
			w.Key("goal").Float(p.Goal)
		}
		w.Close('}')
	}
	w.Close(']')
	w.Close('}')
	return w.Bytes
}

func writeFamily(w *setting.JSON, f *lab.Family, fields []field) {
	w.Open('{')
	w.Key("name").Text(f.Name)
	w.Key("defaults").Open('{')
	original := f.New()
	for i := range fields {
		own, ok := f.Find(fields[i].Key)
		if !ok {
			continue
		}
		if text := own.Get(&original); text != fields[i].standard {
			w.Key(own.Key).Text(text)
		}
	}
	w.Close('}')
	w.Key("actions").Open('[')
	for i := range f.Actions {
		writeAction(w, &f.Actions[i])
	}
	w.Close(']')
	w.Key("scores").Open('[')
	for _, s := range f.Scores {
		w.Open('{')
		w.Key("name").Text(s.Name)
		w.Key("more").Flag(s.More)
		w.Key("share").Flag(s.Share)
		w.Key("loss").Flag(s.Loss)
		w.Close('}')
	}
	w.Close(']')
	w.Key("own").Open('[')
	for _, own := range f.Own {
		w.Open('{')
		w.Key("kind").Text(string(own.Kind))
		w.Key("key").Text(own.Key)
		w.Key("choice").Text(own.Choice)
		w.Key("options").Texts(own.Options)
		w.Key("share").Text(own.Share)
		w.Key("home").Flag(own.Home)
		w.Close('}')
	}
	w.Close(']')
	if f.Emblem.Lines != "" {
		w.Key("emblem").Open('{')
		w.Key("lines").Text(f.Emblem.Lines)
		w.Key("dots").Open('[')
		for _, dot := range f.Emblem.Dots {
			w.Open('[')
			w.Number(dot[0])
			w.Number(dot[1])
			w.Close(']')
		}
		w.Close(']')
		w.Close('}')
	}
	w.Close('}')
}

func (f *field) write(w *setting.JSON) {
	w.Open('{')
	w.Key("key").Text(f.Key)
	w.Key("kind").Text(string(f.Kind))
	if f.Options != nil {
		w.Key("options").Texts(f.Options)
	}
	if f.OptionsOf != "" {
		w.Key("optionsOf").Text(f.OptionsOf)
	}
	if f.Kind == setting.Int || f.Kind == setting.Float {
		w.Key("min").Number(f.Min)
		w.Key("max").Number(f.Max)
		if f.Step > 0 {
			w.Key("step").Number(f.Step)
		}
		scale := "linear"
		if f.Log {
			scale = "log"
		}
		w.Key("scale").Text(scale)
	}
	if f.Kind == setting.Seed {
		w.Key("min").Number(0)
		w.Key("max").Raw(strconv.FormatUint(math.MaxUint32, 10))
	}
	if f.Values != nil {
		w.Key("values").Open('[')
		for _, v := range f.Values {
			w.Number(v)
		}
		w.Close(']')
	}
	w.Key("default").Text(f.standard)
	if f.families != nil {
		w.Key("for").Texts(f.families)
	}
	w.Key("restarts").Flag(f.Restarts)
	for _, flag := range []struct {
		key string
		set bool
	}{
		{"advanced", f.Advanced}, {"restartsAtZero", f.RestartsAtZero}, {"perLayer", f.PerLayer}, {"notEmpty", f.NotEmpty},
	} {
		if flag.set {
			w.Key(flag.key).Flag(true)
		}
	}
	w.Key("label").Text("field." + f.Key + ".label")
	w.Key("help").Text("field." + f.Key + ".help")
	w.Close('}')
}

// canonical returns the link of a preset as a run of it tells it.
func (t Families) canonical(p lab.Preset) string {
	spec, _, err := t.Parse(p.Link)
	if err != nil {
		panic("experiment: preset " + p.Name + ": " + err.Error())
	}
	return Link(spec)
}

func writeAction(w *setting.JSON, a *lab.Action) {
	w.Open('{')
	w.Key("name").Text(a.Name)
	w.Key("kind").Text(string(a.Kind))
	w.Key("label").Text("action." + a.Name)
	switch a.Kind {
	case lab.Button:
		if a.Every > 0 {
			w.Key("every").Number(a.Every)
		}
	case lab.Number:
		w.Key("min").Number(a.Min)
		w.Key("max").Number(a.Max)
		w.Key("step").Number(a.Step)
		if a.Sweeps {
			w.Key("sweeps").Flag(true)
		}
	case lab.Choice:
		w.Key("options").Texts(a.Options)
	case lab.Sketch:
		w.Key("side").Number(float32(a.Side))
	case lab.Text:
		w.Key("most").Number(float32(a.Most))
	}
	w.Key("default").Text(a.Default)
	w.Close('}')
}
