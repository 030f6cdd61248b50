//go:build !js

package browser

import (
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var chapterLinks = regexp.MustCompile(`(?:experiment="|href="\.\./#)([^"]*)"`)

// TestTutorialLinks holds that the experiments of the chapters are what their
// links say, and that a chapter has the same ones in each language.
func TestTutorialLinks(t *testing.T) {
	t.Parallel()
	links := func(name string) (list []string) {
		b, err := os.ReadFile(filepath.Join("../tutorial", name))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range chapterLinks.FindAllStringSubmatch(string(b), -1) {
			link := html.UnescapeString(m[1])
			if _, notices, err := families.Parse(link); err != nil || len(notices) > 0 {
				t.Errorf("%s: %s: %v %v", name, link, notices, err)
			}
			list = append(list, link)
		}
		return list
	}
	english, chinese := links("one-neuron.html"), links("one-neuron.zh-Hans.html")
	if len(english) < 12 || strings.Join(english, " ") != strings.Join(chinese, " ") {
		t.Errorf("%d links in English, %d in Chinese", len(english), len(chinese))
	}
}

// TestTutorial reads the first chapter as a reader would: the neuron trains and
// its numbers are read from outside, a button changes the experiment, and the
// page leads there.
func TestTutorial(t *testing.T) {
	t.Parallel()
	home := open(t, "/?lang=zh-Hans", 1280, 720, blank)
	wait(t, home, `document.querySelector('#guide').href.endsWith('/tutorial/one-neuron.zh-Hans.html')`)
	for name, scripts := range map[string][]string{"one-neuron.zh-Hans.html": {blank}, "one-neuron.html": nil} {
		p := open(t, "/tutorial/"+name, 1000, 800, scripts...)
		eval[bool](t, p, player+`.then(el => el.train(400)).then(() => true)`)
		wait(t, p, `/\d/.test(document.querySelector('[data-value="w1"]').textContent)`)
		if name != "one-neuron.html" {
			continue // the rest has no words
		}
		link := eval[string](t, p, `(async () => {
			const button = [...document.querySelectorAll('button[data-experiment]')].at(-1);
			const third = button.closest('figure').querySelector('nn-play');
			third.scrollIntoView(); // out of view it would sleep
			const stepped = new Promise(done => third.addEventListener('step', (event) => { if (event.detail.step > 5) done(); }));
			button.click();
			await stepped;
			return third.getState();
		})()`)
		if !strings.Contains(link, "networkShape=4") {
			t.Errorf("the button leads to %s", link)
		}
	}
}
