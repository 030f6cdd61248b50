package programtest

import (
	"math"
	"testing"

	"nnplay/nn/program"
)

// special are numbers at which functions change their ways, and what is no
// number.
var special = withNegatives(
	0, math.SmallestNonzeroFloat32, 0x1p-127, 0x1.fffffcp-127, 0x1p-126, 0x1p-25, 1e-9, 0.25, 0.5, 0.693147, 0.875, 0.8750001, 1, 1.0000001,
	1.5, 2, 3, 4, 9.9999, 10, 16.6, 17, 31.9, 87.33, 88.72, 88.73, 89, 103.97, 103.98, 104, 1<<22, 1<<24, 1<<31, 1e20, math.MaxFloat32, inf, nan,
)

func withNegatives(list ...float32) (all []float32) {
	for _, v := range list {
		all = append(all, v, -v)
	}
	return all
}

// CheckFunctions runs each scalar function on all combinations of special
// arguments, and on random ones of any bits, by a Map that works on whole
// vectors but for the last few.
func CheckFunctions(t *testing.T, engine program.Engine) {
	for f := range program.Funcs {
		info := &program.Funcs[f]
		t.Run(info.Name, func(t *testing.T) {
			b := NewBench(2000, uint64(f))
			arguments := combinations(info.Args())
			for range 5000 {
				var list []float32
				for range info.Args() {
					list = append(list, math.Float32frombits(b.Uint32()))
				}
				arguments = append(arguments, list)
			}
			n := len(arguments)
			row := func(i int) program.View { return program.View{Offset: i * n, Stride: [4]int{3: 1}} }
			c := program.Instr{Op: program.Map, Func: program.Func(f), Dim: program.Dims{1, 1, 1, n}, Dst: row(info.Args()), A: program.Absent(), B: program.Absent(), C: program.Absent()}
			arena := make([]float32, (info.Args()+1)*n)
			for i, v := range []*program.View{&c.A, &c.B, &c.C}[:info.Args()] {
				*v = row(i)
				for j, list := range arguments {
					arena[i*n+j] = list[i]
				}
			}
			p := &program.Program{Name: "function", Code: []program.Instr{c}}
			if d := compare(arena, p, 1, Statements, engine); d != "" {
				t.Errorf("%s; arguments and results are lists of %d", d, n)
			}
		})
	}
}

// combinations returns all lists of n special numbers; of three, a part.
func combinations(n int) [][]float32 {
	list := [][]float32{nil}
	for i := range n {
		from := special
		if n == 3 && i > 0 {
			from = special[len(special)-24:] // the largest, and what is no number
		}
		var longer [][]float32
		for _, first := range list {
			for _, v := range from {
				longer = append(longer, append(first[:len(first):len(first)], v))
			}
		}
		list = longer
	}
	return list
}
