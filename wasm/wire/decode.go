package wire

import (
	"encoding/binary"
	"errors"
	"math"
	"unsafe"
)

// Bounds of a message; what is beyond them is refused.
const (
	maxTensors = 4096
	maxItems   = 1024 // features or layers
	maxString  = 512
	maxSymbols = 1 << 16
	maxRank    = 8
)

var (
	errFormat    = errors.New("wire: not a snapshot of this version")
	errTruncated = errors.New("wire: the snapshot is cut off")
	errBounds    = errors.New("wire: the snapshot is out of bounds")
	errShape     = errors.New("wire: a tensor's shape does not fit its data")
)

// Decode reads a message. Tensors point into b where its alignment allows, so
// b must not change as long as they are used.
func Decode(b []byte) (*Snapshot, error) {
	r := &reader{b: b}
	if r.uint() != magic {
		return nil, errFormat
	}
	flags := r.uint()
	s := &Snapshot{Step: uint64(r.uint()) | uint64(r.uint())<<32}
	if flags&hasTopology != 0 {
		s.Topology = r.topology()
		s.Topology.Discretize = flags&discretize != 0
		s.Topology.ShowTest = flags&showTest != 0
	}
	n := r.count(maxTensors)
	for range n {
		if r.err != nil {
			break
		}
		s.Tensors = append(s.Tensors, r.tensor())
	}
	if r.err != nil {
		return nil, r.err
	}
	return s, nil
}

// A reader reads from the front of b; after an error it reads zeros.
type reader struct {
	b   []byte
	err error
}

func (r *reader) fail(err error) {
	if r.err == nil {
		r.err = err
	}
	r.b = nil
}

func (r *reader) uint() uint32 {
	if len(r.b) < 4 {
		r.fail(errTruncated)
		return 0
	}
	v := binary.LittleEndian.Uint32(r.b)
	r.b = r.b[4:]
	return v
}

func (r *reader) float() float32 { return math.Float32frombits(r.uint()) }

// count reads a number of at most limit.
func (r *reader) count(limit uint32) int {
	n := r.uint()
	if n > limit {
		r.fail(errBounds)
		return 0
	}
	return int(n)
}

func (r *reader) bytes(limit uint32) []byte {
	n := r.count(limit)
	padded := (n + 3) &^ 3
	if padded > len(r.b) {
		r.fail(errTruncated)
		return nil
	}
	v := r.b[:n:n]
	r.b = r.b[padded:]
	return v
}

func (r *reader) string() string { return string(r.bytes(maxString)) }

func (r *reader) strings() (list []string) {
	for range r.count(maxSymbols) {
		if r.err != nil {
			break
		}
		list = append(list, r.string())
	}
	return list
}

func (r *reader) topology() *Topology {
	t := &Topology{Architecture: r.string(), Problem: r.string()}
	t.Inputs, t.Classes, t.Targets = r.count(maxItems), r.count(maxItems), r.count(maxItems)
	for range r.count(maxItems) {
		t.Spans = append(t.Spans, [2]float32{r.float(), r.float()})
	}
	for i := range t.Domain {
		t.Domain[i] = r.float()
	}
	t.Warp = Warp{Layer: r.count(maxItems), First: r.count(maxItems), Second: r.count(maxItems)}
	t.Axes = r.strings()
	for range r.count(maxItems) {
		t.Features = append(t.Features, Feature{Name: r.string(), Symbol: r.string(), Date: r.count(1) == 1})
	}
	t.Plane = r.shape()
	for range r.count(maxItems) {
		t.Layers = append(t.Layers, Layer{Name: r.string(), Units: r.count(maxItems), Activation: r.string(), Formula: r.string(), Norm: r.string(), Dropout: r.float(), Shape: r.shape()})
	}
	t.Symbols = r.strings()
	for range r.count(maxItems) {
		t.Parameters = append(t.Parameters, Parameter{Name: r.string(), Shape: r.shape(), Groups: r.strings()})
	}
	t.Shown = r.string()
	return t
}

func (r *reader) shape() (shape []int) {
	for range r.count(maxRank) {
		shape = append(shape, r.count(math.MaxInt32))
	}
	return shape
}

func (r *reader) tensor() Tensor {
	t := Tensor{Name: r.string(), Shape: r.shape()}
	n := 1
	for _, d := range t.Shape {
		if d > 0 && n > math.MaxInt32/d {
			r.fail(errBounds)
			return t
		}
		n *= d
	}
	kind := r.uint()
	t.Still = kind&still != 0
	switch kind &^ still {
	case kindU8:
		t.U8 = r.bytes(math.MaxInt32)
		if t.U8 == nil {
			t.U8 = []uint8{}
		}
		if len(t.U8) != n {
			r.fail(errShape)
		}
	case kindF32:
		t.F32 = floats(r.bytes(math.MaxInt32))
		if len(t.F32) != n {
			r.fail(errShape)
		}
	default:
		r.fail(errFormat)
	}
	return t
}

// floats views little-endian bytes as float32, in place where they are aligned
// (the machines this runs on are little-endian), else as a copy.
func floats(b []byte) []float32 {
	n := len(b) / 4
	if n == 0 {
		return nil
	}
	if p := unsafe.Pointer(unsafe.SliceData(b)); uintptr(p)%4 == 0 && littleEndian {
		return unsafe.Slice((*float32)(p), n)
	}
	out := make([]float32, n)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return out
}

var littleEndian = binary.NativeEndian.Uint16([]byte{1, 0}) == 1
