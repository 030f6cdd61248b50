package explain

import (
	"math"
	"strconv"
)

// Of says which number of a tensor's element is meant.
type Of string

// What can be asked of an element.
const (
	// Value is what the step computed with: of what lasts, such as a parameter, the
	// value that the step found; of a result, what it came to.
	Value Of = "value"
	// Gradient is the derivative of the loss by it, as Backward left it.
	Gradient Of = "gradient"
	// Update is what the step made of what lasts: the new value of a parameter.
	Update Of = "update"
)

// A Question is for one number.
type Question struct {
	Tensor string
	Index  []int
	Of     Of // Value if empty
	// Program is whose result is meant, where several programs have one of that
	// name. The step's own come first; others are run when they are asked for.
	Program string
	// At picks one of the numbers that stood there, one after the other: what a Ref
	// says. With 0 the question is for the one that Of means.
	At     int
	Unfold bool // by the instruction alone, not by the operation that it belongs to
}

// A Ref names a number, so that it can be asked for.
type Ref struct {
	Tensor string `json:"tensor"` // "" for a number without a name: the index is its place in the arena
	Index  []int  `json:"index"`
	Of     Of     `json:"of"`
	// Program is whose result it is; "" for what lasts.
	Program string `json:"program,omitempty"`
	// At tells it from the other numbers that stood in its place. It means something
	// for this step alone.
	At    int    `json:"at"`
	Value Number `json:"value"`
	// Operation is the kind of mark, of what has no name, to which the instruction
	// belongs that wrote it; "" if to none.
	Operation string `json:"operation,omitempty"`
}

// Question returns the question for the number.
func (r Ref) Question() Question {
	return Question{Tensor: r.Tensor, Index: r.Index, Of: r.Of, Program: r.Program, At: r.At}
}

// Kind says how terms make a value.
type Kind string

// The kinds.
const (
	Sum     Kind = "sum"     // of factor times value, in this order
	Map     Kind = "map"     // a function of the terms; a factor is the function's slope there
	Maximum Kind = "maximum" // the term whose factor is 1
	Minimum Kind = "minimum" // the term whose factor is 1
	Softmax Kind = "softmax" // of the terms; a factor is the slope
	Norm    Kind = "norm"    // brought to mean 0 and variance 1, among the terms; a factor is the slope
	Drawn   Kind = "drawn"   // at random: by a key (two cells) and a count (two cells)
	Given   Kind = "given"   // by what Given says; there are no terms
)

// An Explanation tells how a number was made.
type Explanation struct {
	Ref
	Kind    Kind     `json:"kind"`
	Marks   []string `json:"marks"` // the operations that it belongs to, the outermost first
	Phase   Phase    `json:"phase"`
	Symbols string   `json:"symbols,omitempty"` // the formula, in Unicode
	LaTeX   string   `json:"latex,omitempty"`
	// Pattern is the formula, in LaTeX, with #1 in place of the first term's value, and
	// so on; "" where there is none.
	Pattern string `json:"pattern,omitempty"`
	Terms   []Term `json:"terms"`
	Rest    *Rest  `json:"rest,omitempty"`
	Given   string `json:"given,omitempty"`
}

// A Term is a number that another one was made of.
type Term struct {
	Ref
	Factor Number `json:"factor"`
	With   []Ref  `json:"with,omitempty"` // the numbers that the factor is made of
}

// A Rest stands for the smaller ones of many terms: how many, and what they come
// to.
type Rest struct {
	Count int    `json:"count"`
	Value Number `json:"value"`
}

// A Number is a float64 whose JSON, which knows no others, is a string where it is
// not finite.
type Number float64

// MarshalJSON implements json.Marshaler, without that package: it is large, and a page does without.
func (n Number) MarshalJSON() ([]byte, error) {
	v := float64(n)
	switch {
	case math.IsNaN(v):
		return []byte(`"NaN"`), nil
	case math.IsInf(v, 1):
		return []byte(`"Infinity"`), nil
	case math.IsInf(v, -1):
		return []byte(`"-Infinity"`), nil
	}
	if narrow := float32(v); float64(narrow) == v {
		return strconv.AppendFloat(nil, v, 'g', -1, 32), nil // as few digits as tell it
	}
	return strconv.AppendFloat(nil, v, 'g', -1, 64), nil
}
