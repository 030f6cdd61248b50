package main

import (
	"bytes"
	"strings"
	"testing"

	"nnplay/wasm/protocol"
)

func TestAnswer(t *testing.T) {
	const loss = `"chart":{"kind":"lines","x":"step","y":"loss","series":[{"name":"training","points":[0,1,1,0.5]}]}`
	svg, box, span, err := answer([]byte(`{"width":300,"height":200,` + loss + `}`))
	if err != nil || !bytes.HasPrefix(svg, []byte("<svg")) {
		t.Fatalf("%.80s, %v", svg, err)
	}
	if box[0] >= box[2] || box[1] >= box[3] || span != [4]float64{0, 1, 0, 1} {
		t.Errorf("the data are at %v, from %v", box, span)
	}
	csv, _, _, err := answer([]byte(`{"format":"csv",` + loss + `}`))
	if want := "series,step,loss\r\ntraining,0,1\r\ntraining,1,0.5\r\n"; err != nil || string(csv) != want {
		t.Errorf("%q, %v, want %q", csv, err, want)
	}
}

// refused are requests that get a sentence.
var refused = []string{
	``, `null`, `[`, `{"chart":{"kind":"cake"}}`,
	`{"width":300,"height":200,"chart":{"kind":"lines"}}`,
	`{"width":1e99,"height":200,"chart":{"kind":"lines","series":[{"points":[0,1]}]}}`,
	`{"width":300,"height":200,"format":"pdf","chart":{"kind":"lines","series":[{"points":[0,1]}]}}`,
	`{"width":300,"height":200,"chart":{"kind":"matrix","cells":[[1,2],[3]],"names":["x","y"]}}`,
	`{"width":300,"height":200,"chart":{"kind":"unit","series":[{"points":[` + strings.Repeat("0,", 50000) + `0]}]}}`,
	`{"width":300,"height":200,"chart":{"kind":"contours"}}`,
	`{"width":300,"height":200,"chart":{"kind":"contours","plain":{"cols":1,"rows":1,"heights":[1],"box":[0,1,0,1]}}}`,
	`{"width":300,"height":200,"chart":{"kind":"contours","plain":{"cols":2,"rows":2,"heights":[1,2,3,4,5],"box":[0,1,0,1]}}}`,
	`{"width":300,"height":200,"chart":{"kind":"contours","plain":{"cols":2,"rows":2,"heights":[1,2,3,4],"box":[0,1e308,-1e308,1e308]}}}`,
	`{"chart":"` + strings.Repeat("x", 8<<20) + `"}`,
}

func TestRefused(t *testing.T) {
	for _, text := range refused {
		if file, _, _, err := answer([]byte(text)); err == nil {
			t.Errorf("%.80s is answered by %d bytes", text, len(file))
		}
	}
}

// TestObey holds the answers to their rows, and that nothing to draw has a code.
func TestObey(t *testing.T) {
	answer, refused := obey(protocol.Message{"request": `{"width":300,"height":200,"chart":{"kind":"lines","series":[{"name":"a","points":[0,1,1,2]}]}}`})
	if refused != nil {
		t.Fatal(refused)
	}
	answer["type"] = "drawn"
	if err := protocol.PlotsAnswers().Check(answer); err != nil {
		t.Error(err)
	}
	_, refused = obey(protocol.Message{"request": `{"width":300,"height":200,"chart":{"kind":"lines"}}`})
	if refused == nil || refused.Code != "nothing" {
		t.Errorf("nothing to draw: %v", refused)
	}
	_, refused = obey(protocol.Message{"request": `[`})
	if refused == nil || refused.Code != "internal" {
		t.Errorf("no request: %v", refused)
	}
}

// FuzzAnswer holds that no request makes the worker panic or hang.
func FuzzAnswer(f *testing.F) {
	for _, text := range refused {
		f.Add([]byte(text))
	}
	for _, kind := range []string{"lines", "unit", "bars", "scatter"} {
		f.Add([]byte(`{"width":300,"height":200,"chart":{"kind":"` + kind + `","log":true,"smooth":0.5,"series":[{"name":"a","points":[0,1,1,1e-300,2,1e300]}]}}`))
	}
	f.Add([]byte(`{"width":300,"height":200,"chart":{"kind":"contours","series":[{"points":[0,1,1,2]}],"plain":{"cols":3,"rows":2,"heights":[1,-2,1e300,4,5,0],"box":[0,1,2,3]}}}`))
	f.Add([]byte(`{"width":300,"height":200,"chart":{"kind":"matrix","cells":[[1,-2],[3,4]],"names":["<x>","y"]}}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		if svg, _, _, err := answer(text); err == nil && len(svg) > 128<<20 {
			t.Errorf("%d bytes of %d", len(svg), len(text))
		}
	})
}
