//go:build !js

package main

import (
	"strings"
	"testing"
)

// TestTrainLog replays what a link changes on the way, and says so first.
func TestTrainLog(t *testing.T) {
	const link = "v=1&dataset=xor&at=20:learningRate=0.1&at=30:output.bias.0=-0.5&at=900:momentum=0.5&at=7:seed=3"
	last := func(args ...string) (lines []string, warnings string) {
		var out, said strings.Builder
		if err := run(append([]string{"train"}, args...), &out, &said); err != nil {
			t.Fatal(err)
		}
		return strings.Split(strings.TrimSpace(out.String()), "\n"), said.String()
	}
	lines, warnings := last(link, "-steps", "40")
	want := []string{"at step 20: learningRate 0.03 -> 0.1", "at step 30: output.bias.0 = -0.5", "at step 900: momentum 0.9 -> 0.5 (not reached)"}
	if len(lines) != 5 || strings.Join(lines[:3], "|") != strings.Join(want, "|") {
		t.Errorf("it prints %q", lines)
	}
	if !strings.Contains(warnings, "at=7:seed=3") {
		t.Errorf("of what it does not change it says %q", warnings)
	}
	if again, _ := last(link, "-steps", "40", "-every", "7"); again[len(again)-1] != lines[4] {
		t.Error("with reports it is another run")
	}
	if plain, _ := last("v=1&dataset=xor", "-steps", "40"); plain[len(plain)-1] == lines[4] {
		t.Error("nothing is changed on the way")
	}
}
