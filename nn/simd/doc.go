// Package simd compiles programs to WebAssembly with 128-bit SIMD.
//
// A compiled program computes, to the last bit, what the interpreter of package
// program computes, thirty to forty times as fast: shapes are constants, four
// floats are worked on at a time, and neighbouring instructions are fused.
//
// From the outside in:
//
//	compile.go   programs -> kernels -> a module with one function a program
//	key.go       what tells modules apart without compiling them
//	fusion.go    instructions -> kernels: which instructions run as one
//	kernel.go    a kernel: its operands, what it reads, what tells it apart
//	liveness.go  which results somebody reads, and which are not even computed
//	instr.go     what an instruction reads and writes
//	space.go     iteration spaces: reshaping, merging, overlap
//
//	product.go   matrix products and convolutions: which side runs across lanes
//	gemm.go      their code, with the elementwise epilogue fused to them
//	panel.go     long contractions over rows: a block of rows copied first
//	maps.go      chains of elementwise instructions
//	reduce.go    sums and maxima
//	rows.go      gather and scatter
//	random.go    random numbers and their counter
//	scalar.go    the scalar functions, four lanes at a time
//
//	nest.go      loops over an iteration space, pointers and all
//	expr.go      expressions: values that become a stack machine's code
//	strand.go    long expressions of several vectors, in turn
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
//
// # What decided
//
// Measured in Chromium 156 on a Xeon at about 3.7 GHz, in one run each.
//
// A product of 128 x 128 matrices takes 93 us with blocks of 4 rows by 8 columns
// and eight steps of k in a row, 45 GFLOP/s. Other shapes of a block (2 x 16,
// 8 x 4, 3 x 16, 6 x 8, 5 x 8, 4 x 12) and one to four steps take 97 to 118 us:
// it is the arithmetic units, not the loads, that are busy.
//
// Which side of a product runs across lanes is decided by counting instructions
// (product.cost). A factor whose columns are not neighbours is copied first if
// more than one block of rows uses it: 4 x 4 transposes cost a sixth of loading
// lane by lane.
//
// The gradient of a convolution's kernels contracts images and places. Image by
// image, its sums going through memory between them, it takes 390 us where it
// takes 425 us with sums that stay in registers (32 images of 13 x 13 x 8, 16
// kernels), and 13 ms for 33 ms where the images outgrow the second cache (64 of
// 26 x 26 x 16, 32 kernels).
//
// The optimizer's chain is cut into pieces by the scalars it computes on the
// way. Letting an instruction join a kernel a few places back, and not storing
// what only the chain itself reads, took Adam on 26,000 weights from 45 us to
// 15 us.
//
// The tanh of a 2-8-8-1 network was two thirds of its step; see f32.Tanh for
// what became of it.
//
// Constants as v128.const and as loads from a table are equally fast, so they
// are constants.
//
// What follows was measured in Chromium 156 on an AMD EPYC (Zen 5) at about
// 4 GHz, whose units for four floats do 64 GFLOP/s at most. There products run
// at 55 to 61 GFLOP/s, whichever factor is transposed, bias and activation
// included. Where the left factor is read with large steps, as for the gradients
// of weights over 512 rows, its lines fall into few sets of the first cache: 46
// to 49 GFLOP/s. Panels make that 54 to 57, the products' times 0.89 (256 x 64)
// and 0.86 (64 x 256), and a step of W6 0.94 of what it was. Copying four panels
// at once, whose elements share lines, takes the former to 0.85.
//
// What is packed lies block after block, so that a block reads whole lines in a
// row, and a factor is packed too whose columns are neighbours but whose rows
// are so far apart that those of a block outgrow the first cache. Together that
// takes 0.98 of the time of W6 and 0.99 of W3.
//
// f32x4.min and max order zeros and pass NaN on, seven instructions of this
// processor; pmin and pmax are one. With them exp takes 15 cycles a vector
// where it took 25, tanh 21 for 25, sigmoid 27 for 35, and W1 0.44 us a step
// for 0.64.
//
// Products that are denormal take four times as long: exp(-1e9), as attention
// masks, took 67 cycles a vector, and takes 16 since what underflows is
// multiplied by 0.
//
// The kernels of a small program were emitted one after another into the
// program's function, addresses as constants, in place of calls. In turns of
// one run W1 was 1.4 % faster, and W2 18 % slower, whose function had grown to
// 60 kB: the browser's compiler keeps all constants of a function in one frame,
// and they no longer stay in registers. So all programs call.
//
// The instructions of eight vectors in turn, rather than vector after vector,
// take a step of W6 from 8.37 to 7.9 ms and one of W5 from 1.71 to 1.63 ms: GELU
// with its derivative is 110 operations a vector, of which the longest chain
// takes 130 cycles, and the processor looks ahead hardly two vectors. Two, three
// and four in turn take the product with GELU to 0.91, 0.86 and 0.79 of its time,
// eight to 0.75. The tanh of W1, 35 operations, became a fifth slower: the
// processor overlaps such by itself, and registers get scarce.
//
// A step of W6 takes 7.2 ms, kernel by kernel: products 6.0 (56 GFLOP/s), the
// GELU of its two blocks with the derivative 0.7, softmax 0.2, all else, 100
// calls with layer norms, sums and Adam, 0.3. Interleaved with what was compiled
// before strands, panels and blocks of packed columns, W6 takes 0.90 of the
// time, W5 0.95, W3 0.98, W4 as long. PyTorch needs 4.4 ms: OpenBLAS multiplies
// with vectors of sixteen floats and fused multiply-add, which WebAssembly has
// not and the contract forbids. The 330 million operations of the products alone
// take more than 5 ms at 64 GFLOP/s, so that this peer is out of reach on such a
// processor; with OpenBLAS's kernels for older ones (Haswell, with vectors of
// eight floats and fused multiply-add) it made 2.31 k samples/s beside 2.11 k.
// Fusing GELU to its product or not makes no difference.
package simd
