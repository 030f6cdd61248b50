package wire

import (
	"encoding/binary"
	"math"
)

// magic begins every message; its last byte is the version.
const magic = 0x4e4e5004 // "NNP", 4

const (
	hasTopology = 1 << iota
	discretize
	showTest
)

const (
	kindF32 = iota
	kindU8
	still // with one of them
)

// Append appends the message to dst, whose length must be a multiple of four.
func (s *Snapshot) Append(dst []byte) []byte {
	w := writer{dst}
	var flags uint32
	if t := s.Topology; t != nil {
		flags = hasTopology
		if t.Discretize {
			flags |= discretize
		}
		if t.ShowTest {
			flags |= showTest
		}
	}
	w.uint(magic)
	w.uint(flags)
	w.b = binary.LittleEndian.AppendUint64(w.b, s.Step)
	if s.Topology != nil {
		w.topology(s.Topology)
	}
	w.uint(uint32(len(s.Tensors)))
	for i := range s.Tensors {
		w.tensor(&s.Tensors[i])
	}
	return w.b
}

type writer struct{ b []byte }

func (w *writer) uint(v uint32) { w.b = binary.LittleEndian.AppendUint32(w.b, v) }

func (w *writer) float(v float32) { w.uint(math.Float32bits(v)) }

// bytes writes a length and bytes, padded to four.
func (w *writer) bytes(b []byte) {
	w.uint(uint32(len(b)))
	w.b = append(w.b, b...)
	w.b = append(w.b, make([]byte, -len(b)&3)...)
}

func (w *writer) string(s string) { w.bytes([]byte(s)) }

func (w *writer) strings(list []string) {
	w.uint(uint32(len(list)))
	for _, s := range list {
		w.string(s)
	}
}

func (w *writer) topology(t *Topology) {
	w.string(t.Architecture)
	w.string(t.Problem)
	w.uint(uint32(t.Inputs))
	w.uint(uint32(t.Classes))
	w.uint(uint32(t.Targets))
	w.uint(uint32(len(t.Spans)))
	for _, span := range t.Spans {
		w.float(span[0])
		w.float(span[1])
	}
	for _, v := range t.Domain {
		w.float(v)
	}
	w.uint(uint32(t.Warp.Layer))
	w.uint(uint32(t.Warp.First))
	w.uint(uint32(t.Warp.Second))
	w.strings(t.Axes)
	w.uint(uint32(len(t.Features)))
	for _, f := range t.Features {
		w.string(f.Name)
		w.string(f.Symbol)
		w.flag(f.Date)
	}
	w.shape(t.Plane)
	w.uint(uint32(len(t.Layers)))
	for _, l := range t.Layers {
		w.string(l.Name)
		w.uint(uint32(l.Units))
		w.string(l.Activation)
		w.string(l.Formula)
		w.string(l.Norm)
		w.float(l.Dropout)
		w.shape(l.Shape)
	}
	w.strings(t.Symbols)
	w.uint(uint32(len(t.Parameters)))
	for _, p := range t.Parameters {
		w.string(p.Name)
		w.shape(p.Shape)
		w.strings(p.Groups)
	}
	w.string(t.Shown)
}

func (w *writer) flag(on bool) {
	if on {
		w.uint(1)
	} else {
		w.uint(0)
	}
}

func (w *writer) shape(shape []int) {
	w.uint(uint32(len(shape)))
	for _, d := range shape {
		w.uint(uint32(d))
	}
}

func (w *writer) tensor(t *Tensor) {
	w.string(t.Name)
	w.shape(t.Shape)
	var kind uint32
	if t.Still {
		kind = still
	}
	if t.U8 != nil {
		w.uint(kind | kindU8)
		w.bytes(t.U8)
		return
	}
	w.uint(kind | kindF32)
	w.uint(uint32(4 * len(t.F32)))
	for _, v := range t.F32 {
		w.float(v)
	}
}
