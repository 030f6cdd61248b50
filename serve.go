// Nnplay serves the playground: the files that "go run ./web/build" has
// written to web/dist, embedded in this program.
//
//	go run . [-addr 127.0.0.1:8080] [-open]
//
// It keeps no state and logs nothing. An experiment is the part of a link
// behind the '#', which browsers do not send.
package main

import (
	"context"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os"
	"os/exec"
	"os/signal"
	"path"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"
)

//go:embed all:web/dist
var dist embed.FS

func main() {
	addr := flag.String("addr", "127.0.0.1:8080", "`host:port` to listen on; port 0 takes any free one")
	open := flag.Bool("open", false, "open the page in the browser")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	if err := run(ctx, *addr, *open); err != nil {
		fmt.Fprintln(os.Stderr, "nnplay:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, addr string, open bool) error {
	files, err := fs.Sub(dist, "web/dist")
	if err != nil {
		return err
	}
	s, err := load(files)
	if err != nil {
		return err
	}
	l, err := listen(addr)
	if err != nil {
		return err
	}
	url := address(l.Addr())
	fmt.Printf("nnplay is at %s (Ctrl+C stops it)\n", url)
	if open {
		if err := openBrowser(url); err != nil {
			fmt.Fprintf(os.Stderr, "nnplay: no browser could be opened (%v): open %s yourself\n", err, url)
		}
	}
	return serve(ctx, l, s)
}

// A site holds the files by their path without the leading slash. It is the
// handler of all requests.
type site map[string]file

// A file is what a path stands for.
type file struct {
	header   map[string]string
	variants []variant // the preferred one first; the last is the plain file
}

// A variant is a file in one content coding.
type variant struct {
	coding string // as in Accept-Encoding
	etag   string
	body   []byte
}

// codings are the content codings, the preferred one first, and how the names
// of files in them end.
var codings = []struct{ name, suffix string }{{"br", ".br"}, {"gzip", ".gz"}, {identity, ""}}

const identity = "identity"

// types are the media types, by the end of the name.
var types = map[string]string{
	".css":         "text/css; charset=utf-8",
	".html":        "text/html; charset=utf-8",
	".ico":         "image/x-icon",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json",
	".pdf":         "application/pdf",
	".png":         "image/png",
	".svg":         "image/svg+xml",
	".txt":         "text/plain; charset=utf-8",
	".wasm":        "application/wasm",
	".webmanifest": "application/manifest+json",
	".woff2":       "font/woff2",
}

// policy is the Content-Security-Policy of all files. Workers have their own
// from the response that brought them, so it can't be left to the pages.
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; " +
	"style-src 'self'; worker-src 'self' blob:; img-src 'self' data: blob:; font-src 'self'; " +
	"manifest-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors "

// headers are sent with every answer. Any page may embed nnplay: one in a
// sandboxed frame, whose origin is "null", needs the Allow-Origin, and one that
// is cross-origin isolated needs the two policies of that name, which the
// frame's worker must have as well.
var headers = map[string]string{
	"Access-Control-Allow-Origin":  "*",
	"Content-Security-Policy":      policy + "'self'",
	"Cross-Origin-Embedder-Policy": "require-corp",
	"Cross-Origin-Resource-Policy": "cross-origin",
	"Permissions-Policy":           "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
	"Referrer-Policy":              "no-referrer",
	"X-Content-Type-Options":       "nosniff",
}

// embedPage is the one document that other sites may frame.
const embedPage = "embed.html"

// errNotBuilt says that web/dist holds no site.
var errNotBuilt = errors.New(`the site has not been built yet; "make run" builds and serves it, "go run ./web/build" only builds it`)

// load reads the site and computes the entity tags.
func load(fsys fs.FS) (site, error) {
	s := site{}
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || d.IsDir():
			return err
		case strings.HasPrefix(d.Name(), "."), path.Ext(name) == ".br", path.Ext(name) == ".gz":
			return nil
		}
		s[name], err = loadFile(fsys, name)
		return err
	})
	if _, ok := s["index.html"]; err == nil && !ok {
		err = errNotBuilt
	}
	return s, err
}

func loadFile(fsys fs.FS, name string) (file, error) {
	f := file{header: map[string]string{"Cache-Control": "no-cache", "Content-Type": types[path.Ext(name)]}}
	if f.header["Content-Type"] == "" {
		f.header["Content-Type"] = "application/octet-stream"
	}
	if name == embedPage {
		f.header["Content-Security-Policy"] = policy + "*"
	}
	for _, c := range codings {
		body, err := fs.ReadFile(fsys, name+c.suffix)
		if c.name != identity && errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return file{}, err
		}
		sum := sha256.Sum256(body)
		hash := hex.EncodeToString(sum[:])
		if c.name == identity && strings.Contains(name, "."+hash[:12]+".") { // as web/build names it
			f.header["Cache-Control"] = "public, max-age=31536000, immutable"
		}
		f.variants = append(f.variants, variant{c.name, `"` + hash[:32] + `"`, body})
	}
	return f, nil
}

func (s site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	for k, v := range headers {
		h.Set(k, v)
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		h.Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name == "healthz" {
		fmt.Fprintln(w, "ok")
		return
	}
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	f, ok := s[name]
	if !ok {
		http.NotFound(w, r)
		return
	}
	h.Set("Vary", "Accept-Encoding")
	v, ok := f.negotiate(strings.Join(r.Header.Values("Accept-Encoding"), ","))
	if !ok {
		http.Error(w, "available: br, gzip and identity", http.StatusNotAcceptable)
		return
	}
	for k, v := range f.header {
		h.Set(k, v)
	}
	h.Set("ETag", v.etag)
	if matches(strings.Join(r.Header.Values("If-None-Match"), ","), v.etag) {
		h.Del("Content-Type")
		w.WriteHeader(http.StatusNotModified)
		return
	}
	if v.coding != identity {
		h.Set("Content-Encoding", v.coding)
	}
	h.Set("Content-Length", strconv.Itoa(len(v.body)))
	w.Write(v.body) // net/http leaves it out of the answer to HEAD
}

// negotiate chooses the variant that an Accept-Encoding weighs most, among
// equals the first (RFC 9110, 12.5.3). It is false if none is acceptable.
func (f file) negotiate(accept string) (variant, bool) {
	const least = 1e-9 // the weight of identity where it is not spoken of
	weights := map[string]float64{}
	for item := range strings.SplitSeq(accept, ",") {
		coding, parameter, _ := strings.Cut(item, ";")
		weight := 1.0
		if k, v, ok := strings.Cut(parameter, "="); ok && strings.EqualFold(strings.TrimSpace(k), "q") {
			weight, _ = strconv.ParseFloat(strings.TrimSpace(v), 64)
		}
		weights[strings.ToLower(strings.TrimSpace(coding))] = weight
	}
	var best variant
	most := 0.0
	for _, v := range f.variants {
		weight, ok := weights[v.coding]
		if !ok {
			weight, ok = weights["*"]
		}
		if !ok && v.coding == identity {
			weight = least
		}
		if weight > most {
			best, most = v, weight
		}
	}
	return best, most > 0
}

// matches tells whether an If-None-Match names the entity tag.
func matches(ifNoneMatch, etag string) bool {
	for tag := range strings.SplitSeq(ifNoneMatch, ",") {
		tag = strings.TrimSpace(tag)
		if tag == "*" || strings.TrimPrefix(tag, "W/") == etag {
			return true
		}
	}
	return false
}

// listen opens the port, and says what to do if it can't.
func listen(addr string) (net.Listener, error) {
	l, err := net.Listen("tcp", addr)
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fmt.Errorf("%s is in use, perhaps by another nnplay; stop that one or choose another port: "+
			`"make run ADDR=127.0.0.1:8081", or "go run . -addr 127.0.0.1:0" for any free one`, addr)
	}
	return l, err
}

// address returns where a browser on this machine finds the server.
func address(a net.Addr) string {
	host, port, _ := net.SplitHostPort(a.String())
	if ip := net.ParseIP(host); ip.IsUnspecified() {
		host = "localhost"
	}
	return "http://" + net.JoinHostPort(host, port) + "/"
}

// serve answers requests until ctx is done, and then ends those under way.
func serve(ctx context.Context, l net.Listener, h http.Handler) error {
	server := http.Server{
		Handler:           h,
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      10 * time.Minute, // 3 MB over a line of 5 kB/s
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(l) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	patience, cancel := context.WithTimeout(context.Background(), 3*time.Second)
	defer cancel()
	if server.Shutdown(patience) != nil {
		server.Close()
	}
	return nil
}

// openBrowser shows a page in the user's browser.
func openBrowser(url string) error {
	command, ok := map[string][]string{
		"darwin":  {"open"},
		"windows": {"rundll32", "url.dll,FileProtocolHandler"},
	}[runtime.GOOS]
	if !ok {
		command = []string{"xdg-open"}
	}
	return exec.Command(command[0], append(command[1:], url)...).Start()
}
