// The full page: the first embedder of <nn-play>. It adds the settings, the
// transport, the numbers and the address; all it knows comes through the
// element's messages.

import { startActions } from './actions.js';
import { startAdvice } from './advice.js';
import { startAlbum } from './data/album.js';
import { startArrivals } from './data/arrivals.js';
import { startCharts } from './charts/charts.js';
import { startCoach } from './coach.js';
import { startDescription } from './describe.js';
import { startHistory } from './history.js';
import { lang, theme } from './arrival.js';
import '../element.js';
import { languages, loadTexts, t, translate } from '../shared/i18n.js';
import { clearNotices, showNotice, showNotices, showProblem } from './notices.js';
import { buildPanels } from './settings/panel.js';
import { startDrawing } from './data/draw.js';
import { startRunningTexts } from './data/running-text.js';
import { startTablePanel } from './data/table/panel.js';
import { startShelf } from './data/table/shelf.js';
import { startTables } from './data/table/table.js';
import { startFirst } from './first.js';
import { startGallery } from './gallery.js';
import { drawPreview } from './preview.js';
import { showRails } from './rails.js';
import { startOrigin } from './origin/origin.js';
import { startPins } from './pins.js';
import { startReadout } from './readout.js';
import { startResume } from './resume.js';
import { startShare } from './share/share.js';
import { startShortcuts } from './shortcuts.js';
import { startSides } from './sides.js';
import { startStops } from './stop.js';
import { startTabs } from './tabs.js';
import { recall, remember } from '../shared/store.js';
import { startTransport } from './transport.js';
import { startVisit } from './visit.js';
import { startWatch } from './watch.js';

/** @import { NNPlay } from '../element.js' */
/** @import { PreviewsAnswer } from '../shared/protocol.d.ts' */
/** @import { StateAnswer } from '../shared/protocol.d.ts' */
/** @import { Schema } from '../shared/schema.d.ts' */

const player = /** @type {NNPlay} */ (document.getElementById('player'));
/** @type {ReturnType<typeof buildPanels> | null} */
let panels = null;
/** @type {Schema | null} */
let schema = null;
/** @type {PreviewsAnswer | null} a few points of each data set */
let previews = null;
/** Whether the trainer computes with SIMD, which not every browser has. */
let simd = true;

/** Whether an experiment was here before the present one. */
let begun = false;

/** Settings on their way: one command in flight, the newest value of each key waits. */
const changes = {
  /** @type {Map<string, string>} */
  waiting: new Map(),
  /** @type {string | null} */
  sent: null,

  /**
   * @param {string} key
   * @param {string} value
   */
  add(key, value) {
    this.waiting.set(key, value);
    this.next();
  },

  async next() {
    if (this.sent !== null || this.waiting.size === 0) return;
    const [key, value] = /** @type {[string, string]} */ (this.waiting.entries().next().value);
    this.waiting.delete(key);
    this.sent = key;
    try {
      await player.request({ type: 'set', key, value });
    } catch (error) {
      showProblem(error);
    }
    this.sent = null;
    if (this.waiting.size === 0 && player.state !== null) showSettings(player.state);
    this.next();
  },

  /** Whether a newer value of this setting is on its way. */
  pending(/** @type {string} */ key) {
    return this.waiting.has(key);
  },
};

function showPanels() {
  if (schema === null || previews === null || player.state === null) return;
  const columns = ['settings', 'more-settings'].map((id) => /** @type {HTMLElement} */ (document.getElementById(id)));
  panels = buildPanels(schema, columns, {
    change: (key, value) => changes.add(key, value),
    pending: (key) => changes.pending(key),
    texts,
  });
  const points = new Float32Array(previews.points);
  tabs.show(schema);
  actions.show(schema);
  charts.show(schema);
  gallery.show(schema, { sets: previews.sets, points });
  watch.show(schema);
  visit.show(schema);
  panels.illustrate('dataset', previews.sets.map((set) => ({
    name: set.name,
    draw: (/** @type {HTMLCanvasElement} */ canvas) => drawPreview(canvas, set, points.subarray(3 * set.from, 3 * (set.from + set.count))),
  })).concat(drawing.pictures, tablePanel.pictures));
  drawing.mount(schema, previews.sets);
  album.mount(schema);
  texts.know(schema);
  tablePanel.mount(schema);
  showSettings(player.state);
}

/** @param {StateAnswer} state */
function showSettings(state) {
  panels?.update(state);
  if (panels && schema && previews) showRails(schema, { sets: previews.sets, points: new Float32Array(previews.points) }, state);
}

/** @param {string} lang */
async function speak(lang) {
  if (!await loadTexts(lang)) return;
  document.documentElement.lang = lang;
  document.title = t('page.title');
  player.title = t('page.canvas');
  translate(document);
  transport.translate();
  readout.translate();
  past.translate();
  stops.translate();
  coach.translate();
  advice.translate();
  description.translate();
  charts.translate();
  pins.translate();
  origin.translate();
  shortcuts.translate();
  sides.translate();
  for (const guide of document.querySelectorAll('a.guide')) guide.setAttribute('href', t('page.guide.address'));
  showRemark();
  showPanels();
}

/** Says what makes training slow here. */
function showRemark() {
  /** @type {HTMLElement} */ (document.getElementById('remark')).textContent = simd ? '' : t('page.noSimd');
}

/** @param {string} theme */
function paint(theme) {
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  player.setAttribute('theme', theme);
  readout.redraw();
}

/** @type {Promise<void>} kept when there are texts */
let spoken = Promise.resolve();
startFirst(player);
const transport = startTransport(player);
const readout = startReadout(player, (metric, from) => origin.openMetric(metric, from));
const album = startAlbum(player); // it looks first at files that are dropped, whose classes it knows
const texts = startRunningTexts(player);
const tables = startTables(player, texts.read);
const tablePanel = startTablePanel(player, tables.show);
const shelf = startShelf(player);
const drawing = startDrawing(player, tables);
const past = startHistory(player);
const stops = startStops(player);
const coach = startCoach(player);
const advice = startAdvice(player);
const gallery = startGallery(player);
const sides = startSides();
const watch = startWatch(player, sides);
const visit = startVisit(player, gallery.start);
const tabs = startTabs(player);
const actions = startActions(player);
const description = startDescription(player, readout);
const share = startShare(player);
const charts = startCharts(player, readout.runs, (metric, from) => origin.openMetric(metric, from));
const pins = startPins(player, readout);
startArrivals({ album, tables, texts, runs: pins });
const origin = startOrigin(player);

player.addEventListener('message', (event) => {
  const message = event.detail;
  switch (message.type) {
    case 'ready':
      simd = message.simd;
      spoken.then(showRemark);
      break;
    case 'state':
      keepAddress(message.link);
      showSettings(message);
      if (message.restarted && begun) clearNotices(); // what is said of the browser stays
      begun = true;
      spoken.then(() => showNotices(message.notices));
  }
});
player.addEventListener('error', async (event) => {
  await spoken;
  if (event.detail.code !== 'diverged') showProblem(event.detail);
});

/** @param {string} link */
function keepAddress(link) {
  if (location.hash.slice(1) === link) return;
  history.replaceState(null, '', `#${link}`);
}
addEventListener('hashchange', () => {
  player.setState(location.hash).catch((error) => {
    showProblem(error);
    keepAddress(player.getState());
  });
});

/** Presses a button, if it is there to be pressed. */
const press = (/** @type {string} */ id) => () => {
  const button = /** @type {HTMLButtonElement | null} */ (document.getElementById(id));
  if (button && !button.hidden) button.click();
};
const shortcuts = startShortcuts([
  { key: ' ', text: 'page.shortcuts.play', act: () => transport.toggle() },
  { key: 'f', text: 'page.shortcuts.fast', act: press('fast') },
  { key: 's', text: 'page.shortcuts.step', act: press('step') },
  { key: 'o', text: 'page.shortcuts.through', act: press('through') },
  { key: 'e', text: 'page.shortcuts.epoch', act: press('epoch') },
  { key: 'r', text: 'page.shortcuts.reset', act: press('reset') },
  { key: 'n', text: 'page.shortcuts.reseed', act: press('reseed') },
  { key: 'n', shift: true, text: 'page.shortcuts.reweigh', act: press('reweigh') },
  { key: '.', text: 'page.shortcuts.nextPhase', act: press('action-nextPhase') },
  { key: ',', text: 'page.shortcuts.previousPhase', act: press('action-previousPhase') },
  { key: 'm', text: 'page.shortcuts.slowMotion', act: () => /** @type {HTMLElement | null} */ (document.querySelector('#actions .repeat'))?.click() },
  { key: 'z', ctrl: true, text: 'page.shortcuts.undo', act: () => past.undo() },
  { key: 'z', ctrl: true, shift: true, text: 'page.shortcuts.redo', act: () => past.redo() },
  { key: 'y', ctrl: true, text: 'page.shortcuts.redo', act: () => past.redo() },
  { key: 'l', text: 'page.shortcuts.share', act: press('share') },
  { key: 'g', text: 'page.shortcuts.gallery', act: () => gallery.open() },
  { key: 'w', text: 'page.shortcuts.stops', act: press('stops') },
  { key: 'c', text: 'page.shortcuts.charts', act: press('charts') },
  { key: 'k', text: 'page.shortcuts.pin', act: press('pin-run') },
  { key: 'x', text: 'page.shortcuts.numbers', act: press('origin-open') },
  { key: 'p', text: 'page.shortcuts.projector', act: press('projector') },
  { key: 'd', text: 'page.shortcuts.describe', act: () => description.say() },
]);

const projector = /** @type {HTMLButtonElement} */ (document.getElementById('projector'));
/** @param {boolean} on large type and fewer panels, to be read from afar */
function project(on) {
  document.documentElement.classList.toggle('projector', on);
  player.setAttribute('zoom', on ? '1.5' : '1');
  projector.setAttribute('aria-pressed', String(on));
  remember('projector', on ? 'on' : 'off');
  readout.redraw();
}
projector.addEventListener('click', () => project(projector.getAttribute('aria-pressed') !== 'true'));
if (recall('projector') === 'on') project(true);

const languageSelect = /** @type {HTMLSelectElement} */ (document.getElementById('language'));
for (const [code, name] of Object.entries(languages)) languageSelect.add(new Option(name, code));
for (const option of languageSelect.options) option.lang = option.value;
languageSelect.value = lang;
languageSelect.addEventListener('change', async () => {
  remember('lang', languageSelect.value);
  await speak(languageSelect.value);
  player.setAttribute('lang', languageSelect.value);
});

const themeSelect = /** @type {HTMLSelectElement} */ (document.getElementById('theme'));
themeSelect.value = theme;
themeSelect.addEventListener('change', () => {
  remember('theme', themeSelect.value);
  paint(themeSelect.value);
});

/** What the panels are made of. If it can't be had, the element's error event has said why. */
const asked = Promise.all([
  player.request({ type: 'previews' }).then((answer) => {
    previews = answer;
  }),
  player.request({ type: 'schema' }).then((answer) => {
    schema = /** @type {Schema} */ (JSON.parse(answer.json));
    readout.know(schema);
    share.know(schema);
  }),
]);
spoken = speak(lang).catch((error) => showNotice(String(error), true));
player.removeAttribute('held'); // all that hears it is there
startResume(player, spoken, past, () => Promise.all([album.settled(), texts.settled(), shelf.settled()]));
asked.then(() => spoken).then(() => {
  if (panels === null) showPanels(); // else the texts came last, and have shown them
}, () => {});
