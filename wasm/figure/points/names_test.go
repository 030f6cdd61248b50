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
