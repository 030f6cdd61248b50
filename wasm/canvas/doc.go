// Program canvas draws a network and what it has learned, on the page, with
// Ebitengine. Snapshots come in, pictures go out; nothing is computed here that
// training depends on.
//
// Files without the suffix _js are plain Go and are tested natively: scene.go
// holds what is known, layout.go says where it goes, color.go what it looks
// like. Each view has a file: network_js.go, boundary_js.go, curve_js.go. They
// collect triangles in meshes (mesh_js.go), which two shaders draw (shader_js.go).
package main
