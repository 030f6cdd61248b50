//go:build !js

package browser

import (
	"strings"
	"testing"
)

// TestMetricOpens opens the training loss where it stands below the network: its terms come
// to what is shown, each is a sample's loss, which leads into the network; Escape leads back.
func TestMetricOpens(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=circle&networkShape=3", 1440, 900)
	got := eval[map[string]string](t, p, player+`.then(el => { globalThis.player = el; return `+origin+`
		const seen = {};
		const button = (id) => document.querySelector('#' + id + ' .opener');
		await until(() => button('n-train'));
		button('n-train').focus();
		button('n-train').click();
		await becomes('training loss before the step');
		const { trainLoss: first } = await player.metrics();
		seen.start = String(Number(value()).toPrecision(4) === first.toPrecision(4));
		await player.step(); // it follows: what the step has left is the loss now
		await until(() => name() === 'training loss');
		await player.reset();
		await becomes('training loss before the step');
		key('Escape');
		seen.back = String(document.activeElement === button('n-train') && panel.hidden);
		const { trainLoss, accuracy } = await player.train(30);
		const still = button('n-train');
		await until(() => button('n-train').textContent === still.textContent && Math.abs(Number(still.textContent) - trainLoss) < 0.001);
		seen.label = still.getAttribute('aria-label');
		still.click();
		await until(() => name() === 'training loss' && Math.abs(Number(value()) - trainLoss) < 1e-5);
		const told = await player.explain({ tensor: 'metric/trainLoss', of: 'update' });
		const sum = told.terms.reduce((all, { factor, value }) => all + factor * value, told.rest?.value ?? 0);
		seen.sum = String(Math.abs(sum - trainLoss) <= 1e-6 * trainLoss);
		seen.focus = document.activeElement.className;
		seen.formulas = String([...panel.querySelectorAll('math')].map(m => m.textContent.length > 1).join());
		seen.terms = String(panel.querySelectorAll('.told-terms tbody tr').length);
		panel.querySelector('.told-open').click();
		await becomes('training loss of a sample, sample ');
		seen.into = [...panel.querySelectorAll('.told-open')].map(b => b.textContent.replace(/\d+/g, 'n')).join('; ');
		panel.querySelector('.told-open').click();
		await becomes('weighted sum of ');
		const group = panel.querySelector('.origin-tensor optgroup');
		seen.group = group.label;
		seen.offered = String([...group.children].map(o => o.text).includes('confusion matrix'));
		key('Escape');
		button('n-score').click();
		await becomes('accuracy');
		const all = await player.explain({ tensor: 'metric/accuracy', of: 'update' });
		seen.accuracy = String(all.terms.every(({ tensor }) => tensor === 'metric/confusion') && Math.abs(all.terms.reduce((s, { factor, value }) => s + factor * value, 0) - accuracy) < 1e-9);
		key('Escape');
		document.querySelector('#charts').click();
		const chooser = () => document.querySelector('#charts-chooser');
		await until(() => [...(chooser()?.options ?? [])].some(({ value }) => value === 'confusion'));
		chooser().value = 'confusion';
		chooser().dispatchEvent(new Event('input'));
		const precision = () => document.querySelector('#charts-numbers [value=precision]');
		await until(precision);
		precision().click();
		await becomes('precision');
		seen.chart = [...panel.querySelectorAll('.told-terms .link')].map(b => b.textContent).join('; ');
		return seen;
	})()})`)
	for what, want := range map[string]string{
		"chart": "confusion matrix, true class 2, taken for class 2; confusion matrix, true class 1, taken for class 2; confusion matrix, true class 2, taken for class 2",
		"start": "true", "back": "true", "sum": "true", "focus": "origin-name", "formulas": "true,true,true", "terms": "13",
		"into": "weighted sum of output layer, sample n, unit n; target of evaluation, sample n, input n", "group": "How well it does", "offered": "true", "accuracy": "true",
	} {
		if got[what] != want {
			t.Errorf("%s: %q, want %q", what, got[what], want)
		}
	}
	if !strings.HasPrefix(got["label"], "Training loss 0.") || !strings.HasSuffix(got["label"], "Show where this number comes from") {
		t.Errorf("the button is called %q", got["label"])
	}
}

// TestMetricFirstVisit holds that the numbers of a first visit are no buttons, and become
// some with its end; and that what they lead to is Chinese where the page is.
func TestMetricFirstVisit(t *testing.T) {
	t.Parallel()
	p := open(t, "/?lang=zh-Hans", 1440, 900)
	eval[bool](t, p, ready+`.then(el => { globalThis.player = el; return until(() => document.querySelector('#n-train').textContent !== '–'); })`)
	if n := eval[int](t, p, `document.querySelectorAll('.opener').length`); n > 0 {
		t.Errorf("a first visit has %d numbers to open", n)
	}
	got := eval[struct {
		Name  string
		Latin []string
	}](t, p, origin+`
		await player.setState('v=1&dataset=reg-plane&networkShape=2');
		await until(() => document.querySelector('#n-score .opener'));
		document.querySelector('#n-score .opener').click();
		await until(() => !panel.hidden && panel.querySelector('.told-open'));
		const texts = [...panel.querySelectorAll('button, span, p, h2, h3, option, th')].filter((e) => e.childElementCount === 0).map((e) => e.textContent);
		return { name: name(), latin: texts.filter((text) => /[a-z]{3}/.test(text)) };
	})()`)
	if got.Name != "这一步之前的R²" && got.Name != "这一步之前的 R²" {
		t.Errorf("it is called %q", got.Name)
	}
	for _, text := range got.Latin {
		t.Errorf("%q is not Chinese", text)
	}
}
