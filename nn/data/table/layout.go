package table

import (
	"slices"
	"strconv"
	"strings"
)

// A layout says where the table is among the records of a text.
type layout struct {
	width      int // columns
	begin, end int // the lines of the first record, which may hold names, and of the last
	comment    string
	head       []record // the first records from begin on
	names      []string // of the columns, where a comment or a line that is too short holds them
	named      int      // that line
	header     []string // the cells of the line of names, as they stand
	below      []int    // lines under the names that hold no values either
}

// A remnant is some lines that are left out.
type remnant struct {
	count, line int // how many, and the first of them
	text        string
}

func (l *remnant) add(r *record) {
	if l.count == 0 {
		l.line, l.text = r.line, r.raw
	}
	l.count++
}

// tell tells of the lines, if there are some.
func (l *remnant) tell(t *Table, code string, args ...string) {
	if l.count > 0 {
		t.tell(code, append(args, "count", strconv.Itoa(l.count), "line", strconv.Itoa(l.line), "text", l.text)...)
	}
}

// survey goes through all records once, keeps the first and the last few, and finds
// out where the table is: most of its records have as many values as it has
// columns. Titles stand before it, footnotes behind it, and comments between.
func (t *Table) survey(s *source, c *Choices) (*layout, error) {
	l := &layout{comment: guessComment(s)}
	var comments, rules remnant
	var titled record                            // the last comment before the first record
	var tail []record                            // what may be footnotes
	widths, used := map[int]int{}, map[int]int{} // records by their cells, and the most of those that are used
	for scan := s.scan(); ; {
		r, ok, err := scan.next()
		if err != nil {
			return nil, err
		}
		if !ok {
			break
		}
		switch {
		case l.isComment(&r):
			comments.add(&r)
			if len(l.head) == 0 {
				titled = r
			}
			continue
		case isRule(r.raw):
			rules.add(&r)
			continue
		case r.used == 0:
			continue
		}
		n := len(r.cells)
		widths[n]++
		used[n] = max(used[n], r.used)
		if len(l.head) < headRecords {
			l.head = append(l.head, r.clone())
		}
		if !s.mayBeAside(&r) {
			tail, l.end = tail[:0], r.line
		} else if len(tail) < maxTold {
			tail = append(tail, r.clone())
		} else {
			l.end = tail[0].line
			oldest := tail[0].cells[:0]
			copy(tail, tail[1:])
			r.cells = append(oldest, r.cells...)
			tail[maxTold-1] = r
		}
	}
	if len(l.head) == 0 {
		return nil, refuse("csv-empty")
	}
	if l.width = used[mode(widths)]; l.width < 2 {
		return nil, refuse("csv-one-column")
	}
	comments.tell(t, "comments", "mark", l.comment)
	rules.tell(t, "rules")
	if err := t.findBegin(s, l, c); err != nil {
		return nil, err
	}
	t.findEnd(s, l, tail)
	l.uncomment(s, &titled)
	return l, nil
}

// isAside tells whether a record is no row of a table: one text alone, or, where
// spaces separate, a sentence.
func (s *source) isAside(r *record, width int) bool {
	switch {
	case !s.mayBeAside(r) || len(r.cells) == width && width == 2:
		return false
	case r.used <= 1:
		return len(r.cells) < width || !looksNumeric(r.cells[0])
	}
	return r.used != width
}

// mayBeAside tells the same, where the width is not yet known.
func (s *source) mayBeAside(r *record) bool {
	return r.used <= 1 || s.separator == ' ' && !slices.ContainsFunc(r.cells, looksNumeric)
}

// findBegin finds the first record of the table and leaves out what is before it.
func (t *Table) findBegin(s *source, l *layout, c *Choices) error {
	begin := 0
	for begin < len(l.head)-1 && (c.First > l.head[begin].line || c.First == 0 && !l.isRowNames(begin) && s.isAside(&l.head[begin], l.width)) {
		begin++
	}
	first := &l.head[begin]
	if short := first.used < l.width && len(first.cells) < l.width && begin+1 < len(l.head); short && c.First == 0 {
		switch names := l.findNames(begin + 1); {
		case names > 0:
			begin = names
		case slices.ContainsFunc(first.cells, looksNumeric):
		case l.isRowNames(begin):
			t.tell("row-names", "line", strconv.Itoa(first.line))
			l.names = append([]string{""}, first.cells...)
			l.named = first.line
			begin++
		default:
			next := &l.head[begin+1]
			return atLine("csv-ragged", next.line, "count", strconv.Itoa(len(next.cells)), "want", strconv.Itoa(len(first.cells)))
		}
	}
	var titles remnant
	for i := range l.head[:begin] {
		if r := &l.head[i]; r.line != l.named {
			titles.add(r)
		}
	}
	titles.tell(t, "title")
	l.head = l.head[begin:]
	l.begin = max(l.head[0].line, c.First)
	return nil
}

// findNames returns the first record, of those that follow titles with separators in
// them, that has a text for each column and a number below; else 0.
func (l *layout) findNames(from int) int {
	for i := from; i+1 < len(l.head); i++ {
		if r := &l.head[i]; len(r.cells) >= l.width {
			if r.used >= l.width-1 && !slices.ContainsFunc(r.cells, looksNumeric) && slices.ContainsFunc(l.head[i+1].cells, looksNumeric) {
				return i
			}
			return 0
		}
	}
	return 0
}

// isRowNames tells whether a record has a name for each column but the first, in
// which every row has another text: so R writes tables.
func (l *layout) isRowNames(i int) bool {
	r, rows := &l.head[i], l.head[i+1:]
	if r.used != l.width-1 || len(rows) < 3 || slices.ContainsFunc(r.cells, looksNumeric) {
		return false
	}
	seen := map[string]bool{}
	for _, row := range rows {
		if len(row.cells) != l.width || seen[row.cells[0]] {
			return false
		}
		seen[row.cells[0]] = true
	}
	return true
}

// findEnd leaves out the footnotes.
func (t *Table) findEnd(s *source, l *layout, tail []record) {
	end := len(tail)
	for end > 0 && tail[end-1].line > l.begin && s.isAside(&tail[end-1], l.width) {
		end--
	}
	if end > 0 {
		l.end = tail[end-1].line
	}
	l.end = max(l.end, l.begin)
	var notes remnant
	for i := range tail[end:] {
		notes.add(&tail[end+i])
	}
	notes.tell(t, "footer")
}

// uncomment takes names of columns from a comment: the last before the table, if
// it has as many values as there are columns.
func (l *layout) uncomment(s *source, titled *record) {
	if titled.line == 0 || l.names != nil {
		return
	}
	line := *s
	line.text, line.after = strings.TrimLeft(titled.raw, l.comment+" \t"), 0
	r, ok, err := line.scan().next()
	if ok && err == nil && len(r.cells) == l.width && !slices.ContainsFunc(r.cells, looksNumeric) {
		l.names, l.named = r.cells, titled.line
	}
}

// isComment tells whether a record is a comment.
func (l *layout) isComment(r *record) bool {
	return l.comment != "" && strings.HasPrefix(r.raw, l.comment)
}

// guessComment returns what comments begin with: the text does, or a few lines in it
// that have another number of values.
func guessComment(s *source) string {
	head := *s
	head.text = s.text[:min(len(s.text), s.after+headBytes)]
	for _, mark := range []string{"#", "%", "//", "@"} {
		if !strings.Contains(head.text, mark) {
			continue
		}
		marked, records, leads := 0, 0, false
		widths, markedWidths := map[int]int{}, map[int]int{}
		for scan := head.scan(); records < headRecords; records++ {
			r, ok, err := scan.next()
			if !ok || err != nil {
				break
			}
			if !strings.HasPrefix(r.raw, mark) {
				widths[len(r.cells)]++
				continue
			}
			leads = leads || records == 0
			marked++
			markedWidths[len(r.cells)]++
		}
		if leads && 2*marked < records || marked > 0 && 10*marked <= records && markedWidths[mode(widths)] == 0 {
			return mark
		}
	}
	return ""
}

// isRule tells whether a line only draws a line.
func isRule(line string) bool {
	return (strings.Contains(line, "--") || strings.Contains(line, "==")) && strings.Trim(line, "-=+|: \t") == ""
}
