//go:build !js

package browser

import (
	"context"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// do performs actions of a person.
func do(t *testing.T, p *Page, actions ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	if err := chromedp.Do(p.guard(ctx), actions...); err != nil {
		t.Fatalf("%v\nseen: %s", err, seen(p))
	}
}

// settled waits until what was drawn has arrived: until the trainer has as many
// points as the pad shows. It returns their number.
const settled = `(async () => {
	const el = document.querySelector('nn-play');
	const painted = () => new Promise(done => requestAnimationFrame(done)); // by then what the pointer did has been told
	for (let before = -1;; await new Promise(done => setTimeout(done, 50))) {
		await painted();
		await painted();
		const arrived = new Float32Array((await el.request({ type: 'points' })).points).length / 3;
		const shown = document.querySelector('#own-total').textContent.match(/[\d,]+/)?.[0].replaceAll(',', '');
		if (String(arrived) === shown && arrived === before) return arrived;
		before = arrived;
	}
})()`

// overPicture waits until the pad lies over the large picture.
const overPicture = `document.querySelector('.canvas-frame > .own-board.is-over:not(.is-closed) #own-canvas')?.clientWidth > 100`

// TestOwnPoints draws over the large picture by mouse and by keyboard, on nothing at
// first, trains on the points, and gets the same weights from the link.
func TestOwnPoints(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&networkShape=4", 1440, 1100)
	eval[bool](t, p, ready+`.then(() => true)`)
	eval[bool](t, p, `document.querySelector('input[name="choice-dataset"][value="own"]').click() ?? true`)
	wait(t, p, overPicture)
	if spec := eval[map[string]string](t, p, player+`.then(el => el.state.spec)`); spec["points"] != "" || spec["showTestData"] != "true" || spec["classes"] != "2" {
		t.Errorf("one begins with points %.20q of %s classes, test points shown: %s", spec["points"], spec["classes"], spec["showTestData"])
	}
	if said := eval[string](t, p, `document.querySelector('#own-parts').textContent`); !strings.Contains(said, "50% of them train") {
		t.Errorf("of the parts the page says %q", said)
	}
	if refused := eval[string](t, p, `document.querySelector('nn-play').train(1).then(() => '', error => error.code)`); refused != "no-points" {
		t.Errorf("training on nothing is answered by %q", refused)
	}
	box := eval[[]float64](t, p, `(() => { const c = document.querySelector('#own-canvas'); c.scrollIntoView({ block: 'center' }); const r = c.getBoundingClientRect(); return [r.left, r.top, r.width]; })()`)
	at := func(typ input.DispatchMouseEventType, x, y float64) chromedp.Action[chromedp.Void] {
		return chromedp.MouseEvent(typ, box[0]+x*box[2], box[1]+y*box[2], chromedp.ButtonLeft)
	}
	drag := func(y float64) {
		do(t, p, at(chromedp.MousePressed, 0.2, y))
		for i := range 11 {
			do(t, p, at(chromedp.MouseMoved, 0.2+0.05*float64(i), y))
		}
		do(t, p, at(chromedp.MouseReleased, 0.7, y))
	}
	do(t, p, at(chromedp.MousePressed, 0.75, 0.25), at(chromedp.MouseReleased, 0.75, 0.25))
	eval[int](t, p, settled)
	if first := eval[[]float64](t, p, player+`.then(el => el.request({ type: 'points' })).then(a => [...new Float32Array(a.points)])`); len(first) != 3 || math.Abs(first[0]-3) > 0.1 || math.Abs(first[1]-3) > 0.1 || first[2] != 0 {
		t.Errorf("a click at (3, 3) of the picture makes the points %v", first)
	}
	drag(0.25)
	eval[bool](t, p, `document.querySelector('input[name="own-tool"][value="1"]').click() ?? true`)
	drag(0.75)
	mouse := eval[int](t, p, settled)
	if mouse < 16 {
		t.Errorf("two strokes made %d points", mouse)
	}
	eval[bool](t, p, `document.querySelector('#own-canvas').focus() ?? true`)
	do(t, p, chromedp.KeyEvent("1"), chromedp.KeyEvent(kb.ArrowUp), chromedp.KeyEvent(kb.ArrowUp), chromedp.KeyEvent(kb.Enter), chromedp.KeyEvent(kb.ArrowRight), chromedp.KeyEvent(" "))
	if n := eval[int](t, p, settled); n != mouse+2 {
		t.Errorf("the keys made %d points", n-mouse)
	}
	do(t, p, chromedp.KeyEvent("z", chromedp.KeyModifiers(chromedp.ModifierCtrl)))
	if n := eval[int](t, p, settled); n != mouse+1 {
		t.Errorf("after Ctrl+Z there are %d points, not %d", n, mouse+1)
	}
	do(t, p, chromedp.KeyEvent(kb.ArrowLeft), chromedp.KeyEvent(kb.Delete))
	if n := eval[int](t, p, settled); n != mouse {
		t.Errorf("after Delete there are %d points, not %d", n, mouse)
	}
	eval[bool](t, p, `document.querySelector('#own-undo').click() ?? true`)
	if n := eval[int](t, p, settled); n != mouse+1 {
		t.Errorf("after Undo there are %d points, not %d", n, mouse+1)
	}
	if playing := eval[bool](t, p, `document.querySelector('nn-play').playing`); playing {
		t.Error("the space bar on the pad started training")
	}

	// Escape leaves the picture to be looked at, and a button goes on.
	eval[bool](t, p, `document.querySelector('#own-canvas').focus() ?? true`)
	press(t, p, "Escape")
	wait(t, p, `document.querySelector('.own-board').classList.contains('is-closed') && document.activeElement.id === 'own-open'`)
	press(t, p, "Enter")
	wait(t, p, overPicture+` && document.activeElement.id === 'own-canvas'`)

	trained := eval[metrics](t, p, player+`.then(el => el.train(300))`)
	q := open(t, eval[string](t, p, `location.pathname + location.hash`), 1440, 900, blank)
	again := eval[metrics](t, q, player+`.then(el => el.train(300))`)
	if trained.Step != 300 || again.Fingerprint != trained.Fingerprint {
		t.Errorf("the link gives %.12s after step %d, not %.12s", again.Fingerprint, trained.Step, trained.Fingerprint)
	}
}

// TestPalettePlace holds that what one draws with lies neither on the picture nor on the
// axis and the scale of colors below it, and does not cover how many points train.
func TestPalettePlace(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1", 1440, 900)
	eval[bool](t, p, ready+`.then(() => true)`)
	eval[bool](t, p, `document.querySelector('input[name="choice-dataset"][value="own"]').click() ?? true`)
	for _, size := range [][2]int64{{1440, 900}, {1280, 720}, {820, 1180}, {390, 844}} {
		do(t, p, chromedp.EmulateViewport(size[0], size[1]))
		wait(t, p, fmt.Sprintf(`innerWidth === %d && `, size[0])+overPicture)
		wait(t, p, `(() => { // it comes to rest
			const [picture, tools, split] = ['.is-over #own-canvas', '.is-over .own-bar', '.is-over .own-split'].map((name) => document.querySelector(name).getBoundingClientRect());
			return tools.height > 30 && split.height > 10 && (tools.top >= picture.bottom + 40 || tools.bottom <= picture.top + 1) && (split.bottom <= tools.top || split.top >= tools.bottom);
		})()`)
	}
}

// dropped drops a file of a text on the page and returns what the dialog says
// when it has read it.
func dropped(t *testing.T, p *Page, text string) (says string, refused bool) {
	t.Helper()
	type answer struct {
		Says string
		Bad  bool
	}
	a := eval[answer](t, p, fmt.Sprintf(`(async () => {
		const data = new DataTransfer();
		data.items.add(new File([%s], 'table.csv'));
		dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
		const status = document.querySelector('#csv-status');
		const reading = status.textContent;
		await until(() => status.textContent !== reading && status.textContent !== '');
		return { Says: status.textContent, Bad: status.classList.contains('is-bad') };
	})()`, text))
	return a.Says, a.Bad
}

// used is an expression that takes what the dialog shows; it becomes the player
// when the dialog is gone.
const used = `(async () => {
	const dialog = document.querySelector('#csv-dialog');
	const closed = new Promise(done => dialog.addEventListener('close', done, { once: true }));
	document.querySelector('#csv-use').click();
	await closed;
	return document.querySelector('nn-play');
})()`

// TestTables drops files that mean harm, and good ones: what is refused is
// refused with a sentence and harms nothing.
func TestTables(t *testing.T) {
	t.Parallel()
	p := open(t, "/", 1280, 900, blank)
	eval[bool](t, p, ready+`.then(() => true)`)
	for name, c := range map[string]struct{ text, says string }{
		"50 MB in one line": {`'7,'.repeat(25 << 20)`, "20 MB"},
		"a long line":       {`'7'.repeat(5 << 20)`, "Line 1"},
		"10 000 columns":    {`'1,'.repeat(10000) + '1'`, "10001 columns"},
		"an unclosed quote": {`'x,y\n1,"2\n3,4\n'`, "Line 2"},
		"names alone":       {`new Uint8Array([255, 254, 120, 0, 44, 0, 121, 0, 10, 0])`, "no row follows"}, // in UTF-16
		"no newline":        {`'7'.repeat(3 << 20)`, "Line 1"},
		"50 MB of rows":     {`'1,2\n'.repeat(13 << 20)`, "20 MB"},
		"mixed encodings":   {`new Uint8Array([120, 44, 121, 10, 49, 44, 195, 188, 10, 50, 44, 252, 10])`, "Line 3 is not UTF-8"},
		"nothing":           {`''`, "empty"},
		"a picture":         {`new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0])`, "is not text"},
	} {
		if says, refused := dropped(t, p, c.text); !refused || !strings.Contains(says, c.says) {
			t.Errorf("%s: the page says %q", name, says)
		}
	}
	says, refused := dropped(t, p, `'a;b;c;kind\n' + Array.from({ length: 400 }, (_, i) => [i % 7, i % 11 + (i % 2) * 20, i % 3 + (i % 2) * 9, i % 2 ? 'odd' : 'even'].join(';')).join('\n') + '\n1;;2;odd\n'`)
	if refused || !strings.Contains(says, "401 rows and 4 columns") {
		t.Errorf("a good table: %q", says)
	}
	wait(t, p, `!document.querySelector('#csv-missing').hidden`)
	if missing := eval[string](t, p, `document.querySelector('#csv-missing').innerText`); !strings.Contains(missing, "Line 402: b") {
		t.Errorf("of the missing value the page says %q", missing)
	}
	got := eval[metrics](t, p, used+`.then(el => {
		if (el.state.spec.dataset !== 'own') throw new Error('the data set is ' + el.state.spec.dataset);
		return el.train(2000);
	})`)
	if got.Accuracy == nil || *got.Accuracy < 0.95 {
		t.Errorf("the table is learned to %s", value(got.Accuracy))
	}
	if open := eval[bool](t, p, `document.querySelector('#csv-dialog').open`); open {
		t.Error("the dialog is still open")
	}
	if names := eval[string](t, p, player+`.then(el => el.state.spec.axisNames)`); names != "PC 1 (65%)\nPC 2 (33%)" {
		t.Errorf("the axes are called %q", names)
	}
	link := eval[string](t, p, `location.hash`)
	if !strings.Contains(link, "points=c") || !strings.Contains(link, "axisNames=504320") {
		t.Errorf("the link is %.100s", link)
	}
	csv := eval[string](t, p, `document.querySelector('nn-play').request({ type: 'export' }).then(answer => answer.csv)`)
	if strings.Count(csv, "\n") != 401 {
		t.Errorf("%d lines are saved", strings.Count(csv, "\n"))
	}
	// What was saved is the same experiment when it is read again.
	dropped(t, p, fmt.Sprintf("%q", csv))
	eval[bool](t, p, used+`.then(() => true)`)
	if again := eval[string](t, p, `location.hash`); again != link {
		t.Errorf("the saved table gives another link: %.200s, not %.200s", again, link)
	}
	if same := eval[metrics](t, p, player+`.then(el => el.reset().then(() => el.train(2000)))`); same.Fingerprint != got.Fingerprint {
		t.Error("the saved table gives other weights")
	}

	// More points than a link carries.
	dropped(t, p, `'x,y,v\n' + Array.from({ length: 50000 }, (_, i) => [i % 311, i % 977, (i % 311) / 311].join(',')).join('\n')`)
	eval[bool](t, p, used+`.then(() => true)`)
	if n := eval[int](t, p, settled); n != 50_000 {
		t.Errorf("%d points", n)
	}
	if total := eval[string](t, p, `document.querySelector('#own-total').textContent`); !strings.Contains(total, "too many for the link") {
		t.Errorf("of 50000 points the page says %q", total)
	}
	big := eval[metrics](t, p, player+`.then(el => el.train(50))`)
	if big.Step != 50 {
		t.Errorf("50000 points are not trained on: step %d", big.Step)
	}
	// They outlive a reload of the page, and so does the run.
	do(t, p, chromedp.Reload())
	eval[bool](t, p, ready+`.then(() => true)`)
	if n := eval[int](t, p, settled); n != 50_000 {
		t.Errorf("%d points after a reload", n)
	}
	if step := eval[string](t, p, `(async () => {
		const step = () => document.querySelector('#n-step').textContent;
		await until(() => step() === '50');
		return step() + document.querySelector('.notices').innerText;
	})()`); !strings.HasPrefix(step, "50") {
		t.Errorf("after a reload the run is at step %s", step)
	}
	if again := eval[metrics](t, p, player+`.then(el => el.reset().then(() => el.train(50)))`); again.Fingerprint != big.Fingerprint {
		t.Error("other weights after a reload")
	}
}
