package main

import (
	"bytes"
	"strings"
	"testing"
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
	`{"chart":"` + strings.Repeat("x", maxRequest) + `"}`,
}

func TestRefused(t *testing.T) {
	for _, text := range refused {
		if file, _, _, err := answer([]byte(text)); err == nil {
			t.Errorf("%.80s is answered by %d bytes", text, len(file))
		}
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
	f.Add([]byte(`{"width":300,"height":200,"chart":{"kind":"matrix","cells":[[1,-2],[3,4]],"names":["<x>","y"]}}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		if svg, _, _, err := answer(text); err == nil && len(svg) > 16*maxRequest {
			t.Errorf("%d bytes of %d", len(svg), len(text))
		}
	})
}
