package table

// Bounds of a table. What is larger is refused, except rows: of too many rows some
// are used. More bytes would be more memory for little: of MNIST as a table, 109 MB, the
// first 20 MB hold as many rows as MaxCells lets be used.
const (
	MaxBytes   = 20 << 20  // of a file
	MaxColumns = 4096      // enough for 32x32 pixels of three colors and a label
	MaxField   = 1 << 20   // bytes of a cell
	MaxRows    = 50_000    // that are used
	MaxCells   = 8_000_000 // that are used: rows times columns
)

// MaxCategories is the most categories that are made inputs of their own.
const MaxCategories = 20

const (
	maxClasses  = 10  // of a target
	longText    = 100 // characters a cell, on average, of what is prose and no category
	headBytes   = 64 << 10
	headRecords = 100 // from which separator, layout and header are guessed
	maxTold     = 20  // of what is told one by one
)
