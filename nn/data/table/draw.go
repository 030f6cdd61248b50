package table

import (
	"slices"
	"strconv"

	"nnplay/nn/data"
	"nnplay/nn/notice"
)

// A Choice says what to make of a table's columns, which it counts from 0.
type Choice struct {
	Inputs []int
	Target int
	Kind   string // of the target: "classes", "values", or "" for what suits it
}

// A Report says what became of a choice.
type Report struct {
	Values    bool     // rather than classes
	Classes   []string // the name of each class
	Inputs    []string // the columns that were inputs, one a category
	Lacking   int      // rows that were left out, for a value is missing
	Axes      []string // what the places' coordinates are called, if they have names
	Explained float64  // share of their variance that two principal components keep, 0 where none were taken
	Notices   []notice.Notice
}

// maxInputs is the most columns after categories have become columns of their own.
const maxInputs = 100

// Suggest returns the choice that suits a table: its roles, as far as they fit a
// drawing.
func (t *Table) Suggest() Choice {
	c := Choice{Target: -1}
	width := 0
	for i := range t.Columns {
		column := &t.Columns[i]
		switch w := column.width(); {
		case column.Role == Target && c.Target < 0:
			c.Target = i
		case column.Role == Input && w > 0 && width+w <= maxInputs:
			c.Inputs = append(c.Inputs, i)
			width += w
		}
	}
	return c
}

// width returns the number of inputs that a column makes: one of numbers, else
// one a category, 0 of more categories than can be.
func (c *Column) width() int {
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
	if c.Kind == Date || c.Numeric() && (!c.Whole || len(c.Categories) > maxClasses) {
		return "values"
	}
	return "classes"
}

// Draw makes a drawing of the rows that have all values of a choice: two inputs become its places, more are
// reduced to their first two principal components. Inputs that lie within the
// drawing's bounds and fill them stay as they are, and so do values from -1 to
// 1: what was saved here is the same drawing again. All else is scaled to fit.
func (t *Table) Draw(c Choice) (d data.Drawing, report Report, err error) {
	if c.Target < 0 || c.Target >= len(t.Columns) || len(c.Inputs) == 0 || len(c.Inputs) > len(t.Columns) {
		return d, report, refuse("csv-choice")
	}
	if t, _, report.Lacking = t.Complete(c); len(t.Rows) == 0 {
		return d, report, refuse("csv-no-rows")
	}
	if err := t.checkInputs(c, maxInputs); err != nil {
		return d, report, err
	}
	columns, names := t.columns(c.Inputs)
	report.Inputs = names
	kind := c.Kind
	if kind != "classes" && kind != "values" {
		kind = t.Kind(c.Target)
	}
	report.Values = kind == "values"
	targets, classes, err := t.targets(c.Target, report.Values, c.Target == 2 && t.isSaved() && isDrawing(columns))
	if err != nil {
		return d, report, err
	}
	report.Classes = classes
	if lo, hi := extent(targets); report.Values && (lo < -1 || hi > 1 || hi-lo < 0.2) {
		stretch(targets, 1)
	}
	report.Axes = t.axes(report.Inputs)
	switch len(columns) {
	case 1:
		fit(columns[0], &report)
		columns = append(columns, make([]float64, len(t.Rows)))
	case 2:
		fit(columns[0], &report)
		fit(columns[1], &report)
	default:
		var shares [2]float64
		if columns, shares, err = components(columns); err != nil {
			return d, report, err
		}
		report.Explained = shares[0] + shares[1]
		report.Axes = nil
		for i, share := range shares {
			report.Axes = append(report.Axes, "PC "+strconv.Itoa(i+1)+" ("+strconv.Itoa(int(100*share+0.5))+"%)")
		}
	}
	d.Values = report.Values
	for i := range t.Rows {
		d.Add(float32(columns[0][i]), float32(columns[1][i]), float32(targets[i]))
	}
	return d, report, nil
}

// axes returns what two inputs are called: nothing where the table has no names,
// or those of a file that was saved here without any.
func (t *Table) axes(inputs []string) (names []string) {
	if !t.Header {
		return nil
	}
	for i, name := range inputs {
		if name == "x"+strconv.Itoa(i+1) {
			break
		}
		names = append(names, name)
	}
	return names
}

// checkInputs refuses what can't be inputs: a column that there is not, one twice,
// or more than a limit, where each category makes one.
func (t *Table) checkInputs(c Choice, limit int) error {
	width := 0
	for n, i := range c.Inputs {
		if i < 0 || i >= len(t.Columns) || i == c.Target || slices.Contains(c.Inputs[:n], i) {
			return refuse("csv-choice")
		}
		w := t.Columns[i].width()
		if w == 0 {
			w = limit + 1
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
			names = append(names, column.Name+" = "+clean(category))
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
		count := strconv.Itoa(len(c.Categories))
		if len(c.Categories) > MaxCategories {
			count = strconv.Itoa(MaxCategories) + "+"
		}
		return nil, nil, refuse("csv-target", "column", c.Name, "count", count, "limit", strconv.Itoa(maxClasses))
	}
	class := map[string]float64{}
	digits := saved && c.Name == "class"
	for k, name := range c.Categories {
		class[name] = float64(k)
		digits = digits && len(name) == 1 && name[0] >= '0' && name[0] <= '9'
		classes = append(classes, clean(name))
	}
	if digits {
		for name := range class {
			class[name] = float64(name[0] - '0')
		}
	}
	return t.values(i, func(cell string) float64 { return class[t.category(i, cell)] }), classes, nil
}

// isDrawing tells whether two inputs are places of a drawing: they lie on its grid.
func isDrawing(columns [][]float64) bool {
	if len(columns) != 2 {
		return false
	}
	for i, x := range columns[0] {
		var d data.Drawing
		y := columns[1][i]
		if d.Add(float32(x), float32(y), 0); d.Len() == 0 {
			return false
		}
		if gx, gy, _ := d.At(0); gx != float32(x) || gy != float32(y) {
			return false
		}
	}
	return true
}

// fit brings numbers into the bounds of a drawing, if they are not there and
// fill a good part of them.
func fit(v []float64, report *Report) {
	lo, hi := extent(v)
	if lo >= -6 && hi <= 6 && hi-lo >= 3 {
		return
	}
	stretch(v, 5)
	if hi > lo {
		short := func(v float64) string { return strconv.FormatFloat(v, 'g', 4, 64) }
		report.Notices = append(report.Notices, Notices.Note("scaled", "low", short(lo), "high", short(hi), "reach", "5"))
	}
}

// stretch maps the range of numbers to -reach .. reach, one number to 0.
func stretch(v []float64, reach float64) {
	lo, hi := extent(v)
	for i := range v {
		if hi > lo {
			v[i] = reach * (2*(v[i]-lo)/(hi-lo) - 1)
		} else {
			v[i] = 0
		}
	}
}

func extent(v []float64) (lo, hi float64) { return slices.Min(v), slices.Max(v) }
