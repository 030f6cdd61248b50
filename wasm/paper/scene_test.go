package paper

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"nnplay/wasm/wire"
)

// TestApply holds that of what does not change with each step the last is kept,
// all of it or nothing, and of all else what the last snapshot holds.
func TestApply(t *testing.T) {
	var s Scene
	tensors := func(still bool, names ...string) (list []wire.Tensor) {
		for _, name := range names {
			list = append(list, wire.Tensor{Name: name, Still: still})
		}
		return list
	}
	for _, c := range []struct {
		what     string
		snapshot wire.Snapshot
		relayout bool
		restage  bool
		want     string
	}{
		{"a whole one", wire.Snapshot{Topology: &wire.Topology{}, Tensors: append(tensors(true, "known", "points"), tensors(false, "alive", "bias")...)}, true, true, "alive bias known points"},
		{"a step in which nothing is alive any more", wire.Snapshot{Step: 1, Tensors: tensors(false, "bias")}, false, false, "bias known points"},
		{"one of which nothing is known", wire.Snapshot{Step: 1}, false, false, "bias known points"},
		{"other points", wire.Snapshot{Step: 1, Tensors: append(tensors(true, "points"), tensors(false, "bias")...)}, false, true, "bias points"},
	} {
		relayout, restage := s.Apply(&c.snapshot)
		if got := strings.Join(slices.Sorted(maps.Keys(s.Tensors)), " "); got != c.want || relayout != c.relayout || restage != c.restage || s.Step != c.snapshot.Step {
			t.Errorf("after %s: %s at step %d; relayout %t, restage %t", c.what, got, s.Step, relayout, restage)
		}
	}
}
