package main

import (
	"bytes"
	"strings"
	"testing"
)

func TestAnswer(t *testing.T) {
	for _, text := range []string{
		`{"figure":"loss","format":"svg","width":300,"height":200,"labels":["Loss","step","loss","training","test"],"train":[[0,1],[1,0.5]]}`,
		`{"figure":"roc","format":"svg","width":300,"height":200,"dark":true,"labels":["ROC","fpr","tpr"],"tpr":[0,1,1],"fpr":[0,0.5,1]}`,
		`{"figure":"confusion","format":"svg","width":300,"height":200,"labels":["a","b","c"],"confusion":[[1,2],[3,4]],"classes":["x","y"]}`,
	} {
		file, err := answer([]byte(text))
		if err != nil || !bytes.Contains(file, []byte("<svg")) {
			t.Errorf("%s: %v, %.80s", text, err, file)
		}
	}
}

func TestRefused(t *testing.T) {
	for _, text := range []string{
		``, `null`, `[`, `{"figure":"cake"}`,
		`{"figure":"loss","format":"svg","width":300,"height":200,"labels":[]}`,
		`{"figure":"loss","format":"svg","width":1e99,"height":200,"labels":["","","","",""],"train":[[0,1]]}`,
		`{"figure":"confusion","format":"svg","width":300,"height":200,"labels":["","",""],"confusion":[[1,2],[3]],"classes":["x","y"]}`,
		`{"figure":"roc","labels":["","",""],"tpr":[` + strings.Repeat("0,", maxPoints) + `0]}`,
	} {
		if file, err := answer([]byte(text)); err == nil {
			t.Errorf("%.80s is answered by %d bytes", text, len(file))
		}
	}
}
