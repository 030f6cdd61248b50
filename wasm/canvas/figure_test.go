package main

import (
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/program"
	"nnplay/wasm/wire"
)

// TestEveryArchitecture draws the default experiment of each architecture: each
// has its row in the table of figures, and that draws what the experiment shows.
func TestEveryArchitecture(t *testing.T) {
	if len(figures) != len(experiment.Architectures) {
		t.Errorf("%d figures for %d architectures", len(figures), len(experiment.Architectures))
	}
	for _, a := range experiment.Architectures {
		t.Run(a.Name, func(t *testing.T) {
			t.Parallel()
			f, ok := figures[a.Name]
			if !ok {
				t.Fatal("no row in the table of figures")
			}
			run, err := experiment.NewOn(experiment.DefaultOf(a.Name), program.Interpret)
			if err != nil {
				t.Fatal(err)
			}
			s := sceneOf(run)
			if f == nil {
				if !s.ready() || len(s.tensors["output/heat"].U8) == 0 {
					t.Error("there is no network over a plane")
				}
				return
			}
			d := f(exampleKit(s))
			marks := len(d.under) + len(d.pictures) + len(d.over)
			if marks < 20 || len(d.labels) < 3 || len(d.spots) == 0 {
				t.Errorf("%d marks, %d labels, %d spots", marks, len(d.labels), len(d.spots))
			}
			if s.describe(dictionary{}) == "" {
				t.Error("it is not described")
			}
		})
	}
}

// sceneOf is what a canvas knows of a run.
func sceneOf(run *experiment.Run) *scene {
	from := run.Topology()
	to := &wire.Topology{
		Architecture: from.Architecture, Problem: from.Problem, Inputs: from.Inputs, Classes: from.Classes, Targets: from.Targets,
		Domain: from.Domain, Symbols: from.Symbols,
	}
	for _, f := range from.Features {
		to.Features = append(to.Features, wire.Feature{Name: f.Name, Symbol: f.Symbol})
	}
	for _, l := range from.Layers {
		to.Layers = append(to.Layers, wire.Layer{Name: l.Name, Units: l.Units, Activation: l.Activation, Shape: l.Shape})
	}
	snapshot := &wire.Snapshot{Topology: to}
	for _, views := range [][]experiment.View{run.Static(), run.Dynamic()} {
		for _, v := range views {
			snapshot.Tensors = append(snapshot.Tensors, wire.Tensor{Name: v.Name, Shape: v.Shape, F32: v.F32, U8: v.U8})
		}
	}
	s := &scene{}
	s.apply(snapshot)
	return s
}
