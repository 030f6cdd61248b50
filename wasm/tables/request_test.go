package main

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"nnplay/nn/data/rows"
	"nnplay/nn/data/table"
	"nnplay/nn/notice"
	"nnplay/wasm/protocol"
)

// opened returns a desk with a file, and what there is to see of it.
func opened(t testing.TB, file, choices string) (*desk, *summary) {
	t.Helper()
	d := &desk{file: []byte(file), size: len(file)}
	s, err := d.read(choices)
	if err != nil {
		t.Fatal(err)
	}
	return d, s
}

const small = "a,b,c,kind\n1,2,3,x\n4,,6,y\n7,8,1,y\n2,2,9,x\n"

func TestRequests(t *testing.T) {
	var none desk
	if _, err := none.draw([]byte(`{}`)); err == nil {
		t.Error("a drawing without a table")
	}
	d, s := opened(t, small, "")
	if s.Rows != 4 || !s.Header || s.First != 1 || s.Decimal != "." {
		t.Errorf("%+v", s)
	}
	if c := s.Columns[3]; c.As != "classes" || c.Role != table.Target || c.Width != 2 || strings.Join(c.Categories, " ") != "x y" {
		t.Errorf("%+v", c)
	}
	if s.Lacking != 1 || s.Missing[0] != (table.Missing{Line: 3, Column: "b"}) {
		t.Errorf("%d rows lack a value: %v", s.Lacking, s.Missing)
	}
	drawn, err := d.draw([]byte(`{"inputs":[0,1,2],"target":3}`))
	if err != nil || drawn.Points != 3 || !strings.HasPrefix(drawn.Text, "c") || drawn.Explained <= 0 {
		t.Errorf("%+v, %v", drawn, err)
	}
	if _, err := d.draw([]byte(`{"inputs":[9],"target":3}`)); err == nil || notice.Of(err).Code != "csv-choice" {
		t.Errorf("%v", err)
	}
	if s, err := d.read(`{"columns":{"1":{"role":"out"}}}`); err != nil || s.Lacking != 0 || len(s.Missing) != 0 || s.Columns[1].Role != table.Out {
		t.Errorf("without the column that lacks a value: %+v, %v", s, err)
	}
	if _, s := opened(t, "1,2\n3,4\n", `{"header":"yes","columns":{"0":{"role":"target"}}}`); !s.Header || s.Rows != 1 || s.Columns[0].Role != table.Target || len(s.Notices) == 0 {
		t.Errorf("%+v", s)
	}
	for choices, code := range map[string]string{`{"separator":"dash"}`: "csv-option", `{`: "internal"} {
		if _, err := d.read(choices); err == nil || notice.Of(err).Code != code || d.table != nil {
			t.Errorf("%s: %v", choices, err)
		}
	}
}

// TestLearn holds that all columns that are inputs are learned from, and that what was
// made of them can be read.
func TestLearn(t *testing.T) {
	var none desk
	if _, _, err := none.learn(""); err == nil {
		t.Error("rows without a table")
	}
	d, _ := opened(t, small, `{"columns":{"3":{"role":"input"},"2":{"role":"target"}}}`)
	l, file, err := d.learn("values")
	if err != nil {
		t.Fatal(err)
	}
	r, err := rows.Decode(file)
	if err != nil || r.Len() != 3 || r.Width() != 4 || r.Classes != nil || r.Inputs[3].Column != "kind" || !slices.Equal(r.X[:4], []float32{1, 2, 1, 0}) || r.Y[0] != 3 {
		t.Errorf("%+v, %v", r, err)
	}
	if l.Rows != 3 || l.Total != 4 || l.Lacking != 1 || l.Inputs != 4 || strings.Join(l.Columns, " ") != "a b kind" || strings.Join(l.Targets, " ") != "c" || l.Classes != nil {
		t.Errorf("%+v", l)
	}
	if l, _, err = d.learn("classes"); err != nil || strings.Join(l.Classes, " ") != "1 3 9" {
		t.Errorf("as classes %+v, %v", l, err)
	}
	d, _ = opened(t, small, `{"columns":{"0":{"role":"out"},"1":{"role":"out"},"2":{"role":"out"}}}`)
	if _, _, err := d.learn(""); err == nil || notice.Of(err).Code != "csv-choice" {
		t.Errorf("without an input: %v", err)
	}
}

// TestWarnings holds that what somebody should look at comes first.
func TestWarnings(t *testing.T) {
	_, s := opened(t, "a;b;kind\n1,5;2;x\n4,5;3*;y\n7;8;y\n2;2;x\n1;2;y\n3;1;x\n", "")
	warned := 0
	for i, n := range s.Notices {
		if n.Warning {
			warned++
		}
		if n.Warning != (i < warned) || n.Warning != (n.Code == "odd-cells") {
			t.Errorf("notice %d is %s, a warning: %t", i, n.Code, n.Warning)
		}
	}
	if warned != 1 {
		t.Errorf("%d warnings", warned)
	}
}

// TestCut holds that the beginning of a file that is too large can be read, and that
// the size is told of the whole.
func TestCut(t *testing.T) {
	d := &desk{file: []byte(strings.Repeat("1,2,3\n", 20<<20/6+1)), size: 109 << 20}
	if _, err := d.read(""); err == nil || notice.Of(err).Code != "csv-too-long" {
		t.Fatalf("%v", err)
	}
	s, err := d.read(`{"cut":true}`)
	if err != nil || s.Notices[0].Code != "cut" || !strings.Contains(s.Notices[0].Text, "109 MB") || s.Rows != table.MaxRows {
		t.Fatalf("%v, %v", s, err)
	}
}

// TestShort holds that of long cells and categories a part is shown.
func TestShort(t *testing.T) {
	long := strings.Repeat("ä", 5000)
	_, s := opened(t, "a,b,kind\n1,2,"+long+"\n2,1,y\n3,2,y\n4,2,"+long+"\n", "")
	if cell := s.Preview[0][2]; len([]rune(cell)) != shownLength+1 || len([]rune(s.Columns[2].Categories[1])) != shownLength+1 {
		t.Errorf("%d characters of %q are shown", len([]rune(cell)), cell)
	}
}

// FuzzChoose chooses columns of a table by whatever text: it is drawn within
// bounds, or refused with a code that is known.
func FuzzChoose(f *testing.F) {
	d, _ := opened(f, small, "")
	for _, choice := range []string{
		`{"inputs":[0,1,2],"target":3}`, `{"inputs":[-1],"target":9e9}`, `{"inputs":[0,0],"target":0}`, `{"inputs":null,"target":-1,"kind":"values"}`,
		`[]`, `{"target":3,"inputs":[1],"kind":{}}`, `{"inputs":[3],"target":1,"kind":"classes"}`, `{`, ``,
	} {
		f.Add([]byte(choice))
	}
	f.Fuzz(func(t *testing.T, choice []byte) {
		drawn, err := d.draw(choice)
		if err != nil {
			if e := notice.Of(err); e.Text == "" {
				t.Errorf("%q is refused by %+v", choice, e)
			}
			return
		}
		if drawn.Points == 0 || drawn.Points > 4 {
			t.Errorf("%q draws %+v", choice, drawn)
		}
	})
}

// TestObey holds the answers to their rows, and the table of commands to what
// a table may have.
func TestObey(t *testing.T) {
	var d desk
	for _, row := range protocol.Tables {
		if row.Type == "album" {
			continue // of another table: album_test.go
		}
		m, refused := d.obey(protocol.Message{"type": row.Type, "text": []byte("a,b,kind\n1,2,x\n4,,y\n" + strings.Repeat("7,8,y\n", 40)), "choices": "", "size": 0., "choice": `{"inputs":[0,1],"target":2}`, "kind": ""})
		if refused != nil {
			t.Fatal(row.Type, refused)
		}
		fields := map[string]any{}
		if err := json.Unmarshal([]byte(m["json"].(string)), &fields); err != nil {
			t.Fatal(err)
		}
		if file, ok := m["file"]; ok {
			fields["file"] = file
		}
		fields["type"] = row.Answer
		if err := protocol.TablesAnswers().Check(fields); err != nil {
			t.Error(err)
		}
		if f := row.Fields[0]; f.Kind == protocol.Bytes && f.Most != table.MaxBytes+1 {
			t.Errorf("a table of %v bytes can be read", f.Most)
		}
	}
	_, refused := d.obey(protocol.Message{"type": "draw", "choice": `{"inputs":[9],"target":2}`})
	if refused == nil || refused.Code != "csv-choice" {
		t.Errorf("%v", refused)
	}
}
