package all

import (
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab"
	families "nnplay/nn/lab/all"
	"nnplay/wasm/paper"
	"nnplay/wasm/paper/papertest"
	"nnplay/wasm/wire"
)

// TestEveryArchitecture draws the default experiment of each architecture: each
// has its row in the table of figures, and that draws what the experiment shows.
func TestEveryArchitecture(t *testing.T) {
	if n := len(families.Families); len(Figures) != n || len(Needs) != n {
		t.Errorf("%d figures with the needs of %d for %d families", len(Figures), len(Needs), n)
	}
	for _, a := range families.Families {
		t.Run(a.Name, func(t *testing.T) {
			t.Parallel()
			f := Figures[a.Name]
			if f == nil {
				t.Fatal("no row in the table of figures")
			}
			run, err := experiment.New(a.New())
			if err != nil {
				t.Fatal(err)
			}
			snapshot := snapshotOf(run)
			if faults := Needs[a.Name].Missing(snapshot); faults != nil {
				t.Error(faults)
			}
			s := &paper.Scene{}
			s.Apply(snapshot)
			d := f.Draw(papertest.Kit(s))
			marks, labels := len(d.Under)+len(d.Heats)+len(d.Pictures)+len(d.Over), len(d.Labels)
			if d.Still != nil {
				labels += len(d.Still.Draw().Labels)
			}
			if marks < 20 || labels < 3 || len(d.Spots) == 0 {
				t.Errorf("%d marks, %d labels, %d spots", marks, labels, len(d.Spots))
			}
			describe := f.Describe
			if describe == nil {
				describe = (*paper.Scene).Describe
			}
			if describe(s, paper.Dictionary{}) == "" {
				t.Error("it is not described")
			}
		})
	}
}

// snapshotOf is what a run sends, with more, to a canvas that knows nothing of it.
func snapshotOf(run *experiment.Run, more ...lab.View) *wire.Snapshot {
	topology := run.Topology()
	snapshot := &wire.Snapshot{Topology: &topology}
	for i, views := range [][]lab.View{run.Static(), run.Dynamic(), more} {
		for _, v := range views {
			snapshot.Tensors = append(snapshot.Tensors, wire.Tensor{Name: v.Name, Shape: v.Shape, F32: v.F32, U8: v.U8, Still: i == 0})
		}
	}
	return snapshot
}

// TestFigures draws every figure from nothing and from an odd scene: none may
// panic.
func TestFigures(t *testing.T) {
	odd := &paper.Scene{Topology: &wire.Topology{
		Problem: "classification", Inputs: 2, Classes: 2, Domain: [4]float32{-6, 6, -6, 6},
		Features: []wire.Feature{{Name: "x", Symbol: "X₁"}, {Name: "y", Symbol: "X₂"}},
		Layers:   []wire.Layer{{Name: "hidden1", Units: 3, Activation: "tanh"}, {Name: "output", Units: 1, Activation: "sigmoid"}},
	}}
	full := &paper.Scene{Topology: odd.Topology}
	full.Apply(&wire.Snapshot{Tensors: []wire.Tensor{
		{Name: "hidden1/weight", Shape: []int{2, 3}, F32: []float32{1, 2, 3, 4, 5, 6}},
		{Name: "hidden1/bias", Shape: []int{3}, F32: []float32{7, 8, 9}},
		{Name: "hidden1/heat", Shape: []int{3, 2, 2}, U8: []uint8{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}},
		{Name: "output/bias", Shape: []int{1}, F32: []float32{-0.5}},
	}})
	for name, f := range Figures {
		t.Run(name, func(*testing.T) {
			for _, s := range []*paper.Scene{odd, full} {
				f.Draw(papertest.Kit(s))
			}
		})
	}
}
