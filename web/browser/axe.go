//go:build !js

package browser

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// axeVersion is the axe-core that judges the page.
const axeVersion = "4.14.1"

// Axe returns the source of axe-core, which npm fetches once and which is kept
// outside the repository.
func Axe() (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	folder := filepath.Join(cache, "nnplay", "axe-"+axeVersion)
	file := filepath.Join(folder, "node_modules", "axe-core", "axe.min.js")
	if source, err := os.ReadFile(file); err == nil {
		return string(source), nil
	}
	npm, err := exec.LookPath("npm")
	if err != nil {
		return "", errors.New("npm is missing, which fetches axe-core: install Node.js (Debian: apt-get install npm)")
	}
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return "", err
	}
	cmd := exec.Command(npm, "install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", "axe-core@"+axeVersion)
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("npm cannot fetch axe-core: %w\n%s", err, out)
	}
	source, err := os.ReadFile(file)
	return string(source), err
}
