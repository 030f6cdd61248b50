// Package topology is what a drawing needs to know of a network before it gets
// numbers. Both sides speak of it: the families, which tell it, and the canvas,
// which draws it. So it is plain structs, and imports nothing.
package topology

// A Topology describes what is drawn.
type Topology struct {
	Architecture string   // the family
	Problem      string   // "classification", "regression", or what else a family learns
	Inputs       int      // raw inputs
	Axes         []string // what raw inputs are called that have a name
	Features     []Feature
	Plane        []int        // the features on the axes, where others stand still: of a table
	Layers       []Layer      // the last is the output
	Classes      int          // 0 for regression
	Targets      int          // 0 for classification
	Spans        [][2]float32 // what -1 and 1 of each target stand for; nil is themselves
	Domain       [4]float32   // x min, x max, y min, y max
	Discretize   bool
	ShowTest     bool
	Warp         Warp
	Symbols      []string // what classes, tokens or targets are called, by number; nil is their number
	Parameters   []Parameter
	Shown        string // the parameter that is shown by itself, "" for none
}

// A Parameter is an array that is learned.
type Parameter struct {
	Name   string
	Shape  []int
	Groups []string // of the last dimension, equally many elements each; nil is one
}

// A Warp says that the space is shown as two units of a hidden layer see it.
type Warp struct {
	Layer         int // from 1; 0 for the data's own space
	First, Second int // units, from 0
}

// A Feature is an input of the network.
type Feature struct {
	Name, Symbol string
	Date         bool // it counts days since 1970-01-01
}

// A Layer is a layer of the network.
type Layer struct {
	Name       string // the prefix of its tensors
	Units      int
	Activation string
	Formula    string // of the activation of z, for the reader; may be empty
	Norm       string
	Dropout    float32 // the rate, 0 where there is none
	Shape      []int   // of what it puts out for a sample; nil is (Units)
}
