package simd

import (
	"crypto/sha256"
	"encoding/binary"

	"nnplay/nn/program"
)

// A Key names what Compile makes of programs: equal keys, equal modules.
type Key [sha256.Size]byte

// KeyOf returns the key of programs: shapes, addresses and what has to be kept
// matter, what the arena holds does not.
func KeyOf(programs ...*program.Program) Key {
	h := sha256.New()
	var b []byte
	number := func(n int) { b = binary.AppendVarint(b, int64(n)) }
	for _, p := range programs {
		number(len(p.Name))
		b = append(b, p.Name...)
		for _, r := range append([]program.Range{p.Temps}, p.Kept...) {
			number(r.From)
			number(r.To)
		}
		number(len(p.Kept))
		number(len(p.Code))
		for i := range p.Code {
			c := &p.Code[i]
			b = append(b, byte(c.Op), byte(c.Func))
			if c.Acc {
				b = append(b, 1)
			} else {
				b = append(b, 0)
			}
			for _, n := range c.Dim {
				number(n)
			}
			number(c.K)
			for _, l := range c.Over {
				number(l.N)
				number(l.A)
				number(l.B)
			}
			for _, v := range []*program.View{&c.Dst, &c.A, &c.B, &c.C} {
				number(v.Offset)
				for _, n := range v.Stride {
					number(n)
				}
			}
		}
		h.Write(b)
		b = b[:0]
	}
	return Key(h.Sum(nil))
}
