package simd

import (
	"strings"
	"testing"

	"nnplay/nn/program"
)

// TestCompileRefuses names the program and the instruction that cannot be
// compiled.
func TestCompileRefuses(t *testing.T) {
	row := program.View{Stride: [4]int{3: 1}}
	back := program.View{Offset: 3, Stride: [4]int{3: -1}}
	d := program.Dims{1, 1, 1, 4}
	for _, c := range []struct {
		name  string
		instr program.Instr
		want  string
	}{
		{"instruction", program.Instr{Op: 77, Dim: d, Dst: row, A: row, B: row, C: row}, "invalid (77)"},
		{"function", program.Instr{Op: program.Map, Func: 200, Dim: d, Dst: row, A: row, B: row, C: row}, "invalid (200)"},
		{"stride", program.Instr{Op: program.Map, Func: program.Copy, Dim: d, Dst: row, A: back, B: row, C: row}, "negative"},
	} {
		t.Run(c.name, func(t *testing.T) {
			good := program.Instr{Op: program.Map, Func: program.Neg, Dim: d, Dst: row, A: row, B: program.Absent(), C: program.Absent()}
			_, err := Compile(&program.Program{Name: "lesson", Code: []program.Instr{good, c.instr}})
			if err == nil {
				t.Fatal("compiled")
			}
			for _, want := range []string{"lesson", "instruction 1", c.want} {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("%q does not say %q", err, want)
				}
			}
		})
	}
}

// TestEveryFunction has an emitter for each scalar function.
func TestEveryFunction(t *testing.T) {
	for f := range program.Funcs {
		s, ok := scalars[program.Func(f)]
		if !ok || s.args != program.Funcs[f].Args() {
			t.Errorf("%v: emitter %v with %d arguments", program.Func(f), ok, s.args)
		}
	}
}

// TestOneFunctionAShape compiles a chain of equal layers at other addresses.
func TestOneFunctionAShape(t *testing.T) {
	layers := func(n int) *program.Program {
		p := &program.Program{Name: "layers"}
		for i := range n {
			at := func(k int) program.View { return program.View{Offset: 64 * (2*i + k), Stride: [4]int{2: 8, 3: 1}} }
			p.Code = append(p.Code,
				program.Instr{Op: program.Gemm, Dim: program.Dims{1, 1, 8, 8}, K: 8, Dst: at(2), A: at(0), B: at(1), C: program.Absent()},
				program.Instr{Op: program.Sum, Dim: program.Dims{1, 1, 8, 8}, Dst: program.View{Offset: 64 * (2*i + 3), Stride: [4]int{2: 1}}, A: at(2), B: program.Absent(), C: program.Absent()})
		}
		return p
	}
	one, err := Compile(layers(1))
	if err != nil {
		t.Fatal(err)
	}
	many, err := Compile(layers(50))
	if err != nil {
		t.Fatal(err)
	}
	if many.Functions != one.Functions {
		t.Errorf("50 layers have %d functions, one has %d", many.Functions, one.Functions)
	}
}
