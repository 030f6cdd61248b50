package figure

import (
	"bytes"
	"compress/gzip"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/nn/lab/all"
	"nnplay/wasm/paper"
	"nnplay/wasm/paper/svg"
	"nnplay/web/i18n"
)

// TestFamilies draws the default of each family, before training and after: it is
// valid, says all that the figure says, in each language, and is small.
func TestFamilies(t *testing.T) {
	catalog, err := i18n.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range all.Families {
		t.Run(f.Name, func(t *testing.T) {
			t.Parallel()
			run, err := experiment.New(f.New())
			if err != nil {
				t.Fatal(err)
			}
			for range 2 {
				sheet := svg.Sheet{View: paper.Rect(0, 0, 760, 480), Languages: catalog.Languages(), Class: "drawn", Cells: 40}
				draw := Of(run, catalog, 760, 480, true)
				text := sheet.Write(draw)
				said := words(t, text)
				for _, language := range catalog.Languages() {
					d := draw(paper.Light, language)
					labels := d.Labels
					if d.Still != nil {
						labels = append(labels, d.Still.Draw().Labels...)
					}
					for _, label := range labels {
						if !strings.Contains(said[language], label.Words) {
							t.Errorf("in %s it does not say %q", language, label.Words)
						}
					}
				}
				n := zipped(text)
				t.Logf("%d steps: %d B, %d compressed", run.Steps(), len(text), n)
				if n < 500 || n > 50_000 {
					t.Errorf("it has %d B compressed", n)
				}
				run.Step(5)
			}
		})
	}
}

// words returns the texts of a drawing by their language.
func words(t *testing.T, text []byte) map[string]string {
	t.Helper()
	said := map[string]string{}
	d := xml.NewDecoder(bytes.NewReader(text))
	language := ""
	for {
		token, err := d.Token()
		if err == io.EOF {
			return said
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			for _, a := range token.Attr {
				if a.Name.Local == "lang" {
					language = a.Value
				}
			}
		case xml.CharData:
			said[language] += string(token) + "\n"
		}
	}
}

// TestFirst holds that the first picture is there for each size of canvas, and small
// enough to come with the page.
func TestFirst(t *testing.T) {
	catalog, err := i18n.All()
	if err != nil {
		t.Fatal(err)
	}
	text, err := First(catalog)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range firsts {
		if n := bytes.Count(text, []byte(`class="`+f.class+`" aria-hidden="true"`)); n != 1 {
			t.Errorf("%d pictures of class %s", n, f.class)
		}
	}
	const most = 11_500
	if n := zipped(text); n > most {
		t.Errorf("%d B compressed, %d at most", n, most)
	}
	words(t, append(append([]byte("<div>"), text...), "</div>"...))
}

func zipped(text []byte) int {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write(text)
	z.Close() // a Buffer fails at nothing
	return b.Len()
}

// TestThumbnail draws the part of a figure that tells most, without words and small:
// of a network of points its square picture, of a CNN the image beside what decides.
func TestThumbnail(t *testing.T) {
	catalog, err := i18n.All()
	if err != nil {
		t.Fatal(err)
	}
	for name, width := range map[string]string{"mlp": "150", "rnn": "144.3", "cnn": "315.7"} {
		run, err := experiment.New(experiment.Families(all.Families).DefaultOf(name))
		if err != nil {
			t.Fatal(err)
		}
		text := Thumbnail(run, catalog)
		if !bytes.Contains(text, []byte(` width="`+width+`" height="150"`)) || bytes.Contains(text, []byte("<text")) {
			t.Errorf("the thumbnail of %s begins %.300s", name, text)
		}
		if n := zipped(text); n < 500 || n > 8000 {
			t.Errorf("that of %s has %d B compressed", name, n)
		}
		words(t, text)
	}
}
