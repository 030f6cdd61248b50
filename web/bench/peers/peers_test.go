//go:build !js

package main

import (
	"errors"
	"math"
	"testing"
)

func TestHuman(t *testing.T) {
	for v, want := range map[float64]string{0: "0.00", 7.126: "7.13", 99.94: "99.9", 99.96: "100", 999.4: "999", 999.6: "1.00 k", 230400: "230 k", 999600: "1.00 M", 12.34e6: "12.3 M"} {
		if got := human(v); got != want {
			t.Errorf("%v is written %s, want %s", v, got, want)
		}
	}
}

// TestCompare tells a system that learns alike from those that do not.
func TestCompare(t *testing.T) {
	ours := result{Before: 1, After: 0.1}
	for _, c := range []struct {
		name string
		got  result
		fine bool
	}{
		{"alike", result{Before: 1.0001, After: 0.102}, true},
		{"other weights", result{Before: 1.1, After: 0.1}, false},
		{"slower", result{Before: 1, After: 0.12}, false},
		{"not at all", result{Before: 1, After: 1}, false},
		{"NaN", result{Before: 1, After: math.NaN()}, false},
		{"another optimizer", result{Before: 1, After: 0.12, Differs: true}, true},
		{"another, and slower", result{Before: 1, After: 0.3, Differs: true}, false},
		{"absent", result{Absent: true}, true},
		{"failed", result{err: errors.New("failed")}, false},
	} {
		if problem := compare(c.got, ours); (problem == "") != c.fine {
			t.Errorf("%s: %q", c.name, problem)
		}
	}
	if problem := compare(result{Before: 1, After: 0.9}, result{Absent: true}); problem != "" {
		t.Errorf("without nnplay: %q", problem)
	}
}

// TestDemanded tells what is fast enough from what falls short.
func TestDemanded(t *testing.T) {
	speeds := func(s system, list map[string]float64) row {
		r := row{s, map[string]result{}}
		for name, v := range list {
			r.results[name] = result{SamplesPerSecond: v}
		}
		return r
	}
	rows := []row{
		speeds(nnplay, map[string]float64{"W1": 1000, "W3": 100, "W6": 10}),
		speeds(system{name: "torch", title: "PyTorch"}, map[string]float64{"W1": 20, "W3": 100, "W6": 11}),
		speeds(system{name: "convnetjs", title: "ConvNetJS"}, map[string]float64{"W1": 100, "W3": 1e6}),
	}
	lines, short := demanded(rows)
	if short != 2 || len(lines) != 4 {
		t.Errorf("%d fall short of %q", short, lines)
	}
}
