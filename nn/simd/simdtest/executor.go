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
	"sync/atomic"
	"unsafe"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"

	"nnplay/nn/program"
	"nnplay/nn/simd"
)

// A host is a runtime, with the memory that its modules share. Whoever runs a
// program holds the lock.
type host struct {
	sync.Mutex
	start   sync.Once
	err     error
	runtime wazero.Runtime
	memory  api.Memory
}

// Executors take the hosts in turn, so that tests may run in parallel.
var (
	hosts [8]host
	turn  atomic.Uint32
)

var background = context.Background()

// boot makes the runtime and a module "env" that exports a memory.
func (h *host) boot() {
	config := wazero.NewRuntimeConfigInterpreter()
	if runtime.GOARCH == "amd64" || runtime.GOARCH == "arm64" {
		config = wazero.NewRuntimeConfigCompiler()
	}
	h.runtime = wazero.NewRuntimeWithConfig(background, config)
	env := []byte("\x00asm\x01\x00\x00\x00" +
		"\x05\x03\x01\x00\x01" + // memories: one, of at least one page
		"\x07\x0a\x01\x06memory\x02\x00") // exports: "memory", memory 0
	module, err := h.runtime.InstantiateWithConfig(background, env, wazero.NewModuleConfig().WithName("env"))
	if err != nil {
		h.err = err
		return
	}
	h.memory = module.ExportedMemory("memory")
}

// An executor runs programs over copies of its arena.
type executor struct {
	host    *host
	arena   []float32
	scratch int // bytes
	module  api.Module
}

// New returns an executor of programs over an arena. It compiles them to one
// module.
func New(arena []float32, programs ...*program.Program) (program.Executor, error) {
	h := &hosts[turn.Add(1)%uint32(len(hosts))]
	h.start.Do(h.boot)
	if h.err != nil {
		return nil, h.err
	}
	compiled, err := simd.Compile(programs...)
	if err != nil {
		return nil, err
	}
	h.Lock()
	defer h.Unlock()
	module, err := h.runtime.InstantiateWithConfig(background, compiled.Wasm, wazero.NewModuleConfig().WithName(""))
	if err != nil {
		return nil, fmt.Errorf("simdtest: %w", err)
	}
	e := &executor{h, arena, compiled.Scratch, module}
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
	host := e.host
	host.Lock()
	defer host.Unlock()
	floats := inMemory(e.arena)
	size := len(floats)
	arena := margin
	scratch := arena + size + margin
	end := scratch + e.scratch + margin
	if have := int(host.memory.Size()); have < end {
		if _, ok := host.memory.Grow(uint32((end - have + page - 1) / page)); !ok {
			panic("simdtest: the memory is full")
		}
	}
	memory, _ := host.memory.Read(0, uint32(end))
	for i := range memory[:arena] {
		memory[i] = poisoned
	}
	for i := arena + size; i < end; i++ {
		memory[i] = poisoned
	}
	copy(memory[arena:], floats)
	function := e.module.ExportedFunction(p.Name)
	if function == nil {
		panic("simdtest: the module has no function " + p.Name)
	}
	if _, err := function.Call(background, api.EncodeI32(int32(arena)), api.EncodeI32(int32(scratch)), api.EncodeI32(int32(times))); err != nil {
		panic(fmt.Sprintf("simdtest: %s: %v", p.Name, err))
	}
	copy(floats, memory[arena:])
	untouched := bytes.Repeat([]byte{poisoned}, margin)
	for _, at := range []int{0, arena + size, end - margin} {
		if !bytes.Equal(memory[at:at+margin], untouched) {
			panic(fmt.Sprintf("simdtest: %s writes beyond the arena or the scratch space, near byte %d of %d+%d", p.Name, at-arena, size, e.scratch))
		}
	}
	runtime.KeepAlive(e)
}

// inMemory returns the bytes of floats as they are in memory: WebAssembly's
// order, since both architectures that matter are little-endian.
func inMemory(floats []float32) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(floats))), 4*len(floats))
}
