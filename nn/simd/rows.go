package simd

import "nnplay/nn/program"

// emitRows emits a Gather or a Scatter: a loop over the list of row numbers,
// and in it one over the elements of a row.
func (k *kernel) emitRows(f *function) {
	c := &k.root
	table, list := c.A, c.Dst
	if c.Op == program.Scatter {
		table, list = c.Dst, c.A
	}
	numbers, listed := local(k.operand(c.B)), local(k.operand(list))
	step := c.B.Stride[2] * word
	if c.C.Offset != program.None {
		// The numbers start at the position that C holds.
		f.op(opGet, int(numbers))
		f.op(opGet, k.operand(c.C))
		f.op(opF32Load, 2, 0)
		f.op(opTruncSat)
		f.i32(step)
		f.op(opI32Mul)
		f.op(opI32Add)
		f.op(opSet, int(numbers))
	}
	row := f.local(typeI32)
	f.repeat(c.Dim[2], func() {
		k.rowAddress(f, numbers, local(k.operand(table)), table.Stride[2]*word, row)
		k.moveRow(f, row, listed, table.Stride[3], list.Stride[3])
		f.flush()
		f.advance(numbers, step)
		f.advance(listed, list.Stride[2]*word)
	})
	f.release(row)
}

// rowAddress sets row to the address of the row whose number a cell holds,
// clamped to the table: NaN and negative numbers truncate to 0.
func (k *kernel) rowAddress(f *function, number, table local, stride int, row local) {
	f.op(opGet, int(number))
	f.op(opF32Load, 2, 0)
	f.op(opTruncSat)
	f.op(opTee, int(row))
	f.i32(k.root.K - 1)
	f.op(opGet, int(row))
	f.i32(k.root.K - 1)
	f.op(opI32LtU)
	f.op(opSelect)
	f.i32(stride)
	f.op(opI32Mul)
	f.op(opGet, int(table))
	f.op(opI32Add)
	f.op(opSet, int(row))
}

// moveRow copies a row of the table to the list, or adds one of the list to it.
// Each has its pointer, which stays.
func (k *kernel) moveRow(f *function, row, listed local, rowStride, listStride int) {
	from, to, fromStride, toStride := row, listed, rowStride, listStride
	scatter := k.root.Op == program.Scatter
	if scatter {
		from, to, fromStride, toStride = listed, row, listStride, rowStride
	}
	elements := func(at, width int) {
		v := f.loadLanes(place{from, at * fromStride * word}, fromStride*word, width)
		target := place{to, at * toStride * word}
		if scatter {
			v = f.add(f.loadLanes(target, toStride*word, width), v)
		}
		f.storeLanes(target, toStride*word, width, v)
	}
	n := k.root.Dim[3]
	const unroll = 8 * lanes
	if blocks := n / unroll; blocks > 1 {
		f.repeat(blocks, func() {
			for i := 0; i < unroll; i += lanes {
				elements(i, lanes)
			}
			f.flush()
			f.advance(from, unroll*fromStride*word)
			f.advance(to, unroll*toStride*word)
		})
		f.advance(from, -blocks*unroll*fromStride*word)
		f.advance(to, -blocks*unroll*toStride*word)
		for i := blocks * unroll; i < n; i += lanes {
			elements(i, min(lanes, n-i))
		}
		return
	}
	for i := 0; i < n; i += lanes {
		elements(i, min(lanes, n-i))
	}
}
