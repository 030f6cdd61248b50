package simd

import (
	"encoding/binary"
	"math"
)

// A value is a node of an expression: an instruction and what it is applied
// to. Nothing is emitted when it is made. What is stored is emitted by flush,
// when it is known which values are used more than once: those get a local,
// all others live on the stack alone.
//
// Loads are emitted at their first use. That is correct as long as nothing
// writes to the address in between, which is why a kernel's views are either
// equal or apart (kernel.go).
type value struct {
	code  []byte // the instruction with its immediates
	args  []*value
	typ   valueType
	uses  int  // that have not been emitted yet
	held  bool // in a local
	owned bool // which is the value's own
	in    local
}

// A root is an instruction without a result: a store, or the setting of a local.
type root struct {
	code []byte
	args []*value
}

// A place is an address: a pointer plus a constant number of bytes.
type place struct {
	pointer local
	offset  int
}

func (p place) plus(bytes int) place { return place{p.pointer, p.offset + bytes} }

// memory encodes an access, with its alignment as a power of two; addresses of
// floats are multiples of 4.
func memory(op opcode, offset int, lane ...int) []byte {
	const align = 2
	code := appendUint(appendUint(appendOp(nil, op), align), offset)
	for _, l := range lane {
		code = append(code, byte(l))
	}
	return code
}

func (f *function) value(t valueType, code []byte, args ...*value) *value {
	for _, a := range args {
		a.uses++
	}
	return &value{typ: t, code: code, args: args}
}

// apply returns a vector instruction's result.
func (f *function) apply(op opcode, args ...*value) *value {
	return f.value(typeV128, appendOp(nil, op), args...)
}

// read returns what a local holds when it is emitted.
func (f *function) read(l local, t valueType) *value {
	return &value{typ: t, code: appendUint(appendOp(nil, opGet), int(l)), held: true, in: l}
}

func (f *function) pointer(l local) *value { return f.read(l, typeI32) }

// hold emits a value now, into a local, and returns what reads that.
func (f *function) hold(v *value) (*value, local) {
	l := f.local(v.typ)
	f.set(l, v)
	f.flush()
	return f.read(l, v.typ), l
}

func (f *function) set(l local, v *value) {
	v.uses++
	f.roots = append(f.roots, root{appendUint(appendOp(nil, opSet), int(l)), []*value{v}})
}

// bits returns a constant of four lanes.
func (f *function) bits(lanes [4]uint32) *value {
	if v, ok := f.constants[lanes]; ok {
		return v
	}
	code := appendOp(nil, opConst)
	for _, b := range lanes {
		code = binary.LittleEndian.AppendUint32(code, b)
	}
	v := f.value(typeV128, code)
	if f.constants == nil {
		f.constants = map[[4]uint32]*value{}
	}
	f.constants[lanes] = v
	return v
}

// each returns the same bits in all lanes.
func (f *function) each(b uint32) *value { return f.bits([4]uint32{b, b, b, b}) }

// number returns the same number in all lanes.
func (f *function) number(v float32) *value { return f.each(math.Float32bits(v)) }

// load returns four neighbouring elements.
func (f *function) load(p place) *value {
	return f.value(typeV128, memory(opLoad, p.offset), f.pointer(p.pointer))
}

// splat returns one element in all lanes.
func (f *function) splat(p place) *value {
	return f.value(typeV128, memory(opLoadSplat, p.offset), f.pointer(p.pointer))
}

// loadLanes returns n elements that lie stride bytes apart, n at most 4. What
// is in the other lanes does not matter.
func (f *function) loadLanes(p place, stride, n int) *value {
	switch {
	case stride == 0:
		return f.splat(p)
	case n == 1:
		return f.value(typeV128, memory(opLoadZero, p.offset), f.pointer(p.pointer))
	case stride == 4:
		return f.load(p)
	}
	v := f.value(typeV128, memory(opLoadZero, p.offset), f.pointer(p.pointer))
	for i := 1; i < n; i++ {
		v = f.value(typeV128, memory(opLoadLane, p.offset+i*stride, i), f.pointer(p.pointer), v)
	}
	return v
}

// loadPadded returns n neighbouring elements with +0 in the other lanes.
func (f *function) loadPadded(p place, n int) *value {
	at := f.pointer(p.pointer)
	switch n {
	case 1:
		return f.value(typeV128, memory(opLoadZero, p.offset), at)
	case 2:
		return f.value(typeV128, memory(opLoadZero64, p.offset), at)
	case 3:
		v := f.value(typeV128, memory(opLoadZero64, p.offset), at)
		return f.value(typeV128, memory(opLoadLane, p.offset+8, 2), f.pointer(p.pointer), v)
	}
	return f.load(p)
}

// storeLanes stores the first n lanes to elements that lie stride bytes apart.
func (f *function) storeLanes(p place, stride, n int, v *value) {
	store := func(op opcode, bytes int, lane ...int) {
		v.uses++
		f.roots = append(f.roots, root{memory(op, p.offset+bytes, lane...), []*value{f.pointer(p.pointer), v}})
	}
	switch {
	case stride == 4 && n == 4:
		store(opStore, 0)
	case stride == 4 && n >= 2:
		store(opStoreLane64, 0, 0)
		if n == 3 {
			store(opStoreLane, 8, 2)
		}
	default:
		for i := range n {
			store(opStoreLane, i*stride, i)
		}
	}
}

// shuffle picks four lanes out of the eight of a and b.
func (f *function) shuffle(a, b *value, lanes [4]int) *value {
	code := appendOp(nil, opShuffle)
	for _, l := range lanes {
		for i := range 4 {
			code = append(code, byte(4*l+i))
		}
	}
	return f.value(typeV128, code, a, b)
}

// transpose turns four rows into four columns.
func (f *function) transpose(r [4]*value) [4]*value {
	low01, high01 := f.shuffle(r[0], r[1], [4]int{0, 4, 1, 5}), f.shuffle(r[0], r[1], [4]int{2, 6, 3, 7})
	low23, high23 := f.shuffle(r[2], r[3], [4]int{0, 4, 1, 5}), f.shuffle(r[2], r[3], [4]int{2, 6, 3, 7})
	first, second := [4]int{0, 1, 4, 5}, [4]int{2, 3, 6, 7}
	return [4]*value{
		f.shuffle(low01, low23, first), f.shuffle(low01, low23, second),
		f.shuffle(high01, high23, first), f.shuffle(high01, high23, second),
	}
}

// flush emits the roots in order, and with each what it needs.
func (f *function) flush() {
	roots := f.roots
	f.roots, f.constants = nil, nil
	for _, r := range roots {
		for _, a := range r.args {
			f.emit(a)
		}
		f.code = append(f.code, r.code...)
	}
}

// emit leaves a value on the stack.
func (f *function) emit(v *value) {
	v.uses--
	if v.held {
		f.op(opGet, int(v.in))
		if v.uses == 0 && v.owned {
			f.release(v.in)
		}
		return
	}
	for _, a := range v.args {
		f.emit(a)
	}
	f.code = append(f.code, v.code...)
	if v.uses > 0 {
		v.in, v.held, v.owned = f.local(v.typ), true, true
		f.op(opTee, int(v.in))
	}
}
