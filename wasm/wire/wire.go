// Package wire is what goes from the trainer to the canvas: one message a
// frame, with the network's description when it changed and the tensors to
// draw. It is plain Go, so that both ends are tested natively.
//
// A message is little-endian: a header, strings and counts as uint32 lengths
// before their bytes, and payloads padded to four bytes, so that float32 data
// can be read in place. Nothing is allocated before its size was checked
// against what is left of the message.
package wire

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
}

// A Topology describes what is drawn.
type Topology struct {
	Architecture string
	Problem      string // "classification" or "regression"
	Inputs       int    // raw inputs: 1 or 2
	Features     []Feature
	Layers       []Layer // the last is the output
	Classes      int
	Targets      int
	Domain       [4]float32 // x min, x max, y min, y max
	Discretize   bool
	ShowTest     bool
	Warp         Warp
	Symbols      []string // what classes or tokens are called, by number; may be empty
}

// A Warp says that the space is shown as two units of a hidden layer see it.
type Warp struct {
	Layer         int // from 1; 0 for the data's own space
	First, Second int // units, from 0
}

// A Feature is an input of the network.
type Feature struct{ Name, Symbol string }

// A Layer is a layer of the network.
type Layer struct {
	Name       string
	Units      int
	Activation string
	Formula    string // of the activation of x, for the reader; may be empty
	Norm       string
	Dropout    float32
	Shape      []int // of what it puts out for a sample; nil is (Units)
}

// Find returns the tensor of that name, or nil.
func (s *Snapshot) Find(name string) *Tensor {
	for i := range s.Tensors {
		if s.Tensors[i].Name == name {
			return &s.Tensors[i]
		}
	}
	return nil
}
