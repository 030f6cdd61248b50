//go:build !js

package simd_test

import (
	"testing"

	"nnplay/nn/program"
	"nnplay/nn/program/programtest"
	"nnplay/nn/simd/simdtest"
)

func compiled(arena []float32, p *program.Program) program.Executor {
	e, err := simdtest.New(arena, p)
	if err != nil {
		panic(err)
	}
	return e
}

// TestInstructions holds each compiled instruction to its statement.
func TestInstructions(t *testing.T) { programtest.Check(t, 150, compiled) }

// TestSequences holds compiled programs to the interpreter: neighbouring
// instructions are fused only where that changes nothing.
func TestSequences(t *testing.T) { programtest.CheckSequences(t, 500, compiled) }
