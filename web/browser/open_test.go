//go:build !js

package browser

import (
	"slices"
	"strings"
	"testing"
)

// An opened is what nn-play.open tells of files, or why it could not read them.
type opened struct {
	Kind            string
	Count           int
	Inputs, Targets []string
	Classes         []string
	Notices         []struct{ Code, Text string }
	Refused         []struct{ Name, Code, Text string }
	Code            string // of the error
	Text            string
	Spec            map[string]string // of the experiment then
}

// says tells whether a notice with a code is among those that were told.
func (o *opened) says(code string) bool {
	for _, n := range o.Notices {
		if n.Code == code && n.Text != "" {
			return true
		}
	}
	return false
}

// TestOpenFiles hands files over to <nn-play> on a foreign page, which has no dialog:
// each kind is read as nnplay's own page reads it, and becomes the data, or is refused
// with a code and a sentence.
func TestOpenFiles(t *testing.T) {
	t.Parallel()
	p := openForeign(t, foreign{body: `<script type=module src="HOST/element.js"></script><nn-play experiment="v=1&networkShape=3"></nn-play>`}, 600, 600)
	eval[bool](t, p, `(async () => {
		await customElements.whenDefined('nn-play');
		const el = document.querySelector('nn-play');
		await el.ready;
		globalThis.opened = (...files) => el.open(files).then((answer) => ({ ...answer, Spec: el.state.spec }), ({ code, message }) => ({ Code: code, Text: message }));
		globalThis.picture = async (name, x) => {
			const canvas = new OffscreenCanvas(40, 40);
			const c = canvas.getContext('2d');
			c.fillRect(x, 4, 8, 30);
			return new File([await canvas.convertToBlob()], name);
		};
		return true;
	})()`)
	const rows = `Array.from({ length: 40 }, (_, i) => [i % 7, i % 5 + (i % 2) * 9, i % 3, i % 4 ? 'cold' : 'warm', i % 2 ? 'odd' : 'even'].join(';')).join('\n')`

	got := eval[opened](t, p, `opened(new File(['a;b;c;d;kind\n' + `+rows+` + '\n;1;1;cold;odd'], 'measured.csv'))`)
	if got.Kind != "table" || got.Count != 40 || !slices.Equal(got.Inputs, []string{"a", "b", "c", "d"}) || !slices.Equal(got.Targets, []string{"kind"}) || !slices.Equal(got.Classes, []string{"even", "odd"}) {
		t.Errorf("a table becomes %+v", got)
	}
	if got.Spec["dataset"] != "table" || !got.says("separator-semicolon") {
		t.Errorf("the experiment is on %s, and said is %+v", got.Spec["dataset"], got.Notices)
	}
	if out := eval[[][]float64](t, p, `document.querySelector('nn-play').predict([[1, 2, 0, 1, 0]])`); len(out) != 1 || len(out[0]) != 1 {
		t.Errorf("of five inputs the network says %v", out)
	}

	got = eval[opened](t, p, `Promise.all([picture('cats/one.png', 4), picture('cats/two.png', 8), picture('dogs/one.png', 28)]).then((files) => opened(...files, new File(['no picture'], 'dogs/two.png')))`)
	if got.Kind != "pictures" || got.Count != 3 || !slices.Equal(got.Classes, []string{"cats", "dogs"}) || len(got.Refused) != 1 || got.Refused[0].Code != "picture-kind" || got.Refused[0].Name == "" {
		t.Errorf("pictures become %+v", got)
	}
	if got.Spec["architecture"] != "cnn" || got.Spec["images"] != "own" {
		t.Errorf("pictures are looked at by %s", got.Spec["architecture"])
	}

	got = eval[opened](t, p, `opened(new File(['The cat sat on the mat, and then,\r\nas cats do, it looked at the sea.\r\n'.repeat(12)], 'cat.txt'))`)
	if got.Kind != "text" || got.Count < 600 || got.Spec["sequence"] != "own-text" || !got.says("line-ends") {
		t.Errorf("a text becomes %+v", got)
	}

	got = eval[opened](t, p, `opened(new File(['def f(x):\n    return x\n'.repeat(20)], 'code.py'))`)
	if got.Kind != "text" || got.Spec["sequence"] != "own-text" {
		t.Errorf("a text of another name becomes %+v", got)
	}

	// What is refused changes nothing.
	for _, c := range []struct{ files, code, text string }{
		{``, "files-none", "no file"},
		{`new File(['a,b\n1,2'], 'a.csv'), new File(['x'], 'b.txt')`, "files-mixed", "one kind"},
		{`new File(['a,b\n1,2'], 'a.csv'), new File(['a,b\n1,2'], 'b.csv')`, "files-one", "one table"},
		{`new File(['a,b\n1,"2\n3,4\n'], 'a.csv')`, "csv-quote", "Line 2"},
		{`new File(['7,'.repeat(11 << 20)], 'a.csv')`, "csv-too-long", "20 MB"},
		{`new File([new Uint8Array([80, 75, 3, 4, 1])], 'book.xlsx')`, "csv-workbook", "workbook"},
		{`new File(['no picture'], 'a.png')`, "picture-kind", "can't be read"},
		{`new File(['short'], 'a.txt')`, "passage-short", "5"},
	} {
		got := eval[opened](t, p, `opened(`+c.files+`)`)
		if got.Code != c.code || !strings.Contains(strings.ToLower(got.Text), strings.ToLower(c.text)) {
			t.Errorf("%s: %s %q", c.files, got.Code, got.Text)
		}
	}
	if sequence := eval[string](t, p, `document.querySelector('nn-play').state.spec.sequence`); sequence != "own-text" {
		t.Errorf("after what was refused the data are %s", sequence)
	}
}
