//go:build !js

package browser

import (
	"fmt"
	"strings"
	"testing"
)

// TestDescriptions holds that each architecture is described in words, in both
// languages, with how it stands: for those who do not see the canvas, and as the
// alternative of the picture that is shared.
func TestDescriptions(t *testing.T) {
	t.Parallel()
	p := open(t, "/", 1280, 720, blank)
	eval[bool](t, p, player+`.then(el => {
		globalThis.player = el;
		globalThis.described = async (lang) => {
			const select = document.querySelector('#language');
			select.value = lang;
			select.dispatchEvent(new Event('change'));
			await until(() => document.documentElement.lang === lang);
			return document.querySelector('#canvas-text').textContent;
		};
		return true;
	})`)
	for _, c := range []struct{ link, english, chinese string }{
		{"dataset=moons&networkShape=6,3", "hidden layers of 6, 3 neurons (Tanh)|Two moons|telling groups|Step 3: training loss |Accuracy ", "6, 3|双月|训练损失 "},
		{"dataset=reg-plane&networkShape=none", "no hidden layer|Slope|predicting a number|R² ", "没有隐藏层|R² 为 "},
		{"architecture=cnn&images=shapes&filters=4,6", "convolutional network|Shapes|4, 6 filters of 3 × 3|Accuracy ", "卷积神经网络|4, 6|准确率 "},
		{"architecture=rnn&cell=lstm&rival=gru&units=12&layers=2", "recurrent network of 2 × 12 units (LSTM)|A second network (GRU)|test loss ", "2 × 12|LSTM|GRU"},
		{"architecture=transformer&sequence=reverse&blocks=2&heads=4&width=16", "Transformer (Decoder): blocks 2, attention heads 4|Reverse|attends|Step 3", "Transformer|4 个注意力头"},
		{"architecture=gan&generatorShape=8,8&discriminatorShape=5", "generator, with hidden layers of 8, 8|discriminator, with a hidden layer of 5|“Ring”|Step 3. |JS divergence: |Discriminator's loss: ", "生成器|判别器|第 3 步|JS"},
		{"architecture=autoencoder&codeSize=3", "autoencoder squeezes images|code of 3 numbers|Step 3", "自编码器|3 个数"},
		{"architecture=autoencoder&variational=true", "A variational autoencoder|KL divergence: ", "变分自编码器"},
		{"architecture=diffusion&distribution=ring&flowSteps=20", "velocity|Ring|20 steps|Step 3: training loss ", "速度|20 步"},
	} {
		eval[bool](t, p, fmt.Sprintf(`player.setState('v=1&%s').then(async () => {
			await until(() => document.querySelector('#n-step').textContent === '0');
			await player.train(3);
			await until(() => /\b3\b/.test(document.querySelector('#n-step').textContent));
			return true;
		})`, c.link))
		for lang, want := range map[string]string{"en": c.english, "zh-Hans": c.chinese} {
			got := eval[string](t, p, fmt.Sprintf(`described(%q)`, lang))
			for words := range strings.SplitSeq(want, "|") {
				if !strings.Contains(got, words) {
					t.Errorf("%s, %s: %q lacks %q", c.link, lang, got, words)
				}
			}
			if strings.ContainsAny(got, "{}") || strings.Contains(got, "undefined") || strings.Contains(got, "–.") || strings.Contains(got, "page.") {
				t.Errorf("%s, %s: %q", c.link, lang, got)
			}
		}
	}
}

// TestLanguageAskedLast holds that of two languages whose texts come in the wrong
// order the one that was asked for last is spoken.
func TestLanguageAskedLast(t *testing.T) {
	t.Parallel()
	p := open(t, "/", 1280, 800, blank)
	spoken := eval[string](t, p, ready+`.then(async () => {
		const select = document.querySelector('#language');
		const choose = (lang) => { select.value = lang; select.dispatchEvent(new Event('change')); };
		choose('zh-Hans');
		await until(() => document.documentElement.lang === 'zh-Hans');
		const fetched = window.fetch;
		let release, read;
		const held = new Promise((resolve) => { release = resolve; }), late = new Promise((resolve) => { read = resolve; });
		window.fetch = async (url, ...rest) => {
			const answer = await fetched(url, ...rest);
			if (!/\ben\b[^/]*\.json$/.test(url)) return answer;
			await held;
			return { ok: true, json: async () => { const texts = await answer.json(); setTimeout(read); return texts; } };
		};
		choose('en');
		choose('zh-Hans');
		release();
		await late;
		window.fetch = fetched;
		return document.documentElement.lang;
	})`)
	if spoken != "zh-Hans" {
		t.Errorf("%s is spoken", spoken)
	}
}

// TestTextsComeLast holds that no control is shown by its key where the texts are
// the last to come, and that all are there then.
func TestTextsComeLast(t *testing.T) {
	t.Parallel()
	p := open(t, "/", 1280, 720, blank, `
		const fetched = fetch, held = new Promise(resolve => { globalThis.release = resolve; });
		globalThis.fetch = async (url, ...more) => {
			if (/i18n\/en[^/]*\.json$/.test(String(url)) && globalThis === top) await held;
			return fetched(url, ...more);
		};`)
	n := eval[int](t, p, player+`.then(async el => {
		for (const type of ['schema', 'previews']) await el.request({ type }); // asked for by the page before
		await new Promise(done => setTimeout(done)); // and what waits for them has gone on
		return document.querySelectorAll('.field').length;
	})`)
	if n != 0 {
		t.Errorf("without texts %d controls are shown", n)
	}
	eval[bool](t, p, `(release(), true)`)
	wait(t, p, `document.querySelector('#field-learningRate')`)
	if text := eval[string](t, p, `document.body.innerText`); strings.Contains(text, "field.") || strings.Contains(text, "page.") {
		t.Errorf("keys are left: %q", text)
	}
}

// TestIdeas holds that each setting of each architecture explains itself and
// leads to where the idea behind it is explained.
func TestIdeas(t *testing.T) {
	t.Parallel()
	for _, lang := range []string{"en", "zh-Hans"} {
		p := open(t, "/?lang="+lang, 1280, 720, blank)
		lacking := eval[[]string](t, p, player+`.then(async () => {
			await until(() => document.querySelector('#field-seed'));
			return [...document.querySelectorAll('.field')].filter(field => {
				const link = field.querySelector('.help a');
				return field.querySelector('.help p')?.textContent.length < 6 || !link?.href.startsWith('https://') || !link.getAttribute('aria-label');
			}).map(field => field.id);
		})`)
		if len(lacking) > 0 {
			t.Errorf("%s: no help with a link for %q", lang, lacking)
		}
		if n := eval[int](t, p, `document.querySelectorAll('.field').length`); n < 80 {
			t.Errorf("%d fields", n)
		}
	}
}
