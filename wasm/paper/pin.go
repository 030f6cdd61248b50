package paper

// A Pin is a place of the data's space at which the value of every unit is shown.
type Pin struct {
	X, Y float32
	Says string // the place, and what the network answers there
}
