package table

import (
	"math"
	"slices"
	"strconv"

	"nnplay/nn/data"
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
}

// Bounds of what is drawn.
const (
	maxClasses = 10
	maxInputs  = 100 // columns after categories have become columns of their own
)

// Suggest returns the choice that suits a table: the last column that can be a
// target, by the names that targets have or else by its place, and all others
// that can be inputs. Columns that lack most of their values are left alone.
func (t *Table) Suggest() Choice {
	c := Choice{Target: -1}
	last := len(t.Columns)
	if last > 3 && t.Columns[last-1].Name == "part" { // of a file that was saved here
		last--
	}
	for i := range t.Columns[:last] {
		if slices.Contains(targetNames, t.Columns[i].Name) && t.canTarget(i) {
			c.Target = i
		}
	}
	for i := last - 1; i >= 0 && c.Target < 0; i-- {
		if t.canTarget(i) {
			c.Target = i
		}
	}
	width := 0
	for i := range t.Columns[:last] {
		w := t.Columns[i].width()
		if i != c.Target && w > 0 && width+w <= maxInputs && !t.isSparse(i) && !t.isIndex(i) {
			c.Inputs = append(c.Inputs, i)
			width += w
		}
	}
	return c
}

var targetNames = []string{"class", "Class", "target", "Target", "label", "Label", "species", "Species"}

// isSparse tells whether a column lacks more than half of its values.
func (t *Table) isSparse(i int) bool { return 2*t.Columns[i].Lacking > len(t.Rows) }

func (t *Table) canTarget(i int) bool {
	c := &t.Columns[i]
	if t.isSparse(i) {
		return false
	}
	return c.Numeric || len(c.Categories) >= 2 && len(c.Categories) <= maxClasses
}

// isIndex tells whether a column only counts rows.
func (t *Table) isIndex(i int) bool {
	if !t.Columns[i].Numeric || len(t.Rows) < 10 {
		return false
	}
	first, _ := t.number(t.Rows[0][i])
	for k, row := range t.Rows {
		if v, _ := t.number(row[i]); v != first+float64(k) {
			return false
		}
	}
	return true
}

// width returns the number of inputs that a column makes: one of numbers, else
// one a category, 0 of more categories than can be.
func (c *Column) width() int {
	switch {
	case c.Numeric:
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
	if !c.Numeric {
		return "classes"
	}
	if len(c.Categories) > maxClasses {
		return "values"
	}
	for _, text := range c.Categories {
		if v, _ := t.number(text); v != math.Trunc(v) {
			return "values"
		}
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
	columns, err := t.inputs(c, &report)
	if err != nil {
		return d, report, err
	}
	kind := c.Kind
	if kind != "classes" && kind != "values" {
		kind = t.Kind(c.Target)
	}
	report.Values = kind == "values"
	targets, err := t.targets(c.Target, &report)
	if err != nil {
		return d, report, err
	}
	report.Axes = t.axes(report.Inputs)
	switch len(columns) {
	case 1:
		fit(columns[0])
		columns = append(columns, make([]float64, len(t.Rows)))
	case 2:
		fit(columns[0])
		fit(columns[1])
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

// inputs returns the chosen columns as numbers.
func (t *Table) inputs(c Choice, report *Report) (columns [][]float64, err error) {
	width := 0
	for n, i := range c.Inputs {
		if i < 0 || i >= len(t.Columns) || i == c.Target || slices.Contains(c.Inputs[:n], i) {
			return nil, refuse("csv-choice")
		}
		w := t.Columns[i].width()
		if w == 0 {
			w = maxInputs + 1
		}
		width += w
	}
	if width > maxInputs {
		return nil, refuse("csv-wide", "count", strconv.Itoa(width), "limit", strconv.Itoa(maxInputs))
	}
	for _, i := range c.Inputs {
		column := &t.Columns[i]
		if column.Numeric {
			columns = append(columns, t.values(i, func(text string) float64 { v, _ := t.number(text); return v }))
			report.Inputs = append(report.Inputs, column.Name)
			continue
		}
		for _, category := range column.Categories {
			columns = append(columns, t.values(i, func(text string) float64 {
				if text == category {
					return 1
				}
				return 0
			}))
			report.Inputs = append(report.Inputs, column.Name+" = "+clean(category))
		}
	}
	return columns, nil
}

func (t *Table) values(column int, value func(text string) float64) []float64 {
	out := make([]float64, len(t.Rows))
	for i, row := range t.Rows {
		out[i] = value(row[column])
	}
	return out
}

// targets returns the classes or the values of the rows.
func (t *Table) targets(i int, report *Report) ([]float64, error) {
	c := &t.Columns[i]
	if report.Values {
		if !c.Numeric {
			return nil, refuse("csv-numbers", "column", c.Name)
		}
		v := t.values(i, func(text string) float64 { v, _ := t.number(text); return v })
		if lo, hi := extent(v); lo < -1 || hi > 1 || hi-lo < 0.2 {
			stretch(v, 1)
		}
		return v, nil
	}
	if len(c.Categories) > maxClasses {
		count := strconv.Itoa(len(c.Categories))
		if len(c.Categories) > MaxCategories {
			count = strconv.Itoa(MaxCategories) + "+"
		}
		return nil, refuse("csv-target", "column", c.Name, "count", count, "limit", strconv.Itoa(maxClasses))
	}
	class := map[string]float64{}
	digits := true // classes 0 to 9 keep their numbers
	for k, text := range c.Categories {
		class[text] = float64(k)
		digits = digits && len(text) == 1 && text[0] >= '0' && text[0] <= '9'
		report.Classes = append(report.Classes, clean(text))
	}
	if digits {
		for text := range class {
			class[text] = float64(text[0] - '0')
		}
	}
	return t.values(i, func(text string) float64 { return class[text] }), nil
}

// fit brings numbers into the bounds of a drawing, if they are not there and
// fill a good part of them.
func fit(v []float64) {
	if lo, hi := extent(v); lo < -6 || hi > 6 || hi-lo < 3 {
		stretch(v, 5)
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
