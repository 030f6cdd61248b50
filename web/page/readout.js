// The numbers under the canvas: step, epoch, losses, accuracy and fingerprint,
// with the losses' curve, and a line for screen readers now and then.

import { find, make } from '../shared/dom.js';
import { copy } from '../shared/clipboard.js';
import { Curve } from './curve.js';
import { startGlossary } from './glossary.js';
import { count, lossText, percentText, t } from '../shared/i18n.js';
import { decimals } from '../shared/numbers.js';
import { showNotice } from './notices.js';
import { showNumber } from './origin/opener.js';
import { Runs } from './runs.js';
import { scoresOf, scoreText } from '../shared/scores.js';
import { startTime } from './time.js';

/** @import { NNPlay } from '../element.js' */
/** @import { OpenMetric } from './origin/opener.js' */
/** @import { Metrics } from '../shared/protocol.d.ts' */
/** @import { Schema } from '../shared/schema.d.ts' */

/** How often the numbers are read out at most, in ms. */
const sayEvery = 5000;

/** And how often they change while training goes on: faster than can be read is work for nothing. */
const showEvery = 200;

/** The lines of the curve that are the losses of two networks, by how they look. */
const rivals = ['is-train', 'is-rival'];

/** @param {number | null} value */
function r2Text(value) {
  return value === null ? '–' : decimals(value, 3);
}

/**
 * @param {NNPlay} player
 * @param {OpenMetric} openMetric
 */
export function startReadout(player, openMetric) {
  const fingerprint = /** @type {HTMLButtonElement} */ (find('fingerprint'));
  const runs = new Runs();
  const curve = new Curve(/** @type {HTMLCanvasElement} */ (find('curve')), () => runs.all);
  const glossary = startGlossary();
  startTime(player, curve);
  /** @type {Schema | null} */
  let schema = null;
  /** @type {Metrics | null} */
  let metrics = null;
  let playing = false;
  let print = '';
  let full = false;
  let said = 0;
  let shown = -Infinity;

  /** The scores of the family that is shown. */
  function rows() {
    return scoresOf(schema, player.state?.spec.architecture);
  }

  /** @param {string} score */
  function row(score) {
    return rows().find(({ name }) => name === score);
  }

  /** @param {string} score */
  function lineOf(score) {
    return rivals[rows().filter(({ loss }) => loss).findIndex(({ name }) => name === score)] ?? '';
  }

  /**
   * The two lines of the curve: the losses of the network or, of two players, each
   * one's.
   * @param {Metrics} metrics
   */
  function losses({ trainLoss, testLoss, scores }) {
    const [one, other] = rivals.map((line) => scores.find(({ name }) => lineOf(name) === line)?.value ?? null);
    return { train: trainLoss ?? one, test: testLoss ?? other };
  }

  function show() {
    if (metrics === null) return;
    find('n-step').textContent = count(metrics.step);
    find('n-epoch').textContent = metrics.epoch === null ? '–' : decimals(metrics.epoch, metrics.epoch < 1000 ? 1 : 0);
    const known = losses(metrics);
    const players = rows().filter(({ loss }) => loss).length > 1; // each has a loss of its own
    for (const [id, metric, value, other] of /** @type {Array<[string, 'trainLoss' | 'testLoss', number | null, number | null]>} */ ([
      ['n-train', 'trainLoss', metrics.trainLoss, known.test], ['n-test', 'testLoss', metrics.testLoss, known.train],
    ])) {
      number(find(id), { term: metric, name: t(`page.${metric}`), value: lossText(value) });
      /** @type {HTMLElement} */ (find(id).parentElement).hidden = value === null && (other !== null || players);
    }
    const [first, ...more] = scores(metrics);
    find('n-score-name').textContent = first.name;
    number(find('n-score'), first);
    showMore(more);
    glossary.explain(/** @type {HTMLElement} */ (find('n-score-name').parentElement), first.term);
    fingerprint.disabled = print === '';
    fingerprint.classList.toggle('is-full', full && print !== '');
    fingerprint.textContent = print === '' ? '········' : full ? print : print.slice(0, 8);
    fingerprint.title = t(print === '' ? 'page.fingerprintLater' : 'page.fingerprintHelp');
    fingerprint.setAttribute('aria-label', print === '' ? t('page.fingerprintLater') : `${full ? print : print.slice(0, 8)}. ${t('page.fingerprintHelp')}`);
  }

  /**
   * Shows a number, which opens, but for a first visit: that has enough to press.
   * @param {HTMLElement} place
   * @param {{term: string, name: string, value: string}} of
   */
  function number(place, { term, name, value }) {
    const opens = value !== '–' && document.documentElement.dataset.visit === undefined;
    showNumber(place, { value, name, metric: opens ? term : '' }, openMetric);
  }

  /** Whether values are learned, as the experiment describes itself, rather than classes. */
  function regression() {
    return player.state !== null && JSON.parse(player.state.description).args.kind?.key === 'describe.regression';
  }

  /**
   * What tells how well it does, the most telling first.
   * @param {Metrics} metrics
   */
  function scores(metrics) {
    /** @type {Array<{term: string, name: string, value: string, kind: string}>} */
    const list = metrics.scores.map((s) => ({ term: s.name, name: t(`score.${s.name}`), kind: lineOf(s.name), value: scoreText(s.value, row(s.name)) }));
    if (metrics.accuracy !== null) list.unshift({ term: 'accuracy', name: t('page.accuracy'), kind: '', value: percentText(metrics.accuracy) });
    else if (list.length === 0 && !regression()) list.push({ term: 'accuracy', name: t('page.accuracy'), kind: '', value: '–' });
    else if (metrics.r2 !== null || list.length === 0) list.unshift({ term: 'r2', name: t('page.r2'), kind: '', value: r2Text(metrics.r2) });
    return list;
  }

  /** @param {Array<{term: string, name: string, value: string, kind: string}>} list */
  function showMore(list) {
    const numbers = /** @type {HTMLElement} */ (find('n-score').closest('dl'));
    const places = [...numbers.querySelectorAll('.is-more')];
    while (places.length > list.length) places.pop()?.remove();
    while (places.length < list.length) {
      const place = make('div', 'is-more', make('dt', '', make('span', '')), make('dd', ''));
      numbers.lastElementChild?.before(place); // the fingerprint is the last
      places.push(place);
    }
    list.forEach(({ term, name, value, kind }, i) => {
      places[i].className = `is-more ${kind}`;
      const [head, figure] = /** @type {HTMLCollectionOf<HTMLElement>} */ (places[i].children);
      head.children[0].textContent = name;
      number(figure, { term, name, value });
      glossary.explain(head, term);
    });
  }

  function drawCurve() {
    const guess = player.state?.guess ?? null;
    curve.guess = guess === null ? null : { loss: guess, name: t('page.curve.guess.name') };
    curve.rivals = metrics !== null && metrics.trainLoss === null && metrics.testLoss === null;
    curve.draw();
  }

  /** Names the earlier runs whose curves are drawn. */
  function nameRuns() {
    const names = runs.earlier.map(({ name, color, mark }) => {
      const sign = make('span', 'curve-mark', mark);
      sign.style.color = `var(--${color})`;
      sign.setAttribute('aria-hidden', 'true');
      const item = make('li', '', sign, make('span', '', name));
      item.title = name;
      return item;
    });
    find('curve-runs').replaceChildren(...names);
    find('curve-runs').hidden = names.length === 0;
    nameCurve();
  }

  /** Says what the curve shows. */
  function nameCurve() {
    const words = [t('page.curve')];
    if (metrics !== null) words.push(summary(metrics));
    const guess = player.state?.guess ?? null;
    if (guess !== null) words.push(t('page.curve.guess', { loss: lossText(guess) }));
    const { earlier } = runs;
    if (earlier.length > 0) words.push(t('page.curve.earlier', { count: earlier.length, names: earlier.map(({ name }) => name).join('; ') }));
    find('curve').setAttribute('aria-label', words.join(' '));
  }

  function say(force = false) {
    const now = performance.now();
    if (metrics === null || (!force && now - said < sayEvery)) return;
    said = now;
    find('live').textContent = summary(metrics);
    nameCurve();
  }

  /**
   * Step, losses and scores, as far as they apply, in sentences.
   * @param {Metrics} metrics
   */
  function summary(metrics) {
    const { step, trainLoss: train, testLoss: test } = metrics;
    const at = { step: count(step), train: lossText(train), test: lossText(test) };
    const known = [train !== null, test !== null];
    const words = [t(known[0] && known[1] ? 'page.say.losses' : known[0] ? 'page.say.train' : known[1] ? 'page.say.test' : 'page.say.step', at)];
    if (metrics.accuracy !== null) words.push(t('page.say.accuracy', { accuracy: percentText(metrics.accuracy) }));
    else if (metrics.r2 !== null) words.push(t('page.say.r2', { r2: r2Text(metrics.r2) }));
    for (const score of metrics.scores) words.push(t('page.say.score', { name: t(`score.${score.name}`), value: scoreText(score.value, row(score.name)) }));
    return words.join(' ');
  }

  fingerprint.addEventListener('click', async () => {
    full = !full;
    show();
    if (await copy(print)) showNotice(t('page.fingerprintCopied'));
  });

  player.addEventListener('message', (event) => {
    const message = event.detail;
    if (message.type === 'state') {
      runs.follow(message);
      if (message.restarted) full = false;
      nameRuns();
      drawCurve();
    }
    if (message.type !== 'progress' || message.step === null) return;
    if (message.metrics === null) { // the step alone is known
      find('n-step').textContent = count(message.step);
      return;
    }
    const stopped = playing && !message.playing;
    playing = message.playing;
    metrics = message.metrics;
    print = metrics.fingerprint ?? '';
    const { train, test } = losses(metrics);
    runs.present.add(metrics.step, metrics.to, train, test);
    if (playing && performance.now() - shown < showEvery) return;
    shown = performance.now();
    drawCurve();
    show();
    if (playing || stopped) say(stopped);
  });

  return {
    runs,
    nameRuns,

    redraw: () => curve.restyle(),

    /** Takes over which settings and scores there are. */
    know(/** @type {Schema} */ all) {
      schema = all;
      runs.know(all);
      nameRuns();
      show();
    },

    /** The numbers in a sentence, '' before there are any. */
    summary: () => (metrics === null ? '' : summary(metrics)),

    /** Puts the texts into the present language. */
    translate() {
      show();
      glossary.translate();
      nameRuns();
      drawCurve();
    },
  };
}
