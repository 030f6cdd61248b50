package data

// The domains: the square of TensorFlow Playground for two inputs, its width for
// one, with room for noise above and below targets in [-1, 1].
var (
	plane = [4]float32{-6, 6, -6, 6}
	curve = [4]float32{-6, 6, -1.5, 1.5}
)

// TensorFlow Playground's numbers of samples, and one for a single input.
const (
	classified = 500
	regressed  = 1200
	sampled    = 300
)

// Sets is the table of data sets, a row each, in the order of a page.
var Sets = []Set{
	// TensorFlow Playground's classifications: playground.go, spiral.go.
	{Name: "circle", Inputs: 2, Classes: 2, Count: classified, Domain: plane, Known: inCircle, generate: circle},
	{Name: "xor", Inputs: 2, Classes: 2, Count: classified, Domain: plane, Known: sameSigns, generate: xor},
	{Name: "gauss", Inputs: 2, Classes: 2, Count: classified, Domain: plane, generate: gauss},
	{Name: "spiral", Inputs: 2, Classes: 2, Count: classified, Domain: plane, generate: spiral},

	// More shapes: shapes.go, spiral.go.
	{Name: "moons", Inputs: 2, Classes: 2, Count: classified, Domain: plane, generate: moons},
	{Name: "rings", Inputs: 2, Classes: 3, Count: classified, Domain: plane, Known: ringOf, generate: rings},
	{Name: "checkerboard", Inputs: 2, Classes: 2, Count: classified, Domain: plane, Known: squareOf, generate: labeled(squareOf)},
	{Name: "spiral3", Inputs: 2, Classes: 3, Count: classified, Domain: plane, generate: spiral},
	{Name: "blobs", Inputs: 2, Count: classified, Domain: plane, generate: blobs},

	// The boundary is a known function: boundary.go.
	{Name: "sine-boundary", Inputs: 2, Classes: 2, Count: classified, Domain: plane, Known: aboveSine, generate: labeled(aboveSine)},
	{Name: "line-boundary", Inputs: 2, Classes: 2, Count: classified, Domain: plane, Known: aboveLine, generate: labeled(aboveLine)},
	{Name: "heart-boundary", Inputs: 2, Classes: 2, Count: classified, Domain: plane, Known: inHeart, generate: labeled(inHeart)},

	// Regression over the plane, first TensorFlow Playground's: surface.go.
	{Name: "reg-plane", Problem: Regression, Inputs: 2, Targets: 1, Count: regressed, Domain: plane, Known: slope, generate: surface(slope)},
	{Name: "reg-gauss", Problem: Regression, Inputs: 2, Targets: 1, Count: regressed, Domain: plane, Known: sixHills, generate: surface(sixHills)},
	{Name: "waves", Problem: Regression, Inputs: 2, Targets: 2, Count: regressed, Domain: plane, Known: waves, generate: valued(2, 2, waves)},

	// Regression over a line: curve.go.
	{Name: "x-sin-x", Problem: Regression, Inputs: 1, Targets: 1, Count: sampled, Domain: curve, Known: xSinX, generate: valued(1, 1, xSinX)},
	{Name: "step", Problem: Regression, Inputs: 1, Targets: 1, Count: sampled, Domain: curve, Known: stairs, generate: valued(1, 1, stairs)},
	{Name: "line", Problem: Regression, Inputs: 1, Targets: 1, Count: sampled, Domain: curve, Known: line, generate: valued(1, 1, line)},

	// Small enough to follow with a pencil: byhand.go.
	{Name: "worked-example", Problem: Regression, Inputs: 1, Targets: 1, Fixed: true, Count: 2,
		Domain: [4]float32{0, 3, -0.5, 1.5}, generate: workedExample},
	{Name: "two-outputs", Problem: Regression, Inputs: 2, Targets: 2, Fixed: true, Count: 1, Domain: [4]float32{0, 3, 0, 3}, generate: twoOutputs},
	{Name: "xor-rows", Problem: Regression, Inputs: 2, Targets: 1, Fixed: true, Count: 4, Domain: [4]float32{-0.5, 1.5, -0.5, 1.5}, generate: xorRows},
}
