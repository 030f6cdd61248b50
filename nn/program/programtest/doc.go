// Package programtest supports tests of executors: it draws random
// instructions and programs, says what they shall do, and compares.
//
//	check.go         what a test calls
//	bench.go         an arena, and operands laid out in it
//	instructions.go  each instruction: how to draw one, and what it shall do; those
//	                 with more to them are in gemm.go, reduction.go and lookup.go
//	coverage.go      the shapes that are tried for certain
//	functions.go     each scalar function, on special numbers
//	sequence.go      programs like those of a training step; layout.go, their arenas
package programtest
