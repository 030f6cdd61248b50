//go:build !js

// Package npm fetches packages for benchmarks.
package npm

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Folder returns where packages are kept: outside the repository, which has
// none of their code.
func Folder() (string, error) {
	cache, err := os.UserCacheDir()
	return filepath.Join(cache, "nnplay", "peers"), err
}

// Install fetches those of the packages, each a name@version, that are not
// there yet.
func Install(packages ...string) error {
	cache, err := Folder()
	if err != nil {
		return err
	}
	var wanted []string
	for _, p := range packages {
		if !installed(cache, p) {
			wanted = append(wanted, p)
		}
	}
	if len(wanted) == 0 {
		return nil
	}
	npm, err := exec.LookPath("npm")
	if err != nil {
		return fmt.Errorf("npm is missing, which fetches %s: install Node.js (Debian: apt-get install npm)", strings.Join(wanted, ", "))
	}
	if err := os.MkdirAll(cache, 0o777); err != nil {
		return err
	}
	fmt.Fprintln(os.Stderr, "fetching", strings.Join(wanted, ", "))
	cmd := exec.Command(npm, append([]string{"install", "--prefix", cache, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"}, wanted...)...)
	cmd.Dir, cmd.Stderr = cache, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("npm install %s: %w", strings.Join(wanted, " "), err)
	}
	return nil
}

// Installed tells whether packages are there.
func Installed(packages ...string) bool {
	cache, err := Folder()
	for _, p := range packages {
		if err != nil || !installed(cache, p) {
			return false
		}
	}
	return true
}

func installed(cache, pkg string) bool {
	at := strings.LastIndex(pkg, "@")
	text, err := os.ReadFile(filepath.Join(cache, "node_modules", filepath.FromSlash(pkg[:at]), "package.json"))
	var got struct{ Version string }
	return err == nil && json.Unmarshal(text, &got) == nil && got.Version == pkg[at+1:]
}
