package experiment

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"nnplay/nn/lab"
	"nnplay/nn/setting"
)

// TestFields checks that every setting of every family makes sense.
func TestFields(t *testing.T) {
	for _, family := range families {
		seen := map[string]bool{setting.VersionKey: true, "c": true, lab.FamilyKey: true}
		s := family.New()
		hide, _ := family.Find("hide")
		for i := range family.Settings {
			f := &family.Settings[i]
			name := family.Name + ": " + f.Key
			if seen[f.Key] {
				t.Errorf("%s: a second setting of this key", name)
			}
			seen[f.Key] = true
			if !slices.Contains(setting.Groups, f.Group) {
				t.Errorf("%s: no group %q", name, f.Group)
			}
			original := family.New()
			standard := f.Get(&original)
			if problem := f.Parse(&s, standard); problem != "" || f.Get(&s) != standard {
				t.Errorf("%s: default %q: %s", name, standard, problem)
			}
			for _, v := range f.Values {
				if problem := f.Parse(&s, setting.FormatFloat(v)); problem != "" {
					t.Errorf("%s: value %g: %s", name, v, problem)
				}
			}
			if !slices.IsSorted(f.Values) {
				t.Errorf("%s: values %v", name, f.Values)
			}
			for _, option := range f.Options {
				if problem := f.Parse(&s, option); problem != "" || f.Get(&s) != option {
					t.Errorf("%s: option %q: %s", name, option, problem)
				}
			}
			if options := f.Kind == setting.Enum || f.Kind == setting.List; options != (len(f.Options) > 0) {
				t.Errorf("%s: %d options", name, len(f.Options))
			}
			if f.Kind == setting.Int || f.Kind == setting.Float {
				for _, text := range []string{setting.FormatFloat(f.Min), setting.FormatFloat(f.Max)} {
					if problem := f.Parse(&s, text); problem != "" {
						t.Errorf("%s: bound %s: %s", name, text, problem)
					}
				}
				for _, text := range []string{"-1e30", "1e30"} {
					if problem := f.Parse(&s, text); problem != setting.OutOfRange {
						t.Errorf("%s: %s: %q", name, text, problem)
					}
				}
			}
			if !slices.Contains(hide.Options, f.Key) {
				t.Errorf("%s can't be hidden", name)
			}
			s = original // other settings may need what this one was
		}
	}
}

// TestApplies checks that something is said of every setting, whichever family is
// chosen, and nothing of one's own that is about another's.
func TestApplies(t *testing.T) {
	for _, family := range families {
		applies := families.Applies(family.New())
		for _, f := range families.fields() {
			reason, ok := applies[f.Key]
			own := f.families == nil || slices.Contains(f.families, family.Name)
			if !ok || own == (reason == otherFamily) {
				t.Errorf("%s: %s applies: %t, %q", family.Name, f.Key, ok, reason)
			}
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
			Scores []struct {
				Name              string
				More, Share, Loss bool
			}
			Own []struct {
				Kind, Key, Choice, Share string
				Options                  []string
				Home                     bool
			}
			Emblem struct {
				Lines string
				Dots  [][]float32
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
			Name, Group, Label, Watch, Link, Show, Metric string
			Steps                                         int
			Goal                                          float64
		}
	}
	written := string(families.SchemaJSON())
	d := json.NewDecoder(strings.NewReader(written))
	d.DisallowUnknownFields()
	if err := d.Decode(&schema); err != nil {
		t.Fatalf("%v in %.300s", err, written)
	}
	fields, presets := families.fields(), families.Presets()
	if schema.Version != setting.Version || schema.MaxLayers != setting.MaxLayers || schema.MaxUnits != setting.MaxUnits ||
		len(schema.Groups) != len(setting.Groups) || len(schema.Presets) != len(presets) {
		t.Errorf("%+v", schema)
	}
	n := 0
	for _, g := range schema.Groups {
		for _, row := range g.Fields {
			n++
			at := slices.IndexFunc(fields, func(f field) bool { return f.Key == row.Key })
			if at < 0 {
				t.Errorf("%s: no such field", row.Key)
				continue
			}
			f := fields[at]
			if f.Group != g.Key || row.Kind != string(f.Kind) || row.Default != f.standard ||
				!slices.Equal(row.Options, f.Options) || !slices.Equal(row.Values, f.Values) ||
				row.Restarts == nil || *row.Restarts != f.Restarts || row.RestartsAtZero != f.RestartsAtZero ||
				row.PerLayer != f.PerLayer || row.NotEmpty != f.NotEmpty ||
				row.Label != "field."+f.Key+".label" || row.Help != "field."+f.Key+".help" {
				t.Errorf("%s: %+v", row.Key, row)
				continue
			}
			numeric := f.Kind == setting.Int || f.Kind == setting.Float
			if numeric && (row.Min == nil || float32(*row.Min) != f.Min || float32(*row.Max) != f.Max || row.Scale == "") {
				t.Errorf("%s: %+v", row.Key, row)
			}
		}
	}
	if n != len(fields) {
		t.Errorf("%d fields, want %d", n, len(fields))
	}
	for i, row := range schema.Architectures {
		f := families[i]
		if row.Name != f.Name || len(row.Actions) != len(f.Actions) || len(row.Scores) != len(f.Scores) ||
			len(row.Own) != len(f.Own) || row.Emblem.Lines != f.Emblem.Lines || len(row.Emblem.Dots) != len(f.Emblem.Dots) {
			t.Errorf("%s: %+v", f.Name, row)
			continue
		}
		for j, own := range row.Own {
			want := f.Own[j]
			choice, _ := f.Find(want.Choice)
			if own.Kind != string(want.Kind) || own.Key != want.Key || own.Choice != want.Choice || own.Share != want.Share || own.Home != want.Home || len(own.Options) == 0 ||
				slices.ContainsFunc(own.Options, func(o string) bool { return !slices.Contains(choice.Options, o) }) {
				t.Errorf("%s: %+v", f.Name, own)
			}
		}
	}
	for i, row := range schema.Presets {
		p := presets[i]
		spec, _, err := families.Parse(p.Link)
		if err != nil {
			t.Fatal(err)
		}
		canonical := Link(spec)
		if row.Name != p.Name || row.Group != p.Group || row.Link != canonical || row.Show != p.Show || row.Label != "preset."+p.Name || row.Watch != row.Label+".watch" {
			t.Errorf("preset %s: %+v", p.Name, row)
		}
		if !slices.Contains(schema.PresetGroups, row.Group) {
			t.Errorf("preset %s is of no group", p.Name)
		}
	}
}

// TestDefaultsAreForever checks that links mean what they meant: what they do
// not say is their architecture's default, and their keys have an order.
func TestDefaultsAreForever(t *testing.T) {
	const path = "testdata/defaults.golden"
	var got strings.Builder
	for _, family := range families {
		s := family.New()
		got.WriteString(family.Name + "." + lab.FamilyKey + "=" + s.Values()[lab.FamilyKey] + "\n")
		for i := range family.Settings {
			f := &family.Settings[i]
			got.WriteString(family.Name + "." + f.Key + "=" + f.Get(&s) + "\n")
		}
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want := slices.Collect(strings.Lines(string(content)))
	var fresh []string
	for line := range strings.Lines(got.String()) {
		if len(want) > 0 && line == want[0] {
			want = want[1:]
		} else {
			fresh = append(fresh, line)
		}
	}
	switch {
	case len(want) > 0:
		t.Errorf("version 1 had %safter what stands before it in %s; raise the version, or keep it. New, or at another place:\n%s", want[0], path, strings.Join(fresh, ""))
	case *update:
		if err := os.WriteFile(path, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	case len(fresh) > 0:
		t.Errorf("%s lacks\n%sWhere that is new it is right to update: go test -run %s -update, in this folder", path, strings.Join(fresh, ""), t.Name())
	}
}
