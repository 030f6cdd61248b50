package experiment

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"nnplay/web/i18n"
)

// TestFields checks that every row of the schema makes sense.
func TestFields(t *testing.T) {
	seen := map[string]bool{"v": true, "c": true}
	for i := range Fields {
		f := &Fields[i]
		if seen[f.Key] {
			t.Errorf("%s: a second field of this key", f.Key)
		}
		seen[f.Key] = true
		if !slices.Contains(Groups, f.Group) {
			t.Errorf("%s: no group %q", f.Key, f.Group)
		}
		s := Default()
		if problem := f.parse(&s, f.Default("mlp")); problem != "" || f.Get(&s) != f.Default("mlp") {
			t.Errorf("%s: default %q: %s", f.Key, f.Default("mlp"), problem)
		}
		for _, v := range f.Values {
			if problem := f.parse(&s, formatFloat(v)); problem != "" {
				t.Errorf("%s: value %g: %s", f.Key, v, problem)
			}
		}
		if !slices.IsSorted(f.Values) {
			t.Errorf("%s: values %v", f.Key, f.Values)
		}
		for _, option := range f.Options {
			if problem := f.parse(&s, option); problem != "" || f.Get(&s) != option {
				t.Errorf("%s: option %q: %s", f.Key, option, problem)
			}
		}
		if options := f.Kind == Enum || f.Kind == List; options != (len(f.Options) > 0) {
			t.Errorf("%s: %d options", f.Key, len(f.Options))
		}
		if f.Kind == Int || f.Kind == Float {
			for _, text := range []string{formatFloat(f.Min), formatFloat(f.Max)} {
				if problem := f.parse(&s, text); problem != "" {
					t.Errorf("%s: bound %s: %s", f.Key, text, problem)
				}
			}
			for _, text := range []string{"-1e30", "1e30"} {
				if problem := f.parse(&s, text); problem != outOfRange {
					t.Errorf("%s: %s: %q", f.Key, text, problem)
				}
			}
		}
		if !slices.Contains(hideable, f.Key) {
			t.Errorf("%s can't be hidden", f.Key)
		}
	}
}

// TestApplies checks when settings have an effect, with one case each way.
func TestApplies(t *testing.T) {
	for _, c := range []struct{ link, key, reason string }{
		{"", "classes", blobsOnly},
		{"dataset=blobs", "classes", ""},
		{"dataset=reg-plane", "classes", blobsOnly},
		{"", "noise", ""},
		{"dataset=worked-example", "noise", fixedSet},
		{"dataset=worked-example", "samples", fixedSet},
		{"dataset=worked-example", "percTrainData", fixedSet},
		{"", "points", ownOnly},
		{"dataset=own", "points", ""},
		{"dataset=own-values", "points", ""},
		{"dataset=own", "samples", ownPoints},
		{"dataset=own-values", "noise", ownPoints},
		{"dataset=own", "percTrainData", ""},
		{"dataset=own", "classes", ""},
		{"dataset=own-values", "classes", blobsOnly},
		{"", "features.y", ""},
		{"dataset=x-sin-x", "features.y", oneInput},
		{"dataset=x-sin-x", "features.xTimesY", oneInput},
		{"dataset=x-sin-x", "features.sinX", ""},
		{"", "activation", ""},
		{"networkShape=0", "activation", noHidden},
		{"networkShape=0", "dropout", noHidden},
		{"networkShape=0", "normalization", noHidden},
		{"init=zeros", "initScale", zeroInit},
		{"", "momentum", momentumOnly},
		{"optimizer=momentum", "momentum", ""},
		{"optimizer=nesterov", "momentum", ""},
		{"optimizer=adam", "momentum", ""},
		{"optimizer=rmsprop", "momentum", momentumOnly},
		{"optimizer=rmsprop", "beta2", ""},
		{"optimizer=momentum", "beta2", meanSquareOnly},
		{"optimizer=lbfgs", "batchSize", fullBatchOnly},
		{"optimizer=lbfgs", "learningRate", fullBatchOnly},
		{"optimizer=lbfgs&schedule=step", "scheduleSteps", fullBatchOnly},
		{"optimizer=lbfgs", "regularization.l1", fullBatchOnly},
		{"", "regularization.l1", ""},
		{"", "scheduleSteps", noSchedule},
		{"schedule=step", "scheduleSteps", ""},
		{"", "regularizationRate", noRegularization},
		{"regularization=l1", "regularizationRate", ""},
		{"", "outputActivation.softmax", ""},
		{"dataset=reg-plane", "outputActivation.softmax", classificationOnly},
		{"dataset=reg-plane", "loss.cce", classificationOnly},
		{"dataset=reg-plane", "loss.mse", ""},
		{"dataset=x-sin-x", "discretize", oneInput},
	} {
		s := mustParse(t, "v=1&"+c.link)
		if got := s.Applies()[c.key]; got != c.reason {
			t.Errorf("%s: %s: %q, want %q", c.link, c.key, got, c.reason)
		}
	}
	for i := range Fields {
		if _, ok := Default().Applies()[Fields[i].Key]; !ok {
			t.Errorf("Applies says nothing of %s", Fields[i].Key)
		}
	}
}

// TestSchemaJSON checks that the schema is JSON and says what the table does.
func TestSchemaJSON(t *testing.T) {
	var schema struct {
		Version, MaxLayers, MaxUnits int
		Architectures                []struct {
			Name     string
			Defaults map[string]string
			Actions  []struct {
				Name, Kind, Default, Label string
				Options                    []string
				Min, Max, Step             float64
				Side, Most                 int
				Sweeps                     bool
				Every                      float64
			}
		}
		Groups []struct {
			Key, Label string
			Fields     []struct {
				Key, Kind, Default, Label, Help, Scale string
				Options, For                           []string
				Min, Max, Step                         *float64
				Values                                 []float32
				Restarts                               *bool
				RestartsAtZero, PerLayer, NotEmpty     bool
				Advanced                               bool
				OptionsOf                              string
			}
		}
		PresetGroups []string
		Presets      []struct {
			Name, Group, Label, Watch, Link, Metric string
			Steps                                   int
			Goal                                    float64
		}
	}
	d := json.NewDecoder(strings.NewReader(string(SchemaJSON())))
	d.DisallowUnknownFields()
	if err := d.Decode(&schema); err != nil {
		t.Fatalf("%v in %s", err, SchemaJSON())
	}
	if schema.Version != Version || schema.MaxLayers != MaxLayers || schema.MaxUnits != MaxUnits || len(schema.Groups) != len(Groups) || len(schema.Presets) != len(Presets) {
		t.Errorf("%+v", schema)
	}
	n := 0
	for _, g := range schema.Groups {
		for _, row := range g.Fields {
			n++
			f, ok := FindField(row.Key)
			if !ok || f.Group != g.Key || row.Kind != string(f.Kind) || row.Default != f.Default("mlp") ||
				!slices.Equal(row.Options, f.Options) || !slices.Equal(row.Values, f.Values) ||
				row.Restarts == nil || *row.Restarts != f.Restarts || row.RestartsAtZero != f.RestartsAtZero ||
				row.PerLayer != f.PerLayer || row.NotEmpty != f.NotEmpty ||
				row.Label != "field."+f.Key+".label" || row.Help != "field."+f.Key+".help" {
				t.Errorf("%s: %+v", row.Key, row)
				continue
			}
			numeric := f.Kind == Int || f.Kind == Float
			if numeric && (row.Min == nil || float32(*row.Min) != f.Min || float32(*row.Max) != f.Max || row.Scale == "") {
				t.Errorf("%s: %+v", row.Key, row)
			}
		}
	}
	if n != len(Fields) {
		t.Errorf("%d fields, want %d", n, len(Fields))
	}
	for i, row := range schema.Presets {
		p := Presets[i]
		if row.Name != p.Name || row.Group != p.Group || row.Link != p.Link || row.Label != "preset."+p.Name || row.Watch != row.Label+".watch" {
			t.Errorf("preset %s: %+v", p.Name, row)
		}
		if !slices.Contains(schema.PresetGroups, row.Group) {
			t.Errorf("preset %s is of no group", p.Name)
		}
	}
}

// TestDefaultsAreForever checks that links mean what they meant: what they do
// not say is their architecture's default.
func TestDefaultsAreForever(t *testing.T) {
	const path = "testdata/defaults.golden"
	var got strings.Builder
	for _, name := range architectures {
		s := DefaultOf(name)
		for i := range Fields {
			if f := &Fields[i]; f.concerns(&s) {
				got.WriteString(name + "." + f.Key + "=" + f.Get(&s) + "\n")
			}
		}
	}
	if *update {
		if err := os.WriteFile(path, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("defaults of version 1 changed; raise the version, or keep them:\n%s\nwant\n%s", got.String(), want)
	}
}

// TestCatalogues checks the texts in English: there are all that the schema
// names, no others of its kinds, and the sentences of this package.
func TestCatalogues(t *testing.T) {
	catalog, err := i18n.All()
	if err != nil {
		t.Fatal(err)
	}
	english := catalog[i18n.English]
	keys := I18nKeys()
	kinds := map[string]bool{}
	for _, key := range keys {
		kind, _, _ := strings.Cut(key, ".")
		kinds[kind] = kind != "error" // the page and other programs have errors too
		if english[key] == "" {
			t.Errorf("there is no text %s", key)
		}
	}
	for key := range english {
		if kind, _, _ := strings.Cut(key, "."); kinds[kind] && !slices.Contains(keys, key) {
			t.Errorf("nobody uses %s", key)
		}
	}
	for code, text := range noticeTexts {
		if english["notice."+code] != text {
			t.Errorf("notice.%s: %q, want %q", code, english["notice."+code], text)
		}
	}
	for code, text := range errorTexts {
		if english["error."+code] != text {
			t.Errorf("error.%s: %q, want %q", code, english["error."+code], text)
		}
	}
}
