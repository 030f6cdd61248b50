package table

import "slices"

// A Missing is a row that lacks a value.
type Missing struct {
	Line   int    `json:"line"`
	Column string `json:"column"`
}

// Incomplete returns the first few rows that lack a value of a column which is an
// input or a target by its role, and how many those are.
func (t *Table) Incomplete() (missing []Missing, lacking int) {
	var columns []int
	for i := range t.Columns {
		if t.Columns[i].Role != Out {
			columns = append(columns, i)
		}
	}
	_, missing, lacking = t.complete(columns)
	return missing, lacking
}

// Complete returns the table of those rows that have all values of a choice, the
// first few of the others, and how many those are.
func (t *Table) Complete(c Choice) (rows *Table, missing []Missing, lacking int) {
	return t.complete(append([]int{c.Target}, c.Inputs...))
}

// complete does so for columns, of which there may be none: what is no column lacks
// nothing.
func (t *Table) complete(columns []int) (rows *Table, missing []Missing, lacking int) {
	needed := make([]bool, len(t.Columns))
	for _, i := range columns {
		if i >= 0 && i < len(needed) {
			needed[i] = true
		}
	}
	whole := *t
	rows = &whole
	rows.Columns, rows.Rows, rows.Lines = slices.Clone(t.Columns), nil, nil
	for i, row := range t.Rows {
		lacks := -1
		for k, cell := range row {
			if needed[k] && t.lacks(k, cell) {
				lacks = k
				break
			}
		}
		if lacks < 0 {
			rows.Rows, rows.Lines = append(rows.Rows, row), append(rows.Lines, t.Lines[i])
			continue
		}
		if len(missing) < maxTold {
			missing = append(missing, Missing{t.Lines[i], t.Columns[lacks].Name})
		}
		lacking++
	}
	for k := range needed {
		if needed[k] && lacking > 0 {
			rows.profile(k)
		}
	}
	return rows, missing, lacking
}
