package nn

import (
	"encoding/binary"
	"hash/fnv"
	"maps"
	"slices"
)

// carriedInputs are the inputs that training changes, or that change what it
// does: the others are the data, which whoever begins a run fills in.
var carriedInputs = []string{RandomCounter, Frozen, FrozenValue}

// Carried returns what training carries from step to step, as pieces of the
// arena: the parameters, their gradients, the state, the counter of random
// numbers, what is frozen, and those results of the last step that are single
// numbers, such as its loss. Their order and lengths depend on the layout alone.
func (u *Unit) Carried(arena []float32) [][]float32 {
	pieces := [][]float32{u.Weights(arena), u.Gradients(arena)}
	for _, name := range slices.Sorted(maps.Keys(u.mem.byName)) {
		if u.mem.byName[name].kind == "state" || slices.Contains(carriedInputs, name) {
			pieces = append(pieces, u.Slice(arena, name))
		}
	}
	for _, g := range u.mem.graphs {
		for _, probe := range g.probes {
			if t := probe.Tensor; t.Len() == 1 && region(t.view.Offset>>regionShift) == temps {
				at := u.resolve(t.view.Offset)
				pieces = append(pieces, arena[at:at+1:at+1])
			}
		}
	}
	return pieces
}

// Layout returns a number, FNV-1a, that tells layouts apart: over names, kinds
// and shapes of all that an arena holds by name.
func (u *Unit) Layout() uint64 {
	h := fnv.New64a()
	for _, name := range slices.Sorted(maps.Keys(u.mem.byName)) {
		a := u.mem.byName[name]
		h.Write([]byte(a.kind + " " + name + "\n"))
		for _, n := range a.shape {
			h.Write(binary.LittleEndian.AppendUint64(nil, uint64(n)))
		}
	}
	return h.Sum64()
}
