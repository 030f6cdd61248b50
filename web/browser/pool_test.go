//go:build !js

package browser

import (
	"context"
	"flag"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// A pool lends browsers to tests that run beside each other: what one page keeps
// for the next, and which window has the focus, is then no other test's concern.
type pool struct {
	idle chan *Browser

	mu   sync.Mutex
	lent map[string]*Browser // by the name of the test
}

// thrifty are flags that spare a machine without a graphics card a fifth of the
// processor time: pages are painted by the processor itself, and WebAssembly is
// optimized only where it really takes long.
var thrifty = []string{"--disable-gpu-rasterization", "--js-flags=--wasm-tiering-budget=1000000000"}

// start starts as many browsers as tests run in parallel.
func (p *pool) start() error {
	n, err := strconv.Atoi(flag.Lookup("test.parallel").Value.String())
	if err != nil {
		return err
	}
	p.idle, p.lent = make(chan *Browser, n), map[string]*Browser{}
	for range n {
		b, err := Start(context.Background(), thrifty...)
		if err != nil {
			p.close()
			return err
		}
		p.idle <- b
	}
	return nil
}

// close closes the browsers that nobody has.
func (p *pool) close() {
	for len(p.idle) > 0 {
		(<-p.idle).Close()
	}
}

// browser returns the browser that the test or a test around it has, or lends
// it one until it ends.
func (p *pool) browser(t *testing.T) *Browser {
	p.mu.Lock()
	for name := t.Name(); ; {
		if b, ok := p.lent[name]; ok {
			p.mu.Unlock()
			return b
		}
		i := strings.LastIndexByte(name, '/')
		if i < 0 {
			break
		}
		name = name[:i]
	}
	p.mu.Unlock()
	b := <-p.idle
	p.mu.Lock()
	defer p.mu.Unlock()
	p.lent[t.Name()] = b
	t.Cleanup(func() {
		p.mu.Lock()
		delete(p.lent, t.Name())
		p.mu.Unlock()
		p.idle <- b
	})
	return b
}
