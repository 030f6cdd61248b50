package simd

// emitRandom emits Philox4x32-10 (package rng), four blocks at a time: lane i
// of each vector belongs to block number + i.
func (k *kernel) emitRandom(f *function) {
	c := &k.root
	dst, key, counter := local(k.operand(c.Dst)), local(k.operand(c.A)), local(k.operand(c.B))
	key0, l0 := f.hold(f.splat(place{key, 0}))
	key1, l1 := f.hold(f.splat(place{key, word}))
	low, l2 := f.hold(f.splat(place{counter, 0}))
	high, l3 := f.hold(f.splat(place{counter, word}))
	number := f.local(typeV128) // of the four blocks
	f.set(number, f.bits([4]uint32{0, 1, 2, 3}))
	f.flush()

	n := c.Dim.Len()
	const most = 4 * lanes // elements of four blocks
	blocks := func(count int) {
		words := f.philox([4]*value{f.read(number, typeV128), f.each(uint32(c.K)), low, high}, key0, key1)
		for i, v := range f.transpose(words) {
			if left := count - i*lanes; left > 0 {
				v = f.mul(f.apply(opConvert, f.shift(opI32x4Shr, v, 8)), f.number(1.0/(1<<24)))
				f.storeLanes(place{dst, i * lanes * word}, word, min(left, lanes), v)
			}
		}
		f.set(number, f.addInt(f.read(number, typeV128), f.each(4)))
		f.flush()
	}
	if n >= most {
		f.repeat(n/most, func() {
			blocks(most)
			f.advance(dst, most*word)
		})
	}
	if rest := n % most; rest > 0 {
		blocks(rest)
	}
	for _, l := range []local{l0, l1, l2, l3, number} {
		f.release(l)
	}
}

// philox returns the four words of a block in each lane (Salmon et al. 2011).
func (f *function) philox(x [4]*value, key0, key1 *value) [4]*value {
	const (
		rounds        = 10
		m0, m1        = 0xD2511F53, 0xCD9E8D57
		weyl0  uint32 = 0x9E3779B9
		weyl1  uint32 = 0xBB67AE85
	)
	for r := range uint32(rounds) {
		high0, low0 := f.product64(x[0], m0)
		high1, low1 := f.product64(x[2], m1)
		k0, k1 := f.addInt(key0, f.each(r*weyl0)), f.addInt(key1, f.each(r*weyl1))
		x = [4]*value{
			f.apply(opXor, f.apply(opXor, high1, x[1]), k0), low1,
			f.apply(opXor, f.apply(opXor, high0, x[3]), k1), low0,
		}
	}
	return x
}

// product64 returns the high and the low halves of the products of lanes and a
// constant.
func (f *function) product64(x *value, m uint32) (high, low *value) {
	a, b := f.apply(opExtMulLow, x, f.each(m)), f.apply(opExtMulHi, x, f.each(m))
	return f.shuffle(a, b, [4]uint32{1, 3, 5, 7}), f.shuffle(a, b, [4]uint32{0, 2, 4, 6})
}

// emitTick emits the addition of 1 to a 64-bit counter.
func (k *kernel) emitTick(f *function) {
	counter := k.operand(k.root.Dst)
	f.op(opGet, counter)
	f.op(opGet, counter)
	f.op(opI64Load, 2, 0)
	f.op(opI64Const, 1)
	f.op(opI64Add)
	f.op(opI64Store, 2, 0)
}
