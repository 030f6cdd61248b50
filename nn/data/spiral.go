package data

import (
	"math"

	"nnplay/nn/rng"
)

// spiral has an arm a class, each a radius of 5 and 1.75 turns long. With two
// arms it is TensorFlow Playground's: the first arm has class 1, and both begin
// at the origin. Noise moves points, ±1 at 100 %.
func spiral(s *rng.Stream, n, arms int, noise float32) Points {
	const radius, turns = 5, 1.75
	p := newPoints(2, 1, n)
	for arm := range arms {
		length := share(n, arms, arm)
		shift := float32(2*math.Pi*float32(arm)) / float32(arms)
		class := float32(arm)
		if arms == 2 {
			class = 1 - class
		}
		for i := range length {
			along := float32(i) / float32(length)
			x, y := polar(radius*along, float32(turns*2*math.Pi*along)+shift)
			x, y = moved(s, x, y, 1, noise)
			p.add(x, y, class)
		}
	}
	return p
}

// share returns how many of n samples class k of K gets.
func share(n, classes, k int) int { return (n + classes - 1 - k) / classes }
