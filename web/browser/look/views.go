//go:build !js

package main

import (
	"fmt"
	"strings"
)

// A view is a page at a size.
type view struct {
	name, path    string
	width, height int
	dark          bool
	prepare       string // what to do before the picture, in JavaScript
}

const trained = `customElements.whenDefined('nn-play').then(async () => {
	const player = document.querySelector('nn-play');
	await player.ready;
	player.send({ type: 'speed', stepsPerSecond: 2500 });
	await player.play();
	await new Promise(done => setTimeout(done, 4000));
	await player.pause();
	return true;
})`

// ready waits until the page is there.
const ready = `new Promise(async done => {
	while (document.querySelector('#gallery').disabled) await new Promise(go => setTimeout(go, 50));
	done(true);
})`

// drawing goes over to points of one's own from a first visit, and draws six.
const drawing = ready + `.then(async () => {
	const until = async (is) => { while (!is()) await new Promise(done => setTimeout(done, 50)); };
	const player = document.querySelector('nn-play');
	document.querySelector('.rail').click();
	const radio = document.querySelector('input[name="choice-dataset"][value="own"]');
	radio.focus();
	radio.click();
	await until(() => document.querySelector('.own-board.is-over'));
	await player.request({ type: 'draw', op: 'add', value: '-3,3,0;-2.5,2,0;-3.5,1,0;3,-3,1;2,-2.5,1;3.5,-1,1' });
	await new Promise(done => setTimeout(done, 1000));
	return true;
})`

// ownText reads a text, an expression, and takes a part of it; "": there is none to take.
func ownText(text, part string) string {
	return ready + fmt.Sprintf(`.then(async () => {
	const until = async (is) => { while (!is()) await new Promise(done => setTimeout(done, 50)); };
	const area = document.querySelector('#field-ownText textarea');
	const said = document.querySelector('.passage-said');
	const told = () => until(() => said.childElementCount > 0 && !/^Reading/.test(said.textContent));
	area.closest('details').open = true;
	if (innerWidth >= 1100) document.querySelector('.rail')?.click();
	area.value = %s;
	area.dispatchEvent(new Event('change'));
	await told();
	const select = document.getElementById('passage-part');
	if (%q !== '') {
		select.value = %[2]q;
		select.dispatchEvent(new Event('change'));
		await new Promise(done => setTimeout(done, 500));
		await told();
	}
	area.scrollIntoView({ block: 'center' });
	await new Promise(done => setTimeout(done, 500));
	return true;
})`, text, part)
}

// walking goes to the stop of that number at a station of the next step.
func walking(station string, stop int) string {
	return trained + fmt.Sprintf(`.then(async () => {
	const until = async (is) => { while (!is()) await new Promise(done => setTimeout(done, 50)); };
	document.getElementById('through').click();
	const frame = document.querySelector('nn-play').shadowRoot.querySelector('iframe').contentDocument;
	await until(() => frame.querySelector('.walk-number'));
	const stations = ['data', 'forward', 'activation', 'loss', 'backward', 'gradients', 'update'];
	frame.querySelectorAll('.walk-station')[stations.indexOf(%q)].click();
	for (let i = 0; i < %d; i++) {
		await until(() => frame.querySelector('.walk-panel[aria-busy=false] .walk-number'));
		frame.querySelectorAll('.walk-stops:not(.walk-turns) button')[i + 1]?.click();
	}
	await new Promise(done => setTimeout(done, 2500));
	return true;
})`, station, stop)
}

// sharing opens the dialog for sharing at a step, and waits for its preview.
func sharing(form string) string {
	return fmt.Sprintf(`customElements.whenDefined('nn-play').then(async () => {
	const until = async (is) => { while (!is()) await new Promise(done => setTimeout(done, 50)); };
	const player = document.querySelector('nn-play');
	await player.ready;
	await until(() => document.querySelector('.field'));
	await player.train(400);
	await until(() => document.querySelector("#n-step").textContent === "400");
	document.querySelector('#share').click();
	document.querySelector('[name="share-form"][value=%q]').click();
	await until(() => {
		const preview = document.querySelector('#share-stage nn-play');
		const shown = preview?.shadowRoot.querySelector('iframe')?.contentDocument;
		return preview?.getAttribute('step') === '400' && shown?.querySelector('canvas') && shown.querySelector('#status').hidden && shown.querySelector('#opening').hidden;
	});
	await new Promise(done => setTimeout(done, 2500));
	return true;
})`, form)
}

// carded trains for some steps, presses a key on the drawing until it says some words,
// and opens the card of what that is.
func carded(steps int, key, words string) string {
	return fmt.Sprintf(`customElements.whenDefined('nn-play').then(async () => {
	const until = async (is) => { while (!is()) await new Promise(done => setTimeout(done, 50)); };
	const player = document.querySelector('nn-play');
	await player.ready;
	await player.train(%d);
	const d = player.shadowRoot.querySelector('iframe').contentDocument;
	const find = (id) => d.querySelector('#' + id);
	const press = (key) => d.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
	await until(() => find('status').hidden && !find('net').hidden);
	await until(() => { find('net').blur(); find('net').focus(); return find('net-live').textContent !== ''; });
	for (let i = 0; i < 600 && !find('net-live').textContent.includes(%q); i++) {
		press(%q);
		await new Promise(requestAnimationFrame);
	}
	press('Enter');
	await until(() => !find('card').hidden);
	await new Promise(done => setTimeout(done, 1000));
	return true;
})`, steps, words, key)
}

// tabled drops a table, whose text is an expression, and waits until it is read.
func tabled(text string) string {
	return ready + fmt.Sprintf(`.then(async () => {
	const data = new DataTransfer();
	data.items.add(new File([%s], 'measured.csv'));
	dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
	while (document.querySelector('#csv-choices').hidden) await new Promise(done => setTimeout(done, 50));
	return true;
})`, text)
}

// wideTable is a table of thirty columns with most of what there is to be said.
const wideTable = `'measured in 2024\nday;' + Array.from({ length: 28 }, (_, i) => 'signal ' + (i + 1)).join(';') + ';site;outcome\n' + Array.from({ length: 240 }, (_, r) => [
	new Date(Date.UTC(2024, 0, 1 + r)).toISOString().slice(0, 10),
	...Array.from({ length: 28 }, (_, i) => (r * (i + 3)) % 17 === 0 ? '' : (Math.sin(r * (i + 1) * 12.9898) * 40 + i + (r % 2) * i / 3).toFixed(2).replace('.', ',') + (r === 40 && i === 2 ? '*' : '')),
	['north', 'south', 'east'][r % 3], r % 2 ? 'healthy' : 'ill'].join(';')).join('\n')`

// learned trains on all columns of the wide table.
var learned = tabled(wideTable) + `.then(async () => {
	document.querySelector('#csv-learn').click();
	while (document.querySelector('#csv-dialog').open) await new Promise(done => setTimeout(done, 50));
	document.querySelector('#workshop:not([hidden])')?.click();
	await document.querySelector('nn-play').train(600);
	return true;
})`

// pixelTable is a table of a label and 784 pixels.
const pixelTable = `'label,' + Array.from({ length: 784 }, (_, i) => 'pixel' + i).join() + '\n' + Array.from({ length: 40 }, (_, r) => [r % 10, ...Array.from({ length: 784 }, (_, i) => (i * (r + 1)) % 256)].join()).join('\n')`

// again trains four times, each time with something else.
const again = `customElements.whenDefined('nn-play').then(async () => {
	const player = document.querySelector('nn-play');
	await player.ready;
	for (const [key, value] of [['optimizer', 'sgd'], ['optimizer', 'adam'], ['seed', '2'], ['activation', 'relu']]) {
		await player.set(key, value);
		for (let i = 0; i < 20; i++) await player.train(15);
	}
	return true;
})`

// opened opens a number of the last step, and one that it was made of.
const opened = `customElements.whenDefined('nn-play').then(async () => {
	const player = document.querySelector('nn-play');
	await player.ready;
	await player.train(30);
	document.querySelector('#origin-open').click();
	for (const selector of ['.origin-turns label:last-child input', '.told-terms tbody tr:last-child button']) {
		let button = null;
		while (!(button = document.querySelector(selector))) await new Promise(done => setTimeout(done, 50));
		button.click();
		await new Promise(done => setTimeout(done, 500));
	}
	return true;
})`

// judged opens the test loss where it stands below the network, after some steps.
const judged = `customElements.whenDefined('nn-play').then(async () => {
	const player = document.querySelector('nn-play');
	await player.ready;
	await player.train(30);
	let button = null;
	while (!(button = document.querySelector('#n-test .opener'))) await new Promise(done => setTimeout(done, 50));
	button.click();
	while (!document.querySelector('.told-terms tbody')) await new Promise(done => setTimeout(done, 50));
	return true;
})`

// back trains, and goes back to a step.
const back = `customElements.whenDefined('nn-play').then(async () => {
	const player = document.querySelector('nn-play');
	await player.ready;
	for (let i = 0; i < 30; i++) await player.train(100);
	await player.goTo(1200);
	return true;
})`

// advised trains until something goes wrong.
const advised = `customElements.whenDefined('nn-play').then(async () => {
	const player = document.querySelector('nn-play');
	await player.ready;
	await player.play();
	while (document.querySelector('#advice').childElementCount === 0) await new Promise(done => setTimeout(done, 50));
	await player.pause();
	return true;
})`

// said asks a network of tokens to go on.
const said = `.then(async () => {
	document.querySelector('#action-generate').form.requestSubmit();
	while (document.querySelector('#actions-said').textContent === '') await new Promise(done => setTimeout(done, 50));
	return true;
})`

// ownImages drops two classes of pictures.
const ownImages = `new Promise(async (done) => {
	while (document.querySelectorAll('.album-class').length < 2) await new Promise(go => setTimeout(go, 50));
	for (const [index, draw] of [(c, i) => c.arc(0, 0, 12 + i % 5, 0, 7), (c, i) => (c.moveTo(-16, i % 9 - 4), c.lineTo(16, 0))].entries()) {
		const data = new DataTransfer();
		for (let i = 0; i < 14; i++) {
			const canvas = document.createElement('canvas');
			canvas.width = canvas.height = 60;
			const c = canvas.getContext('2d');
			c.fillStyle = 'white';
			c.fillRect(0, 0, 60, 60);
			c.lineWidth = 5 + i % 3;
			c.translate(30, 30);
			c.rotate(i / 6);
			c.beginPath();
			draw(c, i);
			c.stroke();
			const blob = await new Promise(made => canvas.toBlob(made));
			data.items.add(new File([blob], i + '.png', { type: 'image/png' }));
		}
		document.querySelectorAll('.album-class')[index].dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
		while (document.querySelectorAll('.album-count')[index].textContent !== '14') await new Promise(go => setTimeout(go, 50));
	}
	done(true);
})`

// inEmbed trains a frame that stands alone, and defines what is done there.
const inEmbed = `(async () => {
	const pause = (ms) => new Promise(done => setTimeout(done, ms));
	while (document.querySelector('#status').hidden === false || !document.querySelector('canvas')) await pause(50);
	document.querySelector('#play').click();
	await pause(3000);
	document.querySelector('#play').click();
	globalThis.press = async (...keys) => {
		document.querySelector('#net').focus();
		for (const key of keys) {
			document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
			await pause(200);
		}
		return true;
	};
	globalThis.warp = (layer) => {
		const select = document.querySelector('#warp-layer');
		select.value = String(layer);
		select.dispatchEvent(new Event('change'));
		return true;
	};
	return true;
})()`

// pressed is an expression that presses the page's buttons of a selector.
func pressed(selector string) string {
	return `new Promise(async done => {
		while (!document.querySelector('#field-dropout')) await new Promise(go => setTimeout(go, 50));
		for (const button of document.querySelectorAll('` + selector + `')) button.click();
		done(true);
	})`
}

const ringGAN = "v=1&architecture=gan&distribution=ring&generatorShape=16,16&discriminatorShape=16,16&learningRate=0.004&discriminatorRate=0.006&beta2=0.99"

// shown shows a parameter by itself.
func shown(name string) string {
	return `.then(async () => {
		const inFrame = (id) => document.querySelector('nn-play').shadowRoot.querySelector('iframe').contentDocument.getElementById(id);
		while (![...inFrame('parameter').options].some(option => option.value === '` + name + `')) await new Promise(done => setTimeout(done, 50));
		inFrame('parameter').value = '` + name + `';
		inFrame('parameter').dispatchEvent(new Event('change'));
		return true;
	})`
}

// briefly is an expression that trains so many steps.
func briefly(steps int) string {
	return fmt.Sprintf("customElements.whenDefined('nn-play').then(() => document.querySelector('nn-play').train(%d)).then(() => true)", steps)
}

// phases goes on by so many phases of slow motion.
func phases(n int) string {
	return fmt.Sprintf(`.then(async () => {
		for (let i = 0; i < %d; i++) {
			while (!document.querySelector('#action-nextPhase')) await new Promise(done => setTimeout(done, 50));
			document.querySelector('#action-nextPhase').click();
			await new Promise(done => setTimeout(done, 300));
		}
		return true;
	})`, n)
}

var views = []view{
	{"family-visit", "/", 1280, 720, false, ready},
	{"family-found", "/", 1280, 720, false, briefly(2000)},
	{"family-points", "/#v=1", 1280, 720, false, briefly(600)},
	{"family-cnn", "/#v=1&architecture=cnn", 1280, 720, false, briefly(200)},
	{"family-rnn", "/#v=1&architecture=rnn", 1280, 720, false, briefly(300)},
	{"family-transformer", "/#v=1&architecture=transformer", 1280, 720, false, briefly(300)},
	{"family-gan", "/#v=1&architecture=gan", 1280, 720, false, briefly(600)},
	{"family-autoencoder", "/#v=1&architecture=autoencoder", 1280, 720, false, briefly(500)},
	{"family-diffusion", "/#v=1&architecture=diffusion", 1280, 720, false, briefly(1500)},
	{"screenshot", "/#v=1&dataset=spiral&networkShape=8,8&optimizer=adam&learningRate=0.01", 1440, 900, false, trained},
	{"desktop-dark", "/#v=1&dataset=moons&noise=20&networkShape=6,4", 1440, 900, true, trained},
	{"laptop-classes", "/#v=1&dataset=blobs&classes=5&networkShape=8,6&optimizer=adam", 1280, 720, false, trained},
	{"visit", "/", 1440, 900, false, ready},
	{"visit-found", "/", 1440, 900, false, briefly(2000)},
	{"visit-trained", "/", 1440, 900, false, trained}, // web/screenshot.png
	{"visit-laptop", "/", 1280, 720, true, ready},
	{"visit-tablet", "/?lang=zh-Hans", 820, 1180, false, briefly(2000)},
	{"visit-phone", "/", 390, 844, false, ready},
	{"visit-phone-found", "/", 390, 844, true, briefly(2000)},
	{"visit-small", "/", 320, 640, false, ready},
	{"visit-data", "/", 1440, 900, false, ready + `.then(() => (document.querySelector('.rail').click(), true))`},
	{"visit-data-laptop", "/", 1280, 720, false, ready + `.then(() => (document.querySelector('.rail').click(), true))`},
	{"visit-data-phone", "/", 390, 844, false, ready + `.then(() => { document.querySelector('.rail').click(); document.querySelector('.choice').scrollIntoView({ block: 'center' }); return true; })`},
	{"visit-own", "/", 1440, 900, false, drawing},
	{"visit-own-laptop", "/", 1280, 720, true, drawing},
	{"visit-own-phone", "/", 390, 844, false, drawing},
	{"visit-menu", "/", 1280, 720, false, ready + `.then(() => (document.querySelector('#menu-button').click(), true))`},
	{"transformer-laptop", "/#v=1&architecture=transformer&sequence=sort&length=6", 1280, 720, false, briefly(100)},
	{"laptop-charts", "/#v=1&dataset=moons&noise=20", 1280, 720, false, trained + `.then(() => { document.querySelector('#charts').click(); return true; })`},
	{"tablet-curve", "/#v=1&dataset=x-sin-x&networkShape=20,20&optimizer=adam&learningRate=0.01&preprocess=standardize", 820, 1180, false, trained},
	{"tablet-chinese", "/?lang=zh-Hans", 820, 1180, true, trained},
	{"phone", "/", 390, 844, false, trained},
	{"phone-dark", "/#v=1&dataset=xor", 390, 844, true, trained},
	{"large", "/#v=1&dataset=spiral3&networkShape=32,32,16,16,8,8,8&optimizer=adam", 1440, 900, false, trained},
	{"removed-links", "/#v=1&dataset=circle&networkShape=8,4&regularization=l1&regularizationRate=0.003&preprocess=standardize", 1440, 900, false, trained},
	{"own-points", "/#v=1&dataset=moons&noise=10&networkShape=6,4", 1440, 900, false, trained + `.then(async () => {
		document.querySelector('input[name="choice-dataset"][value="own"]').click();
		await new Promise(done => setTimeout(done, 1000));
		const player = document.querySelector('nn-play');
		const stroke = (turn, of) => Array.from({ length: 24 }, (_, i) => [3 * Math.cos(turn + i / 8) + 1.5 * of, 3 * Math.sin(turn + i / 8), of].map(v => v.toFixed(3)).join(',')).join(';');
		await player.request({ type: 'draw', op: 'add', value: stroke(0, 0) + ';' + stroke(3.2, 1) });
		await player.train(400);
		document.querySelector('#own-canvas').focus();
		return true;
	})`},
	{"own-values", "/?lang=zh-Hans#v=1&dataset=reg-gauss&samples=400&networkShape=6,4", 390, 844, true, trained + `.then(async () => {
		document.querySelector('input[name="choice-dataset"][value="own-values"]').click();
		await new Promise(done => setTimeout(done, 1000));
		document.querySelector('details[data-panel="data"]').open = true;
		document.querySelector('.canvas-frame').scrollIntoView({ block: 'center' });
		return true;
	})`},
	{"own-table-used", "/", 1280, 860, false, trained + `.then(async () => {
		const rows = Array.from({ length: 150 }, (_, i) => [5 + i % 7 / 10 + Math.floor(i / 50) / 2, 3 + i % 5 / 10 - Math.floor(i / 50) / 3, ['setosa', 'versicolor', 'virginica'][Math.floor(i / 50)]].join(','));
		const data = new DataTransfer();
		data.items.add(new File(['sepal length (cm),sepal width (cm),species\n' + rows.join('\n')], 'iris.csv'));
		dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
		while (document.querySelector('#csv-choices').hidden) await new Promise(done => setTimeout(done, 50));
		document.querySelector('#csv-use').click();
		while (document.querySelector('#csv-dialog').open) await new Promise(done => setTimeout(done, 50));
		await document.querySelector('nn-play').train(1500);
		return true;
	})`},
	{"own-table", "/", 1280, 860, false, trained + `.then(async () => {
		const rows = Array.from({ length: 150 }, (_, i) => [5 + i % 7 / 10, 3 + i % 5 / 10, 1 + i / 50, i % 9 || '', ['setosa', 'versicolor', 'virginica'][Math.floor(i / 50)]].join(','));
		const data = new DataTransfer();
		data.items.add(new File(['sepal length,sepal width,petal length,petal width,species\n' + rows.join('\n')], 'iris.csv'));
		dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
		await new Promise(done => setTimeout(done, 2000));
		return true;
	})`},
	{"table-wide", "/", 1440, 900, false, tabled(wideTable)},
	{"table-laptop", "/", 1280, 720, true, tabled(wideTable)},
	{"table-phone", "/?lang=zh-Hans", 390, 844, true, tabled(wideTable)},
	{"table-small", "/", 320, 640, false, tabled(wideTable)},
	{"table-pixels", "/", 1280, 720, false, tabled(pixelTable)},
	{"table-refused", "/", 1280, 720, false, ready + `.then(async () => {
		const data = new DataTransfer();
		data.items.add(new File(['x,y\n1,"2\n3,4\n'], 'quotes.txt'));
		dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
		while (document.querySelector('#csv-offers').hidden) await new Promise(done => setTimeout(done, 50));
		return true;
	})`},
	{"table-learned", "/", 1440, 900, false, learned},
	{"table-learned-phone", "/?lang=zh-Hans", 390, 844, true, learned + `.then(() => {
		document.querySelector('details[data-panel="data"]').open = true;
		document.querySelector('#table-panel').scrollIntoView();
		return true;
	})`},
	{"page-gallery", "/", 1440, 900, false, pressed("#gallery")},
	{"page-gallery-phone", "/?lang=zh-Hans", 390, 844, true, pressed("#gallery")},
	{"page-coach", "/#v=1&dataset=reg-plane&networkShape=none&learningRate=0.1", 1280, 720, false, trained},
	{"page-coach-phone", "/?lang=zh-Hans#v=1&dataset=reg-plane&networkShape=none&learningRate=0.1", 390, 844, true, trained},
	{"page-advice", "/#v=1&dataset=circle&networkShape=8&activation=relu&learningRate=3", 1280, 860, false, advised},
	{"page-advice-phone", "/?lang=zh-Hans#v=1&dataset=circle&networkShape=8&activation=relu&learningRate=3", 390, 844, true, advised},
	{"page-stops", "/", 1280, 720, true, pressed("#stops")},
	{"page-shortcuts", "/", 1280, 860, false, pressed("#shortcuts")},
	{"page-share", "/", 1280, 720, false, sharing("element")},
	{"page-share-link", "/?theme=dark#v=1&dataset=spiral&hide=playButton", 1440, 900, true, sharing("link")},
	{"page-share-gan", "/#v=1&architecture=gan", 1280, 720, false, sharing("iframe")},
	{"page-share-phone", "/?lang=zh-Hans", 390, 844, true, sharing("iframe")},
	{"page-share-phone-link", "/", 390, 844, false, sharing("link")},
	{"page-stops-phone", "/?lang=zh-Hans", 390, 844, false, pressed("#stops")},
	{"page-charts-phone", "/#v=1&dataset=moons&noise=20", 390, 844, true, trained + `.then(() => {
		document.querySelector('#charts').click();
		document.querySelector('#charts').scrollIntoView();
		return true;
	})`},
	{"page-runs", "/", 1280, 720, false, again},
	{"page-runs-phone", "/?lang=zh-Hans", 390, 844, true, again + `.then(() => (document.querySelector('.results').scrollIntoView(), true))`},
	{"page-time", "/", 1280, 720, false, back},
	{"page-time-phone", "/?lang=zh-Hans", 390, 844, true, back + `.then(() => (document.querySelector('.results').scrollIntoView(), true))`},
	{"page-numbers", "/#v=1&networkShape=3", 1280, 720, false, opened},
	{"page-numbers-phone", "/?lang=zh-Hans#v=1&networkShape=3", 390, 844, true, opened},
	{"page-metric", "/#v=1&networkShape=3", 1280, 720, false, judged},
	{"page-metric-phone", "/?lang=zh-Hans#v=1&architecture=cnn", 390, 844, true, judged},
	{"page-inspector", "/#v=1&networkShape=8,6&activation=relu", 1280, 720, false, opened + `.then(async () => {
		document.querySelector('.origin-survey').click();
		await new Promise(done => setTimeout(done, 1000));
		document.querySelectorAll('.inspector-row')[2].click();
		await new Promise(done => setTimeout(done, 1000));
		return true;
	})`},
	{"walk-data", "/#v=1&networkShape=4,2", 1280, 720, false, walking("data", 0)},
	{"walk-forward", "/#v=1&networkShape=4,2", 1280, 720, false, walking("forward", 0)},
	{"walk-loss", "/#v=1&networkShape=4,2", 1440, 900, false, walking("loss", 0)},
	{"walk-backward", "/#v=1&networkShape=4,2", 1280, 720, true, walking("backward", 2)},
	{"walk-gradients", "/?lang=zh-Hans#v=1&networkShape=4,2", 1280, 720, false, walking("gradients", 2)},
	{"walk-update-phone", "/#v=1&networkShape=4,2", 390, 844, false, walking("update", 0)},
	{"walk-gan", "/#v=1&architecture=gan", 1440, 900, false, walking("backward", 1)},
	{"walk-attention", "/#v=1&architecture=transformer", 1440, 900, false, walking("activation", 0)},
	{"walk-rnn", "/#v=1&architecture=rnn", 1280, 720, false, walking("forward", 3)},
	{"walk-cnn", "/#v=1&architecture=cnn", 1280, 720, false, walking("forward", 0)},
	{"walk-cnn-forward-4", "/#v=1&architecture=cnn", 1280, 720, false, walking("forward", 4)},
	{"walk-cnn-activation-0", "/#v=1&architecture=cnn", 1280, 720, false, walking("activation", 0)},
	{"walk-cnn-backward-4", "/#v=1&architecture=cnn", 1280, 720, false, walking("backward", 4)},
	{"walk-cnn-gradients-2", "/#v=1&architecture=cnn", 1280, 720, false, walking("gradients", 2)},
	{"walk-rnn-data-0", "/#v=1&architecture=rnn&cell=gru", 1280, 720, false, walking("data", 0)},
	{"walk-rnn-activation-4", "/#v=1&architecture=rnn&cell=gru", 1280, 720, false, walking("activation", 4)},
	{"walk-rnn-backward-9", "/#v=1&architecture=rnn&cell=gru", 1280, 720, false, walking("backward", 9)},
	{"walk-rnn-gradients-1", "/#v=1&architecture=rnn&cell=gru", 1280, 720, false, walking("gradients", 1)},
	{"walk-transformer-forward-3", "/#v=1&architecture=transformer", 1280, 720, false, walking("forward", 3)},
	{"walk-transformer-forward-12", "/#v=1&architecture=transformer", 1280, 720, false, walking("forward", 12)},
	{"walk-transformer-backward-8", "/#v=1&architecture=transformer", 1280, 720, false, walking("backward", 8)},
	{"walk-transformer-update-2", "/#v=1&architecture=transformer", 1280, 720, false, walking("update", 2)},
	{"walk-autoencoder-data-0", "/#v=1&architecture=autoencoder", 1280, 720, false, walking("data", 0)},
	{"walk-autoencoder-forward-3", "/#v=1&architecture=autoencoder", 1280, 720, false, walking("forward", 3)},
	{"walk-autoencoder-activation-5", "/#v=1&architecture=autoencoder", 1280, 720, false, walking("activation", 5)},
	{"walk-autoencoder-gradients-1", "/#v=1&architecture=autoencoder", 1280, 720, false, walking("gradients", 1)},
	{"walk-gan-data-0", "/#v=1&architecture=gan", 1280, 720, false, walking("data", 0)},
	{"walk-gan-forward-2", "/#v=1&architecture=gan", 1280, 720, false, walking("forward", 2)},
	{"walk-gan-activation-3", "/#v=1&architecture=gan", 1280, 720, false, walking("activation", 3)},
	{"walk-gan-update-1", "/#v=1&architecture=gan", 1280, 720, false, walking("update", 1)},
	{"walk-diffusion-data-0", "/#v=1&architecture=diffusion", 1280, 720, false, walking("data", 0)},
	{"walk-diffusion-forward-2", "/#v=1&architecture=diffusion", 1280, 720, false, walking("forward", 2)},
	{"walk-diffusion-activation-1", "/#v=1&architecture=diffusion", 1280, 720, false, walking("activation", 1)},
	{"walk-diffusion-backward-1", "/#v=1&architecture=diffusion", 1280, 720, false, walking("backward", 1)},
	{"page-numbers-attention", "/#v=1&architecture=transformer", 1440, 900, false, opened},
	{"page-by-hand", "/#v=1&dataset=worked-example&networkShape=1&activation=sigmoid&learningRate=0.1&batchSize=2&seed=8", 1280, 720, false, trained},
	{"page-runs-chart", "/", 1440, 900, true, again + `.then(() => (document.querySelector('#charts').click(), true))`},
	{"tutorial", "/tutorial/one-neuron.html", 1280, 720, false, "true"},
	{"tutorial-phone", "/tutorial/one-neuron.zh-Hans.html", 390, 844, true, "true"},
	{"page-help", "/", 820, 1180, false, pressed("#field-dropout .help-button, #field-learningRate .help-button")},
	{"page-layers", "/#v=1&networkShape=8,6,4&activation=relu,tanh,sigmoid", 1280, 720, false, pressed(".layered summary") + `.then(() => {
		document.querySelector('.layered').scrollIntoView({ block: 'center' });
		return true;
	})`},
	{"page-projector", "/#v=1&dataset=spiral&networkShape=8,8&optimizer=adam&learningRate=0.01", 1280, 720, false, pressed("#projector") + `.then(() => ` + trained + `)`},
	{"page-projector-dark", "/?lang=zh-Hans#v=1&dataset=moons", 1920, 1080, true, pressed("#projector") + `.then(() => ` + trained + `)`},
	{"page-watch", "/", 1440, 900, false, pressed("#gallery") + `.then(() => (document.querySelector('[data-preset="overfitting"]').click(), ` + trained + `))`},
	{"own-text", "/#v=1&architecture=rnn&sequence=own-text&length=32", 1440, 900, false, ownText(`"one word. ".repeat(4000)`, "passages")},
	{"own-text-short", "/#v=1&architecture=rnn&sequence=own-text&length=32", 1440, 900, true, ownText(`"too short"`, "")},
	{"own-text-phone", "/#v=1&architecture=rnn&sequence=own-text&length=32", 390, 844, false, ownText(`"one word.\u200b\r\n".repeat(3000)`, "passages")},
	{"rnn-contest", "/#v=1&architecture=rnn&sequence=adding&length=40&cell=rnn&rival=lstm", 1440, 900, false, trained},
	{"rnn-copy", "/?lang=zh-Hans#v=1&architecture=rnn&sequence=copy&length=12&units=32", 1440, 900, true, trained},
	{"rnn-rhymes", "/#v=1&architecture=rnn&sequence=rhymes-en&length=32&cell=lstm&units=64&batchSize=16", 1280, 720, false, trained + said},
	{"rnn-stacked", "/#v=1&architecture=rnn&sequence=adding&length=20&cell=gru&layers=2&bidirectional=true", 1280, 720, true, trained},
	{"rnn-tablet", "/?lang=zh-Hans#v=1&architecture=rnn&sequence=sines&length=40&cell=lstm&units=24", 820, 1180, false, trained},
	{"rnn-tablet-dark", "/#v=1&architecture=rnn&sequence=copy&length=12&cell=rnn&rival=gru&units=32", 820, 1180, true, trained + said},
	{"rnn-phone", "/#v=1&architecture=rnn&sequence=temporal-order&length=13", 390, 844, false, trained},
	{"rnn-phone-dark", "/?lang=zh-Hans#v=1&architecture=rnn&sequence=rhymes-zh&length=32&cell=lstm&units=64&batchSize=16&carry=true", 390, 844, true, trained},
	{"rnn-phone-contest", "/#v=1&architecture=rnn&sequence=adding&length=40&cell=rnn&rival=lstm", 390, 844, true, trained},
	{"rnn-parameter", "/#v=1&architecture=rnn&sequence=copy&length=12&cell=lstm&units=16", 1440, 900, false, trained + shown("lstm1/hidden/weight")},
	{"rnn-parameter-phone", "/#v=1&architecture=rnn&sequence=adding&length=20&cell=gru&units=24", 390, 844, true, trained + shown("gru1/input/weight")},
	{"transformer-parameter", "/#v=1&architecture=transformer&sequence=sort&length=6", 1280, 720, true, trained + shown("block0/attention/query/weight")},
	{"transformer-sort", "/#v=1&architecture=transformer&sequence=sort&length=6", 1440, 900, false, trained},
	{"transformer-addition", "/?lang=zh-Hans#v=1&architecture=transformer&sequence=modular-addition&length=13&optimizer=adamw&regularization=l2&regularizationRate=1&batchSize=64&seed=3", 1440, 900, true, trained},
	{"transformer-dates", "/#v=1&architecture=transformer&sequence=dates-en&transformer=encoder-decoder", 1280, 720, false, trained + said},
	{"transformer-rhymes", "/?lang=zh-Hans#v=1&architecture=transformer&sequence=rhymes-zh&length=32&blocks=2&batchSize=16", 1280, 720, true, trained + said},
	{"transformer-tablet", "/?lang=zh-Hans#v=1&architecture=transformer&sequence=numbers-zh&transformer=encoder-decoder", 820, 1180, false, trained},
	{"transformer-tablet-dark", "/#v=1&architecture=transformer&sequence=brackets&length=6&blocks=2&width=16&learningRate=0.005", 820, 1180, true, trained},
	{"transformer-phone", "/#v=1&architecture=transformer&sequence=sort&length=6", 390, 844, false, trained},
	{"transformer-phone-dark", "/?lang=zh-Hans#v=1&architecture=transformer&sequence=reverse&length=6&transformer=encoder-decoder&position=sinusoidal", 390, 844, true, trained},
	{"transformer-heavy", "/#v=1&architecture=transformer&sequence=rhymes-en&length=64&blocks=4&heads=8&width=64&batchSize=8", 1440, 900, false, trained},
	{"gan-desktop", "/#" + ringGAN, 1440, 900, false, trained},
	{"gan-desktop-dark", "/?lang=zh-Hans#" + ringGAN, 1440, 900, true, trained},
	{"gan-laptop", "/?lang=zh-Hans#v=1&architecture=gan&distribution=gaussians", 1280, 720, false, trained},
	{"gan-tablet", "/#v=1&architecture=gan", 820, 1180, true, trained},
	{"gan-phone", "/#" + ringGAN, 390, 844, false, trained},
	{"gan-phone-dark", "/?lang=zh-Hans#" + ringGAN, 390, 844, true, trained},
	{"gan-training", "/#" + ringGAN, 1440, 900, false, trained + `.then(() => document.querySelector('nn-play').play()).then(() => true)`},
	{"gan-slow-judge", "/#" + ringGAN, 1440, 900, false, briefly(300) + phases(4)},
	{"gan-slow-gradient", "/#" + ringGAN, 1440, 900, true, briefly(300) + phases(9)},
	{"gan-slow-phone", "/#" + ringGAN, 390, 844, false, briefly(300) + phases(9)},
	{"flow-desktop", "/#v=1&architecture=diffusion", 1440, 900, false, trained},
	{"flow-desktop-dark", "/?lang=zh-Hans#v=1&architecture=diffusion&distribution=grid", 1440, 900, true, trained},
	{"flow-laptop", "/#v=1&architecture=diffusion&distribution=spiral-arm", 1280, 720, true, trained},
	{"flow-tablet", "/#v=1&architecture=diffusion&distribution=ring", 820, 1180, false, trained},
	{"flow-phone", "/?lang=zh-Hans#v=1&architecture=diffusion", 390, 844, false, trained},
	{"cnn", "/#v=1&architecture=cnn", 1440, 900, false, trained},
	{"cnn-laptop", "/?lang=zh-Hans#v=1&architecture=cnn&images=shapes&normalization=batch&residual=true", 1280, 720, true, trained},
	{"cnn-tablet", "/#v=1&architecture=cnn&imageSide=28&filters=64,32&globalPooling=true&denseShape=32", 820, 1180, false, trained},
	{"cnn-phone", "/?lang=zh-Hans#v=1&architecture=cnn", 390, 844, true, trained},
	{"cnn-own", "/#v=1&architecture=cnn&images=own", 1440, 1100, false, ownImages + `.then(() => ` + trained + `)`},
	{"cnn-own-phone", "/?lang=zh-Hans#v=1&architecture=cnn&images=own", 390, 844, true, ownImages + `.then(() => ` + trained + `).then(() => {
		document.querySelector('details[data-panel="data"]').open = true;
		document.querySelector('#album').scrollIntoView();
		return true;
	})`},
	{"autoencoder", "/#v=1&architecture=autoencoder&variational=true", 1440, 900, false, trained},
	{"autoencoder-laptop", "/?lang=zh-Hans#v=1&architecture=autoencoder&images=shapes", 1280, 720, true, trained},
	{"autoencoder-tablet", "/#v=1&architecture=autoencoder", 820, 1180, false, trained},
	{"autoencoder-phone", "/?lang=zh-Hans#v=1&architecture=autoencoder", 390, 844, true, trained},
	{"embed", "/embed.html#v=1&dataset=moons", 800, 500, false, "true"},
	{"embed-gan", "/embed.html?step=300#v=1&architecture=gan", 640, 480, false, inEmbed},
	{"embed-small", "/embed.html?step=300#v=1&architecture=gan", 390, 300, true, inEmbed},
	{"embed-bare", "/embed.html?controls=0&step=300#v=1&dataset=moons", 600, 400, false, inEmbed},
	{"embed-opening", "/embed.html?step=1000000#v=1&architecture=cnn", 600, 400, false, inEmbed},
	{"embed-edit", "/embed.html?speed=2500#v=1&dataset=moons&noise=25&networkShape=6,4", 1000, 620, false, inEmbed + `.then(() => press("ArrowRight", "ArrowRight", "ArrowRight", "Enter"))`},
	{"embed-edit-dark", "/embed.html?speed=2500&lang=zh-Hans&theme=dark#v=1&dataset=xor&networkShape=4,2", 390, 700, true, inEmbed + `.then(() => press("ArrowRight", "ArrowRight", "Enter"))`},
	{"embed-warp", "/embed.html?speed=2500&theme=dark#v=1&dataset=circle&networkShape=4,2", 1000, 620, true, inEmbed + `.then(() => warp(2))`},
	{"embed-warp-light", "/embed.html?speed=2500#v=1&dataset=blobs&classes=5&networkShape=8,6", 1000, 620, false, inEmbed + `.then(() => warp(1))`},
	{"embed-pin", "/embed.html?speed=2500#v=1&dataset=circle&networkShape=4,2", 1000, 620, false, inEmbed + pinned("End", "ArrowLeft", "ArrowLeft")},
	{"embed-pin-dark", "/embed.html?speed=2500&lang=zh-Hans&theme=dark#v=1&dataset=blobs&classes=5&networkShape=8,6&preprocess=standardize", 1280, 780, true, inEmbed + pinned("End")},
	{"embed-pin-curve", "/embed.html?speed=2500#v=1&dataset=x-sin-x&networkShape=6", 1000, 620, false, inEmbed + pinned("End", "ArrowLeft", "ArrowUp")},
	{"embed-card", "/embed.html?speed=2500#v=1&dataset=circle&networkShape=4,2", 1000, 620, false, inEmbed + pinned("End", "ArrowLeft", "ArrowLeft", "Enter")},
	{"embed-card-dark", "/embed.html?speed=2500&lang=zh-Hans&theme=dark#v=1&dataset=blobs&classes=5&networkShape=24,6&normalization=layer", 1280, 560, true, inEmbed + pinned("End", "Enter")},
	{"embed-card-weights", "/embed.html?speed=2500#v=1&dataset=circle&networkShape=4,2", 800, 450, false, inEmbed + `.then(() => press("End", "Enter"))`},
	{"card-cnn", "/#v=1&architecture=cnn", 1280, 720, false, carded(200, "ArrowRight", "Conv 2 · 3 (1, 3)")},
	{"card-cnn-phone", "/#v=1&architecture=cnn", 390, 844, false, carded(200, "ArrowRight", "Conv 2 · 3 (1, 3)")},
	{"card-transformer", "/#v=1&architecture=transformer&sequence=sort", 1280, 720, false, carded(300, "ArrowRight", "(z = ")},
	{"card-transformer-phone", "/#v=1&architecture=transformer&sequence=sort", 390, 844, false, carded(300, "ArrowRight", "(z = ")},
	{"card-rnn", "/#v=1&architecture=rnn", 1280, 720, false, carded(300, "ArrowRight", "Expected: ")},
	{"card-gan", "/#v=1&architecture=gan", 1280, 720, false, carded(300, "ArrowRight", "Discriminator, Unit 1.")},
	{"embed-card-phone", "/embed.html?speed=2500#v=1&dataset=spiral&networkShape=8,4", 390, 700, false, inEmbed + pinned("End", "ArrowLeft", "ArrowLeft", "Enter")},
	{"embed-pin-phone", "/embed.html?speed=2500#v=1&dataset=spiral&networkShape=8,4", 390, 700, false, inEmbed + pinned("End")},
}

// pinned pins a place up and to the right of the picture's middle, and presses keys
// from the output's neuron on.
func pinned(keys ...string) string {
	return fmt.Sprintf(`.then(() => press("End", "ArrowRight", ...Array(8).fill("ArrowRight"), ...Array(12).fill("ArrowUp"), "Enter", %s))`, `"`+strings.Join(keys, `", "`)+`"`)
}
