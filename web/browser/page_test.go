//go:build !js

package browser

import (
	"fmt"
	"image"
	"strings"
	"testing"
)

// TestReload trains, reloads the link that the address bar then holds, trains
// again and gets the same bits; a reset gives the first weights back.
func TestReload(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=moons&networkShape=6,3&optimizer=adam", 1280, 720, blank)
	first := eval[metrics](t, p, player+`.then(el => el.train(0))`)
	trained := eval[metrics](t, p, player+`.then(el => el.train(200))`)
	if trained.Fingerprint == first.Fingerprint {
		t.Fatal("training changed nothing")
	}
	again := eval[metrics](t, p, player+`.then(async el => { await el.reset(); return el.metrics(); })`)
	if again.Fingerprint != first.Fingerprint || again.Step != 0 {
		t.Errorf("a reset gives step %d, %.12s, not %.12s", again.Step, again.Fingerprint, first.Fingerprint)
	}
	q := open(t, eval[string](t, p, `location.pathname + location.hash`), 1280, 720, blank)
	if reloaded := eval[metrics](t, q, player+`.then(el => el.train(200))`); reloaded.Fingerprint != trained.Fingerprint {
		t.Errorf("the link gives %.12s after 200 steps, not %.12s", reloaded.Fingerprint, trained.Fingerprint)
	}
}

// TestSpeed trains at several speeds and sizes of the page: what is computed
// must not change.
func TestSpeed(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=xor&networkShape=4&dropout=0.2", 1280, 720, blank)
	got := eval[metrics](t, p, player+`.then(async el => {
		await el.reset();
		el.send({ type: 'speed', stepsPerSecond: 250 });
		const start = performance.now();
		await el.play();
		while ((await el.metrics()).step < 100) await new Promise(done => setTimeout(done, 50));
		await el.pause();
		const most = 20 + 0.25 * (performance.now() - start);
		el.send({ type: 'speed', stepsPerSecond: 0 });
		const { step } = await el.metrics();
		if (step > most) throw new Error('made ' + step + ' steps, of ' + most + ' at most at 250 a second');
		return el.train(100);
	})`)
	want := eval[metrics](t, p, player+fmt.Sprintf(`.then(async el => { await el.reset(); return el.train(%d); })`, got.Step))
	if got.Step < 200 || got.Fingerprint != want.Fingerprint {
		t.Errorf("step %d, fingerprint %.12s, want %.12s", got.Step, got.Fingerprint, want.Fingerprint)
	}
}

// TestElement walks through the methods and events that tutorials use.
func TestElement(t *testing.T) {
	t.Parallel()
	p := open(t, "/", 1280, 720, blank)
	got := eval[[]string](t, p, player+`.then(async el => {
		const seen = [];
		for (const type of ['step', 'change', 'error']) el.addEventListener(type, () => seen.includes(type) || seen.push(type));
		const state = await el.setState('#v=1&dataset=gauss&batchSize=5');
		seen.push(el.getState());
		const m = await el.step(3);
		seen.push('step ' + m.step);
		await el.play();
		while ((await el.metrics()).step === 3) await new Promise(done => setTimeout(done, 50));
		await el.pause();
		seen.push('went on');
		const after = await el.metrics();
		const names = ['step', 'epoch', 'trainLoss', 'testLoss', 'accuracy', 'fingerprint'].filter(name => !(name in after));
		seen.push('lacks ' + names.join());
		return seen;
	})`)
	all := strings.Join(got, " | ")
	for _, want := range []string{"change", "step", "dataset=gauss", "step 3", "went on", "lacks "} {
		if !strings.Contains(all, want) {
			t.Errorf("%q lacks %q", all, want)
		}
	}
	if strings.Contains(all, "error") || !strings.HasSuffix(all, "lacks ") {
		t.Errorf("%q", all)
	}
}

// TestHostileLinks opens links that mean harm. The page must answer, within
// its limits, and say something wherever it did not do as told.
func TestHostileLinks(t *testing.T) {
	t.Parallel()
	p := open(t, "/", 1280, 720)
	eval[bool](t, p, player+`.then(el => { globalThis.player = el; return true })`)
	type answer struct {
		Error   string
		Notices int
		Step    int
	}
	for name, link := range map[string]string{
		"oversized":  "v=1&networkShape=" + strings.Repeat("999999,", 900) + "1",
		"NaN":        "v=1&learningRate=NaN&noise=Infinity",
		"unknown":    "v=1&evil=%3Cscript%3Ealert(1)%3C/script%3E&dataset=nothing",
		"duplicate":  "v=1&dataset=xor&dataset=circle",
		"truncated":  "v=1&dataset=spi",
		"percent":    "v=1&dataset=%E0%A4%A",
		"new":        "v=99&dataset=circle",
		"a megabyte": "v=1&dataset=circle&x=" + strings.Repeat("A", 1<<20),
		"batch":      "v=1&batchSize=999999999999999999999&samples=1e300",
		"playground": "networkShape=" + strings.Repeat("9,", 3000) + "&learningRate=-1&batchSize=1e9",
	} {
		got := eval[answer](t, p, fmt.Sprintf(`player.setState(%q)
			.then(state => ({ Error: '', Notices: state.notices.length }), error => ({ Error: String(error.message ?? error), Notices: 0 }))
			.then(async answer => ({ ...answer, Step: (await player.train(2)).step }))`, link))
		if got.Error == "" && got.Notices == 0 {
			t.Errorf("%s: the page says nothing", name)
		}
		if got.Step < 2 {
			t.Errorf("%s: the page does not train any more", name)
		}
	}
	if alert := eval[bool](t, p, `document.body.innerHTML.includes('<script>alert')`); alert {
		t.Error("a link's markup stands in the page")
	}
}

// TestDrawing looks at the canvas: the output must show both classes' colors.
func TestDrawing(t *testing.T) {
	t.Parallel()
	p := open(t, "/", 1440, 900)
	eval[metrics](t, p, player+`.then(el => el.train(4000))`)
	at := eval[[]int](t, p, drawingBox)
	box := image.Rect(at[0], at[1], at[0]+at[2], at[1]+at[3])
	all := box.Dx() * box.Dy()
	until(t, p, "a twentieth of the canvas is orange, a fiftieth blue", func(img image.Image) bool {
		return count(img, box, isOrange) >= all/20 && count(img, box, isBlue) >= all/50
	})
}

// TestPreset starts with a preset: the worked example is loaded and trains.
func TestPreset(t *testing.T) {
	t.Parallel()
	p := open(t, "/", 1280, 720, blank)
	got := eval[metrics](t, p, player+`.then(async el => {
		await until(() => !document.querySelector('#gallery').disabled);
		document.querySelector('#gallery').click();
		const loaded = new Promise(done => el.addEventListener('change', done, { once: true }));
		document.querySelector('[data-preset="worked-example"]').click();
		await loaded;
		return el.train(1000);
	})`)
	if got.TestLoss != nil || got.TrainLoss == nil || *got.TrainLoss > 0.01 {
		t.Errorf("training loss %v, test loss %v; want at most 0.01, and none", value(got.TrainLoss), value(got.TestLoss))
	}
	if address := eval[string](t, p, `location.hash`); !strings.Contains(address, "worked-example") {
		t.Errorf("the address is %s", address)
	}
}

// TestLanguages shows the page in each language without a text left over.
func TestLanguages(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ lang, want string }{{"en", "Train"}, {"zh-Hans", "训练"}} {
		p := open(t, "/?lang="+c.lang, 1280, 720, blank)
		eval[bool](t, p, ready+`.then(() => true)`)
		wait(t, p, `document.documentElement.lang === '`+c.lang+`' && document.title !== ''`)
		text := eval[string](t, p, `document.body.innerText`)
		if !strings.Contains(text, c.want) {
			t.Errorf("%s: the page lacks %q", c.lang, c.want)
		}
		for _, key := range []string{"page.", "field.", "option.", "group."} {
			if i := strings.Index(text, key); i >= 0 {
				t.Errorf("%s: the page shows the key %.40q", c.lang, text[i:])
			}
		}
	}
}
