package paper

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"nnplay/wasm/wire"
)

// A Scene is what is known of the run: the last topology, the tensors of the last
// snapshot, and the still ones that came last.
type Scene struct {
	Topology *wire.Topology
	Tensors  map[string]wire.Tensor // by name
	Step     uint64
}

// Apply takes in a snapshot and reports whether the layout must be made anew,
// and whether still tensors came.
func (s *Scene) Apply(snapshot *wire.Snapshot) (relayout, restage bool) {
	if snapshot.Topology != nil {
		s.Topology = snapshot.Topology
		relayout = true
	}
	if s.Tensors == nil {
		s.Tensors = map[string]wire.Tensor{}
	}
	restage = slices.ContainsFunc(snapshot.Tensors, func(t wire.Tensor) bool { return t.Still })
	if len(snapshot.Tensors) > 0 { // else nothing is known of the run
		maps.DeleteFunc(s.Tensors, func(_ string, t wire.Tensor) bool { return restage || !t.Still })
	}
	for _, t := range snapshot.Tensors {
		s.Tensors[t.Name] = t
	}
	s.Step = snapshot.Step
	return relayout, restage
}

// Describe says in words what is drawn: it names the family and its layers.
func (s *Scene) Describe(d Dictionary) string {
	name := s.Topology.Architecture
	parts := []string{d.Text("page.canvas", "Network") + ": " + d.Text("option.architecture."+name, name)}
	for _, l := range s.Topology.Layers {
		size := strconv.Itoa(l.Units)
		if len(l.Shape) > 0 {
			var dims []string
			for _, n := range l.Shape {
				dims = append(dims, strconv.Itoa(n))
			}
			size = strings.Join(dims, "×")
		}
		parts = append(parts, l.Name+" "+size)
	}
	return strings.Join(append(parts, d.Text("page.step", "Step")+" "+strconv.FormatUint(s.Step, 10)), "; ")
}

// Phase returns the name of the phase of slow motion that is shown, "" for none.
func (s *Scene) Phase() string { return string(s.Tensors["slow/phase"].U8) }
