package rows

import (
	"math"
	"strconv"

	"nnplay/nn/notice"
)

// Bounds of rows. At the most a network of a thousand inputs reads them, and they
// take 32 MB.
const (
	MaxRows    = 50_000
	MaxInputs  = 1024
	MaxTargets = 10
	MaxClasses = 10
	MaxCells   = 8_000_000 // rows times inputs and targets
	MaxName    = 96        // characters of a name: of a column, and of a category
)

// A Kind is what the values of an input are.
type Kind string

// The kinds of inputs, by the names that columns of tables have for theirs.
const (
	Number   Kind = "number"
	Date     Kind = "date"     // days since 1970-01-01
	Category Kind = "category" // 1 where the column has this category, else 0
)

// Kinds lists them. Files know them by their places, which stay.
var Kinds = []Kind{Number, Date, Category}

// An Input is one of the numbers that a network reads of a row. Those that a column
// of categories has become, one each, share the column.
type Input struct {
	Name   string // the column, or one of its categories
	Column string
	Kind   Kind
}

// Rows are n rows of k inputs, and of t targets or a class each. They are never
// changed. nil is no rows at all.
type Rows struct {
	Inputs  []Input
	Targets []string  // what is learned: t names of values, or the one of the class
	Classes []string  // what the classes are called; nil: the targets are values
	X       []float32 // (n, k)
	Y       []float32 // (n, t): values, or the number of a class

	text string // of links
}

// New returns rows, whose lists it takes over. Names are shortened to what can be
// shown of them.
func New(r Rows) (*Rows, error) {
	for i := range r.Inputs {
		in := &r.Inputs[i]
		in.Name, in.Column = shown(in.Name), shown(in.Column)
	}
	for _, names := range [][]string{r.Targets, r.Classes} {
		for i := range names {
			names[i] = shown(names[i])
		}
	}
	if err := r.check(); err != nil {
		return nil, err
	}
	r.text = r.describe()
	return &r, nil
}

// Len returns the number of rows, n.
func (r *Rows) Len() int {
	if r == nil {
		return 0
	}
	return len(r.Y) / len(r.Targets)
}

// Width returns the number of inputs, k.
func (r *Rows) Width() int {
	if r == nil {
		return 0
	}
	return len(r.Inputs)
}

// IsValues tells whether the targets are values rather than a class.
func (r *Rows) IsValues() bool { return r != nil && r.Classes == nil }

// Range returns the smallest and the largest value of an input.
func (r *Rows) Range(input int) (lo, hi float32) {
	k := len(r.Inputs)
	lo, hi = r.X[input], r.X[input]
	for at := input; at < len(r.X); at += k {
		lo, hi = min(lo, r.X[at]), max(hi, r.X[at])
	}
	return lo, hi
}

// check refuses what is beyond the bounds, or does not go together.
func (r *Rows) check() error {
	k, t := len(r.Inputs), len(r.Targets)
	for _, b := range []struct {
		code      string
		has, most int
	}{
		{"rows-wide", k, MaxInputs},
		{"rows-targets", t, MaxTargets},
		{"rows-classes", len(r.Classes), MaxClasses},
		{"rows-long", len(r.Y) / max(t, 1), MaxRows},
		{"rows-cells", len(r.X) + len(r.Y), MaxCells},
	} {
		if b.has > b.most {
			return Errors.Refuse(b.code, "count", strconv.Itoa(b.has), "limit", strconv.Itoa(b.most))
		}
	}
	n := len(r.Y) / max(t, 1)
	if k == 0 || t == 0 || n == 0 || len(r.X) != n*k || len(r.Y) != n*t || r.Classes != nil && (t != 1 || len(r.Classes) == 0) {
		return Errors.Refuse("rows-damaged")
	}
	for _, values := range [][]float32{r.X, r.Y} {
		for _, v := range values {
			if v-v != 0 {
				return Errors.Refuse("rows-number")
			}
		}
	}
	for _, class := range r.Y {
		if r.Classes != nil && (class != float32(math.Trunc(float64(class))) || class < 0 || class >= float32(len(r.Classes))) {
			return Errors.Refuse("rows-damaged")
		}
	}
	return nil
}

// Errors are the English sentences of errors by code.
var Errors = notice.Texts{
	"rows-cells":   "The table is too large: rows times columns are {count}; at most {limit} are possible.",
	"rows-classes": "There are too many classes: {count}; at most {limit} are possible.",
	"rows-damaged": "The file of rows is damaged.",
	"rows-long":    "There are too many rows: {count}; at most {limit} are possible.",
	"rows-number":  "A number of the table is too large.",
	"rows-targets": "There are too many targets: {count}; at most {limit} are possible.",
	"rows-wide":    "The columns make {count} {count|input|inputs}; at most {limit} are possible.",
}
