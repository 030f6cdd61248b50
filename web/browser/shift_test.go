//go:build !js

package browser

import (
	"fmt"
	"testing"
)

// shifts observes what moves without the reader's doing, from the first paint on.
const shifts = `
	globalThis.shifts = [];
	new PerformanceObserver((list) => {
		const name = (node) => !node ? 'something that is gone' : node.id ? '#' + node.id : (node.parentElement?.id ? '#' + node.parentElement.id + ' ' : '') + node.nodeName.toLowerCase() + (node.className ? '.' + node.className : '');
		const box = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(',');
		for (const entry of list.getEntries()) {
			if (!entry.hadRecentInput) globalThis.shifts.push({ value: entry.value, moved: entry.sources.map(s => name(s.node) + ' ' + box(s.previousRect) + ' -> ' + box(s.currentRect)).join('; ') });
		}
	}).observe({ type: 'layout-shift', buffered: true });
`

// TestShift opens the page as somebody does who was never there, and trains: nearly
// nothing that has been seen may move.
func TestShift(t *testing.T) {
	t.Parallel()
	const most = 0.05 // of the cumulative layout shift
	for _, language := range []string{"en", "zh-Hans"} {
		for _, size := range [][2]int{{1440, 900}, {1280, 720}, {820, 1180}, {390, 844}} {
			t.Run(fmt.Sprint(language, size), func(t *testing.T) {
				p := open(t, "/?lang="+language, size[0], size[1], blank, `if (top === self) {`+shifts+`}`)
				wait(t, p, `document.documentElement.lang === '`+language+`' && document.querySelector('.side .panel') && document.querySelector('nn-play').state`)
				eval[bool](t, p, player+`.then(async el => {
					await el.step();
					await until(() => document.querySelector('#n-step').textContent === '1');
					// What has been laid out is told with the next frames.
					await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
					return true;
				})`)
				type shift struct {
					Value float64 `json:"value"`
					Moved string  `json:"moved"`
				}
				var sum float64
				seen := eval[[]shift](t, p, `globalThis.shifts`)
				for _, s := range seen {
					sum += s.Value
				}
				t.Logf("%.4f", sum)
				if sum >= most || testing.Verbose() {
					for _, s := range seen {
						t.Logf("%.4f: %s", s.Value, s.Moved)
					}
				}
				if sum >= most {
					t.Errorf("the layout shifts by %.3f, %v at most", sum, most)
				}
			})
		}
	}
}
