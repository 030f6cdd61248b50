package plotting

import (
	"bytes"
	"encoding/xml"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"testing"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/cmpimg"
)

var update = flag.Bool("update", false, "rewrite the golden pictures")

func exampleLoss() (*plot.Plot, error) {
	var train, test []Point
	for i := range 50 {
		x := float64(i) * 20
		train = append(train, Point{x, math.Exp(-x / 300)})
		test = append(test, Point{x, 0.1 + math.Exp(-x/350)})
	}
	train = append(train, Point{1000, math.NaN()})
	return Loss(Light, train, test, [5]Label{"Loss", "step", "loss", "training", "test"})
}

func exampleROC() (*plot.Plot, error) {
	return ROC(Light, []float64{0, 0.5, 0.8, 1}, []float64{0, 0.1, 0.4, 1}, [3]Label{"ROC, area 0.79", "false positive rate", "true positive rate"})
}

func exampleConfusion() (*plot.Plot, error) {
	return Confusion(Dark, [][]int{{50, 2, 1}, {3, 40, 9}, {0, 1, 61}}, []Label{"0", "1", "2"}, [3]Label{"Confusion", "predicted", "true"})
}

// figures is a row a chart.
var figures = map[string]func() (*plot.Plot, error){
	"loss":      exampleLoss,
	"roc":       exampleROC,
	"confusion": exampleConfusion,
}

func TestGolden(t *testing.T) {
	for name, figure := range figures {
		t.Run(name, func(t *testing.T) {
			p, err := figure()
			if err != nil {
				t.Fatal(err)
			}
			var b bytes.Buffer
			if err := Write(&b, p, 300, 200, PNG); err != nil {
				t.Fatal(err)
			}
			golden := filepath.Join("testdata", name+".png")
			if *update {
				if err := os.WriteFile(golden, b.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			same, err := cmpimg.EqualApprox("png", b.Bytes(), want, 0.05)
			if err != nil || !same {
				t.Errorf("picture differs from %s (%v); -update rewrites it", golden, err)
			}
		})
	}
}

func TestFormats(t *testing.T) {
	for format, magic := range map[Format]string{SVG: "<?xml", PNG: "\x89PNG", PDF: "%PDF"} {
		p, err := exampleLoss()
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := Write(&b, p, 300, 200, format); err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(b.Bytes(), []byte(magic)) {
			t.Errorf("%s starts with %.10q", format, b.Bytes())
		}
		if format == SVG {
			wellFormed(t, b.Bytes())
		}
	}
}

func wellFormed(t *testing.T, svg []byte) {
	d := xml.NewDecoder(bytes.NewReader(svg))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

func TestRefused(t *testing.T) {
	p, err := exampleLoss()
	if err != nil {
		t.Fatal(err)
	}
	five, three := [5]Label{}, [3]Label{}
	_, noLoss := Loss(Light, nil, []Point{{1, math.Inf(1)}}, five)
	_, oneRate := ROC(Light, []float64{1}, []float64{1}, three)
	_, ragged := Confusion(Light, [][]int{{1, 2}, {3}}, []Label{"a", "b"}, three)
	for name, err := range map[string]error{
		"no loss": noLoss, "one rate": oneRate, "ragged": ragged,
		"format": Write(io.Discard, p, 300, 200, "gif"),
		"size":   Write(io.Discard, p, 1e9, 200, SVG),
	} {
		if err == nil {
			t.Error(fmt.Sprint(name, " is accepted"))
		}
	}
}
