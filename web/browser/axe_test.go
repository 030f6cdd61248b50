//go:build !js

package browser

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// axeVersion is the axe-core that judges the page.
const axeVersion = "4.14.1"

// axe returns the source of axe-core, fetched from npm once and kept outside
// the repository. Where npm is missing the test is left out.
func axe(t *testing.T) string {
	t.Helper()
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Skip(err)
	}
	folder := filepath.Join(cache, "nnplay", "axe-"+axeVersion)
	file := filepath.Join(folder, "node_modules", "axe-core", "axe.min.js")
	if source, err := os.ReadFile(file); err == nil {
		return string(source)
	}
	npm, err := exec.LookPath("npm")
	if err != nil {
		t.Skip("npm is missing, which fetches axe-core: install Node.js (Debian: apt-get install npm)")
	}
	if err := os.MkdirAll(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(npm, "install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", "axe-core@"+axeVersion)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Skipf("npm cannot fetch axe-core: %v\n%s", err, out)
	}
	source, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(source)
}

// TestAccessible lets axe-core look at the page in its main states.
func TestAccessible(t *testing.T) {
	t.Parallel()
	source := axe(t)
	for _, c := range []struct {
		name, path    string
		width, height int
		dark          bool
		prepare       string // an expression that brings the page into the state
	}{
		{"desktop", "/", 1440, 900, false, ready},
		{"dark", "/", 1440, 900, true, ready},
		{"phone", "/", 390, 844, false, ready},
		{"chinese", "/?lang=zh-Hans", 1280, 720, false, ready},
		{"training", "/", 1280, 720, false, ready + `.then(el => el.play())`},
		{"regression", "/#v=1&dataset=reg-plane", 1280, 720, true, ready},
		{"drawing", "/#v=1&dataset=own&points=cL0a1", 1280, 720, false, ready},
		{"values", "/#v=1&dataset=own-values&points=v00000", 390, 844, true, ready},
		{"table", "/", 1280, 720, false, ready + `.then(async () => {
			while (!document.querySelector('#csv-open')) await new Promise(done => setTimeout(done, 50));
			document.querySelector('#csv-open').click();
			const text = document.querySelector('#csv-text');
			text.value = 'x,y,class\n1,2,a\n3,4,b\n5,,b\n';
			text.dispatchEvent(new Event('input'));
			await new Promise(done => setTimeout(done, 2500));
		})`},
		{"charts", "/", 1280, 720, false, ready + `.then(async el => {
			await el.train(100);
			document.querySelector('#charts').click();
			while (document.querySelectorAll('.chart svg').length < 2) await new Promise(done => setTimeout(done, 50));
		})`},
		{"gallery", "/", 1280, 720, false, opened("gallery")},
		{"sharing", "/", 390, 844, true, opened("share")},
		{"shortcuts", "/", 1280, 720, true, opened("shortcuts")},
		{"stops", "/?lang=zh-Hans", 390, 844, false, opened("stops")},
		{"projector", "/", 1440, 900, false, ready + `.then(() => { document.querySelector('#projector').click(); })`},
		{"gan", "/#v=1&architecture=gan", 390, 844, true, ready},
		{"rnn", "/#v=1&architecture=rnn&sequence=own-text&length=32", 1280, 720, false, ready},
		{"transformer", "/#v=1&architecture=transformer&sequence=numbers-zh&transformer=encoder-decoder", 820, 1180, true, ready},
		{"refused", "/#v=1&dataset=nosuch", 1280, 720, false, ready},
		{"diverged", "/#v=1&dataset=reg-plane&learningRate=10&networkShape=8,8&activation=linear", 1280, 720, false, ready + `.then(el => el.train(2000)).catch(() => {})`},
		{"embedded", "/embed.html", 800, 600, false, `new Promise(done => setTimeout(done, 3000))`},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := browsers.browser(t).Open(server.URL+c.path, c.width, c.height, c.dark)
			if err != nil {
				t.Fatal(err)
			}
			defer p.Close()
			eval[bool](t, p, c.prepare+`.then(() => true)`)
			eval[bool](t, p, "(() => {"+source+"\nreturn true; })()")
			rules := `{}`
			if strings.HasPrefix(c.path, "/embed.html") {
				// A frame is a part of a page that has a heading and landmarks.
				rules = `{ 'landmark-one-main': { enabled: false }, 'page-has-heading-one': { enabled: false }, region: { enabled: false } }`
			}
			found := eval[[]string](t, p, `axe.run(document, { resultTypes: ['violations'], iframes: false, rules: `+rules+` }).then(r =>
				r.violations.map(v => v.id + ' (' + v.impact + '): ' + v.help + '\n    ' + v.nodes.slice(0, 4).map(n => n.html.slice(0, 160) + ' :: ' + n.failureSummary.replace(/\s+/g, ' ').slice(0, 200)).join('\n    ')))`)
			if len(found) > 0 {
				t.Errorf("axe-core finds:\n%s", strings.Join(found, "\n"))
			}
		})
	}
}

// ready is player, waiting a little for what comes after it.
const ready = player + `.then(async el => { await new Promise(done => setTimeout(done, 600)); return el; })`

// opened is an expression that opens the dialog of a button.
func opened(button string) string {
	return ready + `.then(async () => {
		const find = () => document.querySelector('#' + ` + "'" + button + "'" + `);
		while (!find()) await new Promise(done => setTimeout(done, 50));
		find().click();
		while (!document.querySelector('dialog[open]')) await new Promise(done => setTimeout(done, 50));
	})`
}
