package paper

import (
	"strconv"
	"strings"

	"nnplay/wasm/wire"
)

// A Scene is what is known of the run: the last topology, and the last tensor
// of each name.
type Scene struct {
	Topology *wire.Topology
	Tensors  map[string]wire.Tensor
	Step     uint64
}

// Clear forgets all tensors.
func (s *Scene) Clear() { s.Tensors = nil }

// Apply takes in a snapshot and reports whether the layout must be made anew,
// and whether tensors came that do not change with each step.
func (s *Scene) Apply(snapshot *wire.Snapshot) (relayout, restage bool) {
	if snapshot.Topology != nil {
		s.Topology = snapshot.Topology
		relayout = true
	}
	if s.Tensors == nil {
		s.Tensors = map[string]wire.Tensor{}
	}
	for _, t := range snapshot.Tensors {
		s.Tensors[t.Name] = t
		if strings.HasPrefix(t.Name, "points/") || strings.HasPrefix(t.Name, "known/") {
			restage = true
		}
	}
	if restage { // what is not sent with the points is gone with the old ones
		for _, name := range []string{"known/heat", "known/curve"} {
			if snapshot.Find(name) == nil {
				delete(s.Tensors, name)
			}
		}
	}
	if len(snapshot.Tensors) > 0 {
		s.forget(snapshot)
	}
	s.Step = snapshot.Step
	return relayout, restage
}

// forget drops what a snapshot would carry if it were still so.
func (s *Scene) forget(snapshot *wire.Snapshot) {
	for name := range s.Tensors {
		passing := strings.HasPrefix(name, "warp/") || strings.HasPrefix(name, "wrong/") || strings.HasPrefix(name, "slow/") ||
			strings.HasSuffix(name, "/frozen") || strings.HasSuffix(name, "/gradient") || strings.HasSuffix(name, "/alive")
		if passing && snapshot.Find(name) == nil {
			delete(s.Tensors, name)
		}
	}
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
