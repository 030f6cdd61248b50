package table

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"nnplay/nn/rng"
)

// collect goes through the rows and keeps them; of more than the bounds allow, a
// random sample of the seed, in the order of the file (reservoir sampling, Vitter
// 1985). What is left out or filled up is told.
func (t *Table) collect(s *source, l *layout, c *Choices) error {
	most := min(MaxRows, MaxCells/l.width)
	stream := rng.New(c.Seed, rng.Data)
	type kept struct {
		cells []string
		line  int
	}
	var rows []kept
	var short, long, empty, again remnant
	longest := 0 // of the first record that is too long
	total := 0
	isNames := t.Header && l.names == nil
	for scan := s.scan(); ; {
		r, ok, err := scan.next()
		if err != nil {
			return err
		}
		if !ok || r.line > l.end {
			break
		}
		switch {
		case r.line < l.begin || l.isComment(&r) || isRule(r.raw):
			continue
		case r.used == 0:
			empty.add(&r)
			continue
		case isNames:
			isNames = false
			continue
		case slices.Contains(l.below, r.line):
			continue
		case l.repeats(&r):
			again.add(&r)
			continue
		case r.used > l.width:
			if long.add(&r); long.count == 1 {
				longest = r.used
			}
			continue
		case len(r.cells) < l.width:
			short.add(&r)
		}
		total++
		slot := len(rows)
		if slot == most {
			if slot = stream.IntN(total); slot >= most {
				continue
			}
		} else {
			rows = append(rows, kept{cells: make([]string, l.width)})
		}
		n := copy(rows[slot].cells, r.cells)
		clear(rows[slot].cells[n:])
		rows[slot].line = r.line
	}
	if 10*long.count > total {
		return atLine("csv-ragged", long.line, "count", strconv.Itoa(longest), "want", strconv.Itoa(l.width))
	}
	long.tell(t, "long")
	short.tell(t, "short")
	empty.tell(t, "empty-rows")
	again.tell(t, "names-again")
	if total > len(rows) {
		t.tell("sampled", "rows", strconv.Itoa(len(rows)), "total", strconv.Itoa(total), "seed", strconv.FormatUint(c.Seed, 10))
		slices.SortFunc(rows, func(a, b kept) int { return cmp.Compare(a.line, b.line) })
	}
	if n := len(rows); n > 3 && sumsUp(rows[n-1].cells) && !sumsUp(rows[n-2].cells) {
		last := rows[n-1]
		t.tell("sum-line", "line", strconv.Itoa(last.line), "text", strings.Join(last.cells, " "))
		rows, total = rows[:n-1], total-1
	}
	t.Total = total
	for _, r := range rows {
		t.Rows, t.Lines = append(t.Rows, r.cells), append(t.Lines, r.line)
	}
	return nil
}

// sums are what spreadsheets have before a line that sums up those above it.
var sums = []string{"total", "totals", "grand total", "sum", "average", "mean", "gesamt", "summe", "mittelwert", "合计", "总计", "平均", "平均值"}

// sumsUp tells whether the first cell of a row that is not empty says that it sums up others.
func sumsUp(cells []string) bool {
	for _, cell := range cells {
		if cell != "" {
			return slices.Contains(sums, strings.ToLower(strings.TrimRight(cell, ": ")))
		}
	}
	return false
}
