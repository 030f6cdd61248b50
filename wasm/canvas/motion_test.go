package main

import (
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab/all"
	"nnplay/wasm/paper"
	"nnplay/wasm/wire"
)

// TestMotion goes through phases of a GAN's step: the samples of each move anew,
// and come to rest.
func TestMotion(t *testing.T) {
	spec, _, err := experiment.Families(all.Families).Parse("v=1&architecture=gan")
	if err != nil {
		t.Fatal(err)
	}
	run, err := experiment.New(spec)
	if err != nil {
		t.Fatal(err)
	}
	var m motion
	var s paper.Scene
	see := func(now float64) {
		snapshot := &wire.Snapshot{Step: run.Steps()}
		for _, v := range run.Dynamic() {
			snapshot.Tensors = append(snapshot.Tensors, wire.Tensor{Name: v.Name, Shape: v.Shape, F32: v.F32, U8: v.U8})
		}
		s.Apply(snapshot)
		m.follow(&s, now)
	}
	see(0)
	if share := m.share(0, false); share != 1 {
		t.Errorf("without slow motion samples have come %v of their way", share)
	}
	if amount, _, runs := m.marks(0, false, 0.5); amount != 0.5 || !runs {
		t.Errorf("without slow motion %v of the marks are seen; they run: %v", amount, runs)
	}
	now := 1e4
	for i := range 12 { // to the first phases of the next step
		if _, err := run.Act("nextPhase", ""); err != nil {
			t.Fatal(err)
		}
		see(now)
		if share, calm := m.share(now, false), m.share(now, true); share != 0 || calm != 1 {
			t.Errorf("phase %d begins with %v of the way, calmly with %v", i+1, share, calm)
		}
		if _, _, runs := m.marks(now, false, 0); !runs {
			t.Errorf("phase %d: no mark runs", i+1)
		}
		see(now + motionTime/2) // the same phase again begins nothing
		if share := m.share(now+motionTime/2, false); share < 0.49 || share > 0.51 {
			t.Errorf("phase %d: halfway it is %v", i+1, share)
		}
		now += 1e4
		if _, _, runs := m.marks(now, false, 0); m.share(now, false) != 1 || runs {
			t.Errorf("phase %d does not come to rest", i+1)
		}
	}
}
