package paper

import (
	"slices"
	"testing"

	"nnplay/wasm/wire"
)

// TestMissing holds snapshots to what a figure needs of them.
func TestMissing(t *testing.T) {
	needs := Needs(func(*wire.Topology) []Need {
		return []Need{
			{Name: "conv*/out", Rank: 3}, {Name: "images", Rank: 4, Levels: true}, {Name: "conv*/kernel/gradient", Rank: 4, Optional: true},
		}
	})
	topology := &wire.Topology{Layers: []wire.Layer{{Name: "conv1"}, {Name: "pool1"}, {Name: "conv2"}}}
	maps, images := make([]float32, 8), make([]uint8, 16)
	for _, c := range []struct {
		topology *wire.Topology
		tensors  []wire.Tensor
		want     []string
	}{
		{nil, nil, []string{"the topology is missing"}},
		{topology, nil, []string{"conv1/out is missing", "conv2/out is missing", "images is missing"}},
		{topology, []wire.Tensor{
			{Name: "conv1/out", Shape: []int{2, 2, 2}, F32: maps}, {Name: "conv2/out", Shape: []int{2, 2, 2}, F32: maps}, {Name: "images", Shape: []int{2, 2, 2, 2}, U8: images},
		}, nil},
		{topology, []wire.Tensor{
			{Name: "conv1/out", Shape: []int{8}, F32: maps}, {Name: "conv2/out", Shape: []int{2, 4, 2}, U8: images}, {Name: "images", Shape: []int{2, 2, 2, 1}, F32: maps},
			{Name: "conv2/kernel/gradient", Shape: []int{8}, F32: maps},
		}, []string{
			"conv1/out has the shape [8], not 3 dimensions", "conv2/out has levels, not numbers", "images has numbers, not levels",
			"conv2/kernel/gradient has the shape [8], not 4 dimensions",
		}},
	} {
		if got := needs.Missing(&wire.Snapshot{Topology: c.topology, Tensors: c.tensors}); !slices.Equal(got, c.want) {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
