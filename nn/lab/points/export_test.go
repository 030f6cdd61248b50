package points

import (
	comma "encoding/csv"
	"strconv"
	"strings"
	"testing"

	"nnplay/nn/data/rows"
	"nnplay/nn/lab/labtest"
	"nnplay/nn/setting"
)

// TestCSV checks that what is exported is the data, to the bit.
func TestCSV(t *testing.T) {
	for dataset, header := range map[string]string{
		"circle": "x1,x2,class,part", "x-sin-x": "x,y,part", "waves": "x1,x2,y1,y2,part",
	} {
		s := labtest.Parse(t, Family, "v=1&samples=40&percTrainData=80&dataset="+dataset+"&points="+fourCorners+"&classes=4")
		rows, err := comma.NewReader(strings.NewReader(string(s.CSV()))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(rows[0], ","); got != header {
			t.Errorf("%s: header %s", dataset, got)
		}
		p := newProblem(&s)
		if len(rows)-1 != p.train.len()+p.test.len() {
			t.Errorf("%s: %d rows", dataset, len(rows)-1)
		}
		for i, row := range rows[1:] {
			part, at := &p.train, i
			if row[len(row)-1] == "test" {
				part, at = &p.test, i-p.train.len()
			}
			dim := part.points.Dim
			for k, want := range part.points.X[at*dim : (at+1)*dim] {
				if v, err := strconv.ParseFloat(row[k], 32); err != nil || float32(v) != want {
					t.Fatalf("%s: row %d: %v, want %v", dataset, i+1, row, want)
				}
			}
			if v, _ := strconv.ParseFloat(row[dim], 32); float32(v) != part.points.Y[at*part.points.Targets] {
				t.Fatalf("%s: row %d: %v", dataset, i+1, row)
			}
		}
	}
	s := labtest.Parse(t, Family, "v=1&dataset=own")
	if got := string(s.CSV()); got != "x1,x2,class\n" {
		t.Errorf("no points: %q", got)
	}
	s.Hold(setting.Points, twoCorners)
	if got := string(s.CSV()); got != "x1,x2,class\n-3,-3,0\n3,3,1\n" {
		t.Errorf("two points: %q", got)
	}
	for names, want := range map[string]string{
		"cat\ndog, old": "x1,x2,class name\n-3,-3,cat\n3,3,\"dog, old\"\n",
		"dog\ncat":      "x1,x2,class\n-3,-3,0\n3,3,1\n", // whoever reads them would sort them
		"a\nb\nc":       "x1,x2,class\n-3,-3,0\n3,3,1\n", // c does not occur
	} {
		if err := s.Set("classNames", names); err != nil {
			t.Fatal(err)
		}
		if got := string(s.CSV()); got != want {
			t.Errorf("classes called %q: %q", names, got)
		}
	}
}

// TestDatesOfTable exports dates as such, with the times that give the same numbers again.
func TestDatesOfTable(t *testing.T) {
	r, err := rows.New(rows.Rows{
		Inputs:  []rows.Input{{Name: "when", Column: "when", Kind: rows.Date}, {Name: "n", Column: "n", Kind: rows.Number}},
		Targets: []string{"v"}, X: []float32{19750, 19750, 19750.5, 3}, Y: []float32{0.5, 2},
	})
	if err != nil {
		t.Fatal(err)
	}
	s := labtest.Parse(t, Family, "v=1&dataset=table-values")
	s.Hold(setting.Table, r)
	if got := string(s.CSV()); got != "when,n,v\n2024-01-28,19750,0.5\n2024-01-28 12:00:00,3,2\n" {
		t.Errorf("%q", got)
	}
}
