//go:build !js

package browser

import (
	"strings"
	"testing"
)

// TestLandscape looks at the loss over the plane of the run's own way, with another
// optimizer beside it, and over a random plane, by the controls of the page.
func TestLandscape(t *testing.T) {
	t.Parallel()
	p := openCharts(t, "/#v=1&optimizer=sgd&learningRate=0.1")
	got := eval[map[string]string](t, p, `(async () => {
		await choose('landscape');
		const figure = chart('landscape');
		const picture = figure.querySelector('.chart-picture');
		const value = () => figure.querySelector('.chart-value').textContent;
		const key = name => picture.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
		const progress = document.querySelector('.landscape-tools progress');
		const whole = () => until(() => progress.hidden && !document.querySelector('#landscape-again').disabled);
		const numbers = () => document.querySelector('#charts-numbers').textContent;
		const out = {};
		await whole();
		await until(() => numbers() !== '');
		out.explained = numbers();
		picture.focus();
		key('Home');
		out.first = value();
		key('ArrowRight');
		out.second = value();
		key('End');
		out.node = value();
		out.said = picture.getAttribute('aria-label');
		picture.blur();
		const box = picture.getBoundingClientRect();
		picture.dispatchEvent(new PointerEvent('pointermove', { clientX: box.right - 12, clientY: box.top + 20, bubbles: true }));
		out.pointed = value();
		document.querySelector('#landscape-beside summary').click();
		const adam = document.querySelector('#landscape-beside input[value="adam"]');
		adam.click();
		await until(() => picture.getAttribute('aria-label').includes('Adam'));
		await whole();
		out.beside = picture.getAttribute('aria-label');
		adam.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
		out.closed = String(!document.querySelector('#landscape-beside').open && !document.querySelector('#charts-panel').hidden);
		const plane = document.querySelector('#landscape-plane');
		plane.value = 'random';
		plane.dispatchEvent(new Event('input', { bubbles: true }));
		await until(() => numbers() === '' && progress.hidden);
		out.random = picture.getAttribute('aria-label');
		return out;
	})()`)
	for name, want := range map[string][]string{
		"explained": {"Movement in this plane", "%"}, "first": {"This run, step 0"}, "second": {"This run, step "}, "node": {"Loss "}, "pointed": {"Loss "},
		"said": {"Loss landscape. Loss from ", "The way of This run, from step 0 to 500."}, "beside": {"The way of This run", "The way of Adam, from step 0 to 500"}, "closed": {"true"},
		"random": {"The way of Adam"},
	} {
		for _, part := range want {
			if !strings.Contains(got[name], part) {
				t.Errorf("%s: %q, want %q in it", name, got[name], part)
			}
		}
	}
}
