package data

import (
	"math"

	"nnplay/nn/rng"
)

// spiral has an arm a class, from the origin to a radius of 5. With two arms it
// is TensorFlow Playground's: they make 1.75 turns, and the first has class 1.
// More arms make fewer turns, so that they are as far apart. Noise moves points,
// ±1 at 100 %.
func spiral(s *rng.Stream, n, arms int, noise float32) Points {
	const radius, armTurns, turn = 5, 2 * 1.75, 2 * math.Pi
	winding := turn * armTurns / float32(arms)
	p := newPoints(2, 1, n)
	for arm := range arms {
		length := share(n, arms, arm)
		shift := float32(turn*float32(arm)) / float32(arms)
		class := float32(arm)
		if arms == 2 {
			class = 1 - class
		}
		for i := range length {
			along := float32(i) / float32(length)
			x, y := polar(radius*along, float32(winding*along)+shift)
			x, y = moved(s, x, y, 1, noise)
			p.add(x, y, class)
		}
	}
	return p
}

// share returns how many of n samples class k of K gets.
func share(n, classes, k int) int { return (n + classes - 1 - k) / classes }
