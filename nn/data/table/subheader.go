package table

import (
	"slices"
	"strconv"
	"strings"
)

// maxBelow is how many lines under the names may hold no values: Orange writes two.
const maxBelow = 2

// lookBelow looks at the rows under the names of the columns, leaves out those first ones
// that hold units or kinds, and returns the names: where those are of two levels, of both.
func (t *Table) lookBelow(l *layout, names []string, rows []record) []string {
	for len(l.below) < maxBelow && len(rows) > 0 && t.isBelow(l, &rows[0], rows[1:], len(l.below) == 0) {
		r := &rows[0]
		if len(l.below) == 0 && areUpper(names, r.cells) {
			names = joined(names, r.cells)
			t.tell("header-two", "line", strconv.Itoa(r.line))
		} else {
			t.tell("units-line", "line", strconv.Itoa(r.line), "text", r.raw)
		}
		l.below = append(l.below, r.line)
		rows = rows[1:]
	}
	return names
}

// isBelow tells whether a record is no row: none of its cells is a number or occurs
// again, and most, if they must, stand in columns of nothing but numbers.
func (t *Table) isBelow(l *layout, r *record, rows []record, must bool) bool {
	if len(rows) < 3 || r.used == 0 || len(r.cells) < l.width {
		return false
	}
	texts, among := 0, 0
	for i, cell := range r.cells[:l.width] {
		if cell == "" {
			continue
		}
		if t.marks.has(cell) || looksNumeric(cell) {
			return false
		}
		numbers, present := 0, 0
		for _, row := range rows {
			switch {
			case i >= len(row.cells) || t.marks.has(row.cells[i]):
				continue
			case row.cells[i] == cell:
				return false
			case looksNumeric(row.cells[i]):
				numbers++
			}
			present++
		}
		texts++
		if present > 0 && numbers == present {
			among++
		}
	}
	return 2*among > texts || !must && texts > 0
}

// areUpper tells whether names are the upper level of two: one is lacking or occurs
// twice, where below each column has another.
func areUpper(names, below []string) bool {
	seen := map[string]bool{}
	upper := false
	for i, name := range below {
		if i >= len(names) || name == "" {
			return false
		}
		upper = upper || names[i] == "" || seen[names[i]]
		seen[names[i]] = true
	}
	return upper
}

// joined puts the names of two levels together.
func joined(upper, lower []string) []string {
	names := make([]string, len(upper))
	for i := range names {
		names[i] = upper[i]
		if i < len(lower) {
			names[i] = strings.TrimSpace(upper[i] + " " + lower[i])
		}
	}
	return names
}

// headerAbove returns names to know them by where a line repeats them. Among texts alone
// such a line may be a row.
func headerAbove(names []string, rows []record) []string {
	if !slices.ContainsFunc(rows, func(r record) bool { return slices.ContainsFunc(r.cells, looksNumeric) }) {
		return nil
	}
	return slices.Clone(names)
}

// repeats tells whether a record says the names once more, as where files were put
// together.
func (l *layout) repeats(r *record) bool {
	return len(l.header) > 0 && slices.Equal(l.header, r.cells)
}
