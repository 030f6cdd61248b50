package verify

import (
	"errors"
	"strings"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab/all"
	"nnplay/nn/program"
)

var families = experiment.Families(all.Families)

// TestPresets holds that a difference and a failure are found, and named.
func TestPresets(t *testing.T) {
	presets, err := Choose(families, "xor,gauss")
	if err != nil {
		t.Fatal(err)
	}
	plain := Native("interpreter", families, program.Interpret)
	another := func(name string, change func(fingerprint string) (string, error)) Engine {
		return Engine{name, func(link string, steps int) (string, error) {
			fingerprint, err := plain.Train(link, steps)
			if err == nil && strings.Contains(link, "gauss") {
				return change(fingerprint)
			}
			return fingerprint, err
		}}
	}
	for _, c := range []struct {
		engine Engine
		want   string // of the line on gauss
	}{
		{plain, "ok"},
		{another("wrong", func(f string) (string, error) { return "0" + f, nil }), "DIFFERS on wrong"},
		{another("broken", func(string) (string, error) { return "", errors.New("no memory") }), "FAILS on broken: no memory"},
	} {
		var out strings.Builder
		err := Presets(&out, presets, 3, []Engine{plain, c.engine}, 2)
		if (err == nil) != (c.want == "ok") || err != nil && !strings.Contains(err.Error(), "1 of 2 presets differ: gauss") {
			t.Errorf("%s: error %v", c.want, err)
		}
		lines := strings.Split(strings.TrimSpace(out.String()), "\n")
		if len(lines) != 2 {
			t.Fatalf("lines %q", lines)
		}
		for _, line := range lines {
			want := "ok"
			if strings.Contains(line, "gauss") {
				want = c.want
			}
			if !strings.Contains(line, want) || !strings.Contains(line, "3 steps") {
				t.Errorf("line %q does not say %q", line, want)
			}
		}
	}
	if Presets(new(strings.Builder), presets, 3, []Engine{plain}, 1) == nil {
		t.Error("one engine agrees with itself")
	}
}

func TestChoose(t *testing.T) {
	if presets, err := Choose(families, ""); err != nil || len(presets) < 20 {
		t.Errorf("%d presets, %v", len(presets), err)
	}
	if _, err := Choose(families, "xor,nothing"); err == nil || !strings.Contains(err.Error(), "nothing") {
		t.Errorf("error %v", err)
	}
}
