//go:build !js

package simd_test

import (
	"testing"

	"nnplay/nn/program"
	"nnplay/nn/program/programtest"
	"nnplay/nn/simd/simdtest"
)

// TestInstructions holds each compiled instruction to its statement.
func TestInstructions(t *testing.T) { programtest.Check(t, 300, simdtest.New) }

// TestFunctions holds each compiled scalar function to its definition.
func TestFunctions(t *testing.T) { programtest.CheckFunctions(t, simdtest.New) }

// TestSequences holds compiled programs to the interpreter: neighbouring
// instructions are fused only where that changes nothing.
func TestSequences(t *testing.T) { programtest.CheckSequences(t, 2500, simdtest.New) }

// TestReadsBeforeWrites overwrites what a result was computed from that is not
// stored itself, as nobody but the same chain of maps reads it.
func TestReadsBeforeWrites(t *testing.T) {
	view := func(offset int) program.View { return program.View{Offset: offset, Stride: [4]int{0, 0, 0, 1}} }
	dim, absent := program.Dims{1, 1, 1, 4}, program.Absent()
	p := &program.Program{Name: "p", Temps: program.Range{From: 0, To: 12}, Code: []program.Instr{
		{Op: program.Map, Func: program.Neg, Dim: dim, Dst: view(8), A: view(4), B: absent, C: absent},
		{Op: program.Map, Func: program.Copy, Dim: dim, Dst: view(4), A: view(0), B: absent, C: absent},
		{Op: program.Map, Func: program.Mul, Dim: dim, Dst: view(12), A: view(8), B: view(4), C: absent},
	}}
	arena := []float32{2, 3, 4, 5, 10, 20, 30, 40, 0, 0, 0, 0, 0, 0, 0, 0}
	e, err := simdtest.New(arena, p)
	if err != nil {
		t.Fatal(err)
	}
	e.Run(p, 1)
	for i, want := range []float32{-20, -60, -120, -200} {
		if got := arena[12+i]; got != want {
			t.Errorf("element %d is %v, want %v", i, got, want)
		}
	}
}
