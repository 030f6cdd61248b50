package table

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Read reads a table of comma-separated values (RFC 4180), or of values that
// semicolons or tabs separate. It takes no more than the bounds allow from r.
func Read(r io.Reader) (*Table, error) {
	text, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, err
	}
	if len(text) > MaxBytes {
		return nil, refuse("csv-too-long", "limit", strconv.Itoa(MaxBytes>>20))
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	if err := checkText(text); err != nil {
		return nil, err
	}
	t := &Table{Delimiter: delimiter(text)}
	first, err := t.read(text)
	if err != nil {
		return nil, err
	}
	if len(first) == 1 {
		return nil, refuse("csv-one-column")
	}
	t.name(first)
	t.describe()
	if len(t.Rows) == 0 {
		return nil, refuse("csv-no-rows")
	}
	return t, nil
}

// checkText refuses, naming the line, what is no UTF-8 text, and lines and
// counts of delimiters that no table within bounds has: before anything is
// allocated for them.
func checkText(text []byte) error {
	if len(bytes.TrimSpace(text)) == 0 {
		return refuse("csv-empty")
	}
	line, from := 1, 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && text[i] != '\n' && !(text[i] == '\r' && (i+1 == len(text) || text[i+1] != '\n')) {
			continue
		}
		row := text[from:i]
		from = i + 1
		if !utf8.Valid(row) {
			return atLine("csv-encoding", line)
		}
		if bytes.IndexByte(row, 0) >= 0 {
			return atLine("csv-binary", line)
		}
		for _, d := range delimiters {
			if n := bytes.Count(row, []byte{byte(d)}); n >= MaxColumns && bytes.IndexByte(row, '"') < 0 {
				return atLine("csv-columns", line, "count", strconv.Itoa(n+1), "limit", strconv.Itoa(MaxColumns))
			}
		}
		if len(row) > MaxColumns*(MaxField+3) {
			return atLine("csv-field", line, "limit", strconv.Itoa(MaxField))
		}
		line++
	}
	return nil
}

var delimiters = []rune{',', ';', '\t'}

// delimiter returns what separates values: that of which each of the first
// lines has the same number, the largest; else the most frequent. Quotation
// marks count in pairs.
func delimiter(text []byte) rune {
	best, most := delimiters[0], -1
	for _, d := range delimiters {
		var counts []int
		n, quoted := 0, false
		for _, c := range text[:min(len(text), 1<<16)] {
			switch {
			case c == '"':
				quoted = !quoted
			case quoted:
			case rune(c) == d:
				n++
			case c == '\n':
				counts = append(counts, n)
				n = 0
			}
			if len(counts) == 20 {
				break
			}
		}
		if len(counts) == 0 {
			counts = append(counts, n)
		}
		score, same := counts[0], true
		for _, n := range counts {
			score = min(score, n)
			same = same && n == counts[0]
		}
		if same && score > 0 {
			score += 1 << 20
		}
		if score > most {
			best, most = d, score
		}
	}
	return best
}

// read reads all rows. It returns the first, which may be names.
func (t *Table) read(text []byte) (first []string, err error) {
	r := csv.NewReader(bufio.NewReader(newlines{bytes.NewReader(text)}))
	r.Comma = t.Delimiter
	r.FieldsPerRecord = -1
	r.TrimLeadingSpace = t.Delimiter != '\t'
	r.LazyQuotes = false
	for {
		row, err := r.Read()
		if err == io.EOF {
			return first, nil
		}
		line, _ := 0, 0
		if parse, ok := errors.AsType[*csv.ParseError](err); ok {
			return nil, atLine("csv-quote", parse.StartLine)
		} else if err != nil {
			return nil, err
		}
		line, _ = r.FieldPos(0)
		if len(row) > MaxColumns {
			return nil, atLine("csv-columns", line, "count", strconv.Itoa(len(row)), "limit", strconv.Itoa(MaxColumns))
		}
		for i, field := range row {
			if len(field) > MaxField {
				return nil, atLine("csv-field", line, "limit", strconv.Itoa(MaxField))
			}
			row[i] = strings.TrimSpace(field)
		}
		if len(row) == 1 && row[0] == "" {
			continue
		}
		if first == nil {
			first = row
		} else if len(row) > len(first) && !allEmpty(row[len(first):]) {
			return nil, atLine("csv-ragged", line, "count", strconv.Itoa(len(row)), "want", strconv.Itoa(len(first)))
		}
		for len(row) < len(first) {
			row = append(row, "") // missing values
		}
		row = row[:len(first)]
		if len(t.Rows) > MaxRows {
			return nil, refuse("csv-rows", "limit", strconv.Itoa(MaxRows))
		}
		if (len(t.Rows)+1)*len(first) > MaxCells {
			return nil, refuse("csv-cells", "limit", strconv.Itoa(MaxCells))
		}
		t.Rows = append(t.Rows, row)
		t.Lines = append(t.Lines, line)
	}
}

// newlines makes a line feed of a carriage return, for files that have no line
// feeds.
type newlines struct{ r *bytes.Reader }

func (n newlines) Read(p []byte) (int, error) {
	k, err := n.r.Read(p)
	for i := range k {
		if p[i] == '\r' {
			next := byte('\n')
			if i+1 < k {
				next = p[i+1]
			} else if b, err := n.r.ReadByte(); err == nil {
				next = b
				n.r.UnreadByte()
			}
			if next != '\n' || i+1 == k && err == io.EOF {
				p[i] = '\n'
			}
		}
	}
	return k, err
}

func allEmpty(fields []string) bool {
	for _, f := range fields {
		if f != "" {
			return false
		}
	}
	return true
}

// name finds out whether the first row is a header, and names the columns. It
// is one if none of its fields is a number and some column has numbers below,
// or if all are texts that no other row of their column has.
func (t *Table) name(first []string) {
	t.Columns = make([]Column, len(first))
	t.Header = len(t.Rows) > 1 && !allEmpty(first)
	numbersBelow, again := false, false
	for i, field := range first {
		if _, ok := t.number(field); ok || field == "" && i > 0 {
			t.Header = false
		}
		for _, row := range t.Rows[1:min(len(t.Rows), 50)] {
			_, ok := t.number(row[i])
			numbersBelow = numbersBelow || ok
			again = again || row[i] == field
		}
	}
	t.Header = t.Header && (numbersBelow || !again)
	used := map[string]bool{}
	for i := range t.Columns {
		name := "column " + strconv.Itoa(i+1)
		if t.Header && first[i] != "" {
			name = clean(first[i])
		}
		for base, n := name, 2; used[name]; n++ {
			name = base + " (" + strconv.Itoa(n) + ")"
		}
		used[name] = true
		t.Columns[i].Name = name
	}
	if t.Header {
		t.Rows, t.Lines = t.Rows[1:], t.Lines[1:]
	}
}

// maxName is the longest name of a column, in characters.
const maxName = 40

// clean makes a foreign text fit for showing.
func clean(text string) string {
	var b strings.Builder
	n := 0
	for _, r := range text {
		if n == maxName {
			b.WriteString("…")
			break
		}
		if !unicode.IsPrint(r) {
			r = '·'
		}
		b.WriteRune(r)
		n++
	}
	return b.String()
}

// describe finds out what columns hold. A column that is empty altogether goes.
func (t *Table) describe() {
	if len(t.Rows) > MaxRows {
		t.Rows, t.Lines = t.Rows[:MaxRows], t.Lines[:MaxRows]
	}
	t.dropEmptyColumns()
	for i := range t.Columns {
		t.describeColumn(i)
	}
}

// describeColumn finds out what a column holds, where it holds something.
func (t *Table) describeColumn(i int) {
	c := &t.Columns[i]
	c.Categories, c.Lacking, c.Numeric = nil, 0, true
	seen := map[string]bool{}
	for _, row := range t.Rows {
		if empty(row[i]) {
			c.Lacking++
			continue
		}
		if _, ok := t.number(row[i]); !ok {
			c.Numeric = false
		}
		if !seen[row[i]] && len(seen) <= MaxCategories {
			seen[row[i]] = true
			c.Categories = append(c.Categories, row[i])
		}
	}
	c.Numeric = c.Numeric && c.Lacking < len(t.Rows)
	t.sortCategories(c)
}

// Complete returns the table of those rows that have all values of a choice, the
// first few of the others, and how many those are.
func (t *Table) Complete(c Choice) (rows *Table, missing []Missing, lacking int) {
	rows = &Table{Delimiter: t.Delimiter, Header: t.Header, Columns: slices.Clone(t.Columns)}
	for i, row := range t.Rows {
		lacks := -1
		for k := range row {
			if (k == c.Target || slices.Contains(c.Inputs, k)) && empty(row[k]) {
				lacks = k
				break
			}
		}
		if lacks < 0 {
			rows.Rows, rows.Lines = append(rows.Rows, row), append(rows.Lines, t.Lines[i])
			continue
		}
		if len(missing) < maxMissing {
			missing = append(missing, Missing{t.Lines[i], t.Columns[lacks].Name})
		}
		lacking++
	}
	if lacking > 0 {
		for _, k := range append([]int{c.Target}, c.Inputs...) {
			if k >= 0 && k < len(rows.Columns) {
				rows.describeColumn(k)
			}
		}
	}
	return rows, missing, lacking
}

func (t *Table) sortCategories(c *Column) {
	slices.SortFunc(c.Categories, func(a, b string) int {
		if c.Numeric {
			x, _ := t.number(a)
			y, _ := t.number(b)
			return cmp.Compare(x, y)
		}
		return cmp.Compare(a, b)
	})
}

func (t *Table) dropEmptyColumns() {
	var columns []Column
	var stay []int
	for i, c := range t.Columns {
		if slices.ContainsFunc(t.Rows, func(row []string) bool { return !empty(row[i]) }) {
			columns, stay = append(columns, c), append(stay, i)
		}
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

// empty tells whether a field has no value: nothing, or what programs write for it.
func empty(text string) bool {
	switch strings.ToLower(text) {
	case "", "na", "n/a", "nan", "null", "none", "?", "-":
		return true
	}
	return false
}

// number reads a finite number. Where commas do not separate values, one may
// stand for the point.
func (t *Table) number(text string) (float64, bool) {
	if strings.ContainsAny(text, "xXpP_nN") { // hexadecimal, inf, nan
		return 0, false
	}
	if t.Delimiter != ',' && strings.Count(text, ",") == 1 && !strings.Contains(text, ".") {
		text = strings.Replace(text, ",", ".", 1)
	}
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || math.Abs(v) > 1e30 {
		return 0, false
	}
	return v, true
}
