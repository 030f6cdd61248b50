package table

import (
	"cmp"
	"slices"
	"strconv"

	"nnplay/nn/notice"
)

// Images are the rows of a table whose inputs are the pixels of images.
type Images struct {
	Side    int
	Levels  []uint8  // (rows, Side·Side), row by row, from 0, the ground, to 255
	Labels  []string // of the rows: what their classes are called
	Classes []string // each label once, in order
	Lacking int      // rows that were left out, for a value is missing
	Notices []notice.Notice
}

// Sizes of levels.
const (
	fullLevel = 255
	halfLevel = 128 // what reaches no further does not have 255 as its brightest
	nearFull  = 231 // as bright as a bright ground is
)

// Images returns the images of a table whose inputs are pixels, those of the rows that
// have all of them and a class, the target. Where pixels reach from 0 to 1, or to 16,
// they are stretched; where the ground is bright, bright and dark are exchanged:
// notices tell so.
func (t *Table) Images() (*Images, error) {
	var pixels []int
	target, high := -1, 0.
	for i := range t.Columns {
		c := &t.Columns[i]
		switch {
		case c.Role == Input && c.isPixel():
			pixels = append(pixels, i)
			high = max(high, c.High)
		case c.Role == Target && target >= 0, c.Role == Input:
			return nil, refuse("csv-pixels")
		case c.Role == Target:
			target = i
		}
	}
	if t.Pixels == 0 || len(pixels) != t.Pixels*t.Pixels || target < 0 {
		return nil, refuse("csv-pixels")
	}
	rows, _, lacking := t.complete(append([]int{target}, pixels...))
	if len(rows.Rows) == 0 {
		return nil, refuse("csv-no-rows")
	}
	m := &Images{Side: t.Pixels, Lacking: lacking, Levels: make([]uint8, 0, len(rows.Rows)*len(pixels))}
	scale := 1.
	if high > 0 && high < halfLevel {
		scale = fullLevel / high
		m.tell("pixels-scaled", "high", strconv.FormatFloat(high, 'g', 4, 64))
	}
	for _, row := range rows.Rows {
		for _, i := range pixels {
			v, _ := rows.value(i, row[i])
			m.Levels = append(m.Levels, uint8(min(scale*v+0.5, fullLevel)))
		}
		m.Labels = append(m.Labels, rows.category(target, row[target]))
	}
	if m.hasBrightGround() {
		m.tell("pixels-inverted")
		for i, v := range m.Levels {
			m.Levels[i] = fullLevel - v
		}
	}
	m.Classes = slices.Clone(m.Labels)
	slices.SortFunc(m.Classes, byNumber)
	m.Classes = slices.Compact(m.Classes)
	return m, nil
}

func (m *Images) tell(code string, args ...string) {
	m.Notices = append(m.Notices, Notices.Note(code, args...))
}

// isPixel tells whether a column may be a pixel: whole numbers up to 255, or shares.
func (c *Column) isPixel() bool {
	return c.Kind == Number && c.Low >= 0 && (c.Whole && c.High <= fullLevel || c.High <= 1)
}

// hasBrightGround tells whether most of the borders is bright.
func (m *Images) hasBrightGround() bool {
	bright, border := 0, 0
	for i, v := range m.Levels {
		at := i % (m.Side * m.Side)
		x, y := at%m.Side, at/m.Side
		if x == 0 || y == 0 || x == m.Side-1 || y == m.Side-1 {
			border++
			if v >= nearFull {
				bright++
			}
		}
	}
	return 5*bright >= 4*border
}

// byNumber compares labels, as numbers where both are.
func byNumber(a, b string) int {
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	if errX == nil && errY == nil {
		return cmp.Compare(x, y)
	}
	return cmp.Compare(a, b)
}
