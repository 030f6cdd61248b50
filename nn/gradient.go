package nn

import "nnplay/nn/program"

// A gradient is the buffer of dLoss/dTensor. It mirrors the buffer of the
// tensor it belongs to, and the views of that tensor share it.
type gradient struct {
	offset  int // address of the mirror of the buffer's first element
	origin  int // address of the buffer's first element
	len     int
	written bool
	parts   []*Tensor // written so far while no write has been to the whole
	overlap bool      // of the parts, as far as is known
}

// write notes a contribution to what t covers, and says whether it has to be
// added to what is there, and whether the buffer has to be cleared before it.
func (b *gradient) write(t *Tensor) (acc, clear bool) {
	first := !b.written
	b.written = true
	switch {
	case !t.part:
		return !first, false
	case first:
		b.parts = append(b.parts, t)
		return false, true
	case b.parts == nil: // the first write was to the whole
		return true, false
	}
	for _, p := range b.parts {
		acc = acc || !program.Apart(p.view, t.view, dims(p.shape), dims(t.shape))
	}
	b.overlap = b.overlap || acc
	b.parts = append(b.parts, t)
	return acc, false
}

// covered says whether the parts make up the whole buffer, so that it need not
// have been cleared.
func (b *gradient) covered() bool {
	n := 0
	for _, p := range b.parts {
		n += p.Len()
	}
	return n == b.len && !b.overlap
}

// insertFill clears a gradient buffer that is about to be written in parts,
// ahead of the instruction that computes the first part.
func (g *Graph) insertFill(buffer *gradient, d *Tensor) {
	at := len(g.code)
	if g.wroteLast(d) {
		at--
	}
	g.code = append(g.code, emitted{})
	copy(g.code[at+1:], g.code[at:])
	g.code[at] = emitted{g.fill(buffer), g.owner}
	g.filled = append(g.filled, buffer)
}

// fill returns the instruction that clears a gradient buffer.
func (g *Graph) fill(buffer *gradient) program.Instr {
	zero := g.tensor(buffer.offset, []int{buffer.len})
	return program.Instr{
		Op: program.Map, Func: program.Copy, Dim: dims(zero.shape),
		Dst: zero.view, A: g.Const(0).read(), B: program.Absent(), C: program.Absent(),
	}
}

// dropFills takes the fills out whose buffers have been covered by parts.
func (g *Graph) dropFills() {
	needless := map[program.Instr]bool{}
	for _, b := range g.filled {
		if b.covered() {
			needless[g.fill(b)] = true
		}
	}
	g.filled = nil
	code := g.code[:0]
	for _, c := range g.code {
		if needless[c.Instr] {
			needless[c.Instr] = false // only the first
			continue
		}
		code = append(code, c)
	}
	g.code = code
}
