package main

import (
	"strings"
	"syscall/js"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab/all"
	"nnplay/nn/program"
	"nnplay/nn/program/programtest"
	"nnplay/nn/workload"
)

// These tests run in a browser's worker with simd-host.js: see
// web/browser/simd_test.go.

// startEngine returns the engine as the trainer has it.
func startEngine(t *testing.T) *engine {
	t.Helper()
	e := newEngine(js.Global().Get("nnplaySIMD"))
	if e == nil {
		t.Fatal("this browser has no SIMD")
	}
	return e
}

// TestInstructions holds each instruction to its statement, in this browser.
func TestInstructions(t *testing.T) { programtest.Check(t, 200, startEngine(t).open) }

// TestFunctions holds each scalar function to its definition, in this browser.
func TestFunctions(t *testing.T) { programtest.CheckFunctions(t, startEngine(t).open) }

// TestSequences holds programs to the interpreter, in this browser.
func TestSequences(t *testing.T) { programtest.CheckSequences(t, 1500, startEngine(t).open) }

// doubling is a program that doubles the first n elements of its arena.
func doubling(n int) *program.Program {
	list := program.View{Stride: [4]int{3: 1}}
	return &program.Program{Name: "double", Code: []program.Instr{{
		Op: program.Map, Func: program.Add, Dim: program.Dims{1, 1, 1, n}, Dst: list, A: list, B: list, C: program.Absent(),
	}}}
}

// A doubler is an executor of doubling(n), and its arena, one element longer.
type doubler struct {
	program.Executor
	p     *program.Program
	arena []float32
	want  float32
}

func openDoubler(t *testing.T, e *engine, n int) *doubler {
	t.Helper()
	d := &doubler{p: doubling(n), arena: make([]float32, n+1), want: 1}
	for i := range d.arena {
		d.arena[i] = 1
	}
	var err error
	if d.Executor, err = e.open(d.arena, d.p); err != nil {
		t.Fatal(err)
	}
	return d
}

// check doubles and looks at the whole arena.
func (d *doubler) check(t *testing.T) {
	t.Helper()
	d.Run(d.p, 1)
	d.want *= 2
	for i, got := range d.arena {
		want := d.want
		if i == len(d.arena)-1 {
			want = 1
		}
		if got != want {
			t.Fatalf("element %d of %d is %v, want %v", i, len(d.arena), got, want)
		}
	}
}

// TestEngineKnowsShapes opens programs of the same shape on two arenas.
func TestEngineKnowsShapes(t *testing.T) {
	e := startEngine(t)
	a, b := openDoubler(t, e, 10), openDoubler(t, e, 10)
	if e.compiled != 1 {
		t.Errorf("compiled %d times", e.compiled)
	}
	for range 3 {
		a.check(t)
	}
	b.check(t)
	openDoubler(t, e, 11).check(t)
	if e.compiled != 2 {
		t.Errorf("%d modules of two shapes", e.compiled)
	}
}

// TestEngineSettings changes settings of a run, which must not be compiled
// again for any that leaves the shapes as they are, and must compute the same
// as on the interpreter.
func TestEngineSettings(t *testing.T) {
	spec, _, err := experiment.Families(all.Families).Parse("#v=1&dataset=xor&networkShape=6,4&dropout=0.2&optimizer=adam")
	if err != nil {
		t.Fatal(err)
	}
	e := startEngine(t)
	fast, err := experiment.NewOn(spec, e.open)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := experiment.New(spec)
	if err != nil {
		t.Fatal(err)
	}
	for _, change := range []struct {
		key, value string
		compiled   int
	}{
		{"learningRate", "0.01", 1},
		{"dropout", "0.4", 1},
		{"seed", "7", 1},
		{"noise", "30", 1},
		{"networkShape", "6,5", 2},
		{"networkShape", "6,4", 2},
	} {
		if _, err := spec.Change(change.key, change.value); err != nil {
			t.Fatal(err)
		}
		for _, r := range []*experiment.Run{fast, plain} {
			if _, err := r.Update(spec); err != nil {
				t.Fatal(err)
			}
			r.Step(40)
		}
		if e.compiled != change.compiled {
			t.Errorf("after %s=%s: compiled %d times, want %d", change.key, change.value, e.compiled, change.compiled)
		}
		if got, want := fast.Fingerprint(), plain.Fingerprint(); got != want {
			t.Errorf("after %s=%s: fingerprint %.12s, want %.12s", change.key, change.value, got, want)
		}
	}
}

// TestEngineManyShapes opens more shapes than there is room for modules; all
// of them stay in use.
func TestEngineManyShapes(t *testing.T) {
	e := startEngine(t)
	var all []*doubler
	for n := range 2*maxModules + 3 {
		all = append(all, openDoubler(t, e, n+1))
	}
	for _, d := range all {
		d.check(t)
	}
	for i := len(all) - 1; i >= 0; i-- {
		all[i].check(t)
	}
	if len(e.modules) != maxModules {
		t.Errorf("%d modules are kept, want %d", len(e.modules), maxModules)
	}
	// What was used last is kept.
	before := e.compiled
	for _, d := range all[:maxModules] {
		d.check(t)
	}
	if e.compiled != before {
		t.Errorf("%d modules compiled again", e.compiled-before)
	}
}

// refusing is a host that refuses modules while it is told to.
func refusing(t *testing.T) (host js.Value, refuse *bool) {
	refuse = new(bool)
	instantiate := js.FuncOf(func(_ js.Value, args []js.Value) any {
		if *refuse {
			return "out of order"
		}
		return js.Global().Get("nnplaySIMD").Call("instantiate", args[0], args[1], args[2])
	})
	t.Cleanup(instantiate.Release)
	return js.ValueOf(map[string]any{"instantiate": instantiate}), refuse
}

// TestEngineRefusedModule opens programs whose module the browser does not
// take: the error names them, and the programs before go on.
func TestEngineRefusedModule(t *testing.T) {
	host, refuse := refusing(t)
	e := newEngine(host)
	var all []*doubler
	for n := range maxModules {
		all = append(all, openDoubler(t, e, n+1))
	}
	*refuse = true
	step, evaluate := doubling(50), doubling(60)
	step.Name, evaluate.Name = "step", "evaluate"
	_, err := e.open(make([]float32, 60), step, evaluate)
	if err == nil || !strings.Contains(err.Error(), "step, evaluate") || !strings.Contains(err.Error(), "out of order") {
		t.Errorf("error %v, want the programs' names and the reason", err)
	}
	*refuse = false
	all = append(all, openDoubler(t, e, 70))
	for _, d := range all {
		d.check(t)
	}
}

// TestEngineInvalidModule hands the browser a module with an instruction that
// there is not: the error has the browser's own reason.
func TestEngineInvalidModule(t *testing.T) {
	instantiate := js.FuncOf(func(_ js.Value, args []js.Value) any {
		code := js.Global().Get("Uint8Array").New(args[1])
		const end, noInstruction = 0x0b, 0xff
		last := code.Get("length").Int() - 1
		if code.Index(last).Int() != end {
			t.Errorf("a module ends with %#x", code.Index(last).Int())
		}
		code.SetIndex(last, noInstruction)
		return js.Global().Get("nnplaySIMD").Call("instantiate", args[0], code, args[2])
	})
	defer instantiate.Release()
	e := newEngine(js.ValueOf(map[string]any{"instantiate": instantiate}))
	_, err := e.open(make([]float32, 8), doubling(8))
	if err == nil || !strings.Contains(err.Error(), "double") || !strings.Contains(err.Error(), "CompileError") {
		t.Errorf("error %v, want the program's name and what the browser says", err)
	}
}

// TestEngineWorkloads trains what is compared with other systems for a few
// steps, and tells the weights, which have to be those of the native interpreter.
func TestEngineWorkloads(t *testing.T) {
	e := startEngine(t)
	for _, w := range workload.Workloads {
		r, err := w.Start(e.open)
		if err != nil {
			t.Fatal(err)
		}
		r.Step(workloadSteps)
		t.Logf("weights of %s: %s", w.Name, r.Fingerprint())
	}
}

// workloadSteps is what web/browser/simd_test.go says too.
const workloadSteps = 12

// TestEngineWithoutSIMD has no engine where the host or SIMD is missing.
func TestEngineWithoutSIMD(t *testing.T) {
	if newEngine(js.Undefined()) != nil {
		t.Error("an engine without a host")
	}
	wasm := js.Global().Get("WebAssembly")
	saved := wasm.Get("validate")
	no := js.FuncOf(func(js.Value, []js.Value) any { return false })
	defer func() { wasm.Set("validate", saved); no.Release() }()
	wasm.Set("validate", no)
	if newEngine(js.Global().Get("nnplaySIMD")) != nil {
		t.Error("an engine without SIMD")
	}
}
