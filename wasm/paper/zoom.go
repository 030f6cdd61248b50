package paper

// The size of a canvas, in CSS pixels, from which on a drawing grows with it, and how
// far it grows by itself and when it is asked to.
const (
	usualWidth, usualHeight = 900, 560
	mostGrown, mostAsked    = 1.6, 2
)

// The least that a drawing keeps of room when it is asked to be large, in its own
// pixels.
const roomWidth, roomHeight = 480, 250

// Zoom returns how much larger than usual all is drawn on a canvas of a size, letters
// and tiles alike: it grows with a large canvas, and is as many times larger as is
// asked for, as far as there is room. It is never smaller than usual.
func Zoom(width, height, asked float32) float32 {
	grown := Clamp(min(width/usualWidth, height/usualHeight), 1, mostGrown)
	room := max(min(width/roomWidth, height/roomHeight), 1)
	zoom := min(grown*Clamp(asked, 1, mostAsked), room)
	return float32(int(zoom*20+1e-3)) / 20 // in steps: letters are set anew with each
}
