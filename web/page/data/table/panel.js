// The panel of a table that is learned from: what it is, which two of its inputs the
// picture shows, and a form that asks the network about one row, live as it learns.

import { make, makeButton } from '../../../shared/dom.js';
import { count, t } from '../../../shared/i18n.js';
import { isChosen, ownOf } from '../../../shared/own.js';
import { showProblem } from '../../notices.js';
import { classColor, valueColor } from '../../preview.js';
import { showAnswer } from './answer.js';
import { drawCells } from './icon.js';
import { makeRow } from './row.js';

/** @import { NNPlay } from '../../../element.js' */
/** @import { ColumnsAnswer } from '../../../shared/protocol.d.ts' */
/** @import { Schema } from '../../../shared/schema.d.ts' */

/** How often the network is asked at most, in ms. */
const askEvery = 300;
/** From how many columns on they can be looked for. */
const many = 12;

/**
 * @param {NNPlay} player
 * @param {() => void} open opens another table
 */
export function startTablePanel(player, open) {
  /** @type {Schema | null} */
  let schema = null;
  /** @type {ColumnsAnswer | null} */
  let known = null;
  /** @type {ReturnType<typeof makeRow> | null} */
  let row = null;
  let shown = '?'; // what the link says of the rows that are shown
  let asking = false;
  let asked = -Infinity;
  let waiting = 0;
  /** What the reader has chosen for the plane and the trainer has not taken yet. @type {string | null} */
  let planned = null;

  let element = make('div', 'table-panel');
  const seen = new ResizeObserver(() => ask()); // when its panel is unfolded, too
  const answer = make('ul', 'row-answer');
  const problem = make('p', 'note is-bad');
  const own = () => ownOf(schema, player.state, 'table');
  const isOwn = () => isChosen(own(), player.state);

  /** Asks about the row now, or when the time has come. */
  function ask() {
    clearTimeout(waiting);
    const rest = asked + askEvery - performance.now();
    if (asking || rest > 0) waiting = window.setTimeout(ask, Math.max(rest, 50));
    else askNow();
  }

  async function askNow() {
    if (row === null || known === null || player.state === null || !answer.closest('details')?.open || !element.checkVisibility() || document.hidden) return;
    const question = row.question();
    problem.textContent = question.problem;
    asked = performance.now();
    if (question.problem !== '') return;
    asking = true;
    try {
      const of = known;
      const { outputs } = await player.request({ type: 'predict', points: question.points });
      answer.setAttribute('aria-live', player.playing ? 'off' : 'polite'); // each step would be said
      if (of === known && outputs.length > 0) showAnswer(answer, known, outputs[0], player.state);
    } catch (error) {
      answer.replaceChildren();
      if (/** @type {{code?: string}} */ (error).code !== 'odd-inputs') problem.textContent = /** @type {Error} */ (error).message; // another table is on its way
    }
    asking = false;
  }

  /** The select of an input for an axis of the picture. @param {number} axis @param {string} name */
  function plane(axis, name) {
    const inputs = known?.columns ?? [];
    const select = make('select', '', ...inputs.map((input, i) => new Option(input.name, String(i))));
    select.id = `plane-${axis}`;
    select.value = planeOf()[axis];
    select.addEventListener('change', () => {
      const now = planeOf();
      const next = [...now];
      next[axis] = select.value;
      if (next[0] === next[1]) next[1 - axis] = now[axis];
      setPlane(next.join(','));
    });
    const label = make('label', '', name);
    label.htmlFor = select.id;
    return make('div', 'row-field', label, select);
  }

  /** The numbers of the two inputs that are shown, or are to be. */
  const planeOf = () => (planned ?? player.state?.spec.plane ?? '').split(',');

  /** @param {string} value */
  async function setPlane(value) {
    planned = value;
    try {
      await player.request({ type: 'set', key: 'plane', value });
    } catch (error) {
      showProblem(error);
    }
    if (planned === value) planned = null; // else there is a later one
    showPlane();
  }

  function showPlane() {
    for (const axis of [0, 1]) {
      const select = /** @type {HTMLSelectElement | null} */ (element.querySelector(`#plane-${axis}`));
      if (select) select.value = planeOf()[axis];
    }
  }

  function build() {
    const next = make('div', 'table-panel');
    next.id = 'table-panel';
    next.setAttribute('role', 'group');
    next.setAttribute('aria-label', t('field.table.label'));
    if (known === null) {
      row = null;
      next.append(make('p', 'note', t('page.table.none')), makeButton('button small own-file', t('page.csv.open'), open));
    } else {
      const words = [t('page.csv.learned', { n: count(known.rows), inputs: count(known.columns.length), target: known.targets.join(', ') })];
      if (!known.carried) words.push(t('page.table.tooMany'));
      next.append(make('p', 'note', words.join(' ')));
      if (known.columns.length > 1) next.append(plane(0, t('page.table.across')), plane(1, t('page.table.up')));
      if (known.columns.length > 2) next.append(make('p', 'note', t('page.table.others')));
      next.append(form(known));
    }
    element.replaceWith(next);
    seen.disconnect();
    seen.observe(next);
    element = next;
  }

  /** The form for one row. @param {ColumnsAnswer} of */
  function form(of) {
    const made = (row = makeRow(of, ask));
    const search = make('input', 'row-find');
    search.type = 'search';
    search.hidden = made.columns <= many;
    search.placeholder = t('page.csv.find');
    search.setAttribute('aria-label', t('page.csv.find'));
    search.addEventListener('input', () => made.show(search.value));
    const means = makeButton('button small', t('page.table.means'), () => {
      made.reset();
      made.show(search.value);
      ask();
    });
    made.show('');
    problem.setAttribute('role', 'status');
    answer.setAttribute('aria-label', t('page.table.answer'));
    answer.replaceChildren();
    const details = make('details', 'row-form', make('summary', '', t('page.table.form')), answer, problem, search, made.fields, made.more, means);
    details.id = 'table-form';
    details.open = true;
    details.addEventListener('toggle', ask);
    return details;
  }

  /** Shows the panel where a table is learned from, and what has changed of it. */
  async function show() {
    const below = document.getElementById(`field-${own()?.choice}`);
    if (below !== null && below !== element.nextElementSibling) below.before(element);
    const hidden = new Set(player.state?.spec.hide.split(','));
    element.hidden = !isOwn() || hidden.has('table');
    if (element.hidden) return;
    const now = `${player.state?.spec.table} ${player.state?.spec.dataset} ${player.state?.spec.percTrainData}`;
    if (now !== shown) {
      shown = now;
      try {
        known = await player.request({ type: 'columns' });
      } catch {
        known = null; // there are no rows
      }
      if (shown !== now) return;
      build();
    }
    showPlane();
    ask();
  }

  player.addEventListener('message', ({ detail: message }) => {
    if (message.type === 'state') show();
    else if (message.type === 'progress' && message.step !== null) ask();
  });

  return {
    /** What stands for the data sets in the list of them. */
    pictures: [
      { name: 'table', draw: (/** @type {HTMLCanvasElement} */ canvas) => drawCells(canvas, [classColor(0, 2), classColor(1, 2)]) },
      { name: 'table-values', draw: (/** @type {HTMLCanvasElement} */ canvas) => drawCells(canvas, [-0.6, -0.1, 0.3, 0.7].map(valueColor)) },
    ],

    /** Puts the panel above the control of the data. @param {Schema} all */
    mount(all) {
      schema = all;
      shown = '?';
      show();
    },
  };
}
