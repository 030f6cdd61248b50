package svg

import "nnplay/wasm/paper"

// cubic writes points as a cubic Bézier curve, if one passes them at a distance: that
// of least squares, to which they are evenly spaced places.
func cubic(points [][2]float32, distance float32) (path string, ok bool) {
	n := len(points)
	if n < 6 {
		return "", false
	}
	first, last := points[0], points[n-1]
	var aa, ab, bb float32 // normal equations of the two control points
	var right [2][2]float32
	for i, p := range points {
		start, a, b, end := bernstein(float32(i) / float32(n-1))
		aa, ab, bb = aa+a*a, ab+a*b, bb+b*b
		for axis := range 2 {
			rest := p[axis] - start*first[axis] - end*last[axis]
			right[0][axis] += a * rest
			right[1][axis] += b * rest
		}
	}
	var control [2][2]float32
	for axis := range 2 {
		determinant := aa*bb - ab*ab
		control[0][axis] = (right[0][axis]*bb - right[1][axis]*ab) / determinant
		control[1][axis] = (right[1][axis]*aa - right[0][axis]*ab) / determinant
	}
	for i, p := range points {
		start, a, b, end := bernstein(float32(i) / float32(n-1))
		var away [2]float32
		for axis := range 2 {
			away[axis] = start*first[axis] + a*control[0][axis] + b*control[1][axis] + end*last[axis] - p[axis]
		}
		if !(paper.Length(away[0], away[1]) <= distance) {
			return "", false
		}
	}
	path = "M" + number(first[0]) + " " + number(first[1]) + "C"
	for i, p := range [][2]float32{control[0], control[1], last} {
		if i > 0 {
			path += " "
		}
		path += number(p[0]) + " " + number(p[1])
	}
	return path, true
}

// bernstein returns the weights of a curve's four points at t of 0 .. 1.
func bernstein(t float32) (start, a, b, end float32) {
	u := 1 - t
	return u * u * u, 3 * t * u * u, 3 * t * t * u, t * t * t
}
