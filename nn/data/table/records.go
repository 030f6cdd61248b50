package table

import (
	"slices"
	"strconv"
	"strings"

	"nnplay/nn/data/encoding"
)

// A record is the values of one row, and where they stand. Its cells are parts of
// the text without the blanks around them, and are overwritten by the next.
type record struct {
	cells []string
	line  int    // on which it begins, counted from 1
	raw   string // that line as it stands
	used  int    // cells up to the last that is not empty
	quote uint64 // a bit a cell, of the first 64, that stands in quotation marks
}

// clone returns a record that keeps its cells.
func (r *record) clone() record {
	kept := *r
	kept.cells = slices.Clone(r.cells)
	return kept
}

// A source is text, and how its records are taken.
type source struct {
	text      string
	after     int  // where it begins: behind the line "sep=;"
	separator byte // ' ' stands for any number of spaces and tabs
	quotes    bool // hold a cell together
}

func (s *source) scan() *scanner { return &scanner{source: *s, at: s.after, line: 1} }

// A scanner takes the records of a text one after the other (RFC 4180), and is
// lenient: lines end in any of three ways; a quotation mark within a value is an
// ordinary character. It keeps nothing of what it has passed.
type scanner struct {
	source
	at, line int
	cells    []string
	quote    uint64
}

// next returns the next record that is no blank line. Where the text ends, ok is
// false.
func (s *scanner) next() (r record, ok bool, err error) {
	for s.at < len(s.text) {
		r = record{line: s.line, raw: s.text[s.at:]}
		if end := strings.IndexAny(r.raw, "\r\n"); end >= 0 {
			r.raw = r.raw[:end]
		}
		if r.cells, err = s.record(); err != nil {
			return r, false, err
		}
		r.quote = s.quote
		for i, cell := range r.cells {
			if cell != "" {
				r.used = i + 1
			}
		}
		if len(r.cells) > 1 || r.used > 0 {
			return r, true, nil
		}
	}
	return r, false, nil
}

// record takes the cells of a record and the end of its last line.
func (s *scanner) record() ([]string, error) {
	s.cells, s.quote = s.cells[:0], 0
	line, count := s.line, 0
	for {
		cell, err := s.cell()
		if err != nil {
			return nil, err
		}
		if len(cell) > MaxField {
			return nil, atLine("csv-field", line, "limit", strconv.Itoa(MaxField))
		}
		if count++; count <= MaxColumns {
			s.cells = append(s.cells, cell)
		}
		if s.at < len(s.text) && s.text[s.at] == s.separator && s.separator != ' ' {
			s.at++
			continue
		}
		if s.endOfLine() {
			break
		}
	}
	if count > MaxColumns {
		return nil, atLine("csv-columns", line, "count", strconv.Itoa(count), "limit", strconv.Itoa(MaxColumns))
	}
	return s.cells, nil
}

// endOfLine takes the end of a line, or of the text, if it is here.
func (s *scanner) endOfLine() bool {
	switch {
	case s.at >= len(s.text):
		return true
	case strings.HasPrefix(s.text[s.at:], "\r\n"):
		s.at += 2
	case s.text[s.at] == '\n' || s.text[s.at] == '\r':
		s.at++
	default:
		return false
	}
	s.line++
	return true
}

// isBlank tells whether a byte may stand around a value.
func (s *scanner) isBlank(c byte) bool { return c == ' ' || c == '\t' && s.separator != '\t' }

func (s *scanner) skipBlanks() {
	for s.at < len(s.text) && s.isBlank(s.text[s.at]) {
		s.at++
	}
}

// cell takes a value, up to its separator or the end of the line.
func (s *scanner) cell() (string, error) {
	s.skipBlanks()
	if s.quotes && s.at < len(s.text) && s.text[s.at] == '"' {
		s.quote |= 1 << len(s.cells)
		return s.quoted()
	}
	from := s.at
	for s.at < len(s.text) && !s.ends(s.text[s.at]) {
		s.at++
	}
	cell := strings.TrimSpace(s.text[from:s.at])
	if s.separator == ' ' {
		s.skipBlanks()
	}
	return cell, nil
}

// ends tells whether a byte ends a value.
func (s *scanner) ends(c byte) bool {
	return c == '\n' || c == '\r' || c == s.separator || s.separator == ' ' && c == '\t'
}

// quoted takes a value in quotation marks. Two of them stand for one; one that is
// not followed by the end of the value stands for itself.
func (s *scanner) quoted() (string, error) {
	line, doubled := s.line, false
	s.at++
	from := s.at
	for {
		n := strings.IndexByte(s.text[s.at:], '"')
		if n < 0 {
			return "", atLine("csv-quote", line)
		}
		s.line += encoding.LineAt(s.text[s.at:], n) - 1
		end := s.at + n
		s.at = end + 1
		if s.at < len(s.text) && s.text[s.at] == '"' {
			doubled = true
			s.at++
			continue
		}
		s.skipBlanks()
		if s.at < len(s.text) && !s.ends(s.text[s.at]) && (s.separator != ' ' || s.at == end+1) {
			continue
		}
		cell := s.text[from:end]
		if doubled {
			cell = strings.ReplaceAll(cell, `""`, `"`)
		}
		return strings.TrimSpace(cell), nil
	}
}
