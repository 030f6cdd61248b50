package paper

import (
	"fmt"
	"slices"
	"strings"

	"nnplay/wasm/wire"
)

// A Need is a tensor that a figure draws from.
type Need struct {
	// Name may have a star, which stands for the rest of a layer's name: "conv*/out"
	// is the output of each layer whose name begins with "conv".
	Name     string
	Rank     int
	Levels   bool // uint8, in place of float32
	Optional bool // there is something to draw without it
}

// Needs lists what a figure draws from, of a topology. It stands beside the figure
// and not in it: tests hold the families to it, and programs need not carry it.
type Needs func(t *wire.Topology) []Need

// names returns the tensors that are meant.
func (n Need) names(t *wire.Topology) (all []string) {
	prefix, suffix, star := strings.Cut(n.Name, "*")
	if !star {
		return []string{n.Name}
	}
	for _, l := range t.Layers {
		if strings.HasPrefix(l.Name, prefix) {
			all = append(all, l.Name+suffix)
		}
	}
	return all
}

// fault says what is wrong with a tensor, "" for nothing.
func (n Need) fault(t *wire.Tensor) string {
	switch {
	case t == nil && n.Optional:
		return ""
	case t == nil:
		return "is missing"
	case len(t.Shape) != n.Rank:
		return fmt.Sprintf("has the shape %v, not %d dimensions", t.Shape, n.Rank)
	case n.Levels && t.U8 == nil:
		return "has numbers, not levels"
	case !n.Levels && t.F32 == nil:
		return "has levels, not numbers"
	}
	return ""
}

// Missing says what a figure needs that a whole snapshot, one with the topology and
// all tensors, does not have; nil if it has all.
func (needs Needs) Missing(s *wire.Snapshot) (faults []string) {
	if s.Topology == nil {
		return []string{"the topology is missing"}
	}
	for _, need := range needs(s.Topology) {
		for _, name := range need.names(s.Topology) {
			if fault := need.fault(s.Find(name)); fault != "" {
				faults = append(faults, name+" "+fault)
			}
		}
	}
	return faults
}

// Idle returns the tensors of a snapshot that no need names.
func (needs Needs) Idle(s *wire.Snapshot) (idle []string) {
	named := map[string]bool{}
	for _, need := range needs(s.Topology) {
		for _, name := range need.names(s.Topology) {
			named[name] = true
		}
	}
	for _, t := range s.Tensors {
		if !named[t.Name] {
			idle = append(idle, t.Name)
		}
	}
	return idle
}

// Met says of each need, by its name, whether a snapshot shows anything of it.
func (needs Needs) Met(s *wire.Snapshot) map[string]bool {
	met := map[string]bool{}
	for _, need := range needs(s.Topology) {
		met[need.Name] = met[need.Name] || slices.ContainsFunc(need.names(s.Topology), func(name string) bool { return s.Find(name) != nil })
	}
	return met
}
