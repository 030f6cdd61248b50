package table

import (
	"slices"
	"strconv"

	"nnplay/nn/notice"
)

// Width returns the number of inputs that a column makes: one of numbers, else
// one a category, 0 of more categories than can be.
func (c *Column) Width() int {
	switch {
	case c.Numeric():
		return 1
	case len(c.Categories) > MaxCategories:
		return 0
	}
	return len(c.Categories)
}

// Kind returns "classes" or "values": what a column is as a target by itself. Few
// whole numbers are classes.
func (t *Table) Kind(target int) string {
	c := &t.Columns[target]
	if c.Kind == Date || c.Numeric() && (!c.Whole || len(c.Categories) > maxClasses || t.allDiffer(target)) {
		return "values"
	}
	return "classes"
}

// allDiffer tells whether each row has another number, and they do not just count classes.
func (t *Table) allDiffer(i int) bool {
	c := &t.Columns[i]
	n := len(t.Rows) - c.Lacking
	counts := (c.Low == 0 || c.Low == 1) && c.High == c.Low+float64(n-1)
	return n > 2 && len(c.Categories) == n && !counts
}

// countCategories says how many categories a column has, as far as they were counted.
func (t *Table) countCategories(i int) string {
	if n := len(t.Columns[i].Categories); n <= MaxCategories {
		return strconv.Itoa(n)
	}
	return strconv.Itoa(MaxCategories) + "+"
}

// checkInputs refuses what can't be inputs: a column that there is not, one twice,
// or more than a limit, where each category makes one.
func (t *Table) checkInputs(c Choice, limit int) error {
	width := 0
	for n, i := range c.Inputs {
		if i < 0 || i >= len(t.Columns) || i == c.Target || slices.Contains(c.Inputs[:n], i) {
			return refuse("csv-choice")
		}
		w := t.Columns[i].Width()
		if w == 0 {
			return refuse("csv-texts", "column", t.Columns[i].Name, "limit", strconv.Itoa(MaxCategories))
		}
		width += w
	}
	if width > limit {
		return refuse("csv-wide", "count", strconv.Itoa(width), "limit", strconv.Itoa(limit))
	}
	return nil
}

// columns returns columns as numbers, and what they are called; a category makes a
// column of its own.
func (t *Table) columns(inputs []int) (columns [][]float64, names []string) {
	for _, i := range inputs {
		column := &t.Columns[i]
		if column.Numeric() {
			columns, names = append(columns, t.numbers(i)), append(names, column.Name)
			continue
		}
		for _, category := range column.Categories {
			columns = append(columns, t.values(i, func(cell string) float64 {
				if cell == category {
					return 1
				}
				return 0
			}))
			names = append(names, different(column.Name+" = "+notice.Clean(category, maxName), names))
		}
	}
	return columns, names
}

// numbers returns the numbers of a column that has some.
func (t *Table) numbers(column int) []float64 {
	return t.values(column, func(cell string) float64 { v, _ := t.value(column, cell); return v })
}

func (t *Table) values(column int, value func(text string) float64) []float64 {
	out := make([]float64, len(t.Rows))
	for i, row := range t.Rows {
		out[i] = value(row[column])
	}
	return out
}

// targets returns the values of the rows, or their classes and what those are
// called. Classes are counted from 0, whatever their names are; but those of a
// drawing that was saved keep their numbers.
func (t *Table) targets(i int, values, saved bool) (targets []float64, classes []string, err error) {
	c := &t.Columns[i]
	if values {
		if !c.Numeric() {
			return nil, nil, refuse("csv-numbers", "column", c.Name)
		}
		return t.numbers(i), nil, nil
	}
	if len(c.Categories) > maxClasses {
		return nil, nil, refuse("csv-target", "column", c.Name, "count", t.countCategories(i), "limit", strconv.Itoa(maxClasses))
	}
	class := map[string]float64{}
	digits := saved && c.Name == "class"
	for k, name := range c.Categories {
		class[name] = float64(k)
		digits = digits && len(name) == 1 && name[0] >= '0' && name[0] <= '9'
		classes = append(classes, different(notice.Clean(name, maxName), classes))
	}
	if digits {
		for name := range class {
			class[name] = float64(name[0] - '0')
		}
	}
	return t.values(i, func(cell string) float64 { return class[t.category(i, cell)] }), classes, nil
}
