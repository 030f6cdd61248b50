package images

// Scaled makes an image of another side of levels (from, from), 0 to 255: each
// element, 0 to 1, is the mean of what it covers.
func Scaled(levels []uint8, from, side int) []float32 {
	out := make([]float32, side*side)
	scale(out, levels, from, side)
	return out
}

// scale is Scaled into an image of the right size.
func scale(out []float32, levels []uint8, from, side int) {
	// In units of which an element has side on one side and from on the other,
	// all is whole numbers.
	for row := range side {
		for col := range side {
			sum := 0
			for y := row * from / side; y*side < (row+1)*from; y++ {
				tall := overlap(y, row, side, from)
				for x := col * from / side; x*side < (col+1)*from; x++ {
					sum += tall * overlap(x, col, side, from) * int(levels[y*from+x])
				}
			}
			out[row*side+col] = float32(sum) / float32(255*from*from)
		}
	}
}

// overlap returns how much of element i, a long, lies in element j, b long.
func overlap(i, j, a, b int) int { return min((i+1)*a, (j+1)*b) - max(i*a, j*b) }
