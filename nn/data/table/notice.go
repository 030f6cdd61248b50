package table

import (
	"strconv"
	"strings"

	"nnplay/nn/notice"
)

// Errors are the English sentences of errors by code.
var Errors = notice.Texts{
	"csv-binary":     "Line {line} is not text. Is this a CSV file?",
	"csv-choice":     "Choose a target and at least one other column as input.",
	"csv-columns":    "Line {line} has {count} {count|column|columns}; at most {limit} are allowed.",
	"csv-empty":      "The table is empty.",
	"csv-encoding":   "Line {line} is not UTF-8, though other lines are. Save the table as UTF-8, or choose its encoding.",
	"csv-field":      "Line {line}: a value is longer than {limit} bytes. A quotation mark may be unclosed.",
	"csv-format":     "This is {format}, not a table with the same columns in every line. Save it as CSV.",
	"csv-markup":     "This is JSON, HTML or XML, or a list in brackets, not a table. Save the table as CSV.",
	"csv-no-rows":    "No row has a value in all chosen columns. Leave out the columns that lack many.",
	"csv-numbers":    "The column {column} does not contain only numbers, so it can't be a value to predict.",
	"csv-one-column": "The table has only one column; it needs an input and a target. Comma, semicolon, tab, | and spaces are understood between values.",
	"csv-only-names": "Line {line} is taken for the names of the columns, and no row follows. Comma, semicolon, tab, | and spaces are understood between values.",
	"csv-option":     "A table can't be read with “{value}” as {option}.",
	"csv-pca":        "No principal components can be found in these columns.",
	"csv-pixels":     "These columns are no square images: all inputs must be pixels, from 0 to 255 or from 0 to 1, and one column the class.",
	"csv-quote":      "Line {line}: a quotation mark opens here and is never closed. Close it, or take quotation marks as ordinary characters.",
	"csv-ragged":     "Line {line} has {count} {count|value|values} where the first has {want}. Comma, semicolon, tab, | and spaces are understood between values.",
	"csv-target":     "The column {column} has {count} different values; at most {limit} classes are possible.",
	"csv-texts":      "The column {column} has more than {limit} different texts, so it can't be an input.",
	"csv-too-long":   "The table is too large: at most {limit} MB are allowed. Its beginning can be read.",
	"csv-wide":       "The chosen columns make {count} {count|input|inputs}; at most {limit} are possible.",
	"csv-workbook":   "This is a workbook or an archive, not text. Save the table as CSV in your spreadsheet program.",
}

// refuse makes an error of a table that is refused; args are names and values in
// turn.
func refuse(code string, args ...string) *notice.Error { return Errors.Refuse(code, args...) }

func atLine(code string, line int, args ...string) *notice.Error {
	return refuse(code, append([]string{"line", strconv.Itoa(line)}, args...)...)
}

// Notices are the English sentences, by code, of what was understood, left out or
// changed. A page's translation of one is called "table.CODE".
var Notices = notice.Texts{
	"cut":                 "The file has {size} MB; its first {limit} MB are read.",
	"encoding":            "The text is encoded in {encoding}.",
	"encoding-damaged":    "Line {line}: bytes that {encoding} does not have are read as �.",
	"encoding-doubt":      "{encoding} is a guess, and much of the text looks odd in it. If it is wrong, choose another encoding or save the file as UTF-8.",
	"sep-line":            "The first line, “{text}”, says what separates the values.",
	"separator-comma":     "Commas separate the values.",
	"separator-semicolon": "Semicolons separate the values.",
	"separator-tab":       "Tabs separate the values.",
	"separator-pipe":      "The sign | separates the values.",
	"separator-spaces":    "Spaces separate the values.",
	"quotes":              "Quotation marks are taken as ordinary characters, since they do not come in pairs.",
	"title":               "Lines before the table that are left out: {count}. The first is “{text}”.",
	"comments":            "Lines that begin with {mark} and are left out: {count}. The first is line {line}.",
	"rules":               "Lines of dashes that are left out: {count}. The first is line {line}.",
	"footer":              "Lines after the table that are left out: {count}. Line {line}: “{text}”.",
	"empty-rows":          "Rows without any value that are left out: {count}.",
	"short":               "Lines with fewer values than there are columns: {count}. The first is line {line}; what it lacks counts as missing.",
	"long":                "Lines with more values than there are columns, which are left out: {count}. The first is line {line}.",
	"header":              "Line {line} holds the names of the columns.",
	"header-no":           "No line holds names of columns.",
	"header-two":          "Line {line} holds a second part of the names.",
	"names-again":         "Lines that repeat the names of the columns and are left out: {count}. The first is line {line}.",
	"names-numbered":      "Names that another column has, too, are numbered ({columns}).",
	"units-line":          "Line {line} stands below the names and holds no values: “{text}”. It is left out.",
	"lines-quoted":        "The quotation marks around whole lines are left out.",
	"separators-wide":     "Full-width commas and semicolons are taken as those of ASCII.",
	"sum-line":            "Line {line} sums up the others and is left out: “{text}”.",
	"row-names":           "Line {line} has one name fewer than there are columns: the first column names the rows.",
	"sampled":             "{rows} of {total} rows are used, drawn at random with the seed {seed}.",
	"empty-columns":       "Columns without any value that are left out: {count}.",
	"decimal-comma":       "The comma is the decimal sign: “{cell}” is {value} ({columns}).",
	"thousands":           "Digits are grouped by thousands: “{cell}” is {value} ({columns}).",
	"thousands-unsure":    "“{cell}” is taken as {value} ({columns}), since three digits follow every such sign. It might be a decimal sign.",
	"percent":             "Percent signs are left out: “{cell}” is {value} ({columns}).",
	"currency":            "Currency signs are left out: “{cell}” is {value} ({columns}).",
	"multiples":           "Thousands, millions and the like are multiplied: “{cell}” is {value} ({columns}).",
	"spread":              "What stands behind ± is left out: “{cell}” is {value} ({columns}).",
	"rounded":             "Numbers keep about seven digits, which is coarse here: “{cell}” is {value} ({columns}).",
	"stand-in":            "{column}: “{cell}” is far from all other values (cells: {count}). If it stands for a missing value, add it to the marks of missing values.",
	"spellings":           "{column}: “{first}” and “{second}” differ in capitals alone and count as two.",
	"target-many":         "{column} can't be the target, though its name says so: different values: {count}; at most {limit} classes are possible.",
	"units":               "Units are left out: “{cell}” is {value} ({columns}).",
	"signs":               "Unusual signs are read: “{cell}” is {value} ({columns}).",
	"dates":               "Dates become days since 1970-01-01: “{cell}” is {value} ({columns}).",
	"date-order":          "In “{cell}” the day could as well be the month; it is taken as {value} ({columns}).",
	"missing-empty":       "Empty cells, which count as missing: {count}.",
	"missing":             "Cells that count as missing: {count} ({marks}).",
	"odd-cells":           "{column}: cells that do not fit and count as missing: {count}. Line {line}: “{cell}”.",
	"long-texts":          "Long texts are left out ({columns}).",
	"many-texts":          "Columns with too many different texts are left out ({columns}).",
	"constant":            "Columns with the same value in every row are left out ({columns}).",
	"index":               "Columns that only number the rows are left out ({columns}).",
	"sparse":              "Columns that lack most of their values are left out ({columns}).",
	"part":                "The column “part” tells what trained and what tested; it is left out.",
	"pixels":              "{count} columns are taken as the pixels of images of {side} × {side}.",
	"pixels-inverted":     "The images have a bright background: bright and dark are exchanged, as on a drawing pad.",
	"pixels-scaled":       "The pixels, from 0 to {high}, are stretched to the full range of brightness.",
	"target-name":         "The target is {column}, by its name.",
	"target-last":         "The target is {column}, the last column that can be one.",
	"scaled":              "{column}, from {low} to {high}, is stretched to -{reach} to {reach}.",
	"target-missing":      "Rows without a target, which are left out: {count}.",
}

// warnings are the codes of notices that somebody should look at: rows or cells are
// not used, or what was understood could as well be otherwise.
var warnings = map[string]bool{
	"cut": true, "date-order": true, "encoding-damaged": true, "encoding-doubt": true, "long": true, "odd-cells": true, "quotes": true, "rounded": true, "sampled": true, "short": true, "spellings": true,
	"stand-in": true, "target-many": true, "target-missing": true, "thousands-unsure": true,
}

// Warns tells whether a notice of a code is one that somebody should look at.
func Warns(code string) bool { return warnings[code] }

// tell appends a notice of what was understood; args are names and values in turn.
func (t *Table) tell(code string, args ...string) {
	t.Notices = append(t.Notices, Notices.Note(code, args...))
}

// A remark is a notice about columns that have something in common.
type remark struct {
	columns []string
	args    []string // of the first
}

// remarks gathers notices about columns by code, so that a table of a thousand
// columns has no thousand notices.
type remarks map[string]*remark

// add adds a column to a remark. The args are kept if it is the first.
func (r remarks) add(code, column string, args ...string) {
	if r[code] == nil {
		r[code] = &remark{args: args}
	}
	if len(r[code].columns) < maxTold {
		r[code].columns = append(r[code].columns, column)
	}
}

// tell appends the remarks of some codes, in order.
func (r remarks) tell(t *Table, codes ...string) {
	for _, code := range codes {
		if m := r[code]; m != nil {
			t.tell(code, append(m.args, "columns", strings.Join(m.columns, ", "))...)
		}
	}
}
