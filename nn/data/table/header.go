package table

import (
	"slices"
	"strconv"

	"nnplay/nn/notice"
)

// guessHeader tells whether the first record of a table holds the names of its
// columns: texts above numbers, texts that no row has again, or numbers that count
// on while those below do not.
func guessHeader(head []record) bool {
	first, rows := head[0].cells, head[1:min(len(head), 50)]
	numbers, texts, above, again, known := 0, 0, false, false, false
	for i, name := range first {
		if name == "" {
			continue
		}
		n, isNumber := plain(name)
		if isNumber {
			_, isNumber = notation{'.'}.value(n.text)
		}
		if isNumber {
			numbers++
			continue
		}
		texts++
		known = known || slices.Contains(targetNames, targetName(name))
		below, values := 0, 0
		for _, row := range rows {
			if i >= len(row.cells) || row.cells[i] == "" {
				continue
			}
			again = again || row.cells[i] == name
			below++
			if looksNumeric(row.cells[i]) {
				values++
			}
		}
		_, isDate := parseDate(name)
		above = above || values > 0 && 5*values >= 4*below && (!isDate || !allDates(rows, i))
	}
	switch {
	case len(rows) == 0:
		return numbers == 0
	case numbers == 0:
		return texts > 0 && (above || !again)
	case above && known:
		return true
	case again || !countsOn(first):
		return false
	case above:
		return true
	}
	like, whole := 0, 0 // rows that count as well, and rows of whole numbers
	for _, row := range rows {
		if countsOn(row.cells) {
			like++
		}
		if !slices.ContainsFunc(row.cells, isFraction) {
			whole++
		}
	}
	return 2*like < len(rows) && (2*whole < len(rows) || numbers > 8 || areYears(first))
}

// isFraction tells whether a cell is a number but no whole one.
func isFraction(cell string) bool {
	_, err := strconv.Atoi(cell)
	return err != nil && looksNumeric(cell)
}

// allDates tells whether a column of some rows holds dates.
func allDates(rows []record, column int) bool {
	for _, row := range rows {
		if column < len(row.cells) && row.cells[column] != "" {
			if _, ok := parseDate(row.cells[column]); !ok {
				return false
			}
		}
	}
	return true
}

// countsOn tells whether the numbers among some cells are years, or go on in equal
// steps.
func countsOn(cells []string) bool {
	if areYears(cells) {
		return true
	}
	var numbers []int
	for _, cell := range cells {
		if v, err := strconv.Atoi(cell); err == nil {
			numbers = append(numbers, v)
		} else if looksNumeric(cell) {
			return false
		}
	}
	if len(numbers) < 3 || numbers[1] <= numbers[0] {
		return false
	}
	for i, v := range numbers {
		if v != numbers[0]+i*(numbers[1]-numbers[0]) {
			return false
		}
	}
	return true
}

// areYears tells whether the numbers among some cells are years, all different.
func areYears(cells []string) bool {
	seen := map[int]bool{}
	for _, cell := range cells {
		v, err := strconv.Atoi(cell)
		switch {
		case err != nil && !looksNumeric(cell):
		case err != nil || v < 1800 || v > 2100 || seen[v]:
			return false
		default:
			seen[v] = true
		}
	}
	return len(seen) > 0
}

// name names the columns: as the header does, or by their numbers.
func (t *Table) name(names []string, width int) {
	t.Columns = make([]Column, width)
	var used []string
	again := remarks{}
	for i := range t.Columns {
		name := "column " + strconv.Itoa(i+1)
		if i < len(names) && names[i] != "" {
			name = notice.Clean(names[i], maxName)
		}
		own := different(name, used)
		if own != name {
			again.add("names-numbered", own)
		}
		used = append(used, own)
		t.Columns[i].Name, t.Columns[i].Place = own, i
	}
	again.tell(t, "names-numbered")
}

// different returns a name, with a number if others have it already.
func different(name string, others []string) string {
	own := name
	for n := 2; slices.Contains(others, own); n++ {
		own = name + " (" + strconv.Itoa(n) + ")"
	}
	return own
}

// maxName is the longest name of a column, in characters.
const maxName = 40
