// Package f32 has the elementary functions on float32 that stand on the way
// from a link to its weights.
//
// They are the project's own because those of package math differ in the last
// bit between processors: math.Exp is assembly on amd64 and plain Go in wasm.
// These are built from + - * /, square roots, comparisons and the bits of a
// number, all of which IEEE 754 defines to the last bit, so that a function has
// one value on every machine. Every product is written float32(x*y), since a
// compiler may otherwise fuse it with an addition into one rounding where the
// processor can (arm64, GOAMD64=v3).
//
// Each formula is also meant to be emitted four lanes at a time, as f32x4 and
// i32x4 instructions of WebAssembly. Where there is an if, both sides may be
// computed and one selected: an if only ever assigns. There is no table, no
// wider type and no conversion from float to integer; min and max are
// f32x4.min and f32x4.max, which pass NaN on.
//
// The error that a comment gives is the largest over all float32 arguments in
// the range, in units in the last place of the exact result (the test visits a
// sample). Denormal numbers count as arguments and as results, and zeros keep
// their sign. The sign and the payload of a NaN are not part of the promise:
// processors differ, and so may WebAssembly engines.
package f32
