// What happens at a stop: one sentence, and each number in symbols, in numbers, and what
// it comes to; of what it is made, and how it is for the other samples.

import { linesOf } from '../../numbers/line.js';
import { lineElements, sentence, shown, termsTable } from '../../numbers/told.js';
import { nameOf } from '../../numbers/name.js';
import { copy } from '../../shared/clipboard.js';
import { make, makeButton, setName } from '../../shared/dom.js';
import { count, hasText, t } from '../../shared/i18n.js';
import { layerName } from './rail.js';

/** @import { Difference, Explanation, NamedTensor, NumberRef, Sight, Stop } from '../../shared/protocol.d.ts' */

/**
 * Where the reader is.
 * @typedef {object} View
 * @property {Stop} stop
 * @property {Sight} sight
 * @property {NamedTensor[]} tensors
 * @property {number} sample
 * @property {number} step
 * @property {boolean} first
 * @property {boolean} last
 */

/** The first of some texts that there is. @param {string[]} keys */
const firstText = (...keys) => keys.find(hasText) ?? keys[keys.length - 1];

/**
 * @param {object} act
 * @param {() => void} act.back
 * @param {() => void} act.next
 * @param {() => void} act.make
 * @param {(by: number) => void} act.move
 * @param {(sample: number) => void} act.choose
 * @param {(ref: NumberRef) => void} act.open
 * @param {(ref: NumberRef) => Promise<Difference>} act.compare
 * @param {() => void} act.leave what was opened
 */
export function makePanel(act) {
  const title = make('h2', 'walk-heading');
  title.tabIndex = -1;
  const said = make('p', 'walk-said');
  const numbers = make('div', 'walk-numbers');
  const others = make('div', 'walk-others');
  const question = make('div', 'walk-question');
  const body = make('div', 'walk-body', title, said, question, numbers, others);
  const back = makeButton('button', '', act.back);
  const next = makeButton('button primary', '', act.next);
  const making = makeButton('button primary', '', act.make);
  const fewer = makeButton('mini', '↑', () => act.move(-1));
  const more = makeButton('mini', '↓', () => act.move(1));
  const which = make('span', 'walk-which', fewer, more);
  const samples = make('select', '');
  const sampling = make('label', 'walk-sample', make('span', ''), samples);
  const guessing = make('input', '');
  guessing.type = 'checkbox';
  const guess = make('label', 'walk-guess', guessing, make('span', ''));
  const live = make('p', 'visually-hidden');
  live.setAttribute('aria-live', 'polite');
  const foot = make('footer', 'walk-foot', make('div', 'walk-choices', sampling, which, guess), make('div', 'walk-go', back, next, making));
  const element = make('div', 'walk-panel', body, foot, live);
  /** @type {View | null} */
  let view = null;
  let opened = false; // a number that another is made of
  let guessed = ''; // the stop whose update has been guessed

  samples.addEventListener('change', () => act.choose(Number(samples.value)));
  guessing.addEventListener('change', () => {
    guessed = '';
    act.leave();
  });

  /** What stop and number are looked at, as a name. @param {View} v */
  const keyOf = ({ stop, sight, step }) => [step, stop.turn, stop.station, stop.layer, sight.index].join(' ');

  /** Whether the reader is to guess before anything is said. */
  const hides = () => guessing.checked && view?.stop.station === 'update' && guessed !== keyOf(view) && change() !== null;

  /** Of a parameter's update: from what to what. */
  function change() {
    const told = view?.sight.told[view.stop.main];
    const before = told?.terms.find((term) => term.tensor === told.tensor && term.of === 'value');
    return told === undefined || before === undefined ? null : { told, before: before.value, by: told.value - before.value };
  }

  /** @param {View} v */
  function heading({ stop }) {
    return t(firstText(`walk.heading.${stop.station}.${stop.operation}`, `walk.heading.${stop.station}.${stop.layer}`, `walk.heading.${stop.station}`), { layer: layerName(stop) });
  }

  /** @param {View} v */
  function text({ stop }) {
    const searched = stop.station === 'update' && stop.program === '' ? 'line-search' : stop.operation;
    const n = count(stop.samples);
    return t(firstText(`walk.text.${stop.station}.${searched}`, `walk.text.${stop.station}.${stop.layer}`, `walk.text.${stop.station}`), { layer: layerName(stop), n });
  }

  /**
   * A number: its name, its lines, and of what it is made.
   * @param {Explanation} told
   * @param {NamedTensor[]} tensors
   * @param {boolean} main
   */
  function block(told, tensors, main) {
    const lines = lineElements(told);
    const value = lines.length > 0 ? [] : [make('p', 'walk-value', shown(told.value, 6))];
    const made = make('div', main ? 'walk-number is-main' : 'walk-number', make('h3', '', nameOf({ ...told, operation: '' }, tensors)), ...value);
    if (lines.length > 0) made.append(make('div', 'told-lines', ...lines));
    if (told.kind === 'given') made.append(make('p', 'walk-said', sentence(told, tensors)));
    const table = termsTable(told, tensors, act.open);
    if (table !== null) made.append(make('details', 'told-terms', make('summary', '', t('walk.madeOf')), table));
    if (main && lines.length > 0) made.append(tools(told));
    return made;
  }

  /** What can be done with a number: its lines copied, a gradient compared. @param {Explanation} told */
  function tools(told) {
    const said = make('p', 'walk-compared');
    said.setAttribute('role', 'status');
    const copying = makeButton('link', t('numbers.copy'), async () => { copying.textContent = t(await copy(linesOf(told).join(' ')) ? 'numbers.copied' : 'numbers.notCopied'); });
    const comparing = makeButton('link', t('numbers.compare'), async () => {
      const { by, slope, gradient, verdict } = await act.compare(told);
      said.textContent = t(`numbers.verdict.${verdict}`, { by: shown(by), slope: shown(slope), gradient: shown(gradient.value) });
    });
    comparing.hidden = told.of !== 'gradient' || told.given === 'no-gradient';
    return make('div', 'walk-tools', comparing, copying, said);
  }

  /** How the number is for the other samples: a bar each. @param {View} v */
  function showOthers({ sight, sample }) {
    others.replaceChildren();
    others.hidden = sight.samples.length < 2 || hides();
    if (others.hidden) return;
    const most = Math.max(...sight.samples.map(Math.abs).filter(Number.isFinite), 1e-30);
    const bars = sight.samples.map((value, i) => {
      const bar = make('i', value < 0 ? 'is-negative' : '');
      bar.style.blockSize = `${Math.min(Math.abs(value) / most, 1) * 100}%`;
      const button = makeButton('', '', () => act.choose(i));
      button.append(bar);
      setName(button, t('walk.sampleValue', { n: i + 1, value: shown(value) }));
      if (i === sample) button.setAttribute('aria-current', 'true');
      return make('li', '', button);
    });
    others.append(make('p', '', t('walk.others', { n: count(sight.samples.length) })), make('ol', 'walk-bars', ...bars));
  }

  /** Asks which way a weight will go. */
  function ask() {
    question.replaceChildren();
    const asks = hides();
    question.hidden = !asks;
    numbers.hidden = asks;
    if (!asks) return;
    const answer = (/** @type {number} */ way) => makeButton('button', t(way > 0 ? 'walk.guess.up' : 'walk.guess.down'), () => answered(way));
    question.append(make('p', '', t('walk.guess.question', { value: shown(change()?.before ?? 0) })), make('div', 'walk-answers', answer(1), answer(-1)));
  }

  /** @param {number} way */
  function answered(way) {
    const by = change()?.by ?? 0;
    if (view !== null) guessed = keyOf(view);
    act.leave();
    const verdict = by === 0 ? 'still' : Math.sign(by) === way ? 'right' : 'wrong';
    const told = make('p', `walk-verdict is-${verdict}`, t(`walk.guess.${verdict}`, { by: shown(by) }));
    told.setAttribute('role', 'status');
    question.hidden = false;
    question.replaceChildren(told);
    title.focus({ preventScroll: true });
  }

  return {
    element,
    hides,

    /** Whether a number is opened that another is made of. */
    isOpened: () => opened,

    /** @param {View} v */
    show(v) {
      const before = view;
      view = v;
      opened = false;
      element.classList.remove('is-refused');
      element.setAttribute('aria-busy', 'false');
      title.textContent = heading(v);
      said.textContent = text(v);
      ask();
      const order = v.sight.told.map((told, i) => ({ told, main: i === v.stop.main }));
      if (v.stop.station !== 'backward') order.sort((a, b) => Number(b.main) - Number(a.main)); // there each is made of the one before
      numbers.replaceChildren(...order.map(({ told, main }) => block(told, v.tensors, main)));
      showOthers(v);
      if (samples.options.length !== v.stop.samples) samples.replaceChildren(...Array.from({ length: v.stop.samples }, (_, i) => new Option(count(i + 1), String(i))));
      samples.value = String(v.sample);
      sampling.hidden = v.stop.samples < 2 || v.sight.samples.length === 0 && v.stop.station !== 'loss';
      which.hidden = v.sight.free.length === 0;
      guess.hidden = v.stop.station !== 'update' || change() === null;
      back.disabled = v.first;
      next.hidden = v.last;
      making.hidden = !v.last;
      if (before?.stop !== v.stop) body.scrollTop = 0;
      const main = v.sight.told[v.stop.main];
      live.textContent = hides() || main === undefined ? heading(v) : `${heading(v)} ${nameOf({ ...main, operation: '' }, v.tensors)}: ${shown(main.value)}`;
    },

    /**
     * Shows a number that another is made of.
     * @param {Explanation} told
     * @param {NumberRef} ref
     * @param {NamedTensor[]} tensors
     */
    open(told, ref, tensors) {
      opened = true;
      const head = make('h3', '', nameOf({ ...told, operation: ref.operation }, tensors));
      head.tabIndex = -1;
      const lines = lineElements(told);
      const table = termsTable(told, tensors, act.open);
      numbers.replaceChildren(make('div', 'walk-number is-main', makeButton('link', t('walk.return'), () => {
        act.leave();
        title.focus({ preventScroll: true });
      }), head, make('p', 'walk-said', sentence(told, tensors)), lines.length > 0 ? make('div', 'told-lines', ...lines) : make('p', 'walk-value', shown(told.value, 6)),
      ...(table === null ? [] : [make('div', 'told-terms', table)])));
      question.hidden = others.hidden = true;
      body.scrollTop = 0;
      head.focus({ preventScroll: true });
    },

    /** Says what is waited for. @param {string} words */
    wait(words) {
      element.setAttribute('aria-busy', 'true');
      if (view === null) {
        title.textContent = words;
        foot.hidden = false;
      }
    },

    /** Says why there is nothing to show. @param {string} words */
    fail(words) {
      element.setAttribute('aria-busy', 'false');
      element.classList.add('is-refused');
      title.textContent = t('walk.title');
      said.textContent = words;
    },

    /** Puts the focus to what is said. */
    focus() {
      title.focus({ preventScroll: true });
    },

    /** Puts the texts into the present language. */
    translate() {
      back.textContent = t('walk.back');
      next.textContent = t('walk.next');
      making.textContent = t('walk.make');
      setName(fewer, t('walk.previousNumber'));
      setName(more, t('walk.nextNumber'));
      /** @type {HTMLElement} */ (sampling.firstElementChild).textContent = t('walk.sample');
      /** @type {HTMLElement} */ (guess.lastElementChild).textContent = t('walk.guess');
    },
  };
}
