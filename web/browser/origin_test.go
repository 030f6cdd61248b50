//go:build !js

package browser

import (
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"
)

// origin are the beginnings of expressions that look at the panel of a number.
const origin = `(async () => {
	const panel = document.querySelector('#origin');
	const name = () => panel.querySelector('.origin-name').textContent;
	const value = () => panel.querySelector('.origin-value data').textContent;
	const key = (key, more = {}) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
	const becomes = (text) => until(() => name().includes(text));
`

// TestOrigin opens the update of a weight, goes from term to term down to the data,
// back by the keyboard, and on to another step, which the panel follows.
func TestOrigin(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=xor&networkShape=2", 1440, 900)
	got := eval[map[string]string](t, p, player+`.then(el => { globalThis.player = el; return `+origin+`
		const seen = {};
		const { fingerprint } = await player.train(3);
		document.querySelector('#origin-open').click();
		await becomes('new weight of hidden layer 1');
		seen.first = name();
		seen.step = panel.querySelector('.origin-value span').textContent;
		seen.update = String((await player.explain({ tensor: 'hidden1/weight', index: [0, 0], of: 'update' })).value.toPrecision(4) === Number(value().replace('−', '-')).toPrecision(4));
		seen.formulas = String([...panel.querySelectorAll('math')].map(m => m.textContent.length > 1).join());
		seen.focus = document.activeElement.className;
		key('ArrowDown');
		key('ArrowDown');
		document.activeElement.click();
		await becomes('gradient of the weight');
		seen.way = String(panel.querySelectorAll('.origin-way li').length);
		panel.querySelector('.origin-tools .button').click();
		await until(() => panel.querySelector('.origin-compared').textContent.endsWith('they agree.'));
		panel.querySelector('.told-open').click();
		await becomes('gradient of the weighted sum');
		panel.querySelector('input[value=value]').focus();
		panel.querySelector('input[value=value]').click();
		await until(() => !name().includes('gradient'));
		seen.kept = document.activeElement.value + ' ' + document.activeElement.checked;
		seen.turned = name();
		const data = [...panel.querySelectorAll('.told-terms .link')].find(b => b.textContent.startsWith('weight of'));
		data.click();
		await becomes('weight of hidden layer 1, from');
		seen.leaf = panel.querySelector('.origin-what').textContent;
		seen.none = String(panel.querySelector('.told-terms').hidden);
		key('Backspace');
		await becomes('weighted sum of hidden layer 1');
		key('ArrowLeft', { altKey: true });
		await becomes('gradient of the weight');
		for (let i = 0; i < 3; i++) key('Backspace');
		await becomes('new weight');
		const before = value();
		await player.step();
		await until(() => value() !== before);
		seen.follows = panel.querySelector('.origin-value span').textContent;
		key('Escape');
		seen.closed = panel.hidden + ' ' + document.activeElement.id;
		await player.goTo(3);
		seen.same = String((await player.metrics()).fingerprint === fingerprint);
		return seen;
	})()})`)
	for what, want := range map[string]string{
		"first": "new weight of hidden layer 1, from input 1 to unit 1", "step": "in step 3", "update": "true", "formulas": "true,true,true", "focus": "origin-name",
		"way": "1", "kept": "value true", "leaf": "Before the step As an earlier step left it.", "none": "true", "follows": "in step 4", "closed": "true origin-open", "same": "true",
	} {
		if got[what] != want {
			t.Errorf("%s: %q, want %q", what, got[what], want)
		}
	}
	if !strings.HasPrefix(got["turned"], "weighted sum of hidden layer 1, sample ") {
		t.Errorf("the number whose gradient was shown is called %q", got["turned"])
	}
}

// TestOriginNarrow opens the panel on a phone in Chinese: it fits, above the buttons,
// and what it says is Chinese.
func TestOriginNarrow(t *testing.T) {
	t.Parallel()
	p := open(t, "/?lang=zh-Hans#v=1", 390, 844)
	got := eval[struct {
		Name, Wide, Sheet string
		Latin             []string
	}](t, p, player+`.then(el => { globalThis.player = el; return `+origin+`
		document.querySelector('#origin-open').click();
		await becomes('隐藏层');
		const box = panel.getBoundingClientRect();
		const bar = document.querySelector('#transport').getBoundingClientRect();
		const texts = [...panel.querySelectorAll('button, span, p, h2, h3, option, th')].filter((e) => e.childElementCount === 0).map((e) => e.textContent);
		return {
			name: name(), wide: String(document.documentElement.scrollWidth <= innerWidth && panel.querySelector('.origin-body').scrollWidth <= panel.clientWidth),
			sheet: [box.left, innerWidth - box.right, Math.round(bar.top - box.bottom)].join(),
			latin: texts.filter((text) => /[a-z]{3}/.test(text)),
		};
	})()})`)
	if got.Name != "更新后：隐藏层 1 的权重，从输入 1 到单元 1" || got.Wide != "true" || got.Sheet != "0,0,0" {
		t.Errorf("%+v", got)
	}
	for _, text := range got.Latin {
		t.Errorf("%q is not Chinese", text)
	}
}

// TestFormulas sets every formula that numbers are told by, without a command that it
// does not know.
func TestFormulas(t *testing.T) {
	t.Parallel()
	quoted := regexp.MustCompile("`([^`\n]+)`")
	var formulas []string
	for _, name := range []string{"operation", "symbols", "explain"} {
		text, err := os.ReadFile("../../nn/experiment/explain/" + name + ".go")
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range quoted.FindAllStringSubmatch(string(text), -1) {
			formulas = append(formulas, m[1])
		}
	}
	if len(formulas) < 80 {
		t.Fatalf("only %d formulas are found", len(formulas))
	}
	list, err := json.Marshal(formulas)
	if err != nil {
		t.Fatal(err)
	}
	unknown := eval[[]string](t, standing(t), `import('/numbers/latex.js').then(({ math }) => `+string(list)+`.filter((latex) => math(latex).querySelector('merror') !== null))`)
	for _, latex := range unknown {
		t.Errorf("%s has a command that is not known", latex)
	}
}

// TestOriginFamilies opens a number of every tensor of every family's step, and a term of
// some: all have words, and formulas that can be set.
func TestOriginFamilies(t *testing.T) {
	t.Parallel()
	for _, family := range families {
		t.Run(family.Name, func(t *testing.T) {
			t.Parallel()
			p := open(t, "/#v=1&architecture="+family.Name, 1440, 900, blank)
			got := eval[struct {
				Opened int
				Wrong  []string
			}](t, p, player+`.then(el => { globalThis.player = el; return `+origin+`
				await player.train(1);
				document.querySelector('#origin-open').click();
				const data = () => panel.querySelector('.origin-value data');
				await until(data);
				const wrong = new Set();
				const list = panel.querySelector('.origin-tensor');
				const look = async (act) => {
					const before = data();
					act();
					await until(() => data() !== before || panel.querySelector('.is-refused'));
					const said = panel.querySelector('.origin-body').innerText;
					for (const key of said.match(/numbers\.[\w.-]+/g) ?? []) wrong.add(key);
					for (const bad of panel.querySelectorAll('merror')) wrong.add(bad.textContent);
					if (panel.querySelector('.is-refused')) wrong.add(said);
				};
				for (const [i, option] of [...list.options].entries()) {
					if (/[a-z][A-Z0-9]|\/|_/.test(option.text)) wrong.add(option.text);
					await look(() => { list.value = option.value; list.dispatchEvent(new Event('change')); });
					const opener = panel.querySelector('.told-open');
					if (opener && i % 4 === 0) await look(() => opener.click());
				}
				return { opened: list.options.length, wrong: [...wrong] };
			})()})`)
			if got.Opened < 10 {
				t.Errorf("only %d tensors", got.Opened)
			}
			for _, what := range got.Wrong {
				t.Error(what)
			}
		})
	}
}

// TestInspector looks at all tensors, at one as a heat map, opens its largest number and
// gives it another value.
func TestInspector(t *testing.T) {
	t.Parallel()
	p := open(t, "/#v=1&dataset=xor&networkShape=3&activation=relu", 1440, 900)
	got := eval[map[string]string](t, p, player+`.then(el => { globalThis.player = el; return `+origin+`
		const seen = {};
		await player.train(5);
		document.querySelector('#origin-open').click();
		await becomes('new weight of hidden layer 1');
		panel.querySelector('.origin-survey').click();
		const rows = () => [...panel.querySelectorAll('.inspector-row')];
		await until(() => rows().length > 8);
		const weight = rows().find(row => row.textContent.startsWith('weight of hidden layer 1'));
		seen.said = weight.textContent;
		weight.focus();
		weight.click();
		await until(() => panel.querySelector('.inspector-heat'));
		const canvas = panel.querySelector('.inspector-heat');
		seen.heat = canvas.width + ' x ' + canvas.height;
		seen.named = String(canvas.getAttribute('aria-label').startsWith('Heat map of the weight'));
		const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
		seen.colors = String(new Set([...Array(pixels.length / 4).keys()].map(i => pixels.slice(4 * i, 4 * i + 3).join())).size > 3);
		const after = await player.train(1); // it follows, and stays open
		await until(() => panel.querySelector('.inspector-heat') !== canvas && panel.querySelector('.inspector-heat'));
		panel.querySelector('.inspector-more .link').click();
		await becomes('new weight of hidden layer 1');
		const field = panel.querySelector('.origin-change input');
		field.focus();
		field.value = '0,5';
		field.dispatchEvent(new Event('change'));
		await until(() => player.state?.edited);
		seen.edited = String((await player.metrics()).fingerprint !== after.fingerprint);
		panel.querySelector('.origin-survey').click();
		await until(() => rows().length > 8);
		panel.querySelector('.origin-survey').click();
		await until(() => rows().every(row => !row.checkVisibility()));
		return seen;
	})() })`)
	for name, want := range map[string]string{"heat": "3 x 2", "named": "true", "colors": "true", "edited": "true"} {
		if got[name] != want {
			t.Errorf("%s: %q, want %q", name, got[name], want)
		}
	}
	if !strings.Contains(got["said"], "2 × 3") || !strings.Contains(got["said"], "mean ") || !strings.Contains(got["said"], "‖gradient‖") {
		t.Errorf("%q", got["said"])
	}
}
