package table

import (
	"strconv"
	"strings"
)

// What is not a table, though it is made of numbers and signs between them.

// refuseFormat refuses a text in a format that would be misread: brackets around the
// whole, or the beginning of one that is known.
func refuseFormat(text string) error {
	text = strings.TrimSpace(text)
	for _, brackets := range []string{"{}", "[]", "<>"} {
		if text[0] == brackets[0] && text[len(text)-1] == brackets[1] {
			return refuse("csv-markup")
		}
	}
	begin := head(text)
	for strings.HasPrefix(begin, "%") { // ARFF's comments
		_, begin, _ = strings.Cut(begin, "\n")
		begin = strings.TrimSpace(begin)
	}
	for _, f := range []struct{ begin, name string }{{"@relation", "ARFF"}, {"insert into", "SQL"}, {"create table", "SQL"}} {
		if len(begin) > len(f.begin) && strings.EqualFold(begin[:len(f.begin)], f.begin) {
			return refuse("csv-format", "format", f.name)
		}
	}
	first, rest, _ := strings.Cut(begin, "\n")
	second, _, _ := strings.Cut(rest, "\n")
	if isLIBSVM(first) && isLIBSVM(second) {
		return refuse("csv-format", "format", "LIBSVM")
	}
	return nil
}

// isLIBSVM tells whether a line is a label, and values with the numbers of their
// columns: "+1 1:0.5 3:2".
func isLIBSVM(line string) bool {
	cells := strings.Fields(line)
	if len(cells) < 2 {
		return false
	}
	last := -1
	for _, cell := range cells[1:] {
		column, value, found := strings.Cut(cell, ":")
		at, err := strconv.Atoi(column)
		if _, bad := strconv.ParseFloat(value, 64); !found || err != nil || bad != nil || at <= last {
			return false
		}
		last = at
	}
	_, err := strconv.ParseFloat(cells[0], 64)
	return err == nil
}

// mends has a row each for what makes one column of a table, and undoes it. What has
// nothing to undo is returned as it is.
var mends = []struct {
	code string
	mend func(text string) string
}{
	{"lines-quoted", unquoteLines},
	{"separators-wide", narrowSeparators},
}

// unquoteLines takes away quotation marks around whole lines, as they are where a table
// was saved twice.
func unquoteLines(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		line = strings.TrimRight(line, "\r ")
		if line == "" {
			continue
		}
		inner, found := strings.CutPrefix(line, `"`)
		if !found || !strings.HasSuffix(inner, `"`) || inner == `"` {
			return text
		}
		lines[i] = strings.ReplaceAll(strings.TrimSuffix(inner, `"`), `""`, `"`)
	}
	return strings.Join(lines, "\n")
}

// narrowSeparators makes those of ASCII of full-width commas and semicolons.
func narrowSeparators(text string) string {
	return strings.NewReplacer("，", ",", "；", ";").Replace(text)
}
