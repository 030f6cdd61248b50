//go:build !js

package main

import (
	"encoding/json"
	"errors"
	"regexp"
	"strings"
	"testing"
)

// TestAblateCommand prints a line for the whole network and one for each part; without a
// layer of one unit, all points are answered alike.
func TestAblateCommand(t *testing.T) {
	const link = "v=1&dataset=gauss&networkShape=4,1"
	text := command(t, "ablate", link, "-steps", "200")
	lines := strings.Split(strings.TrimSpace(text), "\n")
	if len(lines) != 1+4+1+1 {
		t.Errorf("the lines\n%s", text)
	}
	if !regexp.MustCompile(`(?m)^without hidden1/out\[3\] +train-loss \S+ +test-loss \S+ +accuracy \S+$`).MatchString(text) {
		t.Error(text)
	}
	var whole, without worth
	told := json.NewDecoder(strings.NewReader(command(t, "ablate", "-json", "-tensor", "hidden2", link, "-steps", "200")))
	if err := errors.Join(told.Decode(&whole), told.Decode(&without)); err != nil || told.More() {
		t.Fatal(err)
	}
	if whole.Tensor != "" || *whole.Accuracy < 0.9 || without.Tensor != "hidden2/out" || without.At != 0 || *without.Accuracy > 0.65 {
		t.Errorf("%+v, %v; %+v, %v", whole, *whole.Accuracy, without, *without.Accuracy)
	}
	var out, said strings.Builder
	for _, args := range [][]string{{"ablate", link, "-steps", "0", "-tensor", "hidden3"}, {"ablate", link, "-steps", "-1"}, {"ablate"}} {
		if err := run(args, &out, &said); err == nil {
			t.Errorf("%q is obeyed", args)
		}
	}
}
