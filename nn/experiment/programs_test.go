package experiment

import (
	"crypto/sha256"
	"fmt"
	"os"
	"strings"
	"testing"

	"nnplay/nn/program"
)

// TestProgramsForever holds the programs of every preset, instruction by
// instruction, and the layout of the arena that they share, of points also with
// what freezing takes: what a graph notes beside its instructions changes none.
// A change that makes other programs of the same weights, such as a faster one, may
// update testdata/programs.golden.
func TestProgramsForever(t *testing.T) {
	const path = "testdata/programs.golden"
	var got strings.Builder
	for _, p := range families.Presets() {
		run := mustOpen(t, mustParse(t, p.Link), program.Interpret)
		fmt.Fprintf(&got, "%s %s\n", p.Name, programsDigest(run))
		if run.spec.Family != families.Default().Family {
			continue
		}
		if err := run.recompile(true); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&got, "%s freezing %s\n", p.Name, programsDigest(run))
	}
	if *update {
		if err := os.WriteFile(path, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	held := strings.Split(string(want), "\n")
	for i, line := range strings.Split(got.String(), "\n") {
		if i >= len(held) || line != held[i] {
			t.Fatalf("%s has not %q", path, line)
		}
	}
}

// programsDigest returns the beginning of the SHA-256 of all that a run's
// programs say.
func programsDigest(r *Run) string {
	h := sha256.New()
	fmt.Fprintln(h, r.machine.Unit.Size)
	for _, p := range r.machine.Unit.All() {
		fmt.Fprintln(h, p.Name, p.Temps, p.Kept)
		for _, c := range p.Code {
			fmt.Fprintln(h, c)
		}
	}
	return fmt.Sprintf("%.8x", h.Sum(nil))
}
