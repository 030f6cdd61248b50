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
		switch w := column.Width(); {
		case column.Role == Target && c.Target < 0:
			c.Target = i
		case column.Role == Input && w > 0 && width+w <= maxInputs:
			c.Inputs = append(c.Inputs, i)
			width += w
		}
	}
	return c
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
		fit(columns[0], names[0], &report)
		columns = append(columns, make([]float64, len(t.Rows)))
	case 2:
		fit(columns[0], names[0], &report)
		fit(columns[1], names[1], &report)
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
// fill a good part of them, and tells of it.
func fit(v []float64, name string, report *Report) {
	lo, hi := extent(v)
	if lo >= -6 && hi <= 6 && hi-lo >= 3 {
		return
	}
	stretch(v, 5)
	if hi > lo {
		short := func(v float64) string { return strconv.FormatFloat(v, 'g', 4, 64) }
		report.Notices = append(report.Notices, Notices.Note("scaled", "column", name, "low", short(lo), "high", short(hi), "reach", "5"))
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
