package table

import (
	"cmp"
	"slices"
	"strconv"
	"unicode/utf8"
)

// A Kind is what the values of a column are.
type Kind string

// The kinds of columns.
const (
	Number   Kind = "number"
	Date     Kind = "date"     // a number: days since 1970-01-01
	Category Kind = "category" // one of few texts
	Text     Kind = "text"     // prose, names, whatever differs from row to row
)

var kinds = []string{string(Number), string(Date), string(Category), string(Text)}

// A Column is what is known of one: its profile, and its role.
type Column struct {
	Name       string
	Place      int // in the file, counted from 0
	Kind       Kind
	Role       Role
	Lacking    int      // how many rows have no value in it
	Odd        int      // how many of them have a cell that does not fit
	Categories []string // the different values, up to MaxCategories and one more, sorted
	Low, High  float64  // the range of numbers and dates
	Whole      bool     // all of them are whole numbers
	Histogram  []int    // the rows in Bins equal parts of the range, or of each category

	notation notation
	order    string // of dates
	long     bool   // prose
}

// Bins is how many parts a histogram of numbers has.
const Bins = 12

// Numeric tells whether the values are numbers, or become some.
func (c *Column) Numeric() bool { return c.Kind == Number || c.Kind == Date }

// A trait is what the cells of a column look like, before it is known what they are.
type trait struct {
	present, numerals, dates, characters int
	evidence                             evidence
}

// describe finds out what columns hold. A column that is empty altogether goes.
func (t *Table) describe(c *Choices) {
	t.dropEmptyColumns()
	traits := make([]trait, len(t.Columns))
	var all evidence
	for i := range t.Columns {
		traits[i] = t.look(i)
		if f := &traits[i]; tolerable(f.present-f.numerals, f.present) {
			all.point += f.evidence.point
			all.comma += f.evidence.comma
		}
	}
	said := remarks{}
	told := 0
	for i := range t.Columns {
		chosen := c.Columns[t.Columns[i].Place]
		chosen.Decimal = cmp.Or(chosen.Decimal, c.Decimal)
		odd := t.describeColumn(i, &traits[i], &all, &chosen, said)
		if odd.count > 0 && told < maxTold {
			odd.tell(t, "odd-cells", "column", t.Columns[i].Name, "cell", odd.text)
			told++
		}
	}
	said.tell(t, "decimal-comma", "thousands", "thousands-unsure", "percent", "currency", "signs", "dates", "date-order")
}

// look looks at the cells of a column.
func (t *Table) look(i int) (f trait) {
	for _, row := range t.Rows {
		cell := row[i]
		if t.marks.has(cell) {
			continue
		}
		f.present++
		f.characters += utf8.RuneCountInString(cell)
		if n, ok := plain(cell); ok {
			f.numerals++
			f.evidence.add(n.text)
		} else if _, ok := parseDate(cell); ok {
			f.dates++
		}
	}
	return f
}

// tolerable tells whether so few values of a column are exceptions that they make
// it no other column: one in ten, or one alone.
func tolerable(odd, present int) bool {
	return present > 0 && (10*odd <= present || odd == 1 && present >= 5)
}

// describeColumn finds out the kind of a column, and its profile. It returns the
// cells that are exceptions.
func (t *Table) describeColumn(i int, f *trait, all *evidence, chosen *ColumnChoice, said remarks) (odd remnant) {
	c := &t.Columns[i]
	unsure, swapped := false, false
	if c.notation.decimal, unsure = f.evidence.decide(all); chosen.Decimal != "" {
		c.notation.decimal, unsure = chosen.Decimal[0], false
	}
	if f.dates > 0 {
		if c.order, swapped = t.dateOrder(i); chosen.Order != "" {
			c.order, swapped = chosen.Order, false
		}
	}
	c.long = f.characters > longText*f.present
	for _, k := range []struct {
		kind Kind
		fit  int
	}{{Number, f.numerals}, {Date, f.dates}} {
		if chosen.Kind != k.kind && (chosen.Kind != "" || !tolerable(f.present-k.fit, f.present)) {
			continue
		}
		c.Kind = k.kind
		if odd = t.profile(i); chosen.Kind == k.kind || tolerable(odd.count, f.present) {
			t.remark(i, unsure, swapped, said)
			return odd
		}
	}
	c.Kind = cmp.Or(chosen.Kind, Category)
	t.profile(i)
	many := len(c.Categories) > MaxCategories || f.present > 10 && 2*len(c.Categories) > f.present
	if chosen.Kind == "" && (c.long || many) {
		c.Kind = Text
	}
	return remnant{}
}

// value returns the number that a cell of a column is.
func (t *Table) value(i int, cell string) (float64, bool) {
	c := &t.Columns[i]
	switch c.Kind {
	case Number:
		if n, ok := plain(cell); ok {
			return c.notation.value(n.text)
		}
	case Date:
		if d, ok := parseDate(cell); ok {
			return d.days(c.order)
		}
	}
	return 0, false
}

// lacks tells whether a cell of a column has no value: it is missing, or no number
// among numbers.
func (t *Table) lacks(i int, cell string) bool {
	if t.marks.has(cell) {
		return true
	}
	_, ok := t.value(i, cell)
	return t.Columns[i].Numeric() && !ok
}

// category returns what a cell of a column is called as a category: numbers have
// one name, however they are written.
func (t *Table) category(i int, cell string) string {
	if v, ok := t.value(i, cell); ok {
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
	return cell
}

func (t *Table) dropEmptyColumns() {
	var columns []Column
	var stay []int
	for i, c := range t.Columns {
		if slices.ContainsFunc(t.Rows, func(row []string) bool { return !t.marks.has(row[i]) }) {
			columns, stay = append(columns, c), append(stay, i)
		}
	}
	if len(stay) == len(t.Columns) {
		return
	}
	t.tell("empty-columns", "count", strconv.Itoa(len(t.Columns)-len(stay)))
	t.Columns = columns
	for n, row := range t.Rows {
		for k, i := range stay {
			row[k] = row[i]
		}
		t.Rows[n] = row[:len(stay)]
	}
}
