package points

import (
	"strings"
	"testing"

	"nnplay/wasm/paper"
)

// TestAxisNames holds that names stand at the axes and beside the features, as much
// of them as there is room for, within the canvas.
func TestAxisNames(t *testing.T) {
	for _, size := range []paper.Rectangle{paper.Rect(18, 18, 900, 500), paper.Rect(18, 18, 340, 460)} {
		f := example()
		f.Free = size
		f.Topology.Axes = []string{"sepal length", strings.Repeat("w", 24)}
		f.Topology.Features[0].Symbol, f.Topology.Features[1].Symbol = f.Topology.Axes[0], f.Topology.Axes[1]
		f.arrange(&paper.Drawing{})
		var s paper.Sheet
		f.writeLabels(&s)
		var said []string
		for _, l := range s.Labels {
			said = append(said, l.Words)
			if w := f.MeasureMedium(l.Words, l.Size); l.X-l.Align*w < 0 || l.X+(1-l.Align)*w > size.W+2*size.X {
				t.Errorf("%v: %q stands outside", size, l.Words)
			}
		}
		all := "\n" + strings.Join(said, "\n") + "\n"
		if !strings.Contains(all, "\nsepal length →\n") || !strings.Contains(all, "\n↑ w") || !strings.Contains(all, "\nsepal") {
			t.Errorf("%v: it says%s", size, all)
		}
		named := f.layout.scale
		f.Topology.Axes = nil
		f.arrange(&paper.Drawing{})
		if bare := f.layout.scale; named.Y+named.H > size.Y+size.H || bare.Y-f.layout.panel.Y-f.layout.panel.H != 30 {
			t.Errorf("%v: the scale is at %v, without names at %v", size, named, bare)
		}
	}
}

// TestDates writes dates at the axis that counts days, beside its name the years, and in
// the place that is pointed at.
func TestDates(t *testing.T) {
	f := example()
	f.Topology.Axes = []string{"height", "when"}
	f.Topology.Features[0].Symbol, f.Topology.Features[1].Symbol = "height", "when"
	f.Topology.Features[1].Date = true
	f.Topology.Plane = []int{0, 1}
	f.Topology.Domain = [4]float32{0, 10, 19723, 19753}
	f.arrange(&paper.Drawing{})
	var s paper.Sheet
	f.writeLabels(&s)
	all := "\n"
	for _, l := range s.Labels {
		all += l.Words + "\n"
	}
	if !strings.Contains(all, "\n01-25\n") || !strings.Contains(all, "\n↑ when 2024\n") || strings.Contains(all, "197") || strings.Contains(all, "×") {
		t.Errorf("it says%s", all)
	}
	if got := f.where(2.5, 19750.4); got != "(2.5, 2024-01-28)" {
		t.Errorf("a place is %s", got)
	}
}

// TestTargetNames calls several outputs as their targets are.
func TestTargetNames(t *testing.T) {
	f := onTable(2, 2, 900, 560)
	f.Topology.Problem, f.Topology.Classes, f.Topology.Targets = "regression", 0, 2
	f.Topology.Symbols = []string{"length", "width"}
	if first, second := f.name(1, 0), f.name(1, 1); first != "Output · length" || second != "Output · width" {
		t.Errorf("%s, %s", first, second)
	}
}
