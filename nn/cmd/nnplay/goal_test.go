//go:build !js

package main

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
)

func TestGoal(t *testing.T) {
	for _, tt := range []struct {
		name, link, goal string
		wrong            string // the error has this, "" for none
	}{
		{"more is better", "v=1&dataset=gauss&samples=100", "accuracy:0.9", ""},
		{"less is better", "v=1&dataset=gauss&samples=100", "loss:0.5", ""},
		{"too little", "v=1&dataset=gauss&samples=100", "accuracy:1.5", "accuracy is 1, and should be at least 1.5"},
		{"too much", "v=1&dataset=gauss&samples=100", "loss:0", "and should be at most 0"},
		{"a score of the family", "v=1&architecture=gan&samples=100&generatorShape=4&discriminatorShape=4", "js:10", ""},
		{"no such metric", "v=1", "beauty:1", "there are accuracy, loss"},
		{"a metric that does not apply", "v=1&dataset=reg-plane&samples=50", "accuracy:0.1", "accuracy is -"},
		{"no value", "v=1", "accuracy", "METRIC:VALUE"},
		{"no number", "v=1", "loss:nan", "METRIC:VALUE"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var out, warnings strings.Builder
			err := run([]string{"train", tt.link, "-steps", "200", "-goal", tt.goal}, &out, &warnings)
			if errors.Is(err, errUsage) || (err == nil) != (tt.wrong == "") || err != nil && !strings.Contains(err.Error(), tt.wrong) {
				t.Errorf("%v", err)
			}
		})
	}
}

// Each line of the presets is an experiment without fault, with a goal that is known.
func TestPresets(t *testing.T) {
	var out, warnings strings.Builder
	if err := run([]string{"presets", "-json"}, &out, &warnings); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(lines) != len(families.Presets()) {
		t.Errorf("%d lines", len(lines))
	}
	for _, line := range lines {
		var l listed
		if err := json.Unmarshal([]byte(line), &l); err != nil {
			t.Fatal(line, err)
		}
		spec, notices, err := families.Parse(l.Link)
		if err != nil || len(notices) > 0 || spec.Family.Name != l.Family || l.Steps < 1 || (l.Metric == "") != (l.Goal == nil) {
			t.Errorf("%s: %v %v", line, notices, err)
		}
		if err := (goal{metric: l.Metric}).known(spec.Family); err != nil {
			t.Errorf("%s: %v", line, err)
		}
	}
	out.Reset()
	if err := run([]string{"presets"}, &out, &warnings); err != nil || !strings.Contains(out.String(), "accuracy:0.97") {
		t.Errorf("%v: %s", err, out.String())
	}
}
