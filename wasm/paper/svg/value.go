package svg

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"nnplay/wasm/paper"
)

// number writes a length to a tenth of a pixel.
func number(v float32) string { return tenths(tenth(v)) }

// tenth returns a length in tenths of a pixel, 0 if it is no number.
func tenth(v float32) int {
	if v != v {
		return 0
	}
	return int(math.Round(float64(paper.Clamp(v, -1e6, 1e6)) * 10))
}

func tenths(n int) string {
	s := strconv.FormatFloat(float64(n)/10, 'f', -1, 64)
	if s == "-0" {
		return "0"
	}
	return s
}

func attribute(name, value string) string { return " " + name + `="` + value + `"` }

// both writes the color of a light theme and of a dark one.
func both(light, dark paper.Color) string {
	l, d := hex(light), hex(dark)
	if l == d {
		return l
	}
	return "light-dark(" + l + "," + d + ")"
}

// hex writes a color as #rrggbb, or #rrggbbaa if it lets through what is below.
func hex(c paper.Color) string {
	p := c.Pixel()
	s := fmt.Sprintf("#%02x%02x%02x", p&255, p>>8&255, p>>16&255)
	if a := uint8(paper.Clamp(c.A, 0, 1)*255 + 0.5); a < 255 {
		s += fmt.Sprintf("%02x", a)
	}
	return s
}

// line writes a path through points: as one curve if it is one, nearly, else as a line
// without those points that lie, nearly, on a straight one.
func line(points [][2]float32) string {
	const near = 0.25
	if curve, ok := cubic(points, near); ok {
		return curve
	}
	points = straightened(points, near)
	var b strings.Builder
	var x, y int // in tenths
	for i, p := range points {
		nx, ny := tenth(p[0]), tenth(p[1])
		switch {
		case i == 0:
			b.WriteString("M" + tenths(nx) + " " + tenths(ny))
		case ny == y:
			b.WriteString("h" + tenths(nx-x))
		case nx == x:
			b.WriteString("v" + tenths(ny-y))
		default:
			b.WriteString("l" + tenths(nx-x) + " " + tenths(ny-y))
		}
		x, y = nx, ny
	}
	return b.String()
}

// straightened returns the ends of a line and those points between them that lie
// farther from what is left than a distance (Ramer, 1972; Douglas and Peucker, 1973).
func straightened(points [][2]float32, distance float32) [][2]float32 {
	n := len(points)
	if n < 3 {
		return points
	}
	a, b := points[0], points[n-1]
	dx, dy := b[0]-a[0], b[1]-a[1]
	length := paper.Length(dx, dy)
	farthest, most := 0, distance
	for i, p := range points[1 : n-1] {
		away := paper.Length(p[0]-a[0], p[1]-a[1])
		if length > 0 {
			away = paper.Abs((p[0]-a[0])*dy-(p[1]-a[1])*dx) / length
		}
		if away > most {
			farthest, most = i+1, away
		}
	}
	if farthest == 0 {
		return [][2]float32{a, b}
	}
	left := straightened(points[:farthest+1], distance)
	return append(left[:len(left):len(left)], straightened(points[farthest:], distance)[1:]...)
}
