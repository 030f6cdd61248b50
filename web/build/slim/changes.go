package slim

// version is the one of Ebitengine that the changes are made for.
const version = "v2.10.4"

// A change is what becomes of a package of Ebitengine.
type change struct {
	dir     string            // of the package, in the module
	sum     string            // of the package's files as they were looked at
	drop    []string          // files that go, as patterns
	stub    string            // the folder of stubs whose files come
	imports map[string]string // import paths that become others
	empty   []string          // variables whose maps become empty
}

const (
	// Module is Ebitengine's path.
	Module   = "github.com/hajimehoshi/ebiten/v2"
	internal = Module + "/internal/"
)

// changes are the packages that others than these are linked for.
var changes = []change{
	// Shaders are compiled by the build: go/parser and its like, text/template, regexp and math/big go, and a
	// third of what the canvas did as it started.
	{dir: "internal/graphics", sum: "7b5af0e323bffe6a", drop: []string{"shader.go"}},
	{dir: "internal/legacyshader", sum: "7181a9e0900017a2", drop: []string{"*"}, stub: "legacyshader"},
	{dir: "internal/shaderir", sum: "9ce900b275710f98", drop: []string{"*"}, stub: "shaderir"},
	{dir: "internal/shaderir/glsl", sum: "23a8646f6861f113", drop: []string{"*"}, stub: "glsl"},
	{dir: "internal/builtinshader", sum: "196ae2345221813e", drop: []string{"*"}, stub: "builtinshader"},
	{dir: "internal/colormshader", sum: "49b072d6233c0645", drop: []string{"*"}, stub: "colormshader"},
	// Images are not dumped: archive/zip and compress/flate go.
	{dir: "internal/graphicscommand", sum: "7074c271a143ea2a", drop: []string{"image_js.go"}, stub: "graphicscommand", imports: map[string]string{internal + "png": internal + "slim/png"}},
	// Nobody reads logs: go/build, which looks for source files, and log/slog go.
	{dir: "internal/debug", sum: "2d485b37a8552fae", drop: []string{"caller.go"}, stub: "debug"},
	{dir: "internal/thread", sum: "04b5c79cc5303efd", imports: map[string]string{"log/slog": internal + "slim/slog"}},
	{dir: "internal/atlas", sum: "e4621b8e87705c17", imports: map[string]string{"log/slog": internal + "slim/slog"}},
	// The game runs for no other program: encoding/gob and net go.
	{dir: "internal/vmguest", sum: "245d173d0b771eea", drop: []string{"*"}, stub: "vmguest"},
	// Keys are the page's (web/frame/canvas-host.js keeps them from Ebitengine): it needs no names of them,
	// for each of which it asked JavaScript as it started.
	{dir: "internal/ui", sum: "ca49ee0174b19059", empty: []string{"uiKeyToJSCode", "uiKeyToJSKey"}},
	// Packages of ours.
	{dir: "internal/slim/png", stub: "png"},
	{dir: "internal/slim/slog", stub: "slog"},
}

// compiler is the package that compiles shaders, before the changes are made.
var compiler = change{dir: "internal/slim/shaders", stub: "shaders"}
