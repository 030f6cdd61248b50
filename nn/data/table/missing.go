package table

import (
	"slices"
	"strconv"
	"strings"
)

// MissingMarks are what programs write for a missing value, whatever the case of
// its letters. "None" is not among them: it is a category as often.
var MissingMarks = []string{"NA", "N/A", "n.a.", "#N/A", "#DIV/0!", "#VALUE!", "<NA>", "NaN", "null", "\\N", "?", "-", "--", "–", "—", "−", "."}

// marks are the marks of missing values in a table.
type marks struct {
	known   map[string]bool // in lower case
	longest int
	digits  bool // one begins like a number: -999
}

func newMarks(list []string) marks {
	if list == nil {
		list = MissingMarks
	}
	m := marks{known: map[string]bool{"": true}}
	for _, mark := range list {
		m.known[strings.ToLower(mark)] = true
		m.longest = max(m.longest, len(mark))
		m.digits = m.digits || strings.ContainsAny(mark, "0123456789")
	}
	return m
}

// has tells whether a cell has no value.
func (m *marks) has(cell string) bool {
	switch {
	case cell == "":
		return true
	case len(cell) > m.longest || !m.digits && cell[0] >= '0' && cell[0] <= '9':
		return false
	}
	return m.known[strings.ToLower(cell)]
}

// tellMissing tells which cells count as missing, and how many.
func (t *Table) tellMissing() {
	empty, marked := 0, 0
	var found []string
	for _, row := range t.Rows {
		for _, cell := range row {
			switch {
			case cell == "":
				empty++
			case t.marks.has(cell):
				marked++
				if len(found) < maxTold && !slices.Contains(found, cell) {
					found = append(found, cell)
				}
			}
		}
	}
	if empty > 0 {
		t.tell("missing-empty", "count", strconv.Itoa(empty))
	}
	if marked > 0 {
		t.tell("missing", "count", strconv.Itoa(marked), "marks", strings.Join(found, "  "))
	}
}
