package main

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestRequests(t *testing.T) {
	var d desk
	if _, err := d.draw([]byte(`{}`)); err == nil {
		t.Error("a drawing without a table")
	}
	answer, err := d.read([]byte("a,b,c,kind\n1,2,3,x\n4,,6,y\n7,8,1,y\n2,2,9,x\n"))
	if err != nil {
		t.Fatal(err)
	}
	var s summary
	if err := json.Unmarshal(answer, &s); err != nil {
		t.Fatal(err)
	}
	if s.Rows != 3 || s.Lacking != 1 || s.Missing[0].Line != 3 || s.Target != 3 || len(s.Inputs) != 3 || !s.Header || s.Columns[3].Kind != "classes" {
		t.Errorf("%s", answer)
	}
	answer, err = d.draw([]byte(`{"inputs":[0,1,2],"target":3}`))
	if err != nil {
		t.Fatal(err)
	}
	var drawn drawing
	if err := json.Unmarshal(answer, &drawn); err != nil || drawn.Points != 3 || !strings.HasPrefix(drawn.Text, "c") || drawn.Explained <= 0 {
		t.Errorf("%s, %v", answer, err)
	}
	if _, err := d.draw([]byte(`{"inputs":[9],"target":3}`)); err == nil || !strings.Contains(string(problem(err)), `"code":"csv-choice"`) {
		t.Errorf("%v", err)
	}
	if _, err := d.read([]byte("\xff")); err == nil || !strings.Contains(string(problem(err)), `"line":"1"`) {
		t.Errorf("%v", err)
	}
}
