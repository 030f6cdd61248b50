package main

import (
	"fmt"
	"strings"
	"syscall/js"
	"time"
	"unsafe"

	"nnplay/nn/program"
	"nnplay/nn/simd"
)

// callSIMD runs a function of a compiled module. Go is instantiated before any
// such module is, so the import is a JavaScript function that passes the call
// on (trainer-worker.js).
//
//go:wasmimport simd run
func callSIMD(function, arena, scratch, times int32)

// An engine compiles programs to modules over this program's own memory, and
// keeps the modules of the latest shapes: experiments that differ in settings
// only, or come back, are not compiled again.
type engine struct {
	host    js.Value // nnplaySIMD of simd-host.js
	modules []*compiled

	compiled int           // modules compiled so far
	took     time.Duration // by the last of them
	bytes    int           // of its code
}

// A compiled is a module and the slot that the host has put it in.
type compiled struct {
	key     simd.Key
	slot    int // evicted once another module has it
	scratch int
	names   []string
}

// Modules that are kept, and the functions that one may have.
const (
	maxModules = 16
	slotSize   = 16
)

const evicted = -1

// newEngine returns the SIMD engine, or nil if this browser has no SIMD.
func newEngine(host js.Value) *engine {
	probe := program.Program{Name: "probe", Code: []program.Instr{{
		Op: program.Map, Func: program.Neg, Dim: program.Dims{1, 1, 1, 4},
		Dst: program.View{Stride: [4]int{3: 1}}, A: program.View{Stride: [4]int{3: 1}}, B: program.Absent(), C: program.Absent(),
	}}}
	m, err := simd.Compile(&probe)
	if err != nil || host.IsUndefined() || !js.Global().Get("WebAssembly").Call("validate", bytesToJS(m.Wasm)).Bool() {
		return nil
	}
	return &engine{host: host}
}

// open is a program.Engine.
func (e *engine) open(arena []float32, programs ...*program.Program) (program.Executor, error) {
	m, err := e.module(programs)
	if err != nil {
		return nil, err
	}
	x := &executor{engine: e, programs: programs, module: m, arena: arena, scratch: make([]float32, m.scratch/4+1), functions: map[string]int{}}
	for i, name := range m.names {
		x.functions[name] = i
	}
	return x, nil
}

// forget makes that every shape is compiled again when it is next opened.
func (e *engine) forget() {
	for _, m := range e.modules {
		m.key = simd.Key{}
	}
}

// module returns the module of programs, compiled if it is not there. The
// latest used is the last in the list.
func (e *engine) module(programs []*program.Program) (*compiled, error) {
	key := simd.KeyOf(programs...)
	for i, m := range e.modules {
		if m.key == key {
			e.modules = append(append(e.modules[:i:i], e.modules[i+1:]...), m)
			return m, nil
		}
	}
	start := time.Now()
	code, err := simd.Compile(programs...)
	if err != nil {
		return nil, err
	}
	if len(programs) > slotSize {
		return nil, fmt.Errorf("simd: %d programs in a module, %d at most", len(programs), slotSize)
	}
	m := &compiled{key: key, slot: len(e.modules), scratch: code.Scratch}
	full := len(e.modules) == maxModules
	if full {
		m.slot = e.modules[0].slot
	}
	names := make([]any, len(programs))
	for i, p := range programs {
		m.names = append(m.names, p.Name)
		names[i] = p.Name
	}
	if problem := e.host.Call("instantiate", m.slot*slotSize, bytesToJS(code.Wasm), names); problem.Type() == js.TypeString {
		return nil, fmt.Errorf("simd: the module of %s is not valid: %s", strings.Join(m.names, ", "), problem.String())
	}
	if full { // only now: a module that is refused takes nobody's place
		e.modules[0].slot = evicted
		e.modules = e.modules[1:]
	}
	e.modules = append(e.modules, m)
	e.compiled, e.took, e.bytes = e.compiled+1, time.Since(start), len(code.Wasm)
	return m, nil
}

func bytesToJS(b []byte) js.Value {
	array := js.Global().Get("Uint8Array").New(len(b))
	js.CopyBytesToJS(array, b)
	return array
}

// An executor runs the programs of a module. Go does not move what it has
// allocated, so the addresses stay valid as long as the executor refers to it.
type executor struct {
	engine         *engine
	programs       []*program.Program
	module         *compiled
	arena, scratch []float32
	functions      map[string]int // in the module
}

var _ program.Executor = (*executor)(nil)

// Run implements program.Executor. An executor may outlive its module, which
// is then compiled again.
func (x *executor) Run(p *program.Program, times int) {
	function, ok := x.functions[p.Name]
	if !ok {
		panic("simd: the program " + p.Name + " was not compiled")
	}
	if x.module.slot == evicted {
		m, err := x.engine.module(x.programs)
		if err != nil {
			panic(err)
		}
		x.module = m
	}
	callSIMD(int32(x.module.slot*slotSize+function), address(x.arena), address(x.scratch), int32(times))
}

func address(list []float32) int32 { return int32(uintptr(unsafe.Pointer(unsafe.SliceData(list)))) }
