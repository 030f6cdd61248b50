//go:build !js

package browser

import (
	"fmt"
	"net"
	"net/http"
	"time"
)

// freePort returns a port of the loopback address that nobody listens on.
func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}

// answers waits until an address answers 200, a minute at most.
func answers(url string) error {
	var last error
	for end := time.Now().Add(time.Minute); time.Now().Before(end); {
		r, err := http.Get(url)
		if err == nil {
			r.Body.Close()
			if r.StatusCode == http.StatusOK {
				return nil
			}
			err = fmt.Errorf("%s: %s", url, r.Status)
		}
		last = err
		time.Sleep(50 * time.Millisecond)
	}
	return last
}
