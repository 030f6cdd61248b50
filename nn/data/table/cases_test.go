package table

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// understood writes what was understood of a table in one line: how it is encoded
// and separated, its rows, its columns with the kinds and roles of each (n number, d
// date, c category, t text; > input, = target, - left out), and the notices.
func understood(t *Table) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s %d:", t.Encoding, t.Separator, len(t.Rows))
	for i, c := range t.Columns {
		if i == 3 && len(t.Columns) > 8 {
			fmt.Fprintf(&b, " and %d more", len(t.Columns)-i)
			break
		}
		fmt.Fprintf(&b, " %s%s%s", c.Name, c.Kind[:1], map[Role]string{Input: ">", Target: "=", Out: "-"}[c.Role])
	}
	b.WriteString(" |")
	for _, row := range t.Rows[:min(len(t.Rows), 2)] {
		b.WriteString(" (")
		for i, cell := range row[:min(len(row), 5)] {
			if i > 0 {
				b.WriteString(" ")
			}
			b.WriteString(short(t.category(i, cell)))
		}
		b.WriteString(")")
	}
	b.WriteString(" |")
	for _, n := range t.Notices {
		if !strings.HasPrefix(n.Code, "separator-") && n.Code != "header" {
			b.WriteString(" " + n.Code)
		}
	}
	return b.String()
}

// short returns the beginning of a text.
func short(text string) string {
	if r := []rune(text); len(r) > 12 {
		return string(r[:12]) + "…"
	}
	return text
}

// fileCases has a row a file of testdata/cases, which stand for what people's own
// tables do: what is to be understood of it, and the classes or what is predicted.
var fileCases = []struct{ file, want, classes string }{
	{"01-header-trailing-comma.csv", "UTF-8 comma 24: idn- kindc= widthn> heightn> | (1000 B 5.04 5.46) (1037 M 10.54 11.35) | empty-columns target-name index", "kind B M"},
	{"02-header-years.csv", "UTF-8 comma 24: townt- 2019n> 2020n> 2021n= | (t0 5.04 5.46 10.5) (t1 10.54 11.35 21.89) | target-last many-texts", "2021"},
	{"03-labels-2-4.csv", "UTF-8 comma 24: an> bn> classn= | (5.04 5.46 2) (10.54 11.35 4) | target-name", "class 2 4"},
	{"05-thousands.tsv", "UTF-8 tab 24: roomsn> pricen> soldc= | (1 700 no) (2 750 no) | thousands-unsure target-last", "sold no yes"},
	{"07-none-category.csv", "UTF-8 comma 24: agen> dosen> drugc= | (5.04 5.46 aspirin) (10.54 11.35 none) | target-last", "drug aspirin none"},
	{"08-xor.csv", "UTF-8 comma 4: an> bn> xorn= | (0 0 0) (0 1 1) | target-last", "xor 0 1"},
	{"09-sep-line.csv", "UTF-8 semicolon 24: an> bn> classc= | (5.04 5.46 nein) (10.54 11.35 ja) | sep-line decimal-comma target-name", "class ja nein"},
	{"11-windows-1252.csv", "Windows-1252 semicolon 24: Größen> Längen> Klassec= | (5.04 5.46 klein) (10.54 11.35 groß) | encoding decimal-comma target-name", "Klasse groß klein"},
	{"12-gb18030.csv", "GB18030 comma 24: 身高n> 体重n> 类别c= | (5.04 5.46 否) (10.54 11.35 是) | encoding target-name", "类别 否 是"},
	{"14-footnote.csv", "UTF-8 comma 24: an> bn> classc= | (5.04 5.46 no) (10.54 11.35 yes) | footer target-name", "class no yes"},
	{"15-bare-quote.csv", "UTF-8 comma 24: screenn> pricen> classc= | (10 5.46 no) (11 11.35 yes) | units target-name", "class no yes"},
	{"16-long-text-column.csv", "UTF-8 comma 24: an> bn> commentt- classc= | (5.04 5.46 lorem ipsum … no) (10.54 11.35 lorem ipsum … yes) | target-name long-texts", "class no yes"},
	{"17-whitespace.dat", "UTF-8 spaces 24: column 1n> column 2n> column 3n= | (5.04 5.46 0) (10.54 11.35 1) | header-no target-last", "column 3 0 1"},
	{"19-target-in-second-column.csv", "UTF-8 comma 24: Idn- Survivedn= Classn> Agen> Portc> | (1 0 1 5.04 C) (2 1 2 10.54 Q) | target-name index", "Survived 0 1"},
	{"20-percent.csv", "UTF-8 comma 24: sharen> growthn> classc= | (5.04 5.46 no) (10.54 11.35 yes) | percent target-name", "class no yes"},
	{"21-title-line.csv", "UTF-8 comma 24: an> bn> classc= | (5.04 5.46 no) (10.54 11.35 yes) | title target-name", "class no yes"},
	{"22-dates.csv", "UTF-8 comma 24: monthd> salesn= | (14610 5.04) (14641 10.54) | dates target-last", "sales"},
	{"24-pixels-785-columns.csv", "UTF-8 comma 20: labeln= pixel0n> pixel1n> and 782 more | (0 255 255 255 255) (1 0 0 0 0) | target-name pixels", "label 0 1"},
}

// TestFiles reads the files that stand for what people's own tables do.
func TestFiles(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*")
	if err != nil || len(files) != len(fileCases) {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, c := range fileCases {
		text, err := os.ReadFile(filepath.Join("testdata/cases", c.file))
		if err != nil {
			t.Fatal(err)
		}
		table, err := Read(text, Choices{})
		if err != nil {
			t.Errorf("%s: %v", c.file, err)
			continue
		}
		for _, n := range table.Notices {
			if n.Text == "" || strings.Contains(n.Text, "{") {
				t.Errorf("%s: notice %s says %q", c.file, n.Code, n.Text)
			}
		}
		if got := understood(table); got != c.want {
			t.Errorf("%s: understood as\n%s, not\n%s", c.file, got, c.want)
		}
		s, err := table.Samples("")
		if err != nil {
			t.Errorf("%s: %v", c.file, err)
			continue
		}
		if got := strings.Join(append(s.Targets, s.Classes...), " "); got != c.classes {
			t.Errorf("%s: predicts %s, not %s", c.file, got, c.classes)
		}
	}
}
