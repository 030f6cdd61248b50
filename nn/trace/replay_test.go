package trace

import (
	"math"
	"testing"

	"nnplay/nn/program"
	"nnplay/nn/rng"
)

// TestFunctions holds the functions in float64, and their slopes, to those that
// programs compute.
func TestFunctions(t *testing.T) {
	stream := rng.New(1, 1)
	for f := range program.Funcs {
		fn, row := program.Func(f), &program.Funcs[f]
		if doubles[fn] == nil {
			t.Errorf("%s has no row", row.Name)
			continue
		}
		for range 200 {
			v := [3]float64{float64(stream.Uniform(0.1, 2)), float64(stream.Uniform(-2, 2)), float64(stream.Uniform(-2, 2))}
			args := [3]float32{float32(v[0]), float32(v[1]), float32(v[2])}
			var want float32
			switch row.Args() {
			case 1:
				want = row.Eval1(args[0])
			case 2:
				want = row.Eval2(args[0], args[1])
			default:
				want = row.Eval3(args[0], args[1], args[2])
			}
			got := doubles[fn](v[0], v[1], v[2])
			if math.Abs(got-float64(want)) > 1e-5*(1+math.Abs(got)) {
				t.Fatalf("%s%v is %v, want %v", row.Name, v, got, want)
			}
			const h = 1e-6
			for i, slope := range Slopes(fn, v[0], v[1], v[2]) {
				if i >= row.Args() {
					break
				}
				up, down := v, v
				up[i] += h
				down[i] -= h
				if way := ways[fn]; way != nil && way(up[0], up[1]) != way(down[0], down[1]) {
					continue // at a kink
				}
				if d := (doubles[fn](up[0], up[1], up[2]) - doubles[fn](down[0], down[1], down[2])) / (2 * h); math.Abs(d-slope) > 1e-6*(1+math.Abs(d)) {
					t.Fatalf("%s%v rises by %v with argument %d, want %v", row.Name, v, slope, i, d)
				}
			}
		}
	}
}

// TestReplay computes a program anew, as it was and with a number changed.
func TestReplay(t *testing.T) {
	// y = max(0, x·w), then z = y + y, after which others write 7 into x.
	const x, w, p, y, z = 0, 1, 2, 3, 4
	arena := []float32{2, 3, 0, 0, 0}
	one := program.Dims{1, 1, 1, 1}
	map2 := func(f program.Func, dst, a, b int) program.Instr {
		return program.Instr{Op: program.Map, Func: f, Dim: one, Dst: program.View{Offset: dst}, A: program.View{Offset: a}, B: program.View{Offset: b}, C: program.Absent()}
	}
	code := &program.Program{Code: []program.Instr{map2(program.Mul, p, x, w), map2(program.Relu, y, p, program.None), map2(program.Add, z, y, y)}}
	tr := New(arena, len(arena), 100)
	tr.Run(code, 1)
	arena[x] = 7
	tr.Run(code, 1)
	tr.Finish()
	first, last := Number{z, 3}, tr.At(z, tr.Len())
	for _, c := range []struct {
		result, changed Number
		by, want        float64
	}{
		{first, Number{x, 0}, 0, 12},
		{last, Number{x, 0}, 0, 42},
		{first, Number{x, 0}, 0.5, 15},
		{last, Number{x, 0}, 0.5, 42}, // it was overwritten
		{last, tr.At(x, tr.Len()), 1, 48},
		{last, Number{w, 0}, -1, 28},
		{first, Number{y, 2}, 1e-9, 12 + 2e-9},
	} {
		if got := tr.Replay(c.result, Change{c.changed.At, c.changed.Since, c.by}); math.Abs(got.Value-c.want) > 1e-12 {
			t.Errorf("%+v: %v", c, got.Value)
		}
	}
	same, other := tr.Replay(first, Change{x, 0, 1}).Ways, tr.Replay(first, Change{x, 0, -3}).Ways
	if tr.Replay(first, Change{}).Ways != same || same == other {
		t.Error("the ways of max(0, x) are not told apart")
	}
}
