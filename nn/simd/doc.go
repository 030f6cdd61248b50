// Package simd compiles programs to WebAssembly with 128-bit SIMD.
//
// A compiled program computes, to the last bit, what the interpreter of package
// program computes, an order of magnitude faster: shapes are constants, four
// floats are worked on at a time, and neighbouring instructions are fused.
//
// From the outside in:
//
//	compile.go   programs -> kernels -> a module with one function a program
//	kernel.go    instructions -> kernels: which instructions run as one
//	space.go     iteration spaces: reshaping, merging, overlap
//
//	gemm.go      matrix products, with the elementwise epilogue fused to them
//	maps.go      chains of elementwise instructions
//	reduce.go    sums and maxima
//	rows.go      gather and scatter
//	random.go    random numbers and their counter
//	scalar.go    the scalar functions, four lanes at a time
//
//	nest.go      loops over an iteration space, pointers and all
//	expr.go      expressions: values that become a stack machine's code
//	function.go  a function's body: locals, loops, calls
//	wasm.go      the binary format: sections, numbers, opcodes
//
// # Why it may run in another order
//
// The contract fixes the order of additions within one output element, not the
// order of the elements. Lanes run across elements, so that each lane adds in
// the interpreter's order; loops may be exchanged, blocked and unrolled.
//
// # One function a shape
//
// Kernels that differ in addresses only share a function, whose parameters are
// the addresses. A recurrent network repeats its step, a Transformer its block:
// the module holds them once. A call costs about two nanoseconds.
package simd
