package lab

// A Preview is a few points of a data set, for a small picture of it.
type Preview struct {
	Name    string // of the option of the setting that chooses the data
	Problem string // "classification" or "regression"
	Inputs  int    // of a point: 1 or 2
	Classes int
	Points  []float32 // (n, 3): x and y, 0 to 1 from the lower left, and the class or the target
}
