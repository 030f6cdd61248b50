// Package wire is what goes from the trainer to the canvas: one message a
// frame, with the network's description when it changed and the tensors to
// draw. It is plain Go, so that both ends are tested natively.
//
// A message is little-endian: a header, strings and counts as uint32 lengths
// before their bytes, and payloads padded to four bytes, so that float32 data
// can be read in place. Nothing is allocated before its size was checked
// against what is left of the message.
package wire

import "nnplay/nn/topology"

// A Snapshot is a message.
type Snapshot struct {
	Topology *Topology // nil if it is as it was
	Step     uint64
	Tensors  []Tensor
}

// A Tensor is a named array; exactly one of F32 and U8 is set unless it is
// empty.
type Tensor struct {
	Name  string
	Shape []int
	F32   []float32
	U8    []uint8
	// Still tells that it does not change with each step. Still tensors come
	// together, and stay until others come; all else is in every snapshot.
	Still bool
}

// What is drawn is described in terms that the families use too.
type (
	Topology  = topology.Topology
	Warp      = topology.Warp
	Feature   = topology.Feature
	Layer     = topology.Layer
	Parameter = topology.Parameter
)

// Find returns the tensor of that name, or nil.
func (s *Snapshot) Find(name string) *Tensor {
	for i := range s.Tensors {
		if s.Tensors[i].Name == name {
			return &s.Tensors[i]
		}
	}
	return nil
}
