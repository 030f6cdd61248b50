//go:build !js

package main

import (
	"io"
	"runtime"

	"nnplay/nn/experiment/verify"
	"nnplay/nn/program"
	"nnplay/nn/simd/simdtest"
)

// verifyPresets trains presets by the interpreter and as compiled, and prints
// a line each.
func verifyPresets(names string, steps int, stdout io.Writer) error {
	presets, err := verify.Choose(families, names)
	if err != nil {
		return err
	}
	engines := []verify.Engine{verify.Native("interpreter", families, program.Interpret), verify.Native("compiled", families, simdtest.New)}
	return verify.Presets(stdout, presets, steps, engines, runtime.NumCPU())
}
