package main

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"nnplay/nn/data/images"
	"nnplay/wasm/protocol"
)

// TestAlbum makes an album of 24-pixels-785-columns.csv: the first image of class 1 is
// what its row says.
func TestAlbum(t *testing.T) {
	file, err := os.ReadFile("../../nn/data/table/testdata/cases/24-pixels-785-columns.csv")
	if err != nil {
		t.Fatal(err)
	}
	var d desk
	if _, refused := d.obey(protocol.Message{"type": "album"}); refused == nil {
		t.Error("an album of no table")
	}
	for _, command := range []protocol.Message{{"type": "read", "text": file, "choices": "", "size": 0.}, {"type": "album"}} {
		m, refused := d.obey(command)
		if refused != nil {
			t.Fatal(refused)
		}
		if command.Type() == "read" {
			continue
		}
		fields := map[string]any{"type": "album", "file": m["file"]}
		if err := json.Unmarshal([]byte(m["json"].(string)), &fields); err != nil {
			t.Fatal(err)
		}
		if err := protocol.TablesAnswers().Check(fields); err != nil {
			t.Error(err)
		}
		a, err := images.ReadAlbum(m["file"].([]byte))
		if err != nil || strings.Join(a.Names(), " ") != "0 1" || a.Len() != 20 || fields["pictures"] != 20. || fields["side"] != 28. {
			t.Errorf("%v, %v, %v", a.Names(), err, fields)
		}
		row := strings.Split(strings.Split(string(file), "\n")[2], ",")
		if row[0] != "1" {
			t.Fatalf("row 2 is of class %s", row[0])
		}
		for i, level := range a.Classes()[1].Pictures[0] {
			if want := row[1+i] != "0"; want != (level > 0) {
				t.Fatalf("pixel %d is %s in the table and %d in the album", i, row[1+i], level)
			}
		}
	}
	d.obey(protocol.Message{"type": "read", "text": []byte("a,b,kind\n1,2,x\n7,8,y\n"), "choices": "", "size": 0.})
	if _, refused := d.obey(protocol.Message{"type": "album"}); refused == nil || refused.Code != "csv-pixels" {
		t.Errorf("an album of two columns: %v", refused)
	}
}
