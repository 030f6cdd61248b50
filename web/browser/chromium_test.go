//go:build !js

package browser

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	dir := t.TempDir()
	chromium := filepath.Join(dir, "chromium")
	if err := os.WriteFile(chromium, []byte("#!/bin/sh\n"), 0o777); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, path, variable string
		want, problem        string
	}{
		{"in PATH", dir, "", chromium, ""},
		{"named by the variable", "", chromium, chromium, ""},
		{"named wrongly, though one is in PATH", dir, filepath.Join(dir, "absent"), "", Variable},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Setenv("PATH", test.path)
			t.Setenv(Variable, test.variable)
			got, err := Ensure(io.Discard)
			if got != test.want {
				t.Errorf("found %q, want %q", got, test.want)
			}
			if test.problem == "" && err != nil || test.problem != "" && (err == nil || !strings.Contains(err.Error(), test.problem)) {
				t.Errorf("error %v, want %q", err, test.problem)
			}
		})
	}
}

// TestFindNone finds nothing to install a browser with either.
func TestFindNone(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	t.Setenv(Variable, "")
	saved := places
	places = nil
	defer func() { places = saved }()
	if path, err := Ensure(io.Discard); !errors.Is(err, errNone) {
		t.Errorf("%q, %v, want the error that tells how to get a browser", path, err)
	}
}
