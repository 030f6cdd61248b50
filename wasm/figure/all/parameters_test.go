package all

import (
	"strings"
	"testing"

	"nnplay/nn/experiment"
	families "nnplay/nn/lab/all"
	"nnplay/wasm/paper"
	"nnplay/wasm/paper/papertest"
	"nnplay/wasm/wire"
	"nnplay/web/i18n"
)

// TestParameters shows every parameter of every preset of which the figure does not
// draw all: it has a name, is drawn, and each of its elements can be edited, once.
func TestParameters(t *testing.T) {
	catalog, err := i18n.All()
	if err != nil {
		t.Fatal(err)
	}
	words := paper.Dictionary(catalog[i18n.English])
	table := experiment.Families(families.Families)
	for _, p := range table.Presets() {
		spec, _, err := table.Parse(p.Link)
		if err != nil {
			t.Fatal(err)
		}
		if !Figures[spec.Family.Name].Parameters {
			continue
		}
		run, err := experiment.New(spec)
		if err != nil {
			t.Fatal(err)
		}
		run.Step(1)
		topology := run.Topology()
		for _, parameter := range topology.Parameters {
			topology.Shown = parameter.Name
			snapshot := &wire.Snapshot{Topology: &topology}
			for _, v := range run.Parameter(parameter.Name) {
				snapshot.Tensors = append(snapshot.Tensors, wire.Tensor{Name: v.Name, Shape: v.Shape, F32: v.F32})
			}
			var scene paper.Scene
			scene.Apply(snapshot)
			kit := papertest.Kit(&scene)
			kit.Words = words
			d := paper.Parameter.Draw(kit)
			name := words.ParameterName(parameter.Name)
			if strings.ToLower(name) == name || strings.Contains(name, "/") {
				t.Errorf("%s: %s is called %q", p.Name, parameter.Name, name)
			}
			seen := map[int]bool{}
			for i := range d.Spots {
				s := &d.Spots[i]
				for row := range s.Rows {
					for col := range s.Cols {
						part := s.Part(row, col)
						if e := scene.Element(part.Parameter, part.Index); e.Parameter != parameter.Name || !e.HasGradient || seen[e.Index] {
							t.Fatalf("%s: %s: (%d, %d) of group %d is %+v", p.Name, parameter.Name, row, col, i, e)
						}
						seen[part.Index] = true
					}
				}
				if b := s.Box; b.X < kit.Free.X-1 || b.Y < kit.Free.Y-1 || b.X+b.W > kit.Free.X+kit.Free.W+1 || b.Y+b.H > kit.Free.Y+kit.Free.H+1 {
					t.Errorf("%s: %s leaves the drawing: %v in %v", p.Name, parameter.Name, b, kit.Free)
				}
			}
			size := 1
			for _, n := range parameter.Shape {
				size *= n
			}
			if len(seen) != size {
				t.Errorf("%s: of the %d elements of %s %d can be edited", p.Name, size, parameter.Name, len(seen))
			}
			for scope := range strings.SplitSeq(parameter.Name, "/") {
				key := "parameter." + strings.TrimRight(strings.TrimSuffix(scope, "-reverse"), "0123456789")
				if words[key] == "" {
					t.Errorf("there is no text %s", key)
				}
			}
		}
	}
}
