package plotting

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"flag"
	"fmt"
	"image/color"
	"io"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"gonum.org/v1/plot/cmpimg"
	"gonum.org/v1/plot/vg/vgimg"
)

var update = flag.Bool("update", false, "rewrite the golden pictures")

// curve samples a function.
func curve(name string, n int, f func(x float64) float64) Series {
	s := Series{Name: name}
	for i := range n {
		s.Points = append(s.Points, float64(20*i), f(float64(20*i)))
	}
	return s
}

func falling(x float64) float64 { return math.Exp(-x/300) + 0.02*math.Sin(x) + 0.021 }

func slower(x float64) float64 { return 0.1 + math.Exp(-x/350) }

// of says which run a series is of, and whether it is of its test data.
func of(run int, test bool, s Series) Series {
	s.Run, s.Test = run, test
	return s
}

// valley returns a plain with one, and a node that is no number.
func valley(side int) *Plain {
	g := &Plain{Box: [4]float64{-2, 2, -1.5, 1.5}, Cols: side, Rows: side}
	for i := range side * side {
		x, y := -2+4*float64(i%side)/float64(side-1), -1.5+3*float64(i/side)/float64(side-1)
		g.Heights = append(g.Heights, (x-0.8)*(x-0.8)/4+y*y+0.3*math.Cos(3*x))
	}
	g.Heights[side-1] = math.Inf(1)
	return g
}

// examples is a row a chart.
var examples = map[string]Chart{
	"loss": {Kind: "lines", X: "step", Y: "loss", Series: []Series{
		of(1, false, curve("training", 60, falling)), of(1, true, curve("test", 60, slower)),
	}},
	"loss-level": {Kind: "lines", X: "step", Y: "loss", Smooth: 0.8, Series: []Series{
		of(1, false, curve("training", 60, falling)), of(1, true, curve("test", 60, slower)), {Name: "guessing", Points: []float64{0, 0.693, 1180, 0.693}, Level: true},
	}},
	"runs": {Kind: "lines", X: "step", Y: "loss", Series: []Series{
		of(2, false, curve("SGD 0.03", 60, slower)), of(2, true, curve("SGD 0.03: test", 60, func(x float64) float64 { return 0.1 + slower(x) })),
		of(1, false, curve("training", 60, falling)), of(1, true, curve("test", 60, func(x float64) float64 { return 0.1 + falling(x) })),
	}},
	"rivals":      {Kind: "lines", X: "step", Y: "loss", Series: []Series{curve("discriminator", 60, falling), curve("generator", 60, slower)}},
	"loss-log":    {Kind: "lines", X: "step", Y: "loss", Log: true, Series: []Series{curve("training", 60, func(x float64) float64 { return math.Exp(-x / 100) })}},
	"loss-smooth": {Kind: "lines", X: "step", Y: "loss", Smooth: 0.8, Series: []Series{curve("training", 60, falling)}},
	"gaps": {Kind: "lines", X: "step", Y: "loss", Series: []Series{
		curve("", 40, func(x float64) float64 {
			if x > 300 && x < 500 {
				return math.NaN()
			}
			return x * x
		}),
	}},
	"roc":       {Kind: "unit", X: "false positive rate", Y: "true positive rate", Series: []Series{{Points: []float64{0, 0, 0.1, 0.5, 0.4, 0.8, 1, 1}}}},
	"confusion": {Kind: "matrix", X: "predicted", Y: "true", Cells: [][]int{{50, 2, 1}, {3, 40, 9}, {0, 1, 61}}, Names: []string{"0", "1", "2"}},
	"histogram": {Kind: "bars", X: "weight", Y: "number", Series: []Series{
		{Name: "layer 1", Points: []float64{-2, 1, -1, 4, 0, 6, 1, 2, 2, 0}}, {Name: "layer 2", Points: []float64{-2, 0, -1, 3, 0, 3, 1, 0, 2, 0}},
	}},
	"landscape": {Kind: "contours", X: "first direction", Y: "second direction", Plain: valley(21), Series: []Series{
		of(1, false, Series{Name: "way", Points: []float64{-1.6, -0.4, -1.2, 0.5, -0.5, 0.9, 0.2, 0.6, 0.6, 0.1, 0.8, 0}}),
	}},
	"residuals": {Kind: "scatter", X: "predicted", Y: "residual", Series: []Series{{Name: "target 1", Points: []float64{-1, -0.2, 0, 0.1, 0.5, 0.4, 1, -0.1}}}},
}

func TestGolden(t *testing.T) {
	for name, c := range examples {
		t.Run(name, func(t *testing.T) {
			p, names, err := c.plot(300, 200)
			if err != nil {
				t.Fatal(err)
			}
			image := vgimg.PngCanvas{Canvas: vgimg.NewWith(vgimg.UseWH(300, 200), vgimg.UseDPI(96), vgimg.UseBackgroundColor(color.White))}
			draw(p, names, image)
			var b bytes.Buffer
			if _, err := image.WriteTo(&b); err != nil {
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

// TestSVG holds that an SVG is well formed, has no style of its own, and says
// truly where the data are.
func TestSVG(t *testing.T) {
	for name, c := range examples {
		for _, plain := range []bool{false, true} {
			f, err := c.Draw(320, 240, plain)
			if err != nil {
				t.Fatal(err)
			}
			text := string(f.SVG)
			wellFormed(t, f.SVG)
			if strings.Contains(text, "style") || strings.Contains(text, "NaN") || strings.Contains(text, "Inf") {
				t.Errorf("%s: %.300s", name, text)
			}
			if strings.Contains(text, "class=") == plain {
				t.Errorf("%s: plain is %v, and it has classes: %v", name, plain, !plain)
			}
			b := f.Box
			if !(b[0] > 0 && b[0] < b[2] && b[2] <= 320 && b[1] >= 0 && b[1] < b[3] && b[3] < 240) {
				t.Errorf("%s: the data are at %v", name, b)
			}
			if r := f.Range; !(r[0] < r[1] && r[2] < r[3]) {
				t.Errorf("%s: the axes go from %v", name, r)
			}
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

// TestTexts holds that texts are the browser's: escaped, in any language, and
// anchored where they are aligned.
func TestTexts(t *testing.T) {
	c := examples["loss"]
	c.X, c.Series[0].Name = "训练步数", `<b> & "loss"`
	f, err := c.Draw(320, 240, false)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{">训练步数</text>", "&lt;b&gt; &amp; &quot;loss&quot;</text>", `text-anchor="middle"`, `text-anchor="end"`, "rotate(-90"} {
		if !bytes.Contains(f.SVG, []byte(want)) {
			t.Errorf("no %s", want)
		}
	}
}

// TestManyRuns draws a chart of nine runs: each has its own color and mark, also in the
// legend, and all names have room, in rows if need be.
func TestManyRuns(t *testing.T) {
	c := Chart{Kind: "lines", X: "step", Y: "loss"}
	for run := range 9 {
		name := fmt.Sprintf("run %d, learning rate 0.0%d", run+1, run+1)
		for _, test := range []bool{false, true} {
			c.Series = append(c.Series, Series{Name: name, Run: run + 1, Test: test, Points: []float64{0, 1, 100, 1 - float64(run)/10}})
		}
	}
	for _, width := range []float64{320, 640} {
		f, err := c.Draw(width, 420, false)
		if err != nil {
			t.Fatal(err)
		}
		svg := string(f.SVG)
		for run := range 9 {
			if name := fmt.Sprintf(">run %d, learning rate 0.0%d<", run+1, run+1); !strings.Contains(svg, name) {
				t.Errorf("at %v the run %d has no name", width, run+1)
			}
		}
		lowest := 0.
		for _, m := range regexp.MustCompile(`<text x="([0-9.]+)" y="([0-9.]+)" font-size="10.5"[^>]*>run (\d)`).FindAllStringSubmatch(svg, -1) {
			x, _ := strconv.ParseFloat(m[1], 64)
			y, _ := strconv.ParseFloat(m[2], 64)
			lowest = max(lowest, y)
			if x+110 > width || y > f.Box[1] {
				t.Errorf("at %v the name of run %s is at %v, %v", width, m[3], x, y)
			}
		}
		if lowest < 30 {
			t.Errorf("at %v all names are in one row", width)
		}
	}
	seen := map[string]int{}
	for run := 2; run <= 9; run++ {
		seen[inks[lookOf(run).ink].class+fmt.Sprintf("%T", lookOf(run).mark)]++
	}
	if len(seen) != 8 {
		t.Errorf("eight runs have the looks %v", seen)
	}
}

func TestSmoothed(t *testing.T) {
	c := Chart{}
	s := Series{Points: []float64{0, 1, 1, 0, 2, 0}}
	for _, w := range []struct {
		keep float64
		want []float64
	}{{0, []float64{1, 0, 0}}, {0.5, []float64{1, 0.5, 0.25}}, {2, []float64{1, 0.999, 0.998001}}} {
		for i, p := range smoothed(c.shown(&s), w.keep) {
			if math.Abs(p.Y-w.want[i]) > 1e-12 {
				t.Errorf("keeping %v, point %d is %v, want %v", w.keep, i, p.Y, w.want[i])
			}
		}
	}
}

func TestCSV(t *testing.T) {
	for name, c := range examples {
		b, err := c.CSV()
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(bytes.NewReader(b)).ReadAll()
		if err != nil || len(rows) < 3 {
			t.Errorf("%s: %v, %d rows", name, err, len(rows))
		}
	}
	c := Chart{Kind: "lines", X: "step", Y: `a "loss", of two`, Series: []Series{{Name: "training", Points: []float64{0, 0.5, 1, 1e-20}}}}
	b, _ := c.CSV()
	want := "series,step,\"a \"\"loss\"\", of two\"\r\ntraining,0,0.5\r\ntraining,1,1e-20\r\n"
	if string(b) != want {
		t.Errorf("%q, want %q", b, want)
	}
}

func TestRefused(t *testing.T) {
	many := make([]float64, 2*maxPoints+2)
	for name, c := range map[string]Chart{
		"no kind":   {Kind: "cake"},
		"nothing":   {Kind: "lines"},
		"no number": {Kind: "lines", Series: []Series{{Points: []float64{1, math.Inf(1)}}}},
		"log of 0":  {Kind: "lines", Log: true, Series: []Series{{Points: []float64{1, 0}}}},
		"one rate":  {Kind: "unit", Series: []Series{{Points: []float64{1, 1}}}},
		"ragged":    {Kind: "matrix", Cells: [][]int{{1, 2}, {3}}, Names: []string{"a", "b"}},
		"no names":  {Kind: "matrix", Cells: [][]int{{1, 2}, {3, 4}}},
		"an edge":   {Kind: "bars", Series: []Series{{Points: []float64{1, 1}}}},
		"no points": {Kind: "scatter", Series: []Series{{}}},
		"too many":  {Kind: "lines", Series: []Series{{Points: many}}},
	} {
		if _, err := c.Draw(300, 200, false); err == nil {
			t.Errorf("%s is drawn", name)
		}
	}
	for _, size := range []float64{0, -5, 1e9, math.NaN()} {
		c := examples["loss"]
		if _, err := c.Draw(size, 200, false); err == nil {
			t.Errorf("a width of %v is accepted", size)
		}
	}
}

func TestTickLabels(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", 0.1 + 0.2: "0.3", -0.5: "−0.5", 1500: "1500", 20000: "20k", -12500: "−12.5k", 2e6: "2M", 1.25e6: "1.25M",
		1e-3: "0.001", 1e-4: "10⁻⁴", 5e-7: "5×10⁻⁷", 3 * 1e-5: "3×10⁻⁵", -2e-6: "−2×10⁻⁶", 4e12: "4×10¹²",
	} {
		if got := short(v); got != want {
			t.Errorf("%g is labeled %q, want %q", v, got, want)
		}
	}
}
