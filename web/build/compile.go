package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"nnplay/web/build/slim"
)

// cold are packages that work when something is opened, asked or told, and not
// while it trains: calls are not inlined there, which makes the trainer 5 % smaller.
var cold = []string{
	"nnplay/nn", "nnplay/nn/model", "nnplay/nn/setting", "nnplay/nn/lab/...", "nnplay/nn/experiment/...", "nnplay/nn/trace", "nnplay/nn/notice",
	"nnplay/plotting", "nnplay/wasm/protocol", "nnplay/wasm/worker", "nnplay/wasm/trainer", "nnplay/wasm/plots",
}

// compile compiles all main packages under wasm/ for the browser. One command
// does it, so that what they share is compiled once and the rest in parallel; and
// another for those that are built upon less than all of Ebitengine (slim).
func compile(c config) ([]file, error) {
	start := time.Now()
	list, err := goForWasm(c, "list", "-f", `{{if eq .Name "main"}}{{.ImportPath}}{{end}}`, "./wasm/...")
	if err != nil {
		return nil, err
	}
	packages := strings.Fields(list)
	if len(packages) == 0 {
		return nil, fmt.Errorf("no programs in %s", filepath.Join(c.root, "wasm"))
	}
	var names []string
	for _, p := range packages {
		names = append(names, path.Base(p))
	}
	report(c, "compile", "%s", strings.Join(names, ", "))
	bin := filepath.Join(cacheDir(c), "bin")
	if err := os.MkdirAll(bin, 0o777); err != nil {
		return nil, err
	}
	// Without the version control's stamp, since it would change the bytes at every commit,
	// and without gonum/plot's file formats: 3 MB that a page has no use for.
	args := []string{"build", "-trimpath", "-buildvcs=false", "-tags=minimal", "-ldflags=-s -w", "-o", bin + string(filepath.Separator)}
	for _, p := range cold {
		args = append(args, "-gcflags="+p+"=-l")
	}
	if packages, err = slimmed(c, args, packages); err != nil {
		return nil, err
	}
	if len(packages) > 0 {
		if _, err := goForWasm(c, append(args, packages...)...); err != nil {
			return nil, err
		}
	}
	var programs []file
	for _, name := range names {
		data, err := os.ReadFile(filepath.Join(bin, name))
		if err != nil {
			return nil, err
		}
		programs = append(programs, file{name + ".wasm", data})
	}
	report(c, "", "%s in %s", total(programs), seconds(start))
	return programs, nil
}

// slimmed compiles the programs that are built upon less than all of Ebitengine, and
// returns the others.
func slimmed(c config, args, packages []string) (others []string, err error) {
	if !c.slim {
		return packages, nil
	}
	source, drawn, others, err := slim.Look(c.root, packages)
	if err != nil || len(drawn) == 0 {
		return others, err
	}
	modfile, err := slim.Make(source, filepath.Join(cacheDir(c), "slim"))
	if err != nil {
		return nil, err
	}
	_, err = goForWasm(c, slices.Concat(args, []string{"-modfile=" + modfile}, drawn)...)
	return others, err
}

// goForWasm runs the go command for the browser's platform and returns what it prints.
func goForWasm(c config, args ...string) (string, error) {
	cmd := exec.Command("go", args...)
	cmd.Dir = c.root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	cmd.Stderr = c.log
	out, err := cmd.Output()
	if _, ok := errors.AsType[*exec.ExitError](err); ok {
		return "", fmt.Errorf("go %s failed, see above", args[0])
	}
	return string(out), err
}

// wasmExec reads the script that Go programs need in a browser; it belongs to
// the Go that compiled them.
func wasmExec(c config) (file, error) {
	goroot, err := goForWasm(c, "env", "GOROOT")
	if err != nil {
		return file{}, err
	}
	const name = "wasm_exec.js"
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(goroot), "lib", "wasm", name))
	if errors.Is(err, os.ErrNotExist) {
		return file{}, fmt.Errorf("%w: this Go has no support for WebAssembly, as some distributions cut it down; "+
			"take Go from https://go.dev/dl/ or install their package for it (golang-misc)", err)
	}
	return file{name, data}, err
}
