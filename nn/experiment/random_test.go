package experiment

import (
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"nnplay/nn/data"
	"nnplay/nn/data/images"
	"nnplay/nn/data/rows"
	"nnplay/nn/lab"
	"nnplay/nn/program"
	"nnplay/nn/setting"
)

// randomSpec returns a valid spec in which about half of the fields differ
// from the default.
func randomSpec(r *rand.Rand) lab.Spec {
	s := families[max(0, r.IntN(2*len(families))-len(families))].New() // most have the first
	for i := range s.Family.Settings {
		f := &s.Family.Settings[i]
		if r.IntN(2) == 0 {
			continue
		}
		if problem := f.Parse(&s, randomText(r, &f.Field)); problem != "" {
			panic(f.Key + ": " + problem)
		}
	}
	s.Repair("")
	return s
}

// randomText returns the text of a valid value.
func randomText(r *rand.Rand, f *setting.Field) string {
	pick := func() string { return f.Options[r.IntN(len(f.Options))] }
	switch f.Kind {
	case setting.Enum:
		if !f.PerLayer {
			return pick()
		}
		items := make([]string, 1+r.IntN(setting.MaxLayers))
		for i := range items {
			items[i] = pick()
		}
		return strings.Join(items, ",")
	case setting.List:
		if f.None && r.IntN(8) == 0 {
			return setting.Nothing
		}
		items := make([]string, 1+r.IntN(len(f.Options)))
		for i := range items {
			items[i] = pick()
		}
		return strings.Join(items, ",")
	case setting.Bool:
		return strconv.FormatBool(r.IntN(2) == 0)
	case setting.Int:
		return strconv.Itoa(int(f.Min) + r.IntN(int(f.Max-f.Min)+1))
	case setting.Float:
		v := f.Min + r.Float32()*(f.Max-f.Min)
		if r.IntN(2) == 0 { // small ones too
			v = f.Min + float32(math.Exp(-20*r.Float64()))*(f.Max-f.Min)
		}
		return strconv.FormatFloat(float64(min(max(v, f.Min), f.Max)), 'g', -1, 32)
	case setting.Shape:
		items := make([]string, r.IntN(setting.MaxLayers+1))
		for i := range items {
			items[i] = strconv.Itoa(1 + r.IntN(setting.MaxUnits))
		}
		return strings.Join(items, ",")
	case setting.Points:
		d := data.Drawing{Values: r.IntN(2) == 0}
		for range r.IntN(60) {
			d.Add(12*r.Float32()-6, 12*r.Float32()-6, float32(r.IntN(5)))
		}
		return d.String()
	case setting.Passage:
		if r.IntN(2) == 0 {
			return ""
		}
		return strings.TrimSpace(strings.Repeat(string([]rune("ab 零一\n")[r.IntN(5)])+"x ", 100+r.IntN(700)))
	case setting.ClassLabels:
		return []string{"", "setosa\nversicolor\nvirginica", "否\n是"}[r.IntN(3)]
	case setting.Table:
		return randomRows(r).Text()
	case setting.Weights:
		return []string{"", "output.bias.0,-0.25", "hidden1.weight,1,2,3,hidden1.weight.1.0,1e-7", "generator.hidden1.bias 1 2"}[r.IntN(4)]
	case setting.Plane:
		a := r.IntN(6)
		return strconv.Itoa(a) + "," + strconv.Itoa((a+1+r.IntN(5))%6)
	case setting.Labels:
		return []string{"", "sepal length", "体重", "a&b=c#d"}[r.IntN(4)] + strings.Repeat("\nPC 2 (21%)", r.IntN(2))
	case setting.Pictures:
		var a *images.Album
		for range r.IntN(20) {
			var err error
			if a, err = a.Add(r.IntN(2), images.PictureOf(slices.Repeat([]uint8{uint8(r.IntN(256))}, images.AlbumSide*images.AlbumSide))); err != nil {
				panic(err)
			}
		}
		return a.Text()
	case setting.Seed:
		return strconv.FormatUint(uint64(r.Uint32()), 10)
	}
	panic("no random value for " + string(f.Kind))
}

// randomRows returns a few rows of a table, or none.
func randomRows(r *rand.Rand) *rows.Rows {
	n, k := r.IntN(20), 1+r.IntN(12)
	if n == 0 {
		return nil
	}
	table := rows.Rows{Targets: []string{"y"}, Classes: []string{"no", "yes"}}
	if r.IntN(2) == 0 {
		table.Targets, table.Classes = []string{"a", "b"}, nil
	}
	for i := range k {
		table.Inputs = append(table.Inputs, rows.Input{Name: "input " + strconv.Itoa(i), Column: "c", Kind: rows.Kinds[i%3]})
	}
	for range n * k {
		table.X = append(table.X, 100*r.Float32())
	}
	for range n * len(table.Targets) {
		table.Y = append(table.Y, float32(r.IntN(2)))
	}
	made, err := rows.New(table)
	if err != nil {
		panic(err)
	}
	return made
}

// TestRandomSpecsRun checks that what is valid can be run.
func TestRandomSpecsRun(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 25 {
		s := randomSpec(r)
		s.BatchSize = min(s.BatchSize, 20) // the memory for many samples takes seconds to clear
		run := mustOpen(t, s, program.Interpret)
		run.Step(1)
		if run.Steps() != 1 || !run.Spec().Equal(s) {
			t.Errorf("%s: %v", Link(s), run)
		}
	}
}
