package simd

import (
	"testing"

	"nnplay/nn/program"
	"nnplay/nn/workload"
)

// stepKernels returns the kernels of a workload's training step.
func stepKernels(t *testing.T, name string) []*kernel {
	t.Helper()
	w, ok := workload.Find(name)
	if !ok {
		t.Fatalf("no workload %s", name)
	}
	var list []*kernel
	_, err := w.Start(func(arena []float32, programs ...*program.Program) (program.Executor, error) {
		for _, p := range programs {
			if p.Name == "step" {
				var err error
				if list, err = kernels(p); err != nil {
					return nil, err
				}
			}
		}
		return program.NewInterpreter(arena), nil
	})
	if err != nil || len(list) == 0 {
		t.Fatalf("%d kernels, %v", len(list), err)
	}
	return list
}

// functions lists the scalar functions that follow a kernel's root.
func (k *kernel) functions() (list []program.Func) {
	for _, m := range k.maps {
		list = append(list, m.Func)
	}
	return list
}

// TestFusesLayers holds that a layer's bias and activation are computed while
// the product is in registers, which is then not stored itself, and that the
// derivative of the activation is fused to the product that brings it.
func TestFusesLayers(t *testing.T) {
	for _, c := range []struct {
		workload          string
		layers            int
		activation, slope program.Func
	}{
		{"W1", 3, program.Tanh, program.TanhGrad},
		{"W2", 7, program.Tanh, program.TanhGrad},
		{"W3", 2, program.Relu, program.ReluGrad}, // and a softmax, which needs rows as a whole
	} {
		forward, backward := 0, 0
		for _, k := range stepKernels(t, c.workload) {
			f := k.functions()
			if k.root.Op != program.Gemm || len(f) == 0 {
				continue
			}
			if f[0] == c.activation && k.root.C.Offset != program.None {
				forward++
			}
			if f[0] == c.slope {
				backward++
			}
		}
		if forward != c.layers {
			t.Errorf("%s: %d products have their bias and activation, want %d", c.workload, forward, c.layers)
		}
		if backward < 2 {
			t.Errorf("%s: %d products have the slope of an activation", c.workload, backward)
		}
	}
}

// TestFusesOptimizer holds that Adam visits all parameters once: one kernel,
// in which what it computes on the way stays in registers.
func TestFusesOptimizer(t *testing.T) {
	const parameters = 64*128 + 128 + 128*128 + 128 + 128*10 + 12 // the last biases are padded
	updates := 0
	for _, k := range stepKernels(t, "W3") {
		if k.root.Op != program.Map || k.dim.Len() != parameters {
			continue
		}
		updates++
		if len(k.maps) < 8 || len(k.dead) < 5 {
			t.Errorf("the update has %v, %d of them not stored", k.functions(), len(k.dead))
		}
	}
	if updates != 1 {
		t.Errorf("Adam is %d kernels", updates)
	}
}

// TestFusesChains holds that instructions that follow each other element by
// element are one kernel, that one which does not concern them may stand
// between, and that one on which they depend may not.
func TestFusesChains(t *testing.T) {
	const n = 50
	row := func(i int) program.View { return program.View{Offset: i * n, Stride: [4]int{3: 1}} }
	all := func(i, element int) program.View { return program.View{Offset: i*n + element} } // everywhere
	apply := func(f program.Func, dst, a, b program.View) program.Instr {
		return program.Instr{Op: program.Map, Func: f, Dim: program.Dims{1, 1, 1, n}, Dst: dst, A: a, B: b, C: program.Absent()}
	}
	sum := func(dst, a program.View) program.Instr {
		dst.Stride = [4]int{}
		return program.Instr{Op: program.Sum, Dim: program.Dims{1, 1, 1, n}, Dst: dst, A: a, B: program.Absent(), C: program.Absent()}
	}
	none := program.Absent()
	for _, c := range []struct {
		name string
		code []program.Instr
		want int // kernels
	}{
		{"chain", []program.Instr{
			apply(program.Mul, row(2), row(0), row(1)), apply(program.Tanh, row(3), row(2), none), apply(program.Add, row(4), row(3), row(0)),
			apply(program.Relu, row(4), row(4), none), apply(program.Sub, row(0), row(0), row(4)),
		}, 1},
		{"another between", []program.Instr{
			apply(program.Neg, row(2), row(0), none), sum(row(5), row(1)), apply(program.Exp, row(3), row(2), none),
		}, 2},
		{"a sum between that is used", []program.Instr{
			apply(program.Neg, row(2), row(0), none), sum(row(5), row(2)), apply(program.Mul, row(3), row(2), all(5, 0)),
		}, 3},
		{"one element for all", []program.Instr{
			apply(program.Neg, row(2), row(0), none), apply(program.Mul, row(3), row(2), all(2, n-1)),
		}, 2},
	} {
		list, err := kernels(&program.Program{Name: c.name, Code: c.code})
		if err != nil {
			t.Fatal(err)
		}
		if len(list) != c.want {
			t.Errorf("%s: %d kernels, want %d", c.name, len(list), c.want)
		}
	}
}
