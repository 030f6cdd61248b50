// Package table reads tables of people's own, CSV above all, and makes drawings
// of them: points that an experiment can carry. It stands apart from package
// data since it costs a program encoding/csv and gonum.
//
// Tables come from outside and are hostile: every size is bounded before
// anything is allocated for it, and whatever is wrong is an Error with a code.
package table

import (
	"strconv"

	"nnplay/nn/notice"
)

// Bounds of a table.
const (
	MaxBytes   = 20 << 20
	MaxRows    = 50_000
	MaxColumns = 200
	MaxField   = 1000 // bytes
	MaxCells   = 4_000_000
)

// A Table is what was read: rows of fields as they stood, all of the same number.
type Table struct {
	Delimiter rune
	Header    bool // the names are the first row's
	Columns   []Column
	Rows      [][]string // some of their fields may be empty; see Complete
	Lines     []int      // of each row, counted from 1
}

// A Column is what is known of one.
type Column struct {
	Name       string
	Lacking    int      // how many rows have no value in it
	Numeric    bool     // every value is a number
	Categories []string // the different values, up to MaxCategories and one more, sorted
}

// MaxCategories is the most categories that are made inputs of their own.
const MaxCategories = 20

// A Missing is a row that lacks a value.
type Missing struct {
	Line   int    `json:"line"`
	Column string `json:"column"`
}

// maxMissing is how many rows that lack a value are told of.
const maxMissing = 20

// Errors are the English sentences of errors by code.
var Errors = notice.Texts{
	"csv-empty":      "The table is empty.",
	"csv-too-long":   "The table is too large: at most {limit} MB are allowed.",
	"csv-rows":       "The table has more than {limit} rows.",
	"csv-columns":    "Line {line} has {count} columns; at most {limit} are allowed.",
	"csv-cells":      "The table has too many values: at most {limit} are allowed.",
	"csv-field":      "Line {line}: a value is longer than {limit} bytes. A quotation mark may be unclosed.",
	"csv-quote":      "Line {line}: the quotation marks do not match.",
	"csv-ragged":     "Line {line} has {count} values where the first has {want}.",
	"csv-encoding":   "Line {line} is not UTF-8 text. Save the table as UTF-8.",
	"csv-binary":     "Line {line} is not text. Is this a CSV file?",
	"csv-one-column": "The table has only one column; it needs an input and a target.",
	"csv-choice":     "Choose a target and at least one other column as input.",
	"csv-target":     "The column {column} has {count} different values; at most {limit} classes are possible.",
	"csv-numbers":    "The column {column} does not contain only numbers, so it can't be a value to predict.",
	"csv-no-rows":    "No row has a value in all chosen columns.",
	"csv-wide":       "The chosen columns make {count} inputs; at most {limit} are possible.",
	"csv-pca":        "No principal components can be found in these columns.",
}

// refuse makes an error of a table that is refused; args are names and values in
// turn.
func refuse(code string, args ...string) *notice.Error { return Errors.Refuse(code, args...) }

func atLine(code string, line int, args ...string) *notice.Error {
	return refuse(code, append([]string{"line", strconv.Itoa(line)}, args...)...)
}
