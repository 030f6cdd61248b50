package table

import (
	"encoding/json"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"nnplay/nn/data"
	"nnplay/nn/lab/plane"
	"nnplay/nn/notice"
	"nnplay/web/i18n"
)

func read(t *testing.T, text string) *Table {
	t.Helper()
	table, err := Read([]byte(text), Choices{})
	if err != nil {
		t.Fatalf("%.60q: %v", text, err)
	}
	return table
}

func names(t *Table) string {
	var all []string
	for _, c := range t.Columns {
		all = append(all, c.Name)
	}
	return strings.Join(all, "|")
}

// TestRead checks delimiters, headers and line ends.
func TestRead(t *testing.T) {
	for _, c := range []struct {
		text, names string
		separator   string
		header      bool
		rows        int
	}{
		{"x,y,class\n1,2,a\n3,4,b\n", "x|y|class", "comma", true, 2},
		{"1,2,0\n3,4,1", "column 1|column 2|column 3", "comma", false, 2},
		{"x;y;z\r\n1,5;2,5;a\r\n3;4;b\r\n", "x|y|z", "semicolon", true, 2},
		{"x\ty\n1\t2\n3\t4\n", "x|y", "tab", true, 2},
		{"\ufeffx,y\n1,2\n", "x|y", "comma", true, 1},
		{"x,y\r1,2\r3,4", "x|y", "comma", true, 2},
		{"name,kind\n\"Doe, J.\",a\n\"say \"\"hi\"\"\",b\n", "name|kind", "comma", true, 2},
		{"a,a,\n1,2,3\n4,5,6\n", "a|a (2)|column 3", "comma", true, 2},
		{"x,y\n\n1,2\n   \n3,4\n\n", "x|y", "comma", true, 2},
		{"x,y,\n1,2,\n3,4,\n", "x|y", "comma", true, 2},
		{"red,a\nred,b\nblue,a\n", "column 1|column 2", "comma", false, 3},
	} {
		table, err := Read([]byte(c.text), Choices{})
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		if names(table) != c.names || table.Separator != c.separator || table.Header != c.header || len(table.Rows) != c.rows {
			t.Errorf("%q: %s, %s, header %v, %d rows", c.text, names(table), table.Separator, table.Header, len(table.Rows))
		}
	}
}

// TestMissing leaves out the rows that lack a value of the columns that are
// chosen, and no others.
func TestMissing(t *testing.T) {
	table := read(t, "x,y,remark,class\n1,2,,a\n,4,,b\n5,NA,,a\n7,8\n9,1,good,b\n")
	if len(table.Rows) != 5 {
		t.Errorf("%d rows", len(table.Rows))
	}
	for _, c := range []struct {
		choice Choice
		rows   int
		want   []Missing
	}{
		{Choice{Inputs: []int{0, 1}, Target: 3}, 2, []Missing{{3, "x"}, {4, "y"}, {5, "class"}}},
		{Choice{Inputs: []int{0}, Target: 3}, 3, []Missing{{3, "x"}, {5, "class"}}},
		{Choice{Inputs: []int{0}, Target: 1}, 3, []Missing{{3, "x"}, {4, "y"}}},
		{Choice{Inputs: []int{0, 1, 2}, Target: 3}, 1, []Missing{{2, "remark"}, {3, "x"}, {4, "y"}, {5, "remark"}}},
	} {
		rows, missing, lacking := table.Complete(c.choice)
		if len(rows.Rows) != c.rows || lacking != 5-c.rows || !slices.Equal(missing, c.want) {
			t.Errorf("%+v: %d rows, %d lack a value: %v, want %v", c.choice, len(rows.Rows), lacking, missing, c.want)
		}
		if d, report, err := table.Draw(c.choice); c.rows > 1 && (err != nil || d.Len() != c.rows || report.Lacking != lacking) {
			t.Errorf("%+v: %d points, %+v, %v", c.choice, d.Len(), report, err)
		}
	}
	if suggested := table.Suggest(); suggested.Target != 3 || !slices.Equal(suggested.Inputs, []int{0, 1}) {
		t.Errorf("a column that is nearly empty is suggested: %+v", suggested)
	}
	if table := read(t, "x,nothing,y\n1,,2\n3,,4\n"); names(table) != "x|y" {
		t.Errorf("an empty column stays: %s", names(table))
	}
	if _, _, err := read(t, "x,y\n1,\n,2\n").Draw(Choice{Inputs: []int{0}, Target: 1}); err == nil || !strings.Contains(err.Error(), "No row") {
		t.Errorf("no row has both values: %v", err)
	}
}

// hostile are texts that must be refused, with the code.
func hostile() map[string]string {
	return map[string]string{
		"":                                             "csv-empty",
		" \n\n\t\n":                                    "csv-empty",
		strings.Repeat("1,2\n", 6<<20):                 "csv-too-long",
		strings.Repeat("7", 2<<20):                     "csv-field",
		strings.Repeat("1,", 10_000) + "1":             "csv-columns",
		"x,y\n" + strings.Repeat("1,", 300):            "csv-ragged",
		"x,y\n" + strings.Repeat("1,", 5000):           "csv-columns",
		"\"" + strings.Repeat("\",\"", 5000) + "\"":    "csv-columns",
		"x,y\n1,\"2\n3,4\n":                            "csv-quote",
		"x,y\n\"" + strings.Repeat("a\n", 99):          "csv-quote",
		"x,name\n1,M\u00fcller\n2,M\xfcller\n":         "csv-encoding", // Latin-1 after UTF-8
		"\ufeffx,y\n1,\xe4\n":                          "csv-encoding", // Latin-1 after the mark of UTF-8
		"x,y\n1,\x00\n":                                "csv-binary",
		"\xff\xfex\x00\x00\x00":                        "csv-binary", // in UTF-16
		"PK\x03\x04\x14\x00":                           "csv-workbook",
		"one\ntwo\nthree\n":                            "csv-one-column",
		"a,b,class\n":                                  "csv-only-names",
		"[{\"a\":1,\"b\":2},\n{\"a\":3,\"b\":4}]\n":    "csv-markup",
		"{\"a\":1,\"b\":2}\n{\"a\":3,\"b\":4}\n":       "csv-markup",
		"[[1, 2, 0],\n [3, 4, 1]]\n":                   "csv-markup",
		"<?xml version=\"1.0\"?>\n<a b=\"1\"/>\n":      "csv-markup",
		"% iris\n@RELATION iris\n@DATA\n1,2,x\n":       "csv-format",
		"+1 1:0.5 3:2\n-1 1:0.25\n":                    "csv-format",
		"INSERT INTO t VALUES\n(1,2,'x'),\n(3,4,'y');": "csv-format",
		"x,y\n1,2\n1,2,3\n":                            "csv-ragged",
		"x,y,class\n1,5,2,5,0\n2,5,3,5,1\n":            "csv-ragged", // decimal commas between commas
		"a,b\n" + strings.Repeat("z", 2<<20) + ",1\n":  "csv-field",
	}
}

func TestHostile(t *testing.T) {
	for text, code := range hostile() {
		_, err := Read([]byte(text), Choices{})
		var e *notice.Error
		if !errors.As(err, &e) || e.Code != code || strings.Contains(e.Text, "{") {
			t.Errorf("%.40q: %v, want %s", text, err, code)
		}
	}
	_, err := Read([]byte("x,y\n1,2\n3,\x00\n"), Choices{})
	if err == nil || !strings.Contains(err.Error(), "Line 3") {
		t.Errorf("the line is not named: %v", err)
	}
}

// TestDraw checks what tables become.
func TestDraw(t *testing.T) {
	for _, c := range []struct {
		text   string
		choice Choice
		values bool
		points [][3]float32
	}{
		{"x,y,class\n-6,6,a\n6,-6,b\n0,0,a\n", Choice{Inputs: []int{0, 1}, Target: 2}, false, [][3]float32{{-6, 6, 0}, {6, -6, 1}, {0, 0, 0}}},
		{"x,y,class\n0,100,3\n10,300,7\n", Choice{Inputs: []int{0, 1}, Target: 2}, false, [][3]float32{{-5.004, -5.004, 0}, {5.004, 5.004, 1}}},
		{"x,y,v\n-3,3,0.5\n3,-3,-1\n", Choice{Inputs: []int{0, 1}, Target: 2}, true, [][3]float32{{-3, 3, 0.5}, {3, -3, -1}}},
		{"x,y,v\n-3,3,10\n3,-3,20\n", Choice{Inputs: []int{1, 0}, Target: 2, Kind: "values"}, true, [][3]float32{{3, -3, -1}, {-3, 3, 1}}},
		{"x,v\n-3,10\n3,20\n", Choice{Inputs: []int{0}, Target: 1, Kind: "classes"}, false, [][3]float32{{-3, 0, 0}, {3, 0, 1}}},
		{"color,v\nred,10\nblue,20\n", Choice{Inputs: []int{0}, Target: 1}, false, [][3]float32{{-5.004, 5.004, 0}, {5.004, -5.004, 1}}},
	} {
		d, _, err := read(t, c.text).Draw(c.choice)
		if err != nil || d.Values != c.values || d.Len() != len(c.points) {
			t.Errorf("%q: %v, values %v, %d points", c.text, err, d.Values, d.Len())
			continue
		}
		for i, want := range c.points {
			x, y, v := d.At(i)
			if near := func(a, b float32) bool { return a-b < 0.007 && b-a < 0.007 }; !near(x, want[0]) || !near(y, want[1]) || v != want[2] {
				t.Errorf("%q: point %d is %v %v %v, want %v", c.text, i, x, y, v, want)
			}
		}
	}
}

// TestScaled holds that what is stretched to fill a drawing is told of.
func TestScaled(t *testing.T) {
	for text, want := range map[string]string{
		"a,b,xor\n0,0,0\n0,1,1\n1,0,1\n1,1,0\n": "a, from 0 to 1, is stretched to -5 to 5.|b, from 0 to 1, is stretched to -5 to 5.",
		"x1,x2,class\n-3,3,0\n3,-3,1\n":         "",
	} {
		table := read(t, text)
		_, report, err := table.Draw(table.Suggest())
		var said []string
		for _, n := range report.Notices {
			said = append(said, n.Text)
		}
		if got := strings.Join(said, "|"); err != nil || got != want {
			t.Errorf("%q: %v, %q", text, err, got)
		}
	}
}

func TestDrawRefuses(t *testing.T) {
	table := read(t, "x,y,name,v\n"+manyRows(30))
	for _, c := range []struct {
		choice Choice
		code   string
	}{
		{Choice{Target: 1}, "csv-choice"},
		{Choice{Inputs: []int{0}, Target: -1}, "csv-choice"},
		{Choice{Inputs: []int{0}, Target: 4}, "csv-choice"},
		{Choice{Inputs: []int{0, 0}, Target: 1}, "csv-choice"},
		{Choice{Inputs: []int{1}, Target: 1}, "csv-choice"},
		{Choice{Inputs: []int{9}, Target: 1}, "csv-choice"},
		{Choice{Inputs: []int{2}, Target: 1}, "csv-texts"},
		{Choice{Inputs: []int{0}, Target: 2}, "csv-target"},
		{Choice{Inputs: []int{0}, Target: 2, Kind: "values"}, "csv-numbers"},
		{Choice{Inputs: []int{0}, Target: 3, Kind: "classes"}, "csv-target"},
	} {
		_, _, err := table.Draw(c.choice)
		var e *notice.Error
		if !errors.As(err, &e) || e.Code != c.code || strings.Contains(e.Text, "{") {
			t.Errorf("%+v: %v, want %s", c.choice, err, c.code)
		}
	}
}

// manyRows returns rows of two numbers, a name of its own and another number.
func manyRows(n int) string {
	var b strings.Builder
	for i := range n {
		for k, v := range []int{i % 7, i * i % 11, i, i * 3} {
			if k == 2 {
				b.WriteString(",name")
			} else if k > 0 {
				b.WriteByte(',')
			}
			b.WriteString(itoa(v))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func itoa(v int) string {
	b, _ := json.Marshal(v)
	return string(b)
}

// TestComponents checks principal components of points along a line in space,
// with a little width.
func TestComponents(t *testing.T) {
	var b strings.Builder
	b.WriteString("a,b,c,class\n")
	for i := range 100 {
		v := float64(i) - 50
		w := float64(i%2) - 0.5
		out, _ := json.Marshal([]float64{v + w, 2 * v, -v + w})
		b.WriteString(strings.Trim(string(out), "[]") + "," + itoa(i/50) + "\n")
	}
	d, report, err := read(t, b.String()).Draw(Choice{Inputs: []int{0, 1, 2}, Target: 3})
	if err != nil || !(report.Explained > 0.99 && report.Explained <= 1.0001) || d.Len() != 100 {
		t.Fatalf("%v, %+v, %d points", err, report, d.Len())
	}
	if want := []string{"PC 1 (100%)", "PC 2 (0%)"}; !slices.Equal(report.Axes, want) {
		t.Errorf("the axes are called %q, want %q", report.Axes, want)
	}
	first, _, _ := d.At(0)
	last, _, _ := d.At(99)
	if first*last > -20 {
		t.Errorf("the ends of the line are at %v and %v", first, last)
	}
	// Columns that never vary have no components.
	if _, _, err := read(t, "a,b,c,class\n1,1,1,0\n1,1,1,1\n").Draw(Choice{Inputs: []int{0, 1, 2}, Target: 3}); err == nil {
		t.Error("points that are all the same have components")
	}
}

// TestAxes holds that the axes bear the names of the columns, where they have some.
func TestAxes(t *testing.T) {
	for text, want := range map[string][]string{
		"sepal length,sepal width,kind\n1,2,a\n2,1,b\n": {"sepal length", "sepal width"},
		"weight,kind\n1,a\n2,b\n":                       {"weight"},
		"x1,x2,class\n1,2,0\n2,1,1\n":                   nil, // saved here, of a drawing
		"weight,x2,class\n1,0,0\n2,0,1\n":               {"weight"},
		"1,2,0\n2,1,1\n":                                nil,
	} {
		table := read(t, text)
		_, report, err := table.Draw(table.Suggest())
		if err != nil || !slices.Equal(report.Axes, want) {
			t.Errorf("%q: the axes are called %q, want %q; %v", text, report.Axes, want, err)
		}
	}
}

func TestSuggest(t *testing.T) {
	for text, want := range map[string]Choice{
		"x1,x2,class,part\n1,2,0,train\n2,3,1,test\n":                                     {Inputs: []int{0, 1}, Target: 2},
		"x1,x2,y\n1,2,0.5\n2,3,1.5\n":                                                     {Inputs: []int{0, 1}, Target: 2},
		"species,long,wide\na,2,0.5\nb,3,1.5\n":                                           {Inputs: []int{1, 2}, Target: 0},
		"id,x,y\n1,2,a\n2,3,b\n3,2,a\n4,2,a\n5,4,a\n6,2,a\n7,3,b\n8,2,a\n9,2,a\n10,4,a\n": {Inputs: []int{1}, Target: 2},
	} {
		got := read(t, text).Suggest()
		if got.Target != want.Target || !slices.Equal(got.Inputs, want.Inputs) {
			t.Errorf("%.30q: %+v, want %+v", text, got, want)
		}
	}
}

// TestSavedAgain holds that drawings that were saved as CSV are the same drawings
// when they are read, with the names of their inputs: of few classes or of one that is
// not the first, of values, of points in a line.
func TestSavedAgain(t *testing.T) {
	names := [][]string{nil, {"height", "width"}, {"1", "2"}, {"2019", "2020"}, {"a;b", "say \"x\", or y"}, {"长", "宽"}, {"mass"}}
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 0))
		d := data.Drawing{Values: r.IntN(2) == 0}
		spread := []float32{10, 10, 0}[r.IntN(3)]
		low, classes := r.IntN(3), 1+r.IntN(4)
		for range 1 + r.IntN(60) {
			value := float32(low + r.IntN(classes))
			if d.Values {
				value = 2*r.Float32() - 1
			}
			d.Add(spread*(r.Float32()-0.5), 10*(r.Float32()-0.5), value)
		}
		if d.Len() < 3 && d.Values {
			continue // few whole values are classes
		}
		file := plane.DrawingCSV(d, d.Values, names[r.IntN(len(names))], nil)
		table, err := Read(file, Choices{})
		if err != nil {
			t.Fatalf("seed %d: %v of\n%s", seed, err, file)
		}
		again, _, err := table.Draw(table.Suggest())
		if x, y := extents(&d); err == nil && (x < 3 || y < 3) {
			continue // stretched to be seen
		}
		if err != nil || again.String() != d.String() {
			t.Errorf("seed %d: %v: another drawing of\n%s, %s", seed, err, file, understood(table))
		}
	}
}

// extents returns how far the points of a drawing reach.
func extents(d *data.Drawing) (x, y float32) {
	lowX, lowY, highX, highY := float32(9), float32(9), float32(-9), float32(-9)
	for i := range d.Len() {
		x, y, _ := d.At(i)
		lowX, lowY, highX, highY = min(lowX, x), min(lowY, y), max(highX, x), max(highY, y)
	}
	return highX - lowX, highY - lowY
}

// TestTexts holds that every code has its texts, and every text its code.
func TestTexts(t *testing.T) {
	catalog, err := i18n.All()
	if err != nil {
		t.Fatal(err)
	}
	for code, want := range Errors {
		if text := catalog[i18n.English]["error."+code]; text != want {
			t.Errorf("error.%s: %q, want %q", code, text, want)
		}
	}
	for code, want := range Notices {
		if text := catalog[i18n.English]["table."+code]; text != want {
			t.Errorf("table.%s: %q, want %q", code, text, want)
		}
	}
	for key := range catalog[i18n.English] {
		for prefix, texts := range map[string]notice.Texts{"table.": Notices, "error.csv-": Errors} {
			if strings.HasPrefix(key, prefix) && texts[strings.TrimPrefix(strings.TrimPrefix(key, "table."), "error.")] == "" {
				t.Errorf("%s is not used", key)
			}
		}
	}
}
