// Program canvas draws a network and what it has learned, on the page, with
// Ebitengine. Snapshots come in, pictures go out; nothing is computed here that
// training depends on.
//
// Files without the suffix _js are plain Go and are tested natively. What a
// family looks like is its figure's business (wasm/figure); the network over a
// plane of points is drawn here. Views collect triangles in meshes (mesh_js.go),
// which two shaders draw (shader_js.go).
package main
