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
	op   opcode
	args [3]*value
	imm  int       // of the instruction: an offset, a number of bits, a local
	lane int       // of an access to one lane
	bits [4]uint32 // of a constant, or what a shuffle picks

	typ    valueType
	uses   int  // that have not been emitted yet
	held   bool // in a local
	owned  bool // which is the value's own
	listed bool // among a strand's steps
	in     local
}

// A root is an instruction without a result: a store of a value, or the setting
// of a local.
type root struct {
	op      opcode
	v       *value
	pointer local // of a store; what is set
	offset  int
	lane    int
	strand  int // 0, or which run of roots it belongs to that may go beside others
}

// A place is an address: a pointer plus a constant number of bytes.
type place struct {
	pointer local
	offset  int
}

func (p place) plus(bytes int) place { return place{p.pointer, p.offset + bytes} }

// A pool holds the nodes of the expressions that wait to be emitted. After a
// flush all of them may be used again.
type pool struct {
	chunks [][]value
	used   int
}

const chunk = 256

func (p *pool) next() *value {
	if p.used == len(p.chunks)*chunk {
		p.chunks = append(p.chunks, make([]value, chunk))
	}
	v := &p.chunks[p.used/chunk][p.used%chunk]
	p.used++
	*v = value{}
	return v
}

// node returns a new value, good until the next flush.
func (f *function) node(op opcode, t valueType, args ...*value) *value {
	v := f.nodes.next()
	v.op, v.typ = op, t
	for i, a := range args {
		a.uses++
		v.args[i] = a
	}
	return v
}

// apply returns a vector instruction's result.
func (f *function) apply(op opcode, args ...*value) *value { return f.node(op, typeV128, args...) }

// read returns what a local holds when it is emitted.
func (f *function) read(l local, t valueType) *value {
	v := f.node(opGet, t)
	v.held, v.in = true, l
	return v
}

// access returns what is loaded from a place; what an instruction leaves of
// another value comes in args.
func (f *function) access(op opcode, p place, lane int, args ...*value) *value {
	v := f.node(op, typeV128, append([]*value{f.read(p.pointer, typeI32)}, args...)...)
	v.imm, v.lane = p.offset, lane
	return v
}

// hold emits a value now, into a local, and returns what reads that, now and
// after later flushes.
func (f *function) hold(v *value) (*value, local) {
	l := f.local(v.typ)
	f.set(l, v)
	f.flush()
	return &value{op: opGet, typ: v.typ, held: true, in: l}, l
}

// anchor sees to it that a value is computed now and not at its first use, which
// may come after something that it reads has been overwritten.
func (f *function) anchor(v *value) {
	v.uses++
	f.roots = append(f.roots, root{op: opTee, v: v, strand: f.strand})
}

func (f *function) set(l local, v *value) {
	v.uses++
	f.roots = append(f.roots, root{op: opSet, v: v, pointer: l})
}

// bits returns a constant of four lanes.
func (f *function) bits(lanes [4]uint32) *value {
	for _, v := range f.constants {
		if v.bits == lanes {
			return v
		}
	}
	v := f.node(opConst, typeV128)
	v.bits = lanes
	f.constants = append(f.constants, v)
	return v
}

// each returns the same bits in all lanes.
func (f *function) each(b uint32) *value { return f.bits([4]uint32{b, b, b, b}) }

// number returns the same number in all lanes.
func (f *function) number(v float32) *value { return f.each(math.Float32bits(v)) }

// load returns four neighbouring elements.
func (f *function) load(p place) *value { return f.access(opLoad, p, 0) }

// splat returns one element in all lanes.
func (f *function) splat(p place) *value { return f.access(opLoadSplat, p, 0) }

// loadLanes returns n elements that lie stride bytes apart, n at most 4. What
// is in the other lanes does not matter.
func (f *function) loadLanes(p place, stride, n int) *value {
	switch {
	case stride == 0:
		return f.splat(p)
	case n == 1:
		return f.access(opLoadZero, p, 0)
	case stride == word:
		return f.load(p)
	}
	v := f.access(opLoadZero, p, 0)
	for i := 1; i < n; i++ {
		v = f.access(opLoadLane, p.plus(i*stride), i, v)
	}
	return v
}

// loadPadded returns n neighbouring elements with +0 in the other lanes.
func (f *function) loadPadded(p place, n int) *value {
	switch n {
	case 1:
		return f.access(opLoadZero, p, 0)
	case 2:
		return f.access(opLoadZero64, p, 0)
	case 3:
		return f.access(opLoadLane, p.plus(2*word), 2, f.access(opLoadZero64, p, 0))
	}
	return f.load(p)
}

// storeLanes stores the first n lanes to elements that lie stride bytes apart.
func (f *function) storeLanes(p place, stride, n int, v *value) {
	store := func(op opcode, bytes, lane int) {
		v.uses++
		f.roots = append(f.roots, root{op: op, v: v, pointer: p.pointer, offset: p.offset + bytes, lane: lane, strand: f.strand})
	}
	switch {
	case stride == word && n == lanes:
		store(opStore, 0, 0)
	case stride == word && n >= 2:
		store(opStoreLane64, 0, 0)
		if n == 3 {
			store(opStoreLane, 2*word, 2)
		}
	default:
		for i := range n {
			store(opStoreLane, i*stride, i)
		}
	}
}

// shuffle picks four lanes out of the eight of a and b.
func (f *function) shuffle(a, b *value, picked [4]uint32) *value {
	v := f.apply(opShuffle, a, b)
	v.bits = picked
	return v
}

// transpose turns four rows into four columns.
func (f *function) transpose(r [4]*value) [4]*value {
	low01, high01 := f.shuffle(r[0], r[1], [4]uint32{0, 4, 1, 5}), f.shuffle(r[0], r[1], [4]uint32{2, 6, 3, 7})
	low23, high23 := f.shuffle(r[2], r[3], [4]uint32{0, 4, 1, 5}), f.shuffle(r[2], r[3], [4]uint32{2, 6, 3, 7})
	first, second := [4]uint32{0, 1, 4, 5}, [4]uint32{2, 3, 6, 7}
	return [4]*value{
		f.shuffle(low01, low23, first), f.shuffle(low01, low23, second),
		f.shuffle(high01, high23, first), f.shuffle(high01, high23, second),
	}
}

// flush emits the roots in order, and with each what it needs. Long strands are
// interleaved.
func (f *function) flush() {
	for roots := f.roots; len(roots) > 0; {
		n := f.interleave(roots)
		if n == 0 {
			f.emitRoot(roots[0])
			n = 1
		}
		roots = roots[n:]
	}
	f.roots, f.constants = f.roots[:0], f.constants[:0]
	f.nodes.used = 0
}

func (f *function) emitRoot(r root) {
	switch r.op {
	case opTee:
		f.emitAnchor(r.v)
	case opSet:
		f.emit(r.v)
		f.op(opSet, int(r.pointer))
	default:
		f.op(opGet, int(r.pointer))
		f.emit(r.v)
		f.memory(r.op, r.offset, r.lane)
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
		if a != nil {
			f.emit(a)
		}
	}
	f.instruction(v)
	if v.uses > 0 {
		v.in, v.held, v.owned = f.local(v.typ), true, true
		f.op(opTee, int(v.in))
	}
}

// emitAnchor computes a value that is used later into a local of its own.
func (f *function) emitAnchor(v *value) {
	v.uses--
	if v.uses > 0 {
		f.keep(v)
	}
}

// keep computes a value into a local of its own, if it is in none.
func (f *function) keep(v *value) {
	if v.held {
		return
	}
	for _, a := range v.args {
		if a != nil {
			f.emit(a)
		}
	}
	f.instruction(v)
	v.in, v.held, v.owned = f.local(v.typ), true, true
	f.op(opSet, int(v.in))
}

// instruction emits a value's instruction with its immediates.
func (f *function) instruction(v *value) {
	switch v.op {
	case opConst:
		f.op(opConst)
		for _, b := range v.bits {
			f.code = binary.LittleEndian.AppendUint32(f.code, b)
		}
	case opShuffle:
		f.op(opShuffle)
		for _, l := range v.bits {
			for i := range word {
				f.code = append(f.code, byte(word*l)+byte(i))
			}
		}
	case opI32x4Shl, opI32x4Shr, opI32x4Sar:
		f.i32(v.imm)
		f.op(v.op)
	case opLoad, opLoadSplat, opLoadZero, opLoadZero64, opLoadLane:
		f.memory(v.op, v.imm, v.lane)
	default:
		f.op(v.op)
	}
}

// memory emits an access to memory. Addresses are multiples of 4, which is
// said as a power of two.
func (f *function) memory(op opcode, offset, lane int) {
	const align = 2
	f.op(op, align, offset)
	switch op {
	case opLoadLane, opStoreLane, opStoreLane64:
		f.code = append(f.code, byte(lane))
	}
}
