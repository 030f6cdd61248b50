package table

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"nnplay/nn/notice"
)

// longest is the longest text that is looked at.
const longest = 120

// check holds that a text is refused with a code that is known, or read as a table
// that keeps to its bounds and can be learned from.
func check(t *testing.T, text []byte, c Choices) {
	if len(text) > longest {
		return
	}
	table, err := Read(text, c)
	if !known(t, err) {
		return
	}
	if n := len(table.Rows); n == 0 || n > MaxRows || n > table.Total || len(table.Columns) > MaxColumns || !slices.IsSorted(table.Lines) || len(table.Lines) != n {
		t.Fatalf("%d of %d rows, %d columns", n, table.Total, len(table.Columns))
	}
	for _, row := range table.Rows {
		if len(row) != len(table.Columns) {
			t.Fatal("a row of another length")
		}
	}
	for i := range table.Columns {
		checkColumn(t, table, i)
	}
	for _, n := range table.Notices {
		if n.Text == "" || Notices[n.Code] == "" {
			t.Fatalf("%s says %q", n.Code, n.Text)
		}
	}
	d, report, err := table.Draw(table.Suggest())
	if known(t, err) && d.Len() != len(table.Rows)-report.Lacking {
		t.Fatalf("%d points of %d rows, of which %d lack a value", d.Len(), len(table.Rows), report.Lacking)
	}
	checkImages(t, table)
	s, err := table.Samples("")
	if !known(t, err) {
		return
	}
	if n := s.Len(); n+s.Lacking != len(table.Rows) || len(s.X) != n*len(s.Inputs) || len(s.Y) != n*len(s.Targets) {
		t.Fatalf("%d rows, %d and %d numbers", n, len(s.X), len(s.Y))
	}
	for _, v := range append(s.X, s.Y...) {
		if !(math.Abs(float64(v)) <= 1e30) {
			t.Fatalf("a number is %v", v)
		}
	}
}

// checkImages holds that images of a table, if it has such, are whole.
func checkImages(t *testing.T, table *Table) {
	m, err := table.Images()
	if !known(t, err) {
		return
	}
	if n := len(m.Labels); n == 0 || len(m.Levels) != n*m.Side*m.Side || len(m.Classes) == 0 || len(m.Classes) > n {
		t.Fatalf("%d images of %d, %d levels, classes %v", n, m.Side, len(m.Levels), m.Classes)
	}
}

// known tells whether there is no error; one that there is has a code that is known.
func known(t *testing.T, err error) bool {
	if err == nil {
		return true
	}
	var e *notice.Error
	if !errors.As(err, &e) || Errors[e.Code] == "" || strings.Contains(e.Text, "{}") {
		t.Fatal(err)
	}
	return false
}

func checkColumn(t *testing.T, table *Table, i int) {
	c := &table.Columns[i]
	if !slices.Contains(kinds, string(c.Kind)) || !slices.Contains(roles, string(c.Role)) || c.Name == "" || c.Lacking > len(table.Rows) {
		t.Fatalf("%+v", c)
	}
	if c.Numeric() && !(c.Low <= c.High && c.Low >= -1e30 && c.High <= 1e30) {
		t.Fatalf("from %v to %v", c.Low, c.High)
	}
	sum := 0
	for _, n := range c.Histogram {
		sum += n
	}
	if c.Histogram != nil && sum != len(table.Rows)-c.Lacking {
		t.Fatalf("%s: %v counts %d of %d rows", c.Name, c.Histogram, sum, len(table.Rows))
	}
}

// seeds adds the beginnings of the tables that the other tests read: short ones,
// since what is interesting is made smaller byte by byte before the search goes on:
// in as many runs as the square of its length.
func seeds(add func(text []byte)) {
	for _, text := range []string{",\n0,0", "x,y,class\n1,2,a\n3,4,b\n", "x;y;z\r\n1,5;2,5;a\r\n3;4;b\r\n", "a,\"b\nc\"\n1,\"2\"\"3\"\n", "\xff\xfe1\x00,\x002\x00"} {
		add([]byte(text))
	}
	for _, c := range ownCases {
		add([]byte(c.text[:min(len(c.text), 40)]))
	}
}

// FuzzRead checks that no text breaks the reader.
func FuzzRead(f *testing.F) {
	seeds(func(text []byte) { f.Add(text) })
	f.Fuzz(func(t *testing.T, text []byte) { check(t, text, Choices{}) })
}

// FuzzChoices checks that no text does, whatever is chosen about it.
func FuzzChoices(f *testing.F) {
	for i, choices := range []string{
		`{"encoding":"GB18030","separator":"spaces"}`, `{"header":"no","columns":{"0":{"kind":"date","role":"target"},"1":{"role":"target"}}}`,
		`{"decimal":",","missing":["-999",""],"first":3}`, `{"quotes":"no","columns":{"2":{"kind":"category","order":"mdy","decimal":"."}}}`,
	} {
		seeds(func(text []byte) {
			if i == len(text)%4 {
				f.Add(text, []byte(choices))
			}
		})
	}
	f.Fuzz(func(t *testing.T, text, choices []byte) {
		var c Choices
		if json.Unmarshal(choices, &c) == nil {
			check(t, text, c)
		}
	})
}

// TestWritten holds that what a writer of CSV writes is read as it was written.
func TestWritten(t *testing.T) {
	pieces := []string{"a", "b", "17", "-2.5", "\"", "\"\"", ",", ";", "\t", "|", "\n", "ü", "漢", " ", "'", "="}
	for seed := range uint64(500) {
		r := rand.New(rand.NewPCG(seed, 0))
		width, rows := 2+r.IntN(5), 1+r.IntN(20)
		separator := separators[r.IntN(4)]
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.Comma = rune(separator.character)
		w.UseCRLF = r.IntN(2) == 0
		var want [][]string
		for k := range rows + 1 {
			var row []string
			for i := range width {
				text := ""
				for n := r.IntN(4); n > 0; n-- {
					text += pieces[r.IntN(len(pieces))]
				}
				if text = strings.TrimSpace(text); i == 0 || i == width-1 || k == 0 {
					text = "n" + text + "n"
				}
				row = append(row, text)
			}
			w.Write(row)
			want = append(want, row)
		}
		w.Flush()
		for _, c := range []Choices{{Separator: separator.name, Header: Yes}, {Separator: separator.name, Header: Yes, Missing: []string{"?"}}} {
			table, err := Read(b.Bytes(), c)
			if err != nil {
				t.Fatalf("seed %d: %v of\n%s", seed, err, &b)
			}
			for k, row := range table.Rows {
				for i, c := range table.Columns {
					if strings.ReplaceAll(row[i], "\r\n", "\n") != want[k+1][c.Place] {
						t.Fatalf("seed %d: row %d is %q, want %q", seed, k, row, want[k+1])
					}
				}
			}
			if len(table.Rows) != rows {
				t.Fatalf("seed %d: %d rows, want %d", seed, len(table.Rows), rows)
			}
		}
	}
}

// TestMemory holds that no file makes the reader ask for more memory than some
// multiple of its size.
func TestMemory(t *testing.T) {
	const size = 1 << 20
	for name, unit := range map[string]string{
		"numbers": "1,2\n", "empty cells": ",,,\n", "empty lines": "\n", "quotes": "\"\"\"", "one row": "7,", "quoted rows": "\"\",\"\"\n", "spaces": "1 2\n",
		"wide rows": strings.Repeat("1,", 4000) + "1\n", "ragged rows": "1,2\n3,4,5\n", "long cells": strings.Repeat("long ", 10_000) + ",1\n", "comments": "#\n",
		"Chinese": "\xb4\xf3,\xd0\xa1\n", "half pairs": "\xff\xfe\x00\xd8", "unclosed": "a,\"b\n", "categories": "x,y,z\n", "dates": "2010-01-01,5\n",
	} {
		text := []byte(strings.Repeat(unit, size/len(unit)))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		table, err := Read(text, Choices{})
		runtime.ReadMemStats(&after)
		if used := after.TotalAlloc - before.TotalAlloc; used > 40*size {
			t.Errorf("%s: %d MB for %d MB (%v)", name, used>>20, size>>20, err)
		}
		runtime.KeepAlive(table)
	}
}
