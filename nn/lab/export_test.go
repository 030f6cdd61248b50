package lab

// What tests of all families see.
var (
	Order    = order
	Hideable = hideable
)
