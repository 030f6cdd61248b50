package experiment

import (
	"math"
	"strconv"
)

// SchemaJSON returns the schema for a page: groups of fields with what a
// control needs. Defaults are text, as in links and in Spec.Values.
//
//	{"version":1,"maxLayers":12,"maxUnits":64,"groups":[{"key":"data","fields":[
//	  {"key":"noise","kind":"int","min":0,"max":100,"step":5,"scale":"linear","values":[0,5],
//	   "default":"0","restarts":true,"label":"field.noise.label","help":"field.noise.help"}]}],
//	 "presetGroups":["classics"],
//	 "presets":[{"name":"circle","group":"classics","label":"preset.circle","watch":"preset.circle.watch","link":"v=1&dataset=circle"}]}
//
// Written by hand, since all text is plain ASCII: encoding/json would make the
// program larger than the rest of this package does.
func SchemaJSON() []byte {
	var w jsonWriter
	w.open('{')
	w.key("version").number(Version)
	w.key("maxLayers").number(MaxLayers)
	w.key("maxUnits").number(MaxUnits)
	w.key("architectures").open('[')
	for _, name := range architectures {
		w.open('{')
		w.key("name").text(name)
		w.key("defaults").open('{')
		own := DefaultOf(name)
		for i := range Fields {
			f := &Fields[i]
			if text := f.Get(&own); f.concerns(&own) && text != f.Default(architectures[0]) {
				w.key(f.Key).text(text)
			}
		}
		w.close('}')
		w.key("actions").open('[')
		for _, action := range findArchitecture(name).Actions {
			action.writeJSON(&w)
		}
		w.close(']')
		w.close('}')
	}
	w.close(']')
	w.key("groups").open('[')
	for _, group := range Groups {
		w.open('{')
		w.key("key").text(group)
		w.key("label").text("group." + group)
		w.key("fields").open('[')
		for i := range Fields {
			if f := &Fields[i]; f.Group == group {
				f.writeJSON(&w)
			}
		}
		w.close(']')
		w.close('}')
	}
	w.close(']')
	w.key("presetGroups").open('[')
	for _, group := range PresetGroups {
		w.text(group)
	}
	w.close(']')
	w.key("presets").open('[')
	for _, p := range Presets {
		w.open('{')
		w.key("name").text(p.Name)
		w.key("group").text(p.Group)
		w.key("label").text("preset." + p.Name)
		w.key("watch").text("preset." + p.Name + ".watch")
		w.key("link").text(p.Link)
		w.key("steps").float(float64(p.Steps))
		if p.Metric != "" {
			w.key("metric").text(p.Metric)
			w.key("goal").float(p.Goal)
		}
		w.close('}')
	}
	w.close(']')
	w.close('}')
	return w.buf
}

func (f *Field) writeJSON(w *jsonWriter) {
	w.open('{')
	w.key("key").text(f.Key)
	w.key("kind").text(string(f.Kind))
	if f.Options != nil {
		w.key("options").open('[')
		for _, option := range f.Options {
			w.text(option)
		}
		w.close(']')
	}
	if f.OptionsOf != "" {
		w.key("optionsOf").text(f.OptionsOf)
	}
	if f.Kind == Int || f.Kind == Float {
		w.key("min").number(f.Min)
		w.key("max").number(f.Max)
		if f.Step > 0 {
			w.key("step").number(f.Step)
		}
		scale := "linear"
		if f.Log {
			scale = "log"
		}
		w.key("scale").text(scale)
	}
	if f.Kind == Seed {
		w.key("min").number(0)
		w.key("max").raw(strconv.FormatUint(math.MaxUint32, 10))
	}
	if f.Values != nil {
		w.key("values").open('[')
		for _, v := range f.Values {
			w.number(v)
		}
		w.close(']')
	}
	w.key("default").text(f.Default(architectures[0]))
	if f.For != nil {
		w.key("for").open('[')
		for _, name := range f.For {
			w.text(name)
		}
		w.close(']')
	}
	if f.Advanced {
		w.key("advanced").flag(true)
	}
	w.key("restarts").flag(f.Restarts)
	if f.RestartsAtZero {
		w.key("restartsAtZero").flag(true)
	}
	if f.PerLayer {
		w.key("perLayer").flag(true)
	}
	if f.NotEmpty {
		w.key("notEmpty").flag(true)
	}
	w.key("label").text("field." + f.Key + ".label")
	w.key("help").text("field." + f.Key + ".help")
	w.close('}')
}

// A jsonWriter appends JSON, with commas where they belong.
type jsonWriter struct {
	buf   []byte
	comma bool // the next item is not the first
}

func (w *jsonWriter) separate() {
	if w.comma {
		w.buf = append(w.buf, ',')
	}
	w.comma = true
}

func (w *jsonWriter) open(bracket byte) {
	w.separate()
	w.buf = append(w.buf, bracket)
	w.comma = false
}

func (w *jsonWriter) close(bracket byte) {
	w.buf = append(w.buf, bracket)
	w.comma = true
}

func (w *jsonWriter) key(name string) *jsonWriter {
	w.text(name)
	w.buf = append(w.buf, ':')
	w.comma = false
	return w
}

func (w *jsonWriter) raw(text string) {
	w.separate()
	w.buf = append(w.buf, text...)
}

func (w *jsonWriter) text(ascii string) { w.raw(strconv.Quote(ascii)) }
func (w *jsonWriter) number(v float32)  { w.raw(formatFloat(v)) }
func (w *jsonWriter) float(v float64)   { w.raw(strconv.FormatFloat(v, 'g', 6, 64)) }
func (w *jsonWriter) flag(v bool)       { w.raw(strconv.FormatBool(v)) }
