//go:build !js

package browser

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

// Flags are what Chromium needs to run headless and draw WebGL without a
// graphics card: in a container, as root, with little shared memory.
var Flags = []string{
	"--headless",
	"--no-sandbox",
	"--disable-dev-shm-usage",
	"--use-gl=angle",
	"--use-angle=swiftshader",
	"--enable-unsafe-swiftshader",
	"--disable-background-networking",
}

// Painted are flags besides, by which the processor itself paints pages and puts them
// together, not a graphics card that it plays: only WebGL is drawn so. That is nearer to
// a machine that has one.
var Painted = []string{"--disable-gpu-rasterization", "--disable-gpu-compositing"}

// Variable is the environment variable that names the browser's executable, or
// is "none" to leave the browser tests out.
const Variable = "NNPLAY_BROWSER"

// commands are the names of Chromium and Chrome in PATH.
var commands = []string{
	"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "chromium-headless-shell", "microsoft-edge", "msedge",
}

// places are where they stand when they are not in PATH, by operating system.
var places = map[string][]string{
	"linux": {
		"/usr/lib/chromium/chromium",
		"/opt/google/chrome/chrome",
		"/snap/bin/chromium",
		"/var/lib/flatpak/exports/bin/org.chromium.Chromium",
	},
	"darwin": {
		"/Applications/Chromium.app/Contents/MacOS/Chromium",
		"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
		"$HOME/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
		"/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
	},
	"windows": {
		`$ProgramFiles\Google\Chrome\Application\chrome.exe`,
		`$LocalAppData\Google\Chrome\Application\chrome.exe`,
		`$LocalAppData\Chromium\Application\chrome.exe`,
	},
}

// errNone says that there is no browser and how to get one.
var errNone = errors.New("neither Chromium nor Chrome was found; install one (Debian: apt-get install chromium, " +
	"Fedora: dnf install chromium, macOS: brew install --cask google-chrome), " +
	"set " + Variable + " to the path of its executable, or to none to leave the browser tests out")

// Find returns the path of a Chromium or Chrome.
func Find() (string, error) {
	if name := os.Getenv(Variable); name != "" {
		path, err := exec.LookPath(name)
		if err != nil {
			return "", fmt.Errorf("%s: %w", Variable, err)
		}
		return path, nil
	}
	for _, name := range commands {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	for _, place := range places[runtime.GOOS] {
		if path, err := exec.LookPath(filepath.Clean(os.ExpandEnv(place))); err == nil {
			return path, nil
		}
	}
	return "", errNone
}

// Ensure finds a Chromium or Chrome. If there is none and the system is one
// where root can install it with apt-get, it does that, telling log.
func Ensure(log io.Writer) (string, error) {
	path, err := Find()
	if !errors.Is(err, errNone) || os.Geteuid() != 0 {
		return path, err
	}
	apt, notFound := exec.LookPath("apt-get")
	if notFound != nil {
		return "", err
	}
	for _, args := range [][]string{{"update", "-q"}, {"install", "-y", "-q", "--no-install-recommends", "chromium"}} {
		cmd := exec.Command(apt, args...)
		cmd.Env = append(os.Environ(), "DEBIAN_FRONTEND=noninteractive")
		cmd.Stdout, cmd.Stderr = log, log
		fmt.Fprintln(log, "no Chromium found; running", cmd)
		if e := cmd.Run(); e != nil {
			return "", fmt.Errorf("%v: %w; %w", cmd, e, err)
		}
	}
	return Find()
}
