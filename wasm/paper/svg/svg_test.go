package svg

import (
	"encoding/base64"
	"encoding/xml"
	"image"
	"image/png"
	"io"
	"math"
	"strings"
	"testing"

	"nnplay/wasm/paper"
)

var sheet = Sheet{View: paper.Rect(0, 0, 100, 50), Languages: []string{"en"}, Class: "c", Cells: 8}

// body writes a drawing and returns what is between the tags of the root.
func body(t *testing.T, s Sheet, draw Draw) string {
	t.Helper()
	text := string(s.Write(draw))
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatalf("%v: %s", err, text)
		}
	}
	_, text, _ = strings.Cut(text, ">")
	return strings.TrimSuffix(text, "</svg>\n")
}

// TestShapes writes each kind of shape.
func TestShapes(t *testing.T) {
	red, ink := paper.Color{R: 1, A: 1}, func(theme *paper.Theme) paper.Color { return theme.Ink }
	inks := "light-dark(#1b1c1f,#f0eeea)"
	for _, c := range []struct {
		name string
		add  func(s *paper.Shapes, theme *paper.Theme)
		want string
	}{
		{"a line", func(s *paper.Shapes, _ *paper.Theme) { s.Segment(1, 2, 3.04, 5, 1.5, red) },
			`<g stroke="#ff0000" stroke-width="1.5"><path d="M1 2l2 3"/></g>`},
		{"a line with a point on it", func(s *paper.Shapes, _ *paper.Theme) {
			s.Line([][2]float32{{0, 0}, {4, 0.1}, {9, 0}, {9, 8}}, 1, red)
		}, `<g stroke="#ff0000" stroke-width="1"><path d="M0 0h9v8"/></g>`},
		{"a curve", func(s *paper.Shapes, _ *paper.Theme) {
			var points [][2]float32
			for i := range 12 {
				x := float32(i) / 11
				points = append(points, [2]float32{30 * x, 10 * x * x * (3 - 2*x)})
			}
			s.Beads(points, 1, red)
		}, `<g stroke="#ff0000" stroke-width="1"><path d="M0 0C10 0 20 10 30 10"/></g>`},
		{"a color of each theme", func(s *paper.Shapes, theme *paper.Theme) { s.Fill(paper.Rect(1, 2, 3, 4), 9, ink(theme)) },
			`<g fill="` + inks + `"><rect x="1" y="2" width="3" height="4" rx="1.5"/></g>`},
		{"see-through ones share a group", func(s *paper.Shapes, _ *paper.Theme) {
			s.Bar(paper.Rect(1, 2, 3, 4), red.Alpha(0.5))
			s.Bar(paper.Rect(4, 2, 3, 4), red.Alpha(0.5))
		}, `<g fill="#ff000080" shape-rendering="crispEdges"><rect x="1" y="2" width="3" height="4"/><rect x="4" y="2" width="3" height="4"/></g>`},
		{"a frame", func(s *paper.Shapes, _ *paper.Theme) { s.Frame(paper.Rect(1, 2, 3, 4), 0, 2, red) },
			`<g stroke="#ff0000" stroke-width="2"><rect x="1" y="2" width="3" height="4"/></g>`},
		{"a cross", func(s *paper.Shapes, _ *paper.Theme) { s.Cross(5, 5, 2, red) },
			`<g stroke="#ff0000" stroke-width="1.3"><path d="M3 3l4 4m0 -4l-4 4"/></g>`},
		{"a dot", func(s *paper.Shapes, _ *paper.Theme) { s.Dot(5, 6, 2, 0, red) },
			`<g fill="#ff0000"><circle cx="5" cy="6" r="2"/></g>`},
		{"a diamond", func(s *paper.Shapes, _ *paper.Theme) { s.Dot(5, 6, 2, 4, red) },
			`<g fill="#ff0000"><path d="M5 4l2 2l-2 2l-2 -2z"/></g>`},
		{"dots with rims, those that look alike together", func(s *paper.Shapes, theme *paper.Theme) {
			for i := range 3 {
				c := red
				if i == 1 {
					c = theme.Ink
				}
				s.Dot(float32(10*i), 6, 4, 0, theme.Point)
				s.Dot(float32(10*i), 6, 3, 0, c)
			}
		}, `<g fill="#ff0000" stroke="light-dark(#121316,#0b0c0e)" stroke-width="1"><circle cx="0" cy="6" r="3.5"/><circle cx="20" cy="6" r="3.5"/></g>` +
			`<g fill="` + inks + `" stroke="light-dark(#121316,#0b0c0e)" stroke-width="1"><circle cx="10" cy="6" r="3.5"/></g>`},
		{"a blend", func(s *paper.Shapes, _ *paper.Theme) {
			s.Blend([][2]float32{{0, 0}, {4, 0}, {8, 0}, {0, 4}, {4, 4}, {8, 4}}, []paper.Color{red, red, red, red, red, red}, 3)
		}, `<g fill="#ff0000" shape-rendering="crispEdges"><path d="M0 0h4v4h-4z"/><path d="M4 0h4v4h-4z"/></g>`},
		{"no numbers", func(s *paper.Shapes, _ *paper.Theme) {
			nan := float32(math.NaN())
			s.Segment(nan, 2, float32(math.Inf(1)), 5, nan, red)
		}, `<g stroke="#ff0000" stroke-width="0"><path d="M0 2l1000000 3"/></g>`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := body(t, sheet, func(theme *paper.Theme, _ string) (d paper.Drawing) {
				c.add(&d.Under, theme)
				return d
			})
			if got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// TestOrder writes what lies upon each other in the order of the canvas, and the texts
// of each language after all.
func TestOrder(t *testing.T) {
	draw := func(theme *paper.Theme, language string) (d paper.Drawing) {
		d.Under.Dot(1, 0, 1, 0, theme.Ink)
		d.Heats = []paper.Heat{{Box: paper.Rect(2, 0, 9, 9), Side: 1, Levels: []uint8{0}}}
		d.Pictures = []paper.Picture{
			{Box: paper.Rect(3, 0, 9, 9), Rows: 1, Cols: 1, Levels: []uint8{0}, Table: &theme.Grays, Smooth: true},
			{Box: paper.Rect(4, 0, 9, 9), Rows: 1, Cols: 1, Pixels: []paper.Pixel{7}},
		}
		d.Still = &paper.Still{Draw: func() (s paper.Sheet) {
			s.Shapes.Dot(5, 0, 1, 0, theme.Ink)
			s.Labels = []paper.Text{{Words: "still " + language, Color: theme.Ink, Size: 11}}
			return s
		}}
		d.Over.Dot(6, 0, 1, 0, theme.Ink)
		d.Label("<over> "+language, 7, 0, 12, 1, theme.Ink)
		return d
	}
	s := sheet
	s.Languages = []string{"en", "de"}
	got := body(t, s, draw)
	at := 0
	for _, want := range []string{`cx="1"`, `x="4"`, `x="2"`, `x="3"`, `cx="5"`, `cx="6"`, `class="said" lang="en"`, "still en", "&lt;over&gt; en", `class="said" lang="de"`, "still de", `text-anchor="end"`} {
		i := strings.Index(got[at:], want)
		if i < 0 {
			t.Fatalf("no %s after %s in %s", want, got[:at], got)
		}
		at += i
	}
	s.Languages, s.Class = nil, ""
	if got := string(s.Write(draw)); strings.Contains(got, "<text") || !strings.Contains(got, "prefers-color-scheme") {
		t.Errorf("a file of its own without words is %s", got)
	}
}

// TestImages reads images back: each theme has its colors.
func TestImages(t *testing.T) {
	levels := make([]uint8, 64*64)
	for i := range levels {
		levels[i] = uint8(4 * (i % 64))
	}
	images := func(draw Draw) (found []image.Image) {
		for _, part := range strings.Split(body(t, sheet, draw), `data:image/png;base64,`)[1:] {
			text, _, _ := strings.Cut(part, `"`)
			picture, err := png.Decode(base64.NewDecoder(base64.StdEncoding, strings.NewReader(text)))
			if err != nil {
				t.Fatal(err)
			}
			found = append(found, picture)
		}
		return found
	}
	check := func(name string, picture image.Image, x int, want paper.Color) {
		t.Helper()
		r, g, b, _ := picture.At(x, 0).RGBA()
		got := paper.Color{R: float32(r) / 0xffff, G: float32(g) / 0xffff, B: float32(b) / 0xffff}
		if paper.Abs(got.R-want.R)+paper.Abs(got.G-want.G)+paper.Abs(got.B-want.B) > 0.1 {
			t.Errorf("%s: the color at %d is %v, want %v", name, x, got, want)
		}
	}
	for _, scale := range []paper.HeatScale{paper.SignedHeat, paper.StepHeat} {
		both := images(func(*paper.Theme, string) (d paper.Drawing) {
			d.Heats = []paper.Heat{{Box: paper.Rect(0, 0, 90, 90), Side: 64, Levels: levels, Scale: scale, End: paper.Light.Positive}}
			return d
		})
		if len(both) != 2 || both[0].Bounds().Dx() != sheet.Cells {
			t.Fatalf("%d images of %v", len(both), both[0].Bounds())
		}
		for i, theme := range []*paper.Theme{paper.Light, paper.Dark} {
			v := float32(0.9)
			if scale == paper.StepHeat {
				v = 0.75
			}
			check("heat", both[i], 0, paper.Mix(theme.Zero, theme.Negative, v))
			check("heat", both[i], 7, paper.Mix(theme.Zero, paper.Light.Positive, v))
		}
	}
	one := images(func(*paper.Theme, string) (d paper.Drawing) {
		pixels := make([]paper.Pixel, 300)
		for i := range pixels {
			pixels[i] = paper.Color{R: float32(i) / 300, G: 1 - float32(i)/300}.Pixel()
		}
		d.Pictures = []paper.Picture{
			{Box: paper.Rect(0, 0, 9, 9), Rows: 1, Cols: 300, Pixels: pixels},
			{Box: paper.Rect(0, 0, 9, 9), Rows: 3, Cols: 300, Pixels: pixels}, // lacks most
		}
		return d
	})
	if len(one) != 1 || one[0].Bounds().Dx() != 300 {
		t.Fatalf("%d images", len(one))
	}
	check("cells", one[0], 0, paper.Color{G: 1})
	check("cells", one[0], 299, paper.Color{R: 1})
}

// TestView leaves out what is not in view, and writes what only reaches into it.
func TestView(t *testing.T) {
	got := body(t, sheet, func(theme *paper.Theme, _ string) (d paper.Drawing) {
		for _, x := range []float32{-30, -2, 50, 102, 130} {
			d.Under.Dot(x, 5, 3, 0, theme.Ink)
			d.Over.Dot(x, 5, 3, 0, theme.Point)
			d.Over.Dot(x, 5, 2, 0, theme.Ink)
			d.Over.Segment(x, -9, x, 40, 1, theme.Ink)
			d.Over.Fill(paper.Rect(x, 0, 3, 3), 0, theme.Ink)
			d.Heats = append(d.Heats, paper.Heat{Box: paper.Rect(x-2, 0, 4, 4), Side: 1, Levels: []uint8{0}})
		}
		return d
	})
	for element, want := range map[string]int{"<circle": 6, "<path": 1, "<rect": 2, "<image": 6} {
		if n := strings.Count(got, element); n != want {
			t.Errorf("%d elements %s, want %d: %s", n, element, want, got)
		}
	}
}

// TestBars writes many bars side by side as an image.
func TestBars(t *testing.T) {
	got := body(t, sheet, func(theme *paper.Theme, _ string) (d paper.Drawing) {
		for i := range 20 {
			d.Under.Bar(paper.Rect(10+float32(i)*2, 3, 2, 5), theme.Scale(float32(i)/10-1))
		}
		return d
	})
	if strings.Contains(got, "<rect") || strings.Count(got, `<image x="10" y="3" width="40" height="5"`) != 2 {
		t.Errorf("it is %s", got)
	}
}

// TestWidth holds that words are about as wide as they are set.
func TestWidth(t *testing.T) {
	for words, want := range map[string]float32{"": 4, "Output": 4 + 3*12, "输出": 4 + 2*12, "X₁": 4 + 1.22*12} {
		if got := Width(words, 12); paper.Abs(got-want) > 0.5 {
			t.Errorf("%q is %v wide, want %v", words, got, want)
		}
	}
}
