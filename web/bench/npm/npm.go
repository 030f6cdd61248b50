//go:build !js

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// cacheFolder returns where packages from npm are kept: outside the
// repository, which has none of their code.
func cacheFolder() (string, error) {
	cache, err := os.UserCacheDir()
	return filepath.Join(cache, "nnplay", "peers"), err
}

// install fetches the packages of the systems that are not there yet.
func install(systems []system) error {
	cache, err := cacheFolder()
	if err != nil {
		return err
	}
	var wanted []string
	for _, s := range systems {
		for _, p := range s.packages {
			if !installed(cache, p) {
				wanted = append(wanted, p)
			}
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

// installed tells whether the cache has a package, a name@version.
func installed(cache, pkg string) bool {
	at := strings.LastIndex(pkg, "@")
	text, err := os.ReadFile(filepath.Join(cache, "node_modules", filepath.FromSlash(pkg[:at]), "package.json"))
	var got struct{ Version string }
	return err == nil && json.Unmarshal(text, &got) == nil && got.Version == pkg[at+1:]
}

// missing leaves out, and tells, the systems whose packages could not be had.
func missing(systems []system, cause error) []system {
	if cause == nil {
		return systems
	}
	fmt.Fprintln(os.Stderr, cause)
	cache, err := cacheFolder()
	var rest []system
	for _, s := range systems {
		complete := len(s.packages) == 0 || err == nil
		for _, p := range s.packages {
			complete = complete && installed(cache, p)
		}
		if complete {
			rest = append(rest, s)
		} else {
			fmt.Fprintf(os.Stderr, "%s is left out\n", s.title)
		}
	}
	return rest
}
