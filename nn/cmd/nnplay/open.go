//go:build !js

package main

import (
	"fmt"
	"io"

	"nnplay/nn/experiment"
)

// openAt opens a link's experiment and makes some steps. What was odd about the link goes
// to stderr.
func openAt(link string, steps int, stderr io.Writer) (*experiment.Run, error) {
	spec, notices, err := families.Parse(link)
	if err != nil {
		return nil, err
	}
	for _, n := range notices {
		fmt.Fprintln(stderr, "nnplay:", n)
	}
	run, err := experiment.New(spec)
	if err != nil {
		return nil, err
	}
	run.Step(steps)
	return run, nil
}
