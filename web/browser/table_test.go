//go:build !js

package browser

import (
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nnplay/nn/data/table"
)

// tableFiles has a row a file of nn/data/table/testdata/cases, which stand for what
// people's own tables do: what the dialog says of it, and a sentence of those that tell
// how it was understood.
var tableFiles = []struct{ file, says, notice string }{
	{"01-header-trailing-comma.csv", "24 rows and 4 columns; the first line names them.", "Columns without any value that are left out: 1."},
	{"02-header-years.csv", "24 rows and 4 columns; the first line names them.", "The target is 2021, the last column that can be one."},
	{"03-labels-2-4.csv", "24 rows and 3 columns; the first line names them.", "The target is class, by its name."},
	{"05-thousands.tsv", "24 rows and 3 columns; the first line names them.", "Please check: “1,000” is taken as 1000 (price), since three digits follow every such sign. It might be a decimal sign."},
	{"07-none-category.csv", "24 rows and 3 columns; the first line names them.", "The target is drug, the last column that can be one."},
	{"08-xor.csv", "4 rows and 3 columns; the first line names them.", "The target is xor, the last column that can be one."},
	{"09-sep-line.csv", "24 rows and 3 columns; the first line names them.", "The first line, “sep=;”, says what separates the values."},
	{"11-windows-1252.csv", "24 rows and 3 columns; the first line names them.", "The text is encoded in Windows-1252."},
	{"12-gb18030.csv", "24 rows and 3 columns; the first line names them.", "The text is encoded in GB18030."},
	{"14-footnote.csv", "24 rows and 3 columns; the first line names them.", "Lines after the table that are left out: 1."},
	{"15-bare-quote.csv", "24 rows and 3 columns; the first line names them.", "Units are left out: “10\"” is 10 (screen)."},
	{"16-long-text-column.csv", "24 rows and 4 columns; the first line names them.", "Long texts are left out (comment)."},
	{"17-whitespace.dat", "24 rows and 3 columns.", "Spaces separate the values."},
	{"19-target-in-second-column.csv", "24 rows and 5 columns; the first line names them.", "The target is Survived, by its name."},
	{"20-percent.csv", "24 rows and 3 columns; the first line names them.", "Percent signs are left out"},
	{"21-title-line.csv", "24 rows and 3 columns; the first line names them.", "Lines before the table that are left out: 1."},
	{"22-dates.csv", "24 rows and 2 columns; the first line names them.", "Dates become days since 1970-01-01"},
	{"24-pixels-785-columns.csv", "20 rows and 785 columns; the first line names them.", "784 columns are taken as the pixels of images of 28 × 28."},
}

// TestTableFiles reads, in the dialog of one page, the files that stand for what
// people's own tables do: it says the same of each as is understood natively, the
// warnings first, and shows the roles that its columns have.
func TestTableFiles(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../../nn/data/table/testdata/cases/*")
	if err != nil || len(files) != len(tableFiles) {
		t.Fatalf("%d files, %v", len(files), err)
	}
	p := open(t, "/", 1280, 900, blank)
	eval[bool](t, p, ready+`.then(() => true)`)
	for i, c := range tableFiles {
		if filepath.Base(files[i]) != c.file {
			t.Fatalf("%s has no row", files[i])
		}
		file, err := os.ReadFile(files[i])
		if err != nil {
			t.Fatal(err)
		}
		says, refused := dropped(t, p, fmt.Sprintf(`Uint8Array.from(atob(%q), (c) => c.charCodeAt())`, base64.StdEncoding.EncodeToString(file)))
		if refused || says != c.says {
			t.Errorf("%s: the page says %q", c.file, says)
			continue
		}
		got := eval[struct {
			Notices, Roles []string
		}](t, p, `({
			Notices: [...document.querySelectorAll('#csv-notices li')].map((item) => item.textContent),
			Roles: [...document.querySelectorAll('#csv-columns .csv-role select')].map((select) => select.value),
		})`)
		read, err := table.Read(file, table.Choices{})
		if err != nil {
			t.Fatal(err)
		}
		var warnings, others, roles []string
		for _, n := range read.Notices {
			if table.Warns(n.Code) {
				warnings = append(warnings, "Please check: "+n.Text)
			} else {
				others = append(others, n.Text)
			}
		}
		for _, column := range read.Columns[:min(len(read.Columns), 50)] {
			roles = append(roles, string(column.Role))
		}
		if want := append(warnings, others...); !slices.Equal(got.Notices, want) || !slices.ContainsFunc(want, func(text string) bool { return strings.HasPrefix(text, c.notice) }) {
			t.Errorf("%s: the page tells\n%q, natively it is\n%q", c.file, got.Notices, want)
		}
		if !slices.Equal(got.Roles, roles) {
			t.Errorf("%s: the roles are %q, natively %q", c.file, got.Roles, roles)
		}
	}
}
