//go:build !js

package main

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"
)

// TestLandscapeCommand prints the ways of a run and of another optimizer, and as JSON the
// losses besides.
func TestLandscapeCommand(t *testing.T) {
	const link = "v=1&dataset=xor&networkShape=3&optimizer=sgd"
	text := command(t, "landscape", link, "-steps", "100", "-beside", "adam")
	if !regexp.MustCompile(`(?m)^explained 0\.\d+$`).MatchString(text) || !regexp.MustCompile(`(?m)^sgd +step 100 +x 0 +y 0$`).MatchString(text) || !regexp.MustCompile(`(?m)^adam +step 100 +x \S+ +y \S+$`).MatchString(text) {
		t.Error(text)
	}
	var p plain
	if err := json.Unmarshal([]byte(command(t, "landscape", link, "-steps", "100", "-random", "-json")), &p); err != nil {
		t.Fatal(err)
	}
	if p.Side*p.Side != len(p.Loss) || p.Loss[0] == nil || p.Explained[0] != nil || len(p.Ways) != 1 || p.Ways[0].Optimizer != "sgd" {
		t.Errorf("%+v", p)
	}
	var out, said strings.Builder
	for _, args := range [][]string{
		{"landscape", link, "-steps", "0"}, {"landscape", link, "-beside", "nobody"}, {"landscape", "v=1&architecture=gan", "-steps", "3"}, {"landscape", link, "-steps", "-1"}, {"landscape"},
	} {
		if err := run(args, &out, &said); err == nil {
			t.Errorf("%q is obeyed", args)
		}
	}
}
