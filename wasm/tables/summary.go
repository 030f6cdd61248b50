package main

import (
	"slices"
	"strconv"

	"nnplay/nn/data/table"
	"nnplay/nn/notice"
)

// A summary is what a page shows of a table.
type summary struct {
	Header    bool            `json:"header"`
	First     int             `json:"first"`
	Rows      int             `json:"rows"`
	Total     int             `json:"total"`
	Columns   []column        `json:"columns"`
	Preview   [][]string      `json:"preview"`
	Encoding  string          `json:"encoding"`
	Separator string          `json:"separator"`
	Decimal   string          `json:"decimal"`
	Pixels    int             `json:"pixels"`
	Marks     []string        `json:"marks"`
	Missing   []table.Missing `json:"missing"`
	Lacking   int             `json:"lacking"`
	Notices   []told          `json:"notices"`
}

// A column is what a column holds, and what it is to be.
type column struct {
	Name       string     `json:"name"`
	Place      int        `json:"place"`
	Kind       table.Kind `json:"kind"`
	Role       table.Role `json:"role"`
	As         string     `json:"as"` // a target
	Width      int        `json:"width"`
	Missing    int        `json:"missing"`
	Low        float64    `json:"low"`
	High       float64    `json:"high"`
	Categories []string   `json:"categories"`
	Histogram  []int      `json:"histogram"`
}

// told is a notice, and whether somebody should look at it.
type told struct {
	notice.Notice
	Warning bool `json:"warning"`
}

// previewRows is how many rows a page shows, and shownLength how much of a cell, in
// characters.
const (
	previewRows = 8
	shownLength = 60
)

// summarize returns what there is to show of a table that was read by some choices,
// and whose file has a size.
func summarize(t *table.Table, c *table.Choices, size int) *summary {
	s := &summary{
		Header: t.Header, First: t.First, Rows: len(t.Rows), Total: t.Total,
		Encoding: t.Encoding, Separator: t.Separator, Decimal: t.Decimal, Pixels: t.Pixels, Notices: tell(t.Notices, table.Warns),
		Marks: table.MissingMarks,
	}
	if c.Missing != nil {
		s.Marks = c.Missing
	}
	for i := range s.Notices {
		if n := &s.Notices[i]; n.Code == "cut" { // by whoever handed over the beginning alone
			n.Notice = table.Notices.Note("cut", "size", strconv.Itoa(size>>20), "limit", n.Args["limit"])
		}
	}
	s.Missing, s.Lacking = t.Incomplete()
	if s.Missing == nil {
		s.Missing = []table.Missing{} // null is no list
	}
	for i := range t.Columns {
		c := &t.Columns[i]
		s.Columns = append(s.Columns, column{
			Name: c.Name, Place: c.Place, Kind: c.Kind, Role: c.Role, As: t.Kind(i), Width: c.Width(), Missing: c.Lacking,
			Low: c.Low, High: c.High, Categories: []string{}, Histogram: append([]int{}, c.Histogram...),
		})
		for _, name := range c.Categories {
			s.Columns[i].Categories = append(s.Columns[i].Categories, short(name))
		}
	}
	for _, row := range t.Rows[:min(previewRows, len(t.Rows))] {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = short(cell)
		}
		s.Preview = append(s.Preview, cells)
	}
	return s
}

// short returns as much of a cell as is shown.
func short(cell string) string {
	n := 0
	for i := range cell {
		if n++; n > shownLength {
			return cell[:i] + "…"
		}
	}
	return cell
}

// tell returns notices, those first that somebody should look at.
func tell(notices []notice.Notice, warns func(code string) bool) []told {
	list := make([]told, 0, len(notices))
	for _, n := range notices {
		list = append(list, told{n, warns(n.Code)})
	}
	slices.SortStableFunc(list, func(a, b told) int {
		switch {
		case a.Warning == b.Warning:
			return 0
		case a.Warning:
			return -1
		}
		return 1
	})
	return list
}
