//go:build !js

package simd_test

import (
	"fmt"
	"testing"

	"nnplay/nn/program"
	"nnplay/nn/program/programtest"
	"nnplay/nn/rng"
	"nnplay/nn/simd/simdtest"
)

// TestLongProducts holds to the interpreter products of matrices with either
// factor transposed whose contraction is so long that factors are copied before
// they are used, and whose rows and columns leave something over.
func TestLongProducts(t *testing.T) {
	for _, d := range []struct{ batch, rows, columns, depth int }{
		{1, 64, 64, 512}, {1, 45, 37, 131}, {2, 33, 66, 150}, {1, 70, 101, 130}, {3, 9, 35, 260},
	} {
		for way := range 8 {
			aTransposed, bTransposed, accumulates := way&1 != 0, way&2 != 0, way&4 != 0
			t.Run(fmt.Sprintf("%v/%d", d, way), func(t *testing.T) {
				end := 0
				matrix := func(rows, columns int, transposed bool) program.View {
					v := program.View{Offset: end, Stride: [4]int{0, rows * columns, columns, 1}}
					if transposed {
						v.Stride[2], v.Stride[3] = 1, rows
					}
					end += d.batch * rows * columns
					return v
				}
				c := program.Instr{
					Op: program.Gemm, Dim: program.Dims{1, d.batch, d.rows, d.columns}, K: d.depth,
					A: matrix(d.rows, d.depth, aTransposed), B: matrix(d.depth, d.columns, bTransposed), Dst: matrix(d.rows, d.columns, false), C: program.Absent(),
				}
				if accumulates {
					c.C = c.Dst
				}
				var arenas [2][]float32
				p := &program.Program{Name: "p", Code: []program.Instr{c}}
				for i, engine := range []program.Engine{program.Interpret, simdtest.New} {
					s := rng.New(1, rng.Data)
					for range end {
						arenas[i] = append(arenas[i], s.Uniform(-1, 1))
					}
					e, err := engine(arenas[i], p)
					if err != nil {
						t.Fatal(err)
					}
					e.Run(p, 1)
				}
				for i, want := range arenas[0] {
					if got := arenas[1][i]; !programtest.Same(got, want) {
						t.Fatalf("element %d is %v, want %v", i, got, want)
					}
				}
			})
		}
	}
}
