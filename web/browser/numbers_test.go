//go:build !js

package browser

import (
	"strings"
	"testing"
)

// TestNumbers holds how the page sets numbers, and that it reads again what it has
// set: nothing that a reader sees has a hyphen for a minus, or an e.
func TestNumbers(t *testing.T) {
	t.Parallel()
	p := standing(t)
	eval[bool](t, p, `(async () => {
		globalThis.say = { ...await import('/shared/numbers.js'), ...await import('/shared/i18n.js') };
		return say.loadTexts('en');
	})()`)
	for _, c := range []struct{ written, want string }{
		{`say.typeset('-9.8e-7')`, "−9.8×10⁻⁷"},
		{`say.typeset('1e-5')`, "10⁻⁵"},
		{`say.typeset('2.5e+21')`, "2.5×10²¹"},
		{`say.decimals(-2.1514, 3)`, "−2.151"},
		{`say.decimals(-0.0001, 3)`, "0.000"},
		{`say.figures(-0.000123456, 3)`, "−0.000123"},
		{`say.figures(0.00000098, 3)`, "9.8×10⁻⁷"},
		{`say.lossText(9.8e-7)`, "9.8×10⁻⁷"},
		{`say.lossText(12345)`, "1.2×10⁴"},
		{`say.lossText(-0.5)`, "−0.500"},
		{`say.lossText(null)`, "–"},
		{`say.percentText(0.5)`, "50.0%"},
		{`say.count(-1234567)`, "−1,234,567"},
		{`say.explain('notice', { code: 'out-of-range', args: { key: 'learningRate', given: '-1e-9', used: '1e-7' } })`, "Learning rate: −10⁻⁹ is out of range; the nearest value, 10⁻⁷, is used."},
		{`say.ascii('−9.8×10⁻⁷')`, "-9.8e-7"},
		{`say.ascii(' 10⁻⁵ ')`, "1e-5"},
		{`say.ascii('−10⁵')`, "-1e5"},
		{`say.ascii('3e-4')`, "3e-4"},
		{`say.ascii('none')`, "none"},
	} {
		if got := eval[string](t, p, c.written); got != c.want {
			t.Errorf("%s is %q, want %q", c.written, got, c.want)
		}
	}
}

// TestNumberTyped clicks into numbers of the settings and types others: they take the
// place of what was there.
func TestNumberTyped(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1", 1440, 900, blank)
	eval[bool](t, p, ready+`.then(el => { globalThis.player = el; return true; })`)
	for _, c := range []struct{ input, typed, key, want string }{
		{"#field-learningRate input[type=text]", "0.05", "learningRate", "0.05"},
		{"[data-do=units]", "6", "networkShape", "6,2"},
	} {
		at := eval[[]float64](t, p, `(() => { const input = document.querySelector('`+c.input+`'); input.scrollIntoView({ block: 'center' }); const r = input.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; })()`)
		mouse(t, p, at[0], at[1], true)
		wait(t, p, `document.activeElement === document.querySelector('`+c.input+`')`)
		press(t, p, append(strings.Split(c.typed, ""), "Tab")...)
		wait(t, p, `player.state.spec.`+c.key+` === '`+c.want+`'`)
	}
}
