//go:build !js

package browser

import (
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"nnplay/nn/data/table"
)

// tableFiles has a row a file of nn/data/table/testdata/cases, which stand for what
// people's own tables do: what the dialog says of it, and a sentence of those that tell
// how it was understood.
var tableFiles = []struct{ file, says, notice string }{
	{"01-header-trailing-comma.csv", "24 rows and 4 columns; the first line names them.", "Columns without any value that are left out: 1."},
	{"02-header-years.csv", "24 rows and 4 columns; the first line names them.", "The target is 2021, the last column that can be one."},
	{"03-labels-2-4.csv", "24 rows and 3 columns; the first line names them.", "The target is class, by its name."},
	{"05-thousands.tsv", "24 rows and 3 columns; the first line names them.", "Please check: “1,000” is taken as 1000 (price), since three digits follow every such sign. It might be a decimal sign."},
	{"07-none-category.csv", "24 rows and 3 columns; the first line names them.", "The target is drug, the last column that can be one."},
	{"08-xor.csv", "4 rows and 3 columns; the first line names them.", "The target is xor, the last column that can be one."},
	{"09-sep-line.csv", "24 rows and 3 columns; the first line names them.", "The first line, “sep=;”, says what separates the values."},
	{"11-windows-1252.csv", "24 rows and 3 columns; the first line names them.", "The text is encoded in Windows-1252."},
	{"12-gb18030.csv", "24 rows and 3 columns; the first line names them.", "The text is encoded in GB18030."},
	{"14-footnote.csv", "24 rows and 3 columns; the first line names them.", "Lines after the table that are left out: 1."},
	{"15-bare-quote.csv", "24 rows and 3 columns; the first line names them.", "Units are left out: “10\"” is 10 (screen)."},
	{"16-long-text-column.csv", "24 rows and 4 columns; the first line names them.", "Long texts are left out (comment)."},
	{"17-whitespace.dat", "24 rows and 3 columns.", "Spaces separate the values."},
	{"19-target-in-second-column.csv", "24 rows and 5 columns; the first line names them.", "The target is Survived, by its name."},
	{"20-percent.csv", "24 rows and 3 columns; the first line names them.", "Percent signs are left out"},
	{"21-title-line.csv", "24 rows and 3 columns; the first line names them.", "Lines before the table that are left out: 1."},
	{"22-dates.csv", "24 rows and 2 columns; the first line names them.", "Dates become days since 1970-01-01"},
	{"24-pixels-785-columns.csv", "20 rows and 785 columns; the first line names them.", "784 columns are taken as the pixels of images of 28 × 28."},
}

// TestTableFiles reads, in the dialog of one page, the files that stand for what
// people's own tables do: it says the same of each as is understood natively, the
// warnings first, and shows the roles that its columns have.
func TestTableFiles(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../../nn/data/table/testdata/cases/*")
	if err != nil || len(files) != len(tableFiles) {
		t.Fatalf("%d files, %v", len(files), err)
	}
	p := open(t, "/", 1280, 900, blank)
	eval[bool](t, p, ready+`.then(() => true)`)
	for i, c := range tableFiles {
		if filepath.Base(files[i]) != c.file {
			t.Fatalf("%s has no row", files[i])
		}
		file, err := os.ReadFile(files[i])
		if err != nil {
			t.Fatal(err)
		}
		says, refused := dropped(t, p, fmt.Sprintf(`Uint8Array.from(atob(%q), (c) => c.charCodeAt())`, base64.StdEncoding.EncodeToString(file)))
		if refused || says != c.says {
			t.Errorf("%s: the page says %q", c.file, says)
			continue
		}
		got := eval[struct {
			Notices, Roles []string
		}](t, p, `({
			Notices: [...document.querySelectorAll('#csv-notices li')].map((item) => item.textContent),
			Roles: [...document.querySelectorAll('#csv-columns .csv-role select')].map((select) => select.value),
		})`)
		read, err := table.Read(file, table.Choices{})
		if err != nil {
			t.Fatal(err)
		}
		var warnings, others, roles []string
		for _, n := range read.Notices {
			if table.Warns(n.Code) {
				warnings = append(warnings, "Please check: "+n.Text)
			} else {
				others = append(others, n.Text)
			}
		}
		for _, column := range read.Columns[:min(len(read.Columns), 50)] {
			roles = append(roles, string(column.Role))
		}
		if want := append(warnings, others...); !slices.Equal(got.Notices, want) || !slices.ContainsFunc(want, func(text string) bool { return strings.HasPrefix(text, c.notice) }) {
			t.Errorf("%s: the page tells\n%q, natively it is\n%q", c.file, got.Notices, want)
		}
		if !slices.Equal(got.Roles, roles) {
			t.Errorf("%s: the roles are %q, natively %q", c.file, got.Roles, roles)
		}
	}
}

// wideCSV is a table of thirty numbers, a date and a category; the class hangs on the
// second and the fifth number.
const wideCSV = `(() => {
	let state = 1;
	const random = () => (state = state * 16807 % 2147483647) / 2147483647;
	const rows = Array.from({ length: 400 }, (_, r) => {
		const v = Array.from({ length: 30 }, (_, i) => Math.round(200 * random() - 100) / 10 + 5 * i);
		return [new Date(Date.UTC(2024, 0, 1 + r)).toISOString().slice(0, 10), ...v, ['north', 'south', 'east'][r % 3], v[1] - 5 + v[4] - 20 > 0 ? 'healthy' : 'ill'].join();
	});
	return 'day,' + Array.from({ length: 30 }, (_, i) => 'signal ' + (i + 1)).join() + ',site,outcome\n' + rows.join('\n');
})()`

// TestTableRows learns from all columns of a table: the dialog by keyboard alone, then
// the form and the two selects of the plane, on a desktop and on phones; and undo.
func TestTableRows(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&networkShape=3", 1280, 900, blank)
	eval[bool](t, p, ready+`.then(() => true)`)
	before := eval[string](t, p, `location.hash`)
	if says, refused := dropped(t, p, wideCSV); refused || says != "400 rows and 33 columns; the first line names them." {
		t.Fatalf("of a wide table the page says %q", says)
	}

	// By keyboard: what can be reached, in order, and the role of a column.
	focus := func(id string) string {
		return eval[string](t, p, `(document.querySelector('`+id+`').focus(), document.activeElement.id)`)
	}
	focus("#csv-separator")
	for _, want := range []string{"csv-decimal", "csv-first", "csv-marks", "csv-header", "csv-notices", "csv-target", "csv-kind", "csv-all", "csv-none", "csv-find", "csv-profile", "Kind of day", "Role of day"} {
		press(t, p, "Tab")
		if at := eval[string](t, p, `document.activeElement.getAttribute('aria-label')?.match(/^(Kind|Role) of/) ? document.activeElement.getAttribute('aria-label') : document.activeElement.id`); at != want {
			t.Errorf("Tab leads to %q, not to %s", at, want)
		}
	}
	do(t, p, chromedp.KeyEvent("L")) // Left out
	wait(t, p, `document.querySelector('#csv-learn').textContent.includes('(33 inputs)')`)
	focus("#csv-none")
	press(t, p, "Enter")
	wait(t, p, `document.querySelector('#csv-learn').textContent.includes('(0 inputs)')`)
	focus("#csv-find")
	do(t, p, chromedp.KeyEvent("signal"))
	wait(t, p, `document.querySelectorAll('#csv-columns tr').length === 30`)
	press(t, p, "Enter") // which closes nothing
	focus("#csv-all")
	press(t, p, "Enter")
	wait(t, p, `document.querySelector('#csv-learn').textContent.includes('(30 inputs)')`)
	if histogram := eval[string](t, p, `document.querySelector('#csv-columns svg').getAttribute('aria-label')`); !strings.HasPrefix(histogram, "signal 1: the highest bar has") {
		t.Errorf("the histogram says %q", histogram)
	}
	// A choice by which it can't be read says so, and can be taken back.
	eval[bool](t, p, `(Object.assign(document.querySelector('#csv-separator'), { value: 'tab' }).dispatchEvent(new Event('change')), true)`)
	wait(t, p, `document.querySelector('#csv-status.is-bad')?.textContent.includes('only one column') && document.querySelector('#csv-choices').hidden`)
	eval[bool](t, p, `(Object.assign(document.querySelector('#csv-separator'), { value: '' }).dispatchEvent(new Event('change')), true)`)
	wait(t, p, `!document.querySelector('#csv-choices').hidden && document.querySelector('#csv-status').textContent.startsWith('400 rows')`)
	wait(t, p, `document.querySelector('#csv-learn').textContent.includes('(34 inputs)')`) // all is guessed anew
	find := func(text, press, inputs string) {
		eval[bool](t, p, `(Object.assign(document.querySelector('#csv-find'), { value: '`+text+`' }).dispatchEvent(new Event('input')), document.querySelector('`+press+`').click(), true)`)
		wait(t, p, `document.querySelector('#csv-learn').textContent.includes('(`+inputs+`)')`)
	}
	find("", "#csv-none", "0 inputs")
	find("signal", "#csv-all", "30 inputs")
	for _, width := range []int64{390, 320, 1280} {
		do(t, p, chromedp.EmulateViewport(width, 844))
		wait(t, p, fmt.Sprintf(`innerWidth === %d`, width))
		wide := eval[string](t, p, `(() => {
			const dialog = document.querySelector('#csv-dialog');
			if (dialog.scrollWidth <= dialog.clientWidth) return '';
			return [...dialog.querySelectorAll('*')].filter((el) => el.checkVisibility() && el.closest('.csv-table') === null && el.getBoundingClientRect().right > dialog.getBoundingClientRect().right).map((el) => el.id || el.className || el.tagName).join(' ');
		})()`)
		if wide != "" {
			t.Errorf("at %d pixels these stick out of the dialog: %s", width, wide)
		}
	}
	focus("#csv-learn")
	press(t, p, "Enter")
	wait(t, p, `!document.querySelector('#csv-dialog').open && document.querySelector('nn-play').state.spec.dataset === 'table' && document.querySelectorAll('#row-field-29').length === 1`)
	if spec := eval[map[string]string](t, p, player+`.then(el => el.state.spec)`); spec["preprocess"] != "standardize" || spec["points"] != "" {
		t.Errorf("a table is learned with %s", spec["preprocess"])
	}
	eval[bool](t, p, `(document.querySelector('#workshop:not([hidden])')?.click(), true)`)
	trained := eval[metrics](t, p, player+`.then(el => el.train(1500))`)
	if trained.TrainLoss == nil || *trained.TrainLoss > 0.2 {
		t.Errorf("after 1500 steps the training loss is %s", value(trained.TrainLoss))
	}

	// The form: what one asks is answered, by a keyboard; the plane makes no difference.
	wait(t, p, `document.querySelector('.row-answer .is-best')`)
	ask := func(first, fifth string) string {
		for id, text := range map[string]string{"#row-field-1": first, "#row-field-4": fifth} {
			eval[bool](t, p, `(document.querySelector('`+id+`').focus(), document.activeElement.select(), true)`)
			do(t, p, chromedp.KeyEvent(text))
		}
		return eval[string](t, p, `(async () => {
			const el = document.querySelector('nn-play');
			const row = [...document.querySelectorAll('.row-fields input')].map((input) => Number(input.value.replace('−', '-')));
			const [[p]] = await el.predict([row]);
			const want = (100 * (p > 0.5 ? p : 1 - p)).toFixed(1) + '%';
			return (await until(() => {
				const best = document.querySelector('.row-answer .is-best');
				return best?.querySelector('.row-share').textContent === want && best;
			})).firstChild.textContent;
		})()`)
	}
	if sick, well := ask("-5", "10"), ask("14", "30"); sick != "ill" || well != "healthy" {
		t.Errorf("the network finds %s and %s", sick, well)
	}
	eval[bool](t, p, `(document.querySelector('#row-field-1').focus(), document.activeElement.select(), true)`)
	do(t, p, chromedp.KeyEvent("many"))
	wait(t, p, `document.querySelector('.table-panel .is-bad').textContent === 'signal 2: “many” is not a number.'`)
	focus("#plane-1")
	for range 3 { // faster than the trainer answers
		press(t, p, "ArrowDown")
	}
	wait(t, p, `document.querySelector('nn-play').state.spec.plane === '0,4'`)
	if now := eval[metrics](t, p, player+`.then(el => el.metrics())`); now.Step != 1500 || now.Fingerprint != trained.Fingerprint {
		t.Errorf("another plane leads to step %d", now.Step)
	}
	for _, width := range []int64{390, 320} {
		do(t, p, chromedp.EmulateViewport(width, 844))
		wait(t, p, fmt.Sprintf(`innerWidth === %d && document.documentElement.scrollWidth <= innerWidth`, width))
		if small := eval[int](t, p, `Math.min(...[...document.querySelectorAll('.table-panel input, .table-panel select')].filter((el) => el.checkVisibility() && el.clientWidth > 0).map((el) => el.getBoundingClientRect().height))`); small < 44 {
			t.Errorf("at %d pixels a field is %d high", width, small)
		}
	}
	do(t, p, chromedp.EmulateViewport(1280, 900))

	// The browser keeps rows that the link does not carry, and the run.
	do(t, p, chromedp.Reload())
	eval[bool](t, p, ready+`.then(() => true)`)
	wait(t, p, `document.querySelector('nn-play').state.spec.table.startsWith('n400-') && document.querySelector('#n-step').textContent === '1,500'`)
	if again := eval[metrics](t, p, player+`.then(el => el.metrics())`); again.Fingerprint != trained.Fingerprint {
		t.Error("a reload leads to other weights")
	}

	// Undo brings back what was before the plane, and before the table.
	if left := eval[bool](t, p, `(async () => {
		const player = document.querySelector('nn-play');
		const undo = document.querySelector('#undo');
		for (const [key, want] of [['plane', '0,1'], ['dataset', 'circle']]) {
			while (player.state.spec[key] !== want) {
				const before = player.state.link;
				await until(() => player.state.link !== before || (undo.click(), false)); // a press while it goes back is none
			}
		}
		return until(() => document.querySelector('.table-panel').hidden);
	})()`); !left {
		t.Error("the panel of the table stays")
	}
	if back := eval[string](t, p, `location.hash`); back != before {
		t.Errorf("undo leads to %.200s, not to %s", back, before)
	}
}
