package data

import (
	"math"

	"nnplay/nn/f32"
	"nnplay/nn/rng"
)

// A Distribution is a distribution of points of the plane that a generative
// model learns. Its points have about the spread of a standard normal
// distribution, which is what such models begin with: the plane of the data
// sets, shrunk by Shrink.
type Distribution struct {
	Name string // in links, and in the translations option.distribution.NAME
	// sample draws a point.
	sample func(s *rng.Stream) (x, y float32)
}

// Shrink is how many units of the data sets' plane make one here.
const Shrink = 3

// DistributionDomain is what is shown of the plane: x min, x max, y min, y max.
var DistributionDomain = [4]float32{-2, 2, -2, 2}

// Distributions is the table of distributions, a row each, in the order of a page.
var Distributions = []Distribution{
	{"line", lineSegment},
	{"ring", ring},
	{"disjoint", disjoint},
	{"gaussians", gaussians},
	{"grid", gridOfGaussians},
	{"two-moons", twoMoons},
	{"spiral-arm", spiralArm},
}

// FindDistribution returns the distribution of that name.
func FindDistribution(name string) (Distribution, bool) {
	for _, d := range Distributions {
		if d.Name == name {
			return d, true
		}
	}
	return Distribution{}, false
}

// Samples draws n points (n, 2), independent of each other.
func (d Distribution) Samples(s *rng.Stream, n int) []float32 {
	points := make([]float32, 2*n)
	d.Fill(points, s)
	return points
}

// Fill overwrites points (n, 2) with fresh ones.
func (d Distribution) Fill(points []float32, s *rng.Stream) {
	for i := 0; i+1 < len(points); i += 2 {
		points[i], points[i+1] = d.sample(s)
	}
}

// Drawn is the distribution of points of one's own, whatever their classes or
// values: one of them, each with the same chance, moved a little. Of no points
// it is a standard normal distribution, so that there is something to learn.
func Drawn(d *Drawing) Distribution {
	points := make([]float32, 0, 2*d.Len())
	for i := range d.Len() {
		x, y, _ := d.At(i)
		points = append(points, x/Shrink, y/Shrink)
	}
	return Distribution{OwnClasses, func(s *rng.Stream) (x, y float32) {
		if len(points) == 0 {
			return around(s, 0, 0, 1)
		}
		i := s.IntN(len(points) / 2)
		return around(s, points[2*i], points[2*i+1], 0.05)
	}}
}

// around draws from the normal distribution around a point.
func around(s *rng.Stream, x, y, deviation float32) (px, py float32) {
	dx, dy := s.Normal(), s.Normal()
	return x + float32(deviation*dx), y + float32(deviation*dy)
}

// lineSegment is a line through the origin with a slope of 2/3.
func lineSegment(s *rng.Stream) (x, y float32) {
	along := s.Uniform(-1, 1)
	return around(s, float32(1.5*along), along, 0.05)
}

// ring is a circle.
func ring(s *rng.Stream) (x, y float32) {
	x, y = polar(1.3, s.Uniform(0, 2*math.Pi))
	return around(s, x, y, 0.06)
}

// disjoint is two normal distributions far apart.
func disjoint(s *rng.Stream) (x, y float32) {
	center := float32(1)
	if s.IntN(2) == 0 {
		center = -1
	}
	return around(s, center, center, 0.2)
}

// gaussians is eight normal distributions on a circle, which show whether a
// generator forgets some (Metz et al., Unrolled generative adversarial networks, 2017).
func gaussians(s *rng.Stream) (x, y float32) {
	const modes = 8
	x, y = polar(1.4, float32(2*math.Pi*float32(s.IntN(modes)))/modes)
	return around(s, x, y, 0.1)
}

// gridOfGaussians is 5 x 5 normal distributions.
func gridOfGaussians(s *rng.Stream) (x, y float32) {
	const side, spacing = 5, 0.7
	column, row := s.IntN(side), s.IntN(side)
	return around(s, float32(spacing*float32(column-side/2)), float32(spacing*float32(row-side/2)), 0.06)
}

// twoMoons is two half circles that reach into each other.
func twoMoons(s *rng.Stream) (x, y float32) {
	x, y = polar(1, s.Uniform(-math.Pi/2, math.Pi/2))
	x, y = x-0.5, y-0.25
	if s.IntN(2) == 0 {
		x, y = -x, -y
	}
	return around(s, x, y, 0.06)
}

// spiralArm is an arm of one and a half turns, as many points on any piece as
// on others of its length, nearly: the angle grows as the square root.
func spiralArm(s *rng.Stream) (x, y float32) {
	const turns = 1.5 * 2 * math.Pi
	along := f32.Sqrt(0.03 + float32(0.97*s.Float32()))
	x, y = polar(float32(1.6*along), float32(turns*along))
	return around(s, x, y, 0.04)
}
