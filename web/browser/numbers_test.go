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
		// As people type them.
		{`say.ascii('0,01')`, "0.01"},
		{`say.ascii('-0,5')`, "-0.5"},
		{`say.ascii('０．０１')`, "0.01"},
		{`say.ascii('　－１２，５　')`, "-12.5"},
		{`say.ascii('٠٫٠٣')`, "0.03"},
		{`say.ascii('०.५')`, "0.5"},
		{`say.ascii('– 3')`, "-3"},
		{`say.ascii('1 000')`, "1000"},
		{`say.ascii('1\u00a0000,5')`, "1000.5"},
		{`say.ascii("12'345")`, "12345"},
		{`say.ascii('20,000')`, "20000"},
		{`say.ascii('1.234,5')`, "1234.5"},
		{`say.ascii('1,234.5')`, "1234.5"},
		{`say.ascii('1.000.000')`, "1000000"},
		{`say.ascii('0,001')`, "0.001"},
		{`say.ascii('1,5e-3')`, "1.5e-3"},
		{`say.ascii(',5')`, ".5"},
		{`say.ascii('1,2,3')`, "1,2,3"},
		{`say.ascii('30%')`, "30%"},
		{`say.ascii('30 %', 1)`, "30"},
		{`say.ascii('１５％', 1)`, "15"},
		{`say.ascii('12,5%', 0.01)`, "0.125"},
		{`say.ascii('7%', 0.01)`, "0.07"},
		{`say.ascii('')`, ""},
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
		{"#field-learningRate input[type=text]", "0,07", "learningRate", "0.07"},
		{"#field-percTrainData input[type=text]", "70 %", "percTrainData", "70"},
		{"[data-do=units]", "6", "networkShape", "6,2"},
	} {
		at := eval[[]float64](t, p, `(() => { const input = document.querySelector('`+c.input+`'); input.scrollIntoView({ block: 'center' }); const r = input.getBoundingClientRect(); return [r.left + r.width / 2, r.top + r.height / 2]; })()`)
		mouse(t, p, at[0], at[1], true)
		wait(t, p, `document.activeElement === document.querySelector('`+c.input+`')`)
		press(t, p, append(strings.Split(c.typed, ""), "Tab")...)
		wait(t, p, `player.state.spec.`+c.key+` === '`+c.want+`'`)
	}
	for _, c := range []struct{ input, typed, key, want string }{ // by an input method
		{"#field-learningRate input[type=text]", "０．０２", "learningRate", "0.02"},
		{"[data-do=units]", "５", "networkShape", "5,2"},
	} {
		eval[bool](t, p, `(() => { const input = document.querySelector('`+c.input+`'); input.focus(); input.select(); document.execCommand('insertText', false, '`+c.typed+`'); input.blur(); return true; })()`)
		wait(t, p, `player.state.spec.`+c.key+` === '`+c.want+`'`)
	}
	// Numbers of the dialogs are read alike, and move by the arrow keys.
	eval[bool](t, p, `(document.querySelector('#stops').click(), Object.assign(document.querySelector('#stop-accuracy'), { value: '９７，５ %' }).dispatchEvent(new Event('change')))`)
	if got := eval[string](t, p, `document.querySelector('#stop-accuracy').value`); got != "97.5" {
		t.Errorf("an accuracy of 97.5 %% is read as %q", got)
	}
	eval[bool](t, p, `(document.querySelector('#stops-dialog').close(), document.querySelector('#share').click(), true)`)
	wait(t, p, `document.querySelector('#share-dialog').open`)
	eval[bool](t, p, `(() => { const step = document.querySelector('#share-step'); step.closest('details')?.setAttribute('open', ''); step.value = '1 0００'; step.focus(); return true; })()`)
	press(t, p, "ArrowUp", "ArrowUp", "ArrowDown")
	wait(t, p, `document.querySelector('#share-step').value === '1001'`)
}
