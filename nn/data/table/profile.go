package table

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
)

// profile finds out the range of a column of a kind, its categories, its histogram
// and what it lacks. It returns the cells that do not fit the kind.
func (t *Table) profile(i int) (odd remnant) {
	c := &t.Columns[i]
	c.Categories, c.Histogram, c.Lacking, c.Whole = nil, nil, 0, c.Numeric()
	c.Low, c.High = math.Inf(1), math.Inf(-1)
	counts := map[string]int{}
	values := make([]float64, 0, len(t.Rows))
	for k, row := range t.Rows {
		cell := row[i]
		if t.marks.has(cell) {
			c.Lacking++
			continue
		}
		if c.Numeric() {
			v, ok := t.value(i, cell)
			if !ok {
				odd.add(&record{line: t.Lines[k], raw: cell})
				c.Lacking++
				continue
			}
			values = append(values, v)
			c.Low, c.High = min(c.Low, v), max(c.High, v)
			c.Whole = c.Whole && v == math.Trunc(v)
		}
		if len(counts) <= MaxCategories {
			counts[cell]++
		}
	}
	c.Odd = odd.count
	if c.Low > c.High {
		c.Low, c.High = 0, 0
	}
	t.categorize(i, counts)
	if c.Numeric() {
		c.Histogram = histogram(values, c.Low, c.High)
	}
	return odd
}

// categorize lists the categories of a column, sorted, and counts their rows.
func (t *Table) categorize(i int, cells map[string]int) {
	c := &t.Columns[i]
	counts := map[string]int{}
	for cell, n := range cells {
		counts[t.category(i, cell)] += n
	}
	for name := range counts {
		c.Categories = append(c.Categories, name)
	}
	slices.SortFunc(c.Categories, func(a, b string) int {
		if c.Numeric() {
			x, _ := strconv.ParseFloat(a, 64)
			y, _ := strconv.ParseFloat(b, 64)
			return cmp.Compare(x, y)
		}
		return cmp.Compare(a, b)
	})
	if len(c.Categories) <= MaxCategories {
		for _, name := range c.Categories {
			c.Histogram = append(c.Histogram, counts[name])
		}
	}
}

// histogram counts numbers in equal parts of their range.
func histogram(values []float64, low, high float64) []int {
	bins := make([]int, Bins)
	for _, v := range values {
		bin := 0
		if high > low {
			bin = min(int(Bins*((v-low)/(high-low))), Bins-1)
		}
		bins[bin]++
	}
	return bins
}

// dateOrder returns the order in which more of a column's cells are dates, or,
// where all are in either, in which more of them follow the one before.
func (t *Table) dateOrder(i int) (order string, unsure bool) {
	var valid, rising [2]int
	var last [2]float64
	for _, row := range t.Rows {
		d, ok := parseDate(row[i])
		if !ok || !d.monthFirst {
			continue
		}
		for k, name := range DateOrders {
			if v, ok := d.days(name); ok {
				valid[k]++
				if v > last[k] {
					rising[k]++
				}
				last[k] = v
			}
		}
	}
	best := 0
	if valid[1] > valid[0] || valid[1] == valid[0] && rising[1] > rising[0] {
		best = 1
	}
	return DateOrders[best], valid[0] == valid[1] && valid[0] > 0
}

// remark adds what is remarkable about the numbers of a column, with an example.
func (t *Table) remark(i int, unsure, swapped bool, said remarks) {
	c := &t.Columns[i]
	found := map[string]bool{}
	for _, row := range t.Rows {
		v, ok := t.value(i, row[i])
		if !ok {
			continue
		}
		add := func(is bool, code, value string) {
			if is && !found[code] {
				found[code] = true
				said.add(code, c.Name, "cell", row[i], "value", value)
			}
		}
		if c.Kind == Date {
			day := strconv.Itoa(int(math.Floor(v)))
			add(true, "dates", day)
			add(swapped, "date-order", day)
			return
		}
		number := strings.TrimSuffix(row[i], c.unit)
		n, _ := plain(number)
		value := strconv.FormatFloat(v, 'f', -1, 64)
		gap := "., '"
		grouped := strings.ContainsAny(n.text, strings.ReplaceAll(gap, string(c.notation.decimal), ""))
		add(c.notation.decimal == ',' && strings.IndexByte(n.text, ',') >= 0, "decimal-comma", value)
		add(grouped && !unsure, "thousands", value)
		add(grouped && unsure, "thousands-unsure", value)
		add(n.percent, "percent", value)
		add(n.currency, "currency", value)
		add(n.multiple, "multiples", value)
		add(n.spread, "spread", value)
		add(len(number) < len(row[i]), "units", value)
		add(n.foreign, "signs", value)
	}
}
