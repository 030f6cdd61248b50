package main

import (
	"strconv"
	"strings"

	"nnplay/wasm/wire"
)

// A scene is what is known of the run: the last topology, and the last tensor
// of each name.
type scene struct {
	topology *wire.Topology
	tensors  map[string]wire.Tensor
	step     uint64
}

// apply takes in a snapshot and reports whether the layout must be made anew,
// and whether tensors came that do not change with each step.
func (s *scene) apply(snapshot *wire.Snapshot) (relayout, restage bool) {
	if snapshot.Topology != nil {
		s.topology = snapshot.Topology
		relayout = true
	}
	if s.tensors == nil {
		s.tensors = map[string]wire.Tensor{}
	}
	for _, t := range snapshot.Tensors {
		s.tensors[t.Name] = t
		if strings.HasPrefix(t.Name, "points/") {
			restage = true
		}
	}
	s.step = snapshot.Step
	return relayout, restage
}

// ready reports whether there is anything to draw.
func (s *scene) ready() bool {
	return s.topology != nil && len(s.topology.Layers) > 0 && len(s.topology.Features) > 0
}

// heat returns plane i of a layer's heat map and its side, or nil.
func (s *scene) heat(layer string, i int) (levels []uint8, side int) {
	t := s.tensors[layer+"/heat"]
	if len(t.Shape) != 3 || t.Shape[1] != t.Shape[2] || i >= t.Shape[0] {
		return nil, 0
	}
	side = t.Shape[1]
	return t.U8[i*side*side : (i+1)*side*side], side
}

// curve returns row i of a layer's curves, or nil.
func (s *scene) curve(layer string, i int) []float32 {
	t := s.tensors[layer+"/curve"]
	if len(t.Shape) != 2 || i >= t.Shape[0] {
		return nil
	}
	n := t.Shape[1]
	return t.F32[i*n : (i+1)*n]
}

// weight returns the weight from unit i to unit j of a layer, and whether the
// link is still there.
func (s *scene) weight(layer string, i, j int) (w float32, alive bool) {
	t := s.tensors[layer+"/weight"]
	if len(t.Shape) != 2 || i >= t.Shape[0] || j >= t.Shape[1] {
		return 0, true
	}
	at := i*t.Shape[1] + j
	a := s.tensors[layer+"/weight/alive"]
	return t.F32[at], len(a.U8) != len(t.F32) || a.U8[at] != 0
}

// bias returns the bias of unit j of a layer.
func (s *scene) bias(layer string, j int) float32 {
	t := s.tensors[layer+"/bias"]
	if j >= len(t.F32) {
		return 0
	}
	return t.F32[j]
}

// shape returns the network's sizes, such as "2-4-2-1".
func (s *scene) shape() string {
	parts := []string{strconv.Itoa(len(s.topology.Features))}
	for _, l := range s.topology.Layers {
		parts = append(parts, strconv.Itoa(l.Units))
	}
	return strings.Join(parts, "-")
}

// multiclass reports whether there is a plane a class.
func (s *scene) multiclass() bool {
	n := len(s.topology.Layers)
	return s.topology.Problem == "classification" && s.topology.Layers[n-1].Units > 1
}
