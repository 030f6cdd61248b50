package setting

import (
	"strconv"

	"nnplay/nn/data/rows"
)

// RowsElsewhere is the code of the notice of a link that can't carry its rows.
const RowsElsewhere = "rows-elsewhere"

// table is rows of a table of one's own: a *rows.Rows, whose text says by itself
// where it is only a count and the beginning of a hash.
var table = payload{
	kind:   Table,
	format: func(value any) string { return (*value.(**rows.Rows)).Text() },
	put:    func(value, what any) { *value.(**rows.Rows) = what.(*rows.Rows) },
	held:   func(value any) any { return *value.(**rows.Rows) },
	parse:  parseRows,
	count:  func(value any) string { return strconv.Itoa((*value.(**rows.Rows)).Len()) },
	toLink: func(text string) string { return text },
	ofLink: func(link string) (string, *Notice) {
		if count, isElsewhere := rows.Elsewhere(link); isElsewhere {
			n := Note(RowsElsewhere, "count", count, "given", link)
			return "", &n
		}
		return link, nil
	},
	refer: func(text string) string {
		if r, ok := rows.Parse(text); ok && r != nil {
			return r.Reference()
		}
		return text
	},
}

// parseRows sets rows from their text and returns what was wrong with it. A text
// that does not carry them is that of those that are there.
func parseRows(value any, text string) (problem string) {
	p := value.(**rows.Rows)
	if text == "none" {
		text = ""
	}
	if text != "" && text == (*p).Text() {
		return ""
	}
	r, ok := rows.Parse(text)
	if !ok {
		if _, elsewhere := rows.Elsewhere(text); elsewhere {
			return RowsElsewhere
		}
		return BadValue
	}
	*p = r
	return ""
}

// RowsMissing returns the text of the rows that a link means but does not carry,
// from the notices of reading it.
func RowsMissing(notices []Notice) (text string, missing bool) {
	for _, n := range notices {
		if n.Code == RowsElsewhere {
			return n.Args["given"], true
		}
	}
	return "", false
}
