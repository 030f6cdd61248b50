package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// hashed is the name that web/build gives a program with these bytes.
func hashed(program string) string {
	sum := sha256.Sum256([]byte(program))
	return "canvas." + hex.EncodeToString(sum[:])[:12] + ".wasm"
}

var testFiles = map[string]string{
	".keep":                       "nothing",
	"index.html":                  "page",
	"index.html.br":               "page in brotli",
	"index.html.gz":               "page in gzip",
	"embed.html":                  "frame",
	"element.js":                  "script",
	"i18n/en.json":                "{}",
	"tutorial/index.html":         "tutorial",
	"trainer.wasm":                "program",
	"trainer.wasm.gz":             "program in gzip",
	hashed("drawing"):             "drawing",
	hashed("drawing") + ".br":     "drawing in brotli",
	"canvas.0123456789ab.wasm":    "another, whose hash is a lie",
	"README":                      "unknown type",
	"favicon.svg":                 "<svg/>",
	"canvas.wasm.map.json.br.txt": "text",
}

func testSite(t *testing.T) site {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, body := range testFiles {
		fsys[name] = &fstest.MapFile{Data: []byte(body)}
	}
	s, err := load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// get answers a request whose headers are given as names and values in turn.
func get(s http.Handler, method, target string, header ...string) *http.Response {
	r := httptest.NewRequest(method, target, nil)
	for i := 0; i < len(header); i += 2 {
		r.Header.Add(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, r *http.Response) string {
	t.Helper()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestPaths(t *testing.T) {
	const (
		check = "no-cache"
		keep  = "public, max-age=31536000, immutable"
	)
	s := testSite(t)
	for _, test := range []struct {
		method, target string
		status         int
		body           string
		contentType    string
		cache          string
	}{
		{"GET", "/", 200, "page", "text/html; charset=utf-8", check},
		{"GET", "/index.html", 200, "page", "text/html; charset=utf-8", check},
		{"GET", "/?lang=en", 200, "page", "text/html; charset=utf-8", check},
		{"GET", "/embed.html?host=a&theme=dark", 200, "frame", "text/html; charset=utf-8", check},
		{"GET", "/element.js", 200, "script", "text/javascript; charset=utf-8", check},
		{"GET", "/i18n/en.json", 200, "{}", "application/json", check},
		{"GET", "/tutorial/", 200, "tutorial", "text/html; charset=utf-8", check},
		{"GET", "/trainer.wasm", 200, "program", "application/wasm", check},
		{"GET", "/" + hashed("drawing"), 200, "drawing", "application/wasm", keep},
		{"GET", "/canvas.0123456789ab.wasm", 200, "another, whose hash is a lie", "application/wasm", check},
		{"GET", "/favicon.svg", 200, "<svg/>", "image/svg+xml", check},
		{"GET", "/README", 200, "unknown type", "application/octet-stream", check},
		{"GET", "/healthz", 200, "ok\n", "text/plain; charset=utf-8", ""},
		{"GET", "/index.html.br", 404, "404 page not found\n", "text/plain; charset=utf-8", ""},
		{"GET", "/.keep", 404, "404 page not found\n", "text/plain; charset=utf-8", ""},
		{"GET", "/i18n/", 404, "404 page not found\n", "text/plain; charset=utf-8", ""},
		{"GET", "/../serve.go", 404, "404 page not found\n", "text/plain; charset=utf-8", ""},
		{"GET", "//example.com/", 404, "404 page not found\n", "text/plain; charset=utf-8", ""},
		{"POST", "/", 405, "only GET and HEAD\n", "text/plain; charset=utf-8", ""},
	} {
		t.Run(test.method+" "+test.target, func(t *testing.T) {
			r := get(s, test.method, test.target)
			if got := body(t, r); r.StatusCode != test.status || got != test.body {
				t.Errorf("%d %q, want %d %q", r.StatusCode, got, test.status, test.body)
			}
			if got := r.Header.Get("Content-Type"); got != test.contentType {
				t.Errorf("Content-Type %q, want %q", got, test.contentType)
			}
			if got := r.Header.Get("Cache-Control"); got != test.cache {
				t.Errorf("Cache-Control %q, want %q", got, test.cache)
			}
		})
	}
}

func TestNegotiation(t *testing.T) {
	s := testSite(t)
	for _, test := range []struct {
		target, accept string
		status         int
		coding, body   string
	}{
		{"/", "", 200, "", "page"},
		{"/", "gzip, deflate, br, zstd", 200, "br", "page in brotli"},
		{"/", "gzip, deflate", 200, "gzip", "page in gzip"},
		{"/", "GZip", 200, "gzip", "page in gzip"},
		{"/", "br;q=0.5, gzip;q=0.8", 200, "gzip", "page in gzip"},
		{"/", "br; q=0.5 , gzip ;Q=0.5", 200, "br", "page in brotli"},
		{"/", "br;q=0, gzip", 200, "gzip", "page in gzip"},
		{"/", "br;q=0.1", 200, "br", "page in brotli"},
		{"/", "identity, br;q=0.9", 200, "", "page"},
		{"/", "*", 200, "br", "page in brotli"},
		{"/", "*, br;q=0", 200, "gzip", "page in gzip"},
		{"/", "zstd", 200, "", "page"},
		{"/", "br;q=nonsense", 200, "", "page"},
		{"/", "identity;q=0, zstd", 406, "", "available: br, gzip and identity\n"},
		{"/", "*;q=0", 406, "", "available: br, gzip and identity\n"},
		{"/trainer.wasm", "gzip, deflate, br", 200, "gzip", "program in gzip"},
		{"/trainer.wasm", "br", 200, "", "program"},
		{"/" + hashed("drawing"), "gzip, br", 200, "br", "drawing in brotli"},
		{"/embed.html", "gzip, br", 200, "", "frame"},
		{"/embed.html", "gzip, identity;q=0", 406, "", "available: br, gzip and identity\n"},
	} {
		t.Run(test.target+" "+test.accept, func(t *testing.T) {
			r := get(s, "GET", test.target, "Accept-Encoding", test.accept)
			got := body(t, r)
			if r.StatusCode != test.status || got != test.body {
				t.Errorf("%d %q, want %d %q", r.StatusCode, got, test.status, test.body)
			}
			if coding := r.Header.Get("Content-Encoding"); coding != test.coding {
				t.Errorf("Content-Encoding %q, want %q", coding, test.coding)
			}
			if vary := r.Header.Get("Vary"); vary != "Accept-Encoding" {
				t.Errorf("Vary %q", vary)
			}
			if length := r.Header.Get("Content-Length"); r.StatusCode == 200 && length != strconv.Itoa(len(got)) {
				t.Errorf("Content-Length %s, want %d", length, len(got))
			}
		})
	}
}

func TestEntityTags(t *testing.T) {
	s := testSite(t)
	plain := get(s, "GET", "/").Header.Get("ETag")
	brotli := get(s, "GET", "/", "Accept-Encoding", "br").Header.Get("ETag")
	sum := sha256.Sum256([]byte("page"))
	if want := `"` + hex.EncodeToString(sum[:16]) + `"`; plain != want {
		t.Errorf("ETag %s, want %s", plain, want)
	}
	if brotli == plain {
		t.Errorf("two codings have the same ETag %s", plain)
	}
	for _, test := range []struct {
		accept, ifNoneMatch string
		status              int
	}{
		{"", plain, 304},
		{"", "W/" + plain, 304},
		{"", `"other", ` + plain, 304},
		{"", "*", 304},
		{"", `"other"`, 200},
		{"", strings.Trim(plain, `"`), 200},
		{"", brotli, 200},
		{"br", brotli, 304},
		{"br", plain, 200},
	} {
		t.Run(test.accept+" "+test.ifNoneMatch, func(t *testing.T) {
			r := get(s, "GET", "/", "Accept-Encoding", test.accept, "If-None-Match", test.ifNoneMatch)
			if r.StatusCode != test.status {
				t.Fatalf("status %d, want %d", r.StatusCode, test.status)
			}
			if test.status != 304 {
				return
			}
			if b := body(t, r); b != "" {
				t.Errorf("body %q", b)
			}
			for _, name := range []string{"ETag", "Vary", "Cache-Control"} {
				if r.Header.Get(name) == "" {
					t.Errorf("no %s", name)
				}
			}
		})
	}
}

// TestSecurityHeaders holds what makes the page strict and the frame embeddable.
func TestSecurityHeaders(t *testing.T) {
	s := testSite(t)
	for _, target := range []string{"/", "/embed.html", "/element.js", "/trainer.wasm", "/healthz", "/absent"} {
		t.Run(target, func(t *testing.T) {
			h := get(s, "GET", target).Header
			for name, want := range map[string]string{
				"Access-Control-Allow-Origin":  "*",
				"Cross-Origin-Embedder-Policy": "require-corp",
				"Cross-Origin-Resource-Policy": "cross-origin",
				"Referrer-Policy":              "no-referrer",
				"X-Content-Type-Options":       "nosniff",
			} {
				if got := h.Get(name); got != want {
					t.Errorf("%s: %q, want %q", name, got, want)
				}
			}
			directives := map[string]string{}
			for d := range strings.SplitSeq(h.Get("Content-Security-Policy"), ";") {
				name, value, _ := strings.Cut(strings.TrimSpace(d), " ")
				directives[name] = value
			}
			ancestors := "'self'"
			if target == "/embed.html" {
				ancestors = "*"
			}
			for name, want := range map[string]string{
				"default-src":     "'none'",
				"script-src":      "'self' 'wasm-unsafe-eval'",
				"connect-src":     "'self'",
				"style-src":       "'self'",
				"worker-src":      "'self' blob:",
				"frame-ancestors": ancestors,
			} {
				if got := directives[name]; got != want {
					t.Errorf("%s %q, want %q", name, got, want)
				}
			}
		})
	}
}

// TestServe speaks HTTP with the server: HEAD has no body, and stopping waits
// for the answer under way.
func TestServe(t *testing.T) {
	l, err := listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s := testSite(t)
	entered, leave := make(chan struct{}), make(chan struct{})
	mux := http.NewServeMux()
	mux.Handle("/", s)
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		close(entered)
		<-leave
		io.WriteString(w, "done")
	})
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	ended := make(chan error, 1)
	go func() { ended <- serve(ctx, l, mux) }()
	url := address(l.Addr())

	r, err := http.Head(url + "trainer.wasm")
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	if r.StatusCode != 200 || r.ContentLength != int64(len("program")) {
		t.Errorf("HEAD: %d, %d bytes", r.StatusCode, r.ContentLength)
	}

	slow := make(chan string, 1)
	go func() {
		r, err := http.Get(url + "slow")
		if err != nil {
			slow <- err.Error()
			return
		}
		defer r.Body.Close()
		b, _ := io.ReadAll(r.Body)
		slow <- string(b)
	}()
	<-entered
	cancel()
	time.AfterFunc(50*time.Millisecond, func() { close(leave) })
	if got := <-slow; got != "done" {
		t.Errorf("the answer under way became %q", got)
	}
	if err := <-ended; err != nil {
		t.Errorf("stopping: %v", err)
	}
}

func TestListenOnTakenPort(t *testing.T) {
	l, err := listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, err = listen(l.Addr().String())
	if err == nil || !strings.Contains(err.Error(), "choose another port") {
		t.Errorf("error %v, want advice", err)
	}
}

func TestAddress(t *testing.T) {
	for _, test := range []struct{ ip, want string }{
		{"127.0.0.1", "http://127.0.0.1:8080/"},
		{"0.0.0.0", "http://localhost:8080/"},
		{"::", "http://localhost:8080/"},
		{"::1", "http://[::1]:8080/"},
	} {
		if got := address(&net.TCPAddr{IP: net.ParseIP(test.ip), Port: 8080}); got != test.want {
			t.Errorf("%s: %s, want %s", test.ip, got, test.want)
		}
	}
}

func TestNotBuilt(t *testing.T) {
	_, err := load(fstest.MapFS{".keep": &fstest.MapFile{}})
	if !errors.Is(err, errNotBuilt) || !strings.Contains(err.Error(), "make run") {
		t.Errorf("error %v, want one that says how to build", err)
	}
}

// TestTypes walks the site's own sources: no file of it may lack a media type.
// Declarations for the type checker are not served.
func TestTypes(t *testing.T) {
	sources := os.DirFS("web")
	err := fs.WalkDir(sources, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			programs, err := fs.Glob(sources, path.Join(name, "*.go"))
			if name != "." && (len(programs) > 0 || name == "dist" || strings.HasPrefix(d.Name(), ".")) {
				return fs.SkipDir
			}
			return err
		}
		if ext := path.Ext(name); ext != ".go" && ext != ".ts" && types[ext] == "" {
			t.Errorf("web/%s: no media type for %s", name, ext)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
