package simd

import "nnplay/nn/program"

// A Module is compiled programs.
type Module struct {
	// Wasm is a WebAssembly module that imports a memory as "env" "memory" and
	// exports a function a program, under its name: (arena, scratch, times
	// i32). It runs the program a number of times. arena and scratch are
	// addresses in bytes, multiples of 4. The code may read, but never writes,
	// up to 12 bytes beyond either end of what a program reads.
	Wasm []byte
	// Scratch is the working space that the programs need, in bytes.
	Scratch int
	// Functions is the number of functions, one a shape and one a program.
	Functions int
}

// A compiler holds what the programs of a module share.
type compiler struct {
	module  module
	shapes  map[string]int // functions by the signature of their kernels
	scratch int
	nodes   pool
}

// Compile translates programs. It returns an error that names the program and
// the instruction if one cannot be translated.
func Compile(programs ...*program.Program) (*Module, error) {
	c := &compiler{shapes: map[string]int{}}
	var bodies []*function
	for _, p := range programs {
		list, err := kernels(p)
		if err != nil {
			return nil, err
		}
		bodies = append(bodies, c.program(list))
	}
	for i, body := range bodies {
		c.module.add(body)
		c.module.exports = append(c.module.exports, programs[i].Name)
	}
	return &Module{Wasm: c.module.bytes(), Scratch: c.scratch, Functions: len(c.module.functions)}, nil
}

// program returns the function that runs a program: a loop of calls.
func (c *compiler) program(list []*kernel) *function {
	const (
		arena local = iota
		scratch
		times
		params
	)
	f := newFunction(int(params), &pool{})
	f.op(opGet, int(times))
	f.op(opI32Eqz)
	f.op(opIf, void)
	f.op(opReturn)
	f.op(opEnd)
	f.down(times, func() {
		for _, k := range list {
			index := c.function(k)
			for _, v := range k.views {
				f.op(opGet, int(arena))
				f.i32(v.Offset * word)
				f.op(opI32Add)
			}
			f.op(opGet, int(scratch))
			f.op(opCall, index)
		}
	})
	return f
}

// function returns the index of the function that computes a kernel: its
// parameters are the addresses of its views, and that of the scratch space.
func (c *compiler) function(k *kernel) int {
	signature := k.signature()
	if index, ok := c.shapes[signature]; ok {
		return index
	}
	f := newFunction(len(k.views)+1, &c.nodes)
	switch k.root.Op {
	case program.Map:
		k.emitMaps(f)
	case program.Gemm:
		k.emitGemm(f)
		c.scratch = max(c.scratch, k.newProduct().scratch())
	case program.Sum, program.Max:
		k.emitReduce(f)
	case program.Gather, program.Scatter:
		k.emitRows(f)
	case program.Random:
		k.emitRandom(f)
	case program.Tick:
		k.emitTick(f)
	default:
		panic("simd: no emitter for " + k.root.Op.String()) // check has seen to it
	}
	index := c.module.add(f)
	c.shapes[signature] = index
	return index
}
