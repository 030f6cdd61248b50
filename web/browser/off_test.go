//go:build !js

package browser

import (
	"strings"
	"testing"
)

// TestSwitchOff switches a neuron off by its card: it is crossed out, the numbers without
// it are told, training goes on to the same weights, and one button ends it.
func TestSwitchOff(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=xor&networkShape=3", 1280, 720)
	eval[bool](t, p, player+`.then(el => { globalThis.player = el; return player.train(200); }).then(() => true)`)
	eval[bool](t, p, focusNet)
	press(t, p, "ArrowRight", "ArrowRight", "Enter")
	got := eval[struct {
		Said, Numbers, Button, Again, Wanted, Made string
		Before, During                             float64
	}](t, p, walking+`
		const seen = {};
		await until(() => !$('#card').hidden && !$('#card-off').hidden);
		seen.before = await ink();
		seen.button = $('#card-off').textContent;
		$('#card-off').click();
		await until(() => $('.off:not([hidden]) .off-numbers')?.textContent.includes('→'));
		seen.said = $('.off-said').textContent;
		seen.numbers = $('.off-numbers').textContent;
		await until(() => $('#card-off').textContent !== seen.button);
		seen.again = $('#card-off').textContent;
		seen.during = await ink();
		const made = await player.train(50);
		seen.made = made.fingerprint;
		$('.off .button').click();
		await until(() => $('.off').hidden);
		await player.reset();
		seen.wanted = (await player.train(made.step)).fingerprint;
		return seen;
	})()`)
	if got.Button != "Switch off" || got.Again != "Switch on" || !strings.HasPrefix(got.Said, "Without hidden layer 1, unit 1") {
		t.Errorf("%+v", got)
	}
	if got.Made != got.Wanted || got.During == got.Before {
		t.Errorf("%+v", got)
	}
}

// TestWorth judges a network without each of its units, by the panel of numbers and by
// program, and switches one off there, and a weight on the drawing.
func TestWorth(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=gauss&networkShape=2", 1280, 720)
	got := eval[struct {
		Rows, Pressed, Off   []string
		Worth, Told, Without float64
		Refused              string
	}](t, p, player+`.then(async (el) => {
		globalThis.player = el;
		await el.train(100);
		const seen = {}, $ = (selector) => document.querySelector(selector), all = (selector) => [...document.querySelectorAll(selector)];
		const worth = await el.worth({ tensor: 'hidden1/out', part: 1 });
		seen.worth = worth.without.testLoss - worth.metrics.testLoss;
		$('#origin-open').click();
		await until(() => all('#origin button').find((button) => button.textContent === 'All tensors'));
		all('#origin button').find((button) => button.textContent === 'All tensors').click();
		await until(() => all('.inspector-row').some((row) => row.textContent.startsWith('output of hidden layer 1')));
		all('.inspector-row').find((row) => row.textContent.startsWith('output of hidden layer 1')).click();
		await until(() => $('.worth .link'));
		$('.worth .link').click();
		await until(() => $('.worth-progress').hidden && all('.worth-part').length === 2);
		seen.rows = all('.worth-part').map((row) => row.textContent);
		all('.worth-part')[1].click();
		await until(() => $('.worth-part[aria-pressed=true]'));
		seen.pressed = all('.worth-part').map((row) => row.ariaPressed);
		const both = await el.ablate({ tensor: 'hidden1/weight', part: 2 });
		seen.off = both.off.map(({ tensor, at }) => tensor + ' ' + at);
		seen.told = (await el.metrics()).testLoss;
		seen.without = both.without.testLoss;
		seen.refused = await el.ablate({ tensor: 'hidden7' }).catch(({ code }) => code);
		await el.ablate();
		await until(() => !$('.worth-part[aria-pressed=true]'));
		return seen;
	})`)
	if len(got.Rows) != 2 || !strings.HasPrefix(got.Rows[0], "unit 1") || !strings.Contains(got.Rows[1], "→") || strings.Join(got.Pressed, " ") != "false true" {
		t.Errorf("%q, %q", got.Rows, got.Pressed)
	}
	if strings.Join(got.Off, ", ") != "hidden1/out 1, hidden1/weight 2" || got.Refused != "no-part" {
		t.Errorf("%q, %s", got.Off, got.Refused)
	}
	if got.Worth < 0.001 || got.Without < got.Told+0.001 {
		t.Errorf("%+v", got)
	}
}

// TestAskedOnDrawing asks on the drawing where a neuron's number and a weight come from:
// the panel of numbers opens there. An embed, which has none, offers nothing.
func TestAskedOnDrawing(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=xor&networkShape=3", 1280, 720)
	eval[bool](t, p, player+`.then(el => { globalThis.player = el; return player.train(20); }).then(() => true)`)
	eval[bool](t, p, focusNet)
	press(t, p, "ArrowRight", "ArrowRight", "Enter")
	got := eval[struct{ Unit, Weight string }](t, p, walking+`
		const seen = {};
		const name = () => document.querySelector('#origin:not([hidden]) .origin-name')?.textContent ?? '';
		await until(() => !$('#card').hidden && !$('#card-origin').hidden);
		$('#card-origin').click();
		await until(() => name().includes('unit 1'));
		seen.unit = name();
		$('.term-name').click();
		await until(() => !$('#edit').hidden && !$('#edit-origin').hidden);
		$('#edit-origin').click();
		await until(() => name() !== seen.unit);
		seen.weight = name();
		return seen;
	})()`)
	if !strings.Contains(got.Unit, "output of hidden layer 1") || !strings.Contains(got.Weight, "weight of hidden layer 1") {
		t.Errorf("%+v", got)
	}
}
