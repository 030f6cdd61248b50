package main

import (
	"encoding/json"
	"strings"
	"testing"

	"nnplay/nn/data/table"
	"nnplay/nn/notice"
	"nnplay/wasm/protocol"
)

func TestRequests(t *testing.T) {
	var d desk
	if _, err := d.draw([]byte(`{}`)); err == nil {
		t.Error("a drawing without a table")
	}
	answer, err := d.read([]byte("a,b,c,kind\n1,2,3,x\n4,,6,y\n7,8,1,y\n2,2,9,x\n"), "")
	if err != nil {
		t.Fatal(err)
	}
	var s summary
	if err := json.Unmarshal(answer, &s); err != nil {
		t.Fatal(err)
	}
	if s.Rows != 4 || s.Target != 3 || len(s.Inputs) != 3 || !s.Header || s.Columns[3].Kind != "classes" {
		t.Errorf("%s", answer)
	}
	var l lack
	if answer, err = d.check([]byte(`{"inputs":[0,1,2],"target":3}`)); err != nil || json.Unmarshal(answer, &l) != nil || l.Rows != 3 || l.Lacking != 1 || l.Missing[0].Line != 3 {
		t.Errorf("%s, %v", answer, err)
	}
	answer, err = d.draw([]byte(`{"inputs":[0,1,2],"target":3}`))
	if err != nil {
		t.Fatal(err)
	}
	var drawn drawing
	if err := json.Unmarshal(answer, &drawn); err != nil || drawn.Points != 3 || !strings.HasPrefix(drawn.Text, "c") || drawn.Explained <= 0 {
		t.Errorf("%s, %v", answer, err)
	}
	if _, err := d.draw([]byte(`{"inputs":[9],"target":3}`)); err == nil || notice.Of(err).Code != "csv-choice" {
		t.Errorf("%v", err)
	}
	if answer, err = d.read([]byte("1,2\n3,4\n"), `{"header":"yes","columns":{"0":{"role":"target"}}}`); err != nil || json.Unmarshal(answer, &s) != nil || !s.Header || s.Rows != 1 || s.Target != 0 || len(s.Notices) == 0 {
		t.Errorf("%s, %v", answer, err)
	}
	if _, err := d.read([]byte("1,2\n3,4\n"), `{"separator":"dash"}`); err == nil || notice.Of(err).Code != "csv-option" {
		t.Errorf("%v", err)
	}
	if _, err := d.read([]byte("\x00"), ""); err == nil || notice.Of(err).Args["line"] != "1" {
		t.Errorf("%v", err)
	}
}

// FuzzChoose chooses columns of a table by whatever text: it is drawn within
// bounds, or refused with a code that is known.
func FuzzChoose(f *testing.F) {
	var d desk
	if _, err := d.read([]byte("a,b,c,kind\n1,2,3,x\n4,,6,y\n7,8,1,y\n2,2,9,x\n"), ""); err != nil {
		f.Fatal(err)
	}
	for _, choice := range []string{
		`{"inputs":[0,1,2],"target":3}`, `{"inputs":[-1],"target":9e9}`, `{"inputs":[0,0],"target":0}`, `{"inputs":null,"target":-1,"kind":"values"}`,
		`[]`, `{"target":3,"inputs":[1],"kind":{}}`, `{"inputs":[3],"target":1,"kind":"classes"}`, `{`, ``,
	} {
		f.Add([]byte(choice))
	}
	f.Fuzz(func(t *testing.T, choice []byte) {
		if answer, err := d.check(choice); err == nil && !json.Valid(answer) {
			t.Errorf("%q is answered by %q", choice, answer)
		}
		answer, err := d.draw(choice)
		if err != nil {
			if e := notice.Of(err); e.Text == "" {
				t.Errorf("%q is refused by %+v", choice, e)
			}
			return
		}
		var drawn drawing
		if err := json.Unmarshal(answer, &drawn); err != nil || drawn.Points == 0 || drawn.Points > 4 {
			t.Errorf("%q draws %s, %v", choice, answer, err)
		}
	})
}

// TestObey holds the answers to their rows, and the table of commands to what
// a table may have.
func TestObey(t *testing.T) {
	var d desk
	for _, row := range protocol.Tables {
		m, refused := d.obey(protocol.Message{"type": row.Type, "text": []byte("a,b,kind\n1,2,x\n4,,y\n" + strings.Repeat("7,8,y\n", 40)), "choices": "", "choice": `{"inputs":[0,1],"target":2}`})
		if refused != nil {
			t.Fatal(row.Type, refused)
		}
		fields := map[string]any{}
		if err := json.Unmarshal([]byte(m["json"].(string)), &fields); err != nil {
			t.Fatal(err)
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
