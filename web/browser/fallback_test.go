//go:build !js

package browser

import (
	"context"
	"runtime"
	"testing"

	"nnplay/nn/experiment"
	"nnplay/web/i18n"
)

// withoutSIMD makes V8 believe that the processor lacks what WebAssembly's SIMD
// needs.
const withoutSIMD = "--no-enable-sse4-1"

// simdModule is an expression for the bytes of a module that has a vector: a
// function of no arguments that makes one, and drops it.
const simdModule = `new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 9, 1, 7, 0, 65, 0, 253, 17, 26, 11])`

// A remark is what the page says of this browser.
type remark struct {
	Text, Role string
	Visible    bool
	Covered    []string // controls that it covers
}

const lookAtRemark = `(() => {
	const element = document.querySelector('#remark');
	const box = element.getBoundingClientRect();
	const covers = (other) => {
		const b = other.getBoundingClientRect();
		return b.width > 0 && b.left < box.right && box.left < b.right && b.top < box.bottom && box.top < b.bottom;
	};
	return {
		text: element.textContent,
		role: element.getAttribute('role'),
		visible: box.height > 0 && box.top >= 0 && box.bottom <= innerHeight && element.contains(document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)),
		covered: [...document.querySelectorAll('button, input, select, summary, nn-play, canvas')].filter(covers).map((e) => e.id || e.outerHTML.slice(0, 60)),
	};
})()`

// texts returns the page's texts of a language.
func texts(t *testing.T, lang string) map[string]string {
	t.Helper()
	catalog, err := i18n.All()
	if err != nil {
		t.Fatal(err)
	}
	return catalog[lang]
}

// TestWithoutSIMD trains in a browser without SIMD, on the interpreter: the
// page says so, and the bits are the same.
func TestWithoutSIMD(t *testing.T) {
	t.Parallel()
	if runtime.GOARCH != "amd64" {
		t.Skip("only x64 has processors without SIMD, and V8 a flag that makes it such a one")
	}
	usual := open(t, "/", 1280, 720, blank)
	if !eval[bool](t, usual, `WebAssembly.validate(`+simdModule+`)`) {
		t.Fatal("the usual browser has no SIMD")
	}
	eval[bool](t, usual, player+`.then(el => el.metrics()).then(() => true)`)
	if r := eval[remark](t, usual, lookAtRemark); r.Text != "" || r.Visible {
		t.Errorf("with SIMD the page says %q", r.Text)
	}
	old, err := Start(context.Background(), thrifty(withoutSIMD)...)
	if err != nil {
		t.Fatal(err)
	}
	defer old.Close()
	p, err := old.Tab()
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	if err := p.Visit(server.URL+"/", View{Width: 1280, Height: 720, Strict: true}); err != nil {
		t.Fatal(err)
	}
	if eval[bool](t, p, `WebAssembly.validate(`+simdModule+`)`) {
		t.Fatalf("the browser has SIMD in spite of %s", withoutSIMD)
	}

	run, err := experiment.New(families.Default())
	if err != nil {
		t.Fatal(err)
	}
	run.Step(20)
	got := eval[metrics](t, p, player+`.then(el => el.train(20))`)
	if want := run.Fingerprint(); got.Step != 20 || got.Fingerprint != want {
		t.Errorf("step %d, fingerprint %.12s, want %.12s", got.Step, got.Fingerprint, want)
	}
	// In view, after the canvas and clear of all controls, whatever the language.
	for _, lang := range []string{"en", "zh-Hans"} {
		r := eval[remark](t, p, `(async () => {
			const select = document.querySelector('#language');
			select.value = '`+lang+`';
			select.dispatchEvent(new Event('change'));
			while (document.documentElement.lang !== select.value) await new Promise(requestAnimationFrame);
			return `+lookAtRemark+`;
		})()`)
		if want := texts(t, lang)["page.noSimd"]; r.Text != want || r.Role != "status" {
			t.Errorf("%s: the page says %q to role %q, want %q", lang, r.Text, r.Role, want)
		}
		if !r.Visible || len(r.Covered) > 0 {
			t.Errorf("%s: visible: %t, covers %q", lang, r.Visible, r.Covered)
		}
	}
	for _, e := range p.Errors() {
		t.Errorf("console: %s", e)
	}
}
