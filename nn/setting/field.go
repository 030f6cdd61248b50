package setting

// A Kind is what a field's value looks like, and so which control suits it.
type Kind string

// The kinds of fields.
const (
	Enum  Kind = "enum"  // one of the options
	Int   Kind = "int"   // a whole number, Min to Max
	Float Kind = "float" // a float32, Min to Max
	Bool  Kind = "bool"  // true or false
	List  Kind = "list"  // a set of options, separated by commas
	Shape Kind = "shape" // units of each hidden layer, separated by commas
	Seed  Kind = "seed"  // an unsigned 32-bit number
	// Points are points of one's own, the text of a data.Drawing.
	Points Kind = "points"
	// Passage is a running text of one's own.
	Passage Kind = "passage"
	// Pictures are images of one's own, the text of an images.Album.
	Pictures Kind = "pictures"
	// Table is rows of a table of one's own, the text of rows.Rows.
	Table Kind = "table"
	// Labels are what the columns of one's own data are called, a line each, and
	// ClassLabels what their classes are.
	Labels      Kind = "labels"
	ClassLabels Kind = "classLabels"
	// Plane is two of many inputs, by their numbers from 0: two different whole
	// numbers, Min to Max, with a comma between them.
	Plane Kind = "plane"
	// Weights are what some parameters begin with: see ParseWeights.
	Weights Kind = "weights"
)

// Groups lists the groups of fields in the order of a page.
var Groups = []string{"data", "features", "network", "training", "output"}

// Limits of a network.
const (
	MaxLayers = 12 // hidden layers
	MaxUnits  = 64 // units of a hidden layer
)

// Auto leaves a choice to the data.
const Auto = "auto"

// Nothing stands for a list of no options, where that is not the usual.
const Nothing = "none"

// A Field is what links and pages know of a setting by itself: how its value is
// written, and which values are possible.
type Field struct {
	Key   string // in links; names the translations field.KEY.label and field.KEY.help
	Group string
	Kind  Kind

	Options   []string  // of Enum and List
	OptionsOf string    // the key of the field whose options have the same names, in translations
	PerLayer  bool      // the value may be a list with one option for each hidden layer
	NotEmpty  bool      // a List needs at least one option
	None      bool      // or Nothing, which says that there shall be none
	Min, Max  float32   // of Int and Float, inclusive
	Step      float32   // a good step of a linear slider, 0 = none
	Values    []float32 // the stops of a slider; any value from Min to Max is valid all the same
	Log       bool      // the range is best shown on a logarithmic scale

	Advanced bool // a page shows it on request

	Restarts       bool // changing it begins training anew
	RestartsAtZero bool // only changing it from or to 0 does
}

// Shows tells whether the field is about what is shown, and makes no difference to
// what training computes.
func (f *Field) Shows() bool {
	return f.Group == "output" || f.Kind == Labels || f.Kind == ClassLabels || f.Kind == Plane
}

// Names returns the names of a table's rows: options, where a setting chooses
// among them.
func Names[T any](table []T, name func(T) string) []string {
	all := make([]string, 0, len(table))
	for _, row := range table {
		all = append(all, name(row))
	}
	return all
}

// Unless returns the reason where a setting does not apply.
func Unless(applies bool, reason string) string {
	if applies {
		return ""
	}
	return reason
}
