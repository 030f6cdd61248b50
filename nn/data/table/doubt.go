package table

import (
	"math"
	"strconv"
	"strings"
)

// What is understood as it stands, and might be meant otherwise.

// standIns are numbers that some write where a value is missing.
var standIns = []float64{-99, -999, -9999, -99999, 999, 9999, 99999}

// aloof is how many times the range of all other values a stand-in is away from them.
const aloof = 2

// tellStandIn tells of a number in a column that is one of standIns and far from all
// others. It is no missing value before somebody says so.
func (t *Table) tellStandIn(i int) {
	c := &t.Columns[i]
	if c.Kind != Number || !isStandIn(c.Low) && !isStandIn(c.High) {
		return
	}
	for _, v := range standIns {
		if v != c.Low && v != c.High {
			continue
		}
		low, high, count, text := math.Inf(1), math.Inf(-1), 0, ""
		for _, row := range t.Rows {
			switch x, ok := t.value(i, row[i]); {
			case !ok:
			case x == v:
				count++
				text = row[i]
			default:
				low, high = min(low, x), max(high, x)
			}
		}
		if away := max(low-v, v-high); low < high && away > aloof*(high-low) {
			t.tell("stand-in", "column", c.Name, "cell", text, "count", strconv.Itoa(count))
		}
	}
}

func isStandIn(v float64) bool {
	for _, s := range standIns {
		if v == s {
			return true
		}
	}
	return false
}

// blurred is how much of a column's range a value may move without a word.
const blurred = 1e-3

// tellRounded tells of a column whose numbers differ by less than float32 can hold:
// time stamps in seconds, say.
func (t *Table) tellRounded(i int, said remarks) {
	c := &t.Columns[i]
	if c.Low == c.High {
		return
	}
	for _, row := range t.Rows {
		v, ok := t.value(i, row[i])
		if kept := float64(float32(v)); ok && math.Abs(kept-v) > blurred*(c.High-c.Low) {
			said.add("rounded", c.Name, "cell", row[i], "value", strconv.FormatFloat(kept, 'f', -1, 64))
			return
		}
	}
}

// tellSpellings tells of two categories that differ in nothing but capitals.
func (t *Table) tellSpellings(i int) {
	c := &t.Columns[i]
	seen := map[string]string{}
	for _, name := range c.Categories {
		folded := strings.ToLower(name)
		if other, found := seen[folded]; found {
			t.tell("spellings", "column", c.Name, "first", other, "second", name)
			return
		}
		seen[folded] = name
	}
}
