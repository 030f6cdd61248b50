package all

import (
	"slices"
	"testing"

	"nnplay/nn/experiment"
	families "nnplay/nn/lab/all"
	"nnplay/wasm/paper"
	"nnplay/wasm/paper/papertest"
)

// TestCrossOff switches something off in each family: on the drawing it is crossed out,
// and nothing else is.
func TestCrossOff(t *testing.T) {
	for _, tt := range []struct {
		link, tensor string
		element      int
		crossed      int // how many places
	}{
		{"v=1", "hidden1", 1, 1},
		{"v=1", "hidden2", -1, 2},
		{"v=1", "hidden1/weight", 2, 1},
		{"v=1&architecture=cnn&samples=100", "conv1", 2, 1},
		{"v=1&architecture=cnn&samples=100", "conv1/kernel", 4, 1},
		{"v=1&architecture=rnn&sequence=adding&length=8&units=4&samples=100", "gru1", 3, 1},
		{"v=1&architecture=transformer&samples=100", "block0/attention", 3, 1},
		{"v=1&architecture=gan", "generator/hidden1", 3, 1},
		{"v=1&architecture=diffusion", "velocity/hidden2", 0, 1},
	} {
		t.Run(tt.link+" "+tt.tensor, func(t *testing.T) {
			spec, notices, err := experiment.Families(families.Families).Parse(tt.link)
			if err != nil || len(notices) > 0 {
				t.Fatal(err, notices)
			}
			run, err := experiment.New(spec)
			if err != nil {
				t.Fatal(err)
			}
			part, err := run.Part(tt.tensor, tt.element)
			if err != nil {
				t.Fatal(err)
			}
			crossed := func() (centers [][2]float32) {
				s := &paper.Scene{}
				s.Apply(snapshotOf(run))
				kit := papertest.Kit(s)
				kit.Free, kit.View = paper.Rect(18, 18, 1100, 700), map[string]int{}
				d := Figures[spec.Family.Name].Draw(kit)
				kit.CrossOff(&d)
				for _, shape := range d.Light.Shapes {
					if shape.Kind != paper.Line {
						continue
					}
					at := [2]float32{(shape.Line[0][0] + shape.Line[1][0]) / 2, (shape.Line[0][1] + shape.Line[1][1]) / 2}
					if !slices.Contains(centers, at) {
						centers = append(centers, at)
					}
				}
				return centers
			}
			if before := crossed(); len(before) > 0 {
				t.Errorf("crossed out before: %v", before)
			}
			if err := run.Ablate(part); err != nil {
				t.Fatal(err)
			}
			if got := crossed(); len(got) != tt.crossed {
				t.Errorf("crossed out are %v, want %d", got, tt.crossed)
			}
		})
	}
}
