//go:build !js

package main

import (
	"fmt"
	"io"

	"nnplay/nn/lab"
)

// printLog prints what an experiment changes on the way, a line each, and which of it
// lies beyond the steps that are made.
//
//	at step 200: learningRate 0.1 -> 0.01
//	at step 300: hidden1.weight.0.1 = -0.5
func printLog(spec lab.Spec, steps int, stdout io.Writer) error {
	now := spec.At(0)
	for _, c := range spec.Log {
		what := "= " + c.Value
		if f, ok := spec.Family.Find(c.Key); ok {
			what = f.Get(&now) + " -> " + c.Value
			f.Parse(&now, c.Value)
		}
		beyond := ""
		if c.Step > uint64(steps) {
			beyond = " (not reached)"
		}
		if _, err := fmt.Fprintf(stdout, "at step %d: %s %s%s\n", c.Step, c.Key, what, beyond); err != nil {
			return err
		}
	}
	return nil
}
