package main

import (
	"strings"
	"testing"

	"nnplay/nn/data/passage"
	"nnplay/nn/notice"
	"nnplay/wasm/protocol"
)

// TestReadPassage reads texts as a page asks for them.
func TestReadPassage(t *testing.T) {
	long := strings.Repeat("so much to say, and no room. ", 1000)
	for _, c := range []struct{ text, choices, encoding, codes string }{
		{"\xb4\xba\xc3\xdf\xb2\xbb\xbe\xf5\xcf\xfe" + strings.Repeat("\xb4\xba\xc3\xdf\xb2\xbb\xbe\xf5\xcf\xfe", 50), "", "GB18030", "encoding"},
		{strings.Repeat("word\r\n", 60), `{}`, "UTF-8", "line-ends"},
		{long, `{"part":"passages","seed":3}`, "UTF-8", "passages"},
		{long, "", "UTF-8", "beginning"},
	} {
		r, err := readPassage([]byte(c.text), c.choices)
		if err != nil {
			t.Errorf("%.20q: %v", c.text, err)
			continue
		}
		var codes []string
		for _, n := range r.Notices {
			codes = append(codes, n.Code)
		}
		if r.Encoding != c.encoding || strings.Join(codes, " ") != c.codes || r.Long != (c.text == long) {
			t.Errorf("%.20q: %+.300v", c.text, r)
		}
	}
	var d desk
	if _, refused := d.obey(protocol.Message{"type": "passage", "text": []byte("short"), "choices": ""}); refused == nil || refused.Code != "passage-short" || refused.Args["count"] != "5" {
		t.Errorf("a text of five characters: %v", refused)
	}
	if _, err := readPassage([]byte(long), `{"encoding":"EBCDIC"}`); notice.Of(err).Code != "passage-option" {
		t.Errorf("an encoding that there is not: %v", err)
	}
	for _, row := range protocol.Tables {
		if row.Type == "passage" && row.Fields[0].Most != passage.MaxBytes+1 {
			t.Errorf("a text of %v bytes can be read", row.Fields[0].Most)
		}
	}
}
