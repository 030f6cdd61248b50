//go:build !js

package main

import (
	"fmt"
	"strings"
)

// A demand is how many times faster than a peer nnplay shall be.
type demand struct {
	peer      string
	least     float64
	workloads string
}

var demands = []demand{
	{"convnetjs", 10, "W1 W2"},
	{"torch", 60, "W1 W2"},
	{"torch", 1, "W3 W4 W5 W6"},
	{"jax-js", 3, "W3"},
	{"jax-js", 4, "W4 W5 W6"},
	{"convnetjs", 20, "W4"},
}

// demanded compares with the demands: a line for each that could be measured,
// and how many fall short.
func demanded(rows []row) (lines []string, short int) {
	if len(rows) == 0 || rows[0].name != nnplay.name {
		return nil, 0
	}
	for _, d := range demands {
		for name := range strings.FieldsSeq(d.workloads) {
			ours := rows[0].results[name]
			for _, r := range rows[1:] {
				theirs := r.results[name]
				if r.name != d.peer || ours.SamplesPerSecond == 0 || theirs.SamplesPerSecond == 0 || !ours.measured() || !theirs.measured() {
					continue
				}
				verdict := "pass"
				ratio := ours.SamplesPerSecond / theirs.SamplesPerSecond
				if ratio < d.least {
					verdict = "FALL SHORT"
					short++
				}
				lines = append(lines, fmt.Sprintf("%s at least %gx %s: %sx, %s", name, d.least, r.title, digits(ratio), verdict))
			}
		}
	}
	return lines, short
}
