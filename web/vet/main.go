//go:build !js

// Vet checks the types of the site's scripts: TypeScript's compiler, fetched from
// npm once and kept outside the repository, reads them with their JSDoc as
// web/tsconfig.json says. Where it can't be had, that is said, and nothing is checked.
//
//	go run ./web/vet
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"nnplay/web/bench/npm"
)

// compiler is the package with the compiler.
const compiler = "typescript@7.0.2"

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "vet:", err)
		os.Exit(1)
	}
}

func run() error {
	module, err := exec.Command("go", "env", "GOMOD").Output()
	if err != nil {
		return fmt.Errorf("go env GOMOD: %w", err)
	}
	if err := npm.Install(compiler); err != nil {
		fmt.Fprintln(os.Stderr, "vet: the types of the scripts are NOT checked:", err)
		return nil
	}
	cache, err := npm.Folder()
	if err != nil {
		return err
	}
	project := filepath.Join(filepath.Dir(strings.TrimSpace(string(module))), "web")
	cmd := exec.Command("node", filepath.Join(cache, "node_modules", "typescript", "bin", "tsc"), "--project", project)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	err = cmd.Run()
	if _, failed := errors.AsType[*exec.ExitError](err); failed {
		return errors.New("the scripts' types do not fit, see above")
	}
	return err
}
