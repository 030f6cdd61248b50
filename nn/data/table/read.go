package table

import (
	"cmp"
	"strconv"
	"strings"

	"nnplay/nn/data/encoding"
	"nnplay/nn/notice"
)

// A Table is what was read: rows of cells as they stood, all of the same number,
// and what was understood of them.
type Table struct {
	Encoding  string
	Separator string // one of Separators, or the character itself
	Decimal   string // "." or ",": the sign of a column at least, where it is the comma
	Header    bool   // a line names the columns
	First     int    // the line with which it begins: see Choices
	Columns   []Column
	Rows      [][]string // some of their cells may be empty; see Complete
	Lines     []int      // of each row, counted from 1
	Total     int        // rows of the file, of which these may be a sample
	Pixels    int        // the side of the images whose pixels the inputs are, or 0
	Notices   []notice.Notice

	marks marks
}

// Read reads a table, all the way that the package describes. Errors are of type
// *notice.Error.
func Read(file []byte, c Choices) (*Table, error) {
	if err := c.check(); err != nil {
		return nil, err
	}
	t := &Table{marks: newMarks(c.Missing)}
	text, err := t.decode(file, &c)
	if err != nil {
		return nil, err
	}
	if err := refuseFormat(text); err != nil {
		return nil, err
	}
	told := len(t.Notices)
	s, l, err := t.findTable(text, &c)
	for _, m := range mends {
		if refused, ok := err.(*notice.Error); !ok || refused.Code != "csv-one-column" {
			break
		}
		if mended := m.mend(text); mended != text {
			t.Notices = t.Notices[:told]
			t.tell(m.code)
			s, l, err = t.findTable(mended, &c)
		}
	}
	if err != nil {
		return nil, err
	}
	t.First = l.begin
	unnamed := t.findNames(l, &c)
	if err := t.collect(s, l, &c); err != nil {
		return nil, err
	}
	switch {
	case len(t.Rows) == 0 && t.Header:
		return nil, atLine("csv-only-names", l.head[0].line)
	case len(t.Rows) == 0:
		return nil, refuse("csv-no-rows")
	}
	t.dropEmptyColumns(unnamed)
	t.tellMissing()
	t.describe(&c)
	t.assign(&c)
	return t, nil
}

// decode makes text of a file.
func (t *Table) decode(file []byte, c *Choices) (text string, err error) {
	cut := len(file) > MaxBytes
	if cut {
		if !c.Cut {
			return "", refuse("csv-too-long", "limit", strconv.Itoa(MaxBytes>>20))
		}
		t.tell("cut", "size", strconv.Itoa(len(file)>>20), "limit", strconv.Itoa(MaxBytes>>20))
		file = file[:MaxBytes]
	}
	guessed := c.Encoding == ""
	if t.Encoding = c.Encoding; guessed {
		if t.Encoding, err = encoding.Guess(file); err != nil {
			f := err.(*encoding.Fault)
			return "", atLine("csv-"+f.Code, f.Line)
		}
	}
	text = encoding.Decode(file, t.Encoding)
	if cut { // the last line may be half of one
		text = text[:max(strings.LastIndexAny(text, "\r\n"), 0)]
	}
	if zero := strings.IndexByte(text, 0); zero >= 0 {
		return "", atLine("csv-binary", encoding.LineAt(text, zero))
	}
	if strings.TrimSpace(text) == "" {
		return "", refuse("csv-empty")
	}
	if t.Encoding != encoding.UTF8 {
		t.tell("encoding", "encoding", t.Encoding)
	}
	if guessed && t.Encoding == encoding.Windows1252 && encoding.Doubtful(file) {
		t.tell("encoding-doubt", "encoding", t.Encoding)
	}
	if damaged := strings.IndexRune(text, '\ufffd'); damaged >= 0 {
		t.tell("encoding-damaged", "encoding", t.Encoding, "line", strconv.Itoa(encoding.LineAt(text, damaged)))
	}
	return text, nil
}

// findTable finds out what separates values and where the table stands.
func (t *Table) findTable(text string, c *Choices) (*source, *layout, error) {
	s := &source{text: text, quotes: c.Quotes != No}
	separator, line, after := sepLine(text)
	switch {
	case c.Separator != "":
		s.separator, s.after = separatorCalled(c.Separator), after
	case after > 0:
		s.separator, s.after = separator, after
		t.tell("sep-line", "text", line)
	default:
		s.separator = guessSeparator(text)
	}
	t.Separator = cmp.Or(separatorName(s.separator), string(s.separator))
	if name := separatorName(s.separator); name != "" {
		t.tell("separator-" + name)
	}
	l, err := t.survey(s, c)
	if refused, ok := err.(*notice.Error); ok && refused.Code == "csv-quote" && c.Quotes == "" && quotedLines(text) > 2 {
		s.quotes = false
		if loose, again := t.survey(s, c); again == nil {
			t.tell("quotes")
			return s, loose, nil
		}
	}
	return s, l, err
}

// quotedLines counts lines with quotation marks, up to three.
func quotedLines(text string) (n int) {
	for n < 3 {
		at := strings.IndexByte(text, '"')
		if at < 0 {
			break
		}
		n++
		text = text[at:]
		end := strings.IndexAny(text, "\r\n")
		if end < 0 {
			break
		}
		text = text[end:]
	}
	return n
}

// findNames finds out whether the first record holds names, and returns how many
// cells it has beyond the last column.
func (t *Table) findNames(l *layout, c *Choices) (beyond int) {
	names := l.names
	switch {
	case c.Header != "":
		t.Header = c.Header == Yes
	case names != nil:
		t.Header = true
	default:
		t.Header = guessHeader(l.head)
	}
	line, rows := l.named, l.head
	if t.Header && names == nil {
		names, line, rows = l.head[0].cells, l.head[0].line, l.head[1:]
	}
	beyond = max(len(names)-l.width, 0)
	if t.Header {
		l.header = headerAbove(names, rows)
		t.tell("header", "line", strconv.Itoa(line))
		names = t.lookBelow(l, names, rows)
	} else {
		names, beyond = nil, 0
		t.tell("header-no")
	}
	t.name(names, l.width)
	return beyond
}
