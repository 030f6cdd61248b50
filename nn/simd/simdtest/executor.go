//go:build !js

// Package simdtest supports tests: an executor that runs compiled programs in
// wazero, a WebAssembly runtime in Go.
package simdtest

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"sync"
	"unsafe"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"

	"nnplay/nn/program"
	"nnplay/nn/simd"
)

// host is the runtime, with the memory that all modules share. Whoever runs a
// program holds the lock.
var host struct {
	sync.Mutex
	start   sync.Once
	err     error
	runtime wazero.Runtime
	memory  api.Memory
}

var background = context.Background()

// start makes the runtime and a module "env" that exports a memory.
func start() {
	config := wazero.NewRuntimeConfigInterpreter()
	if runtime.GOARCH == "amd64" || runtime.GOARCH == "arm64" {
		config = wazero.NewRuntimeConfigCompiler()
	}
	host.runtime = wazero.NewRuntimeWithConfig(background, config)
	env := []byte("\x00asm\x01\x00\x00\x00" +
		"\x05\x03\x01\x00\x01" + // memories: one, of at least one page
		"\x07\x0a\x01\x06memory\x02\x00") // exports: "memory", memory 0
	module, err := host.runtime.InstantiateWithConfig(background, env, wazero.NewModuleConfig().WithName("env"))
	if err != nil {
		host.err = err
		return
	}
	host.memory = module.ExportedMemory("memory")
}

// An executor runs programs over copies of its arena.
type executor struct {
	arena   []float32
	scratch int // bytes
	module  api.Module
}

// New returns an executor of programs over an arena. It compiles them to one
// module.
func New(arena []float32, programs ...*program.Program) (program.Executor, error) {
	host.start.Do(start)
	if host.err != nil {
		return nil, host.err
	}
	compiled, err := simd.Compile(programs...)
	if err != nil {
		return nil, err
	}
	host.Lock()
	defer host.Unlock()
	module, err := host.runtime.InstantiateWithConfig(background, compiled.Wasm, wazero.NewModuleConfig().WithName(""))
	if err != nil {
		return nil, fmt.Errorf("simdtest: %w", err)
	}
	e := &executor{arena, compiled.Scratch, module}
	runtime.AddCleanup(e, func(m api.Module) { m.Close(background) }, module)
	return e, nil
}

// Around the arena and the scratch space lie a few words that no program may
// change. All of them, and the scratch space at first, are NaN, so that what is
// read there shows. The addresses are multiples of 4 and of no more.
const (
	margin   = 17 * 4
	page     = 1 << 16
	poisoned = 0xff
)

// Run copies the arena into the memory, executes the program a number of times
// in a row, and copies the arena back. It panics if the program traps or
// writes where it must not.
func (e *executor) Run(p *program.Program, times int) {
	host.Lock()
	defer host.Unlock()
	size := 4 * len(e.arena)
	arena := margin
	scratch := arena + size + margin
	end := scratch + e.scratch + margin
	if have := int(host.memory.Size()); have < end {
		if _, ok := host.memory.Grow(uint32((end - have + page - 1) / page)); !ok {
			panic("simdtest: the memory is full")
		}
	}
	memory, _ := host.memory.Read(0, uint32(end))
	untouched := bytes.Repeat([]byte{poisoned}, margin)
	copy(memory[:arena], untouched)
	copy(memory[arena:], words(e.arena))
	for rest := memory[arena+size:]; len(rest) > 0; rest = rest[copy(rest, untouched):] {
	}
	function := e.module.ExportedFunction(p.Name)
	if function == nil {
		panic("simdtest: the module has no function " + p.Name)
	}
	if _, err := function.Call(background, api.EncodeI32(int32(arena)), api.EncodeI32(int32(scratch)), api.EncodeI32(int32(times))); err != nil {
		panic(fmt.Sprintf("simdtest: %s: %v", p.Name, err))
	}
	copy(words(e.arena), memory[arena:])
	for _, at := range []int{0, arena + size, end - margin} {
		if !bytes.Equal(memory[at:at+margin], untouched) {
			panic(fmt.Sprintf("simdtest: %s writes beyond the arena or the scratch space, near byte %d of %d+%d", p.Name, at-arena, size, e.scratch))
		}
	}
	runtime.KeepAlive(e)
}

// words returns the memory of numbers. A memory of WebAssembly is little-endian,
// and so has to be the machine that runs these tests.
func words(numbers []float32) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(numbers))), 4*len(numbers))
}
