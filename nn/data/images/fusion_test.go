package images

import (
	"os/exec"
	"regexp"
	"testing"
)

// TestNoFusion compiles the package for arm64, which has a fused multiply-add,
// and looks for one in the assembly: its one rounding in place of two would
// give other images there. A division by a power of two counts as a product.
func TestNoFusion(t *testing.T) {
	if testing.Short() {
		t.Skip("it may compile the standard library")
	}
	gotool, err := exec.LookPath("go")
	if err != nil {
		t.Skip("there is no go command here")
	}
	build := exec.Command(gotool, "build", "-gcflags=-S", ".")
	build.Env = append(build.Environ(), "GOOS=linux", "GOARCH=arm64", "CGO_ENABLED=0")
	assembly, err := build.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, assembly)
	}
	if !regexp.MustCompile(`\sFMULS\s`).Match(assembly) {
		t.Fatal("there is no product in the assembly")
	}
	for _, line := range regexp.MustCompile(`(?m)^.*\sFN?M(ADD|SUB)[SD]\s.*$`).FindAll(assembly, -1) {
		t.Errorf("%s", line)
	}
}
