//go:build !js

package browser

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// A Server is the playground's own, built from the module and started on a
// free port.
type Server struct {
	URL string // without a slash at the end

	cmd *exec.Cmd
	dir string
}

// Serve builds and starts the server in the module's root folder. The site
// must have been built.
func Serve(root string) (*Server, error) {
	dir, err := os.MkdirTemp("", "nnplay")
	if err != nil {
		return nil, err
	}
	s := &Server{dir: dir}
	binary := filepath.Join(dir, "nnplay")
	build := exec.Command("go", "build", "-o", binary, ".")
	build.Dir, build.Stderr = root, os.Stderr
	if err := build.Run(); err != nil {
		s.Close()
		return nil, fmt.Errorf("build the server: %w", err)
	}
	port, err := freePort()
	if err != nil {
		s.Close()
		return nil, err
	}
	address := fmt.Sprintf("127.0.0.1:%d", port)
	s.URL = "http://" + address
	s.cmd = exec.Command(binary, "-addr", address)
	s.cmd.Stderr = os.Stderr
	if err := s.cmd.Start(); err != nil {
		s.Close()
		return nil, err
	}
	if err := answers(s.URL + "/healthz"); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

// Close stops the server and removes what it needed.
func (s *Server) Close() {
	if s.cmd != nil && s.cmd.Process != nil {
		s.cmd.Process.Signal(os.Interrupt)
		s.cmd.Wait()
	}
	os.RemoveAll(s.dir)
}
