package table

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
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
	unit     string // what stands behind every number
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
	compact                              int // dates without signs, if the column has no other cells
	evidence                             evidence
	unit                                 string
	remarkable                           bool // a number has more than digits and a point
}

// describe finds out what columns hold.
func (t *Table) describe(c *Choices) {
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
	t.Decimal = "."
	if slices.ContainsFunc(t.Columns, func(c Column) bool { return c.Kind == Number && c.notation.decimal == ',' }) {
		t.Decimal = ","
	}
	said.tell(t, "decimal-comma", "thousands", "thousands-unsure", "percent", "currency", "multiples", "spread", "units", "signs", "dates", "date-order", "rounded")
}

// look looks at the cells of a column.
func (t *Table) look(i int) (f trait) {
	units := map[string]int{}
	for _, row := range t.Rows {
		cell := row[i]
		if t.marks.has(cell) {
			continue
		}
		f.present++
		f.characters += utf8.RuneCountInString(cell)
		if n, ok := plain(cell); ok && n.valid() {
			f.numerals++
			f.evidence.add(n.text)
			f.remarkable = f.remarkable || n.foreign || n.multiple || len(n.text) < len(cell) || strings.ContainsAny(cell, ", '")
			if isCompactDate(cell) {
				f.compact++
			}
		} else if _, ok := parseDate(cell); ok {
			f.dates++
		} else if unit := unitOf(cell); unit != "" && len(units) < maxTold {
			units[unit]++
		}
	}
	if f.compact < f.present {
		f.compact = 0
	}
	for unit, n := range units {
		if !tolerable(f.present-f.numerals-n, f.present) || 2*n < f.present {
			continue // a footnote's mark, perhaps
		}
		f.unit = unit
		for _, row := range t.Rows {
			if number, found := strings.CutSuffix(row[i], unit); found {
				if n, ok := plain(number); ok && n.valid() {
					f.numerals++
					f.evidence.add(n.text)
				}
			}
		}
		break
	}
	return f
}

// unitOf returns what stands behind the last digit of a cell: cm, °C or ".
func unitOf(cell string) string {
	unit := cell[1+strings.LastIndexAny(cell, "0123456789"):]
	if len(unit) == len(cell) || len(unit) > 8 {
		return ""
	}
	return unit
}

// tolerable tells whether so few values of a column are exceptions that they make
// it no other column: at most one in five.
func tolerable(odd, present int) bool { return present > 0 && 5*odd <= present }

// describeColumn finds out the kind of a column, and its profile. It returns the
// cells that are exceptions.
func (t *Table) describeColumn(i int, f *trait, all *evidence, chosen *ColumnChoice, said remarks) (odd remnant) {
	c := &t.Columns[i]
	unsure, swapped := false, false
	if c.notation.decimal, unsure = f.evidence.decide(all); chosen.Decimal != "" {
		c.notation.decimal, unsure = chosen.Decimal[0], false
	}
	if f.dates+f.compact > 0 {
		if c.order, swapped = t.dateOrder(i); chosen.Order != "" {
			c.order, swapped = chosen.Order, false
		}
	}
	c.unit = f.unit
	c.long = f.characters > longText*f.present
	for _, k := range []struct {
		kind Kind
		fit  int
	}{{Date, f.compact}, {Number, f.numerals}, {Date, f.dates}} {
		if chosen.Kind != k.kind && (chosen.Kind != "" || !tolerable(f.present-k.fit, f.present)) {
			continue
		}
		c.Kind = k.kind
		if odd = t.profile(i); chosen.Kind == k.kind || tolerable(odd.count, f.present) {
			if f.remarkable || c.unit != "" || k.kind == Date || c.notation.decimal == ',' {
				t.remark(i, unsure, swapped, said)
			}
			t.tellRounded(i, said)
			t.tellStandIn(i)
			return odd
		}
	}
	c.Kind = cmp.Or(chosen.Kind, Category)
	t.profile(i)
	many := len(c.Categories) > MaxCategories || f.present > 10 && 2*len(c.Categories) > f.present
	few := len(c.Categories) >= 2 && len(c.Categories) <= maxClasses // long names, but names
	if chosen.Kind == "" && (c.long && !few || many) {
		c.Kind = Text
	}
	if c.Kind == Category {
		t.tellSpellings(i)
	}
	return remnant{}
}

// value returns the number that a cell of a column is.
func (t *Table) value(i int, cell string) (float64, bool) {
	c := &t.Columns[i]
	switch c.Kind {
	case Number:
		if n, ok := plain(strings.TrimSuffix(cell, c.unit)); ok {
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

// dropEmptyColumns drops the columns that have no value in any row. Some are dropped
// already.
func (t *Table) dropEmptyColumns(already int) {
	var columns []Column
	var stay []int
	for i, c := range t.Columns {
		if slices.ContainsFunc(t.Rows, func(row []string) bool { return !t.marks.has(row[i]) }) {
			columns, stay = append(columns, c), append(stay, i)
		}
	}
	if n := already + len(t.Columns) - len(stay); n > 0 {
		t.tell("empty-columns", "count", strconv.Itoa(n))
	}
	if len(stay) == len(t.Columns) {
		return
	}
	t.Columns = columns
	for n, row := range t.Rows {
		for k, i := range stay {
			row[k] = row[i]
		}
		t.Rows[n] = row[:len(stay)]
	}
}
