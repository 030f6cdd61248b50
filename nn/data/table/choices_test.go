package table

import (
	"errors"
	"strings"
	"testing"

	"nnplay/nn/data/encoding"
	"nnplay/nn/notice"
)

// TestChoices holds that every guess can be changed.
func TestChoices(t *testing.T) {
	columns := func(place int, c ColumnChoice) Choices { return Choices{Columns: map[int]ColumnChoice{place: c}} }
	const abc = "a,b,class\n1,2,0\n2,3,1\n4,4,1\n"
	for _, c := range []struct {
		text string
		c    Choices
		want string
	}{
		{abc, Choices{}, "UTF-8 comma 3: an> bn> classn= | (1 2 0) (2 3 1) | target-name"},
		{abc, Choices{Header: No}, "UTF-8 comma 4: column 1c> column 2c> column 3c= | (a b class) (1 2 0) | header-no target-last"},
		{"1,2,3\n4,5,7\n", Choices{Header: Yes}, "UTF-8 comma 1: 1n> 2n> 3n= | (4 5 7) | target-last"},
		{abc, Choices{First: 2}, "UTF-8 comma 3: column 1n> column 2n> column 3n= | (1 2 0) (2 3 1) | title header-no target-last"},
		{abc, Choices{Separator: "semicolon"}, "csv-one-column"},
		{"a;b,c\n1;2,3\n4;5,6\n", Choices{Separator: "comma"}, "UTF-8 comma 2: a;bc> cn= | (1;2 3) (4;5 6) | target-last"},
		{"a;b\n1,000;2\n2,000;3\n", Choices{}, "UTF-8 semicolon 2: an> bn= | (1000 2) (2000 3) | thousands-unsure target-last"},
		{"a;b\n1,000;2\n2,000;3\n", Choices{Decimal: ","}, "UTF-8 semicolon 2: an> bn= | (1 2) (2 3) | decimal-comma target-last"},
		{"a;b\n1,000;2\n2,000;3\n", columns(0, ColumnChoice{Decimal: ","}), "UTF-8 semicolon 2: an> bn= | (1 2) (2 3) | decimal-comma target-last"},
		{abc, columns(0, ColumnChoice{Role: Target}), "UTF-8 comma 3: an= bn> classn> | (1 2 0) (2 3 1) |"},
		{abc, columns(1, ColumnChoice{Role: Out}), "UTF-8 comma 3: an> bn- classn= | (1 2 0) (2 3 1) | target-name"},
		{abc, columns(1, ColumnChoice{Kind: Category}), "UTF-8 comma 3: an> bc> classn= | (1 2 0) (2 3 1) | target-name"},
		{"day,v\n01/02/2010,1\n01/03/2010,2\n", columns(0, ColumnChoice{Order: "mdy"}), "UTF-8 comma 2: dayd> vn= | (14611 1) (14612 2) | dates target-last"},
		{"day,v\n01/02/2010,1\n01/03/2010,2\n", columns(0, ColumnChoice{Order: "dmy"}), "UTF-8 comma 2: dayd> vn= | (14641 1) (14669 2) | dates target-last"},
		{"a,b\n-999,1\n5,2\n6,3\n", Choices{Missing: []string{"-999"}}, "UTF-8 comma 3: an> bn= | (-999 1) (5 2) | missing target-last"},
		{"a,b\nNA,1\nB,2\n", Choices{Missing: []string{}}, "UTF-8 comma 2: ac> bn= | (NA 1) (B 2) | target-last"},
		{"x,y\n1,\"2\n3,4\n", Choices{Quotes: No}, "UTF-8 comma 2: xn> yc= | (1 \"2) (3 4) | target-last"},
		{"x,y\n1,\xe4\n2,b\n", Choices{Encoding: encoding.UTF8}, "UTF-8 comma 2: xn> yc= | (1 �) (2 b) | encoding-damaged target-last"},
		{"x,y\n1,\xb4\xf3\n2,b\n", Choices{Encoding: encoding.Windows1252}, "Windows-1252 comma 2: xn> yc= | (1 ´ó) (2 b) | encoding target-last"},
		{abc, Choices{Encoding: "EBCDIC"}, "csv-option"},
		{abc, Choices{Separator: "dash"}, "csv-option"},
		{abc, columns(0, ColumnChoice{Kind: "colour"}), "csv-option"},
		{abc, columns(7, ColumnChoice{Kind: Number}), "UTF-8 comma 3: an> bn> classn= | (1 2 0) (2 3 1) | target-name"},
		{abc, Choices{First: 9}, "csv-no-rows"},
	} {
		table, err := Read([]byte(c.text), c.c)
		got := ""
		if e := new(notice.Error); errors.As(err, &e) {
			got = e.Code
		} else if err == nil {
			got = understood(table)
		}
		if got != c.want {
			t.Errorf("%q with %+v:\n%s, want\n%s (%v)", c.text, c.c, got, c.want, err)
		}
	}
}

// TestSample holds that of too many rows a sample is used, which the seed draws.
func TestSample(t *testing.T) {
	const rows = 120_000
	text := []byte(sheet("i,a,class\n", "{i},{a},{no|yes}\n", rows))
	read := func(seed uint64) *Table {
		table, err := Read(text, Choices{Seed: seed})
		if err != nil || len(table.Rows) != MaxRows || table.Total != rows {
			t.Fatalf("%d rows, %v", len(table.Rows), err)
		}
		return table
	}
	one, again, other := read(1), read(1), read(2)
	same, sum := 0, 0.0
	for i, line := range one.Lines {
		if i > 0 && line <= one.Lines[i-1] {
			t.Fatal("the rows are not in order")
		}
		if line != again.Lines[i] {
			t.Fatal("the same seed draws other rows")
		}
		if line == other.Lines[i] {
			same++
		}
		if v, _ := one.value(0, one.Rows[i][0]); int(v) != line-1 {
			t.Fatalf("line %d holds row %v", line, v)
		}
		sum += float64(line)
	}
	// The mean of a sample without replacement: its deviation is about 118.
	if mean := sum / MaxRows; mean < rows/2-500 || mean > rows/2+500 || same > MaxRows/10 {
		t.Errorf("the mean line is %v; %d are those of another seed", mean, same)
	}
	if !strings.Contains(understood(one), " sampled ") {
		t.Error("nothing tells of it")
	}
}

// TestCut holds that the beginning of a file that is too large can be read: its whole
// lines.
func TestCut(t *testing.T) {
	line := "a text," + strings.Repeat("8", 999) + "\n"
	text := []byte("a,b\n" + strings.Repeat(line, MaxBytes/len(line)+1))
	if _, err := Read(text, Choices{}); err == nil {
		t.Fatal("it is read")
	}
	table, err := Read(text, Choices{Cut: true})
	if err != nil || table.Total != (MaxBytes-4)/len(line) || table.Notices[0].Code != "cut" {
		t.Fatalf("%v, %+v", err, table)
	}
	for _, row := range table.Rows {
		if len(row[1]) != 999 {
			t.Fatalf("a row ends as %q", row[1])
		}
	}
}
