// Points of one's own: the board, with the tools, the pad to draw on and what can
// be undone, over the picture of the network or in the panel; and the panel, with
// the brush, points to start from, and files to take them from and to save them in.

import { make, makeButton } from '../../shared/dom.js';
import { count, t } from '../../shared/i18n.js';
import { decimals } from '../../shared/numbers.js';
import { makePad } from './pad.js';
import { makeUndo } from './undo.js';

/** @import { PreviewSet } from '../../shared/protocol.d.ts' */
/** @import { Drawing } from './draw.js' */

/**
 * Builds the panel in the present language.
 * @param {Drawing} drawing
 * @param {Array<PreviewSet>} sets data sets to begin with
 */
export function makeDrawingPanel(drawing, sets) {
  const { act, begin, classes, color, isOwn, isPlain, isValues, names, picture, share, stroke, tables, tool, train } = drawing;
  document.querySelector('.own-board')?.remove(); // that of another language
  const element = make('div', 'own');
  const section = make('section', 'own-pad');
  section.id = 'pad';
  section.setAttribute('aria-label', t('field.points.label'));

  const tools = make('div', 'own-tools');
  tools.setAttribute('role', 'radiogroup');
  tools.setAttribute('aria-label', t('page.own.tool'));
  const value = range('own-value', t('page.own.value'), -1, 1, 0.05, tool.value, (v) => {
    tool.value = v;
    tool.erase = false;
    refill();
  });
  const brush = range('own-brush', t('page.own.brush'), 0, 2, 0.25, tool.brush, (v) => {
    tool.brush = v;
    pad.reach(tool.brush);
  });

  const pad = makePad({
    label: t('page.own.pad'),
    help: t('page.own.padHelp'),
    stroke,
    erase: (x, y) => {
      const was = tool.erase;
      tool.erase = true;
      stroke(x, y, false);
      tool.erase = was;
    },
    choose: (index) => {
      if (isValues() || index >= classes()) return;
      tool.class = index;
      tool.erase = false;
      refill();
    },
    said: (x, y) => t('page.own.where', { x: decimals(x, 2), y: decimals(y, 2) }),
  });

  const undo = makeUndo('own', act);
  const row = make('div', 'own-row', ...undo.buttons);
  /** Whether one draws over the picture; undecided before there are points of one's own. @type {boolean | null} */
  let draws = null;
  let awaited = false; // one has begun, and the picture to draw over is not there yet
  const opener = makeButton('button small', '', () => {
    draws = !draws;
    view.show();
    if (draws) pad.focus();
  });
  opener.id = 'own-open';
  const said = make('span', '');
  const turn = makeButton('link', '', () => train(drawing.present().held > 0));
  turn.id = 'own-turn';
  const split = make('p', 'own-split', said, ' ', turn);
  split.id = 'own-split';
  const bar = make('div', 'own-bar', tools, value.element, row, opener);
  const board = make('div', 'own-board', split, pad.element, bar);
  board.setAttribute('role', 'group');
  board.setAttribute('aria-label', t('field.points.label'));

  const from = document.createElement('select');
  from.id = 'own-from';
  from.setAttribute('aria-label', t('page.own.from'));
  const first = new Option(t('page.own.from'), '', true, true);
  first.disabled = true;
  from.add(first);
  for (const set of sets) {
    if (set.inputs === 2) from.add(new Option(t(`option.dataset.${set.name}`), set.name));
  }
  from.addEventListener('change', () => {
    act('from', from.value);
    from.selectedIndex = 0;
  });

  const summary = make('p', 'note');
  summary.id = 'own-total';
  summary.setAttribute('role', 'status');
  const parts = make('p', 'note');
  parts.id = 'own-parts';
  section.append(board, brush.element, from, summary, parts);
  board.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && draws && board.classList.contains('is-over')) {
      opener.click();
      opener.focus();
    }
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    event.stopPropagation();
    act(key === 'y' || event.shiftKey ? 'redo' : 'undo');
  });

  const files = make('div', 'own-row');
  const open = makeButton('button small own-file', t('page.csv.open'), () => tables.show());
  open.id = 'csv-open';
  const save = makeButton('button small', t('page.csv.save'), () => tables.save());
  save.id = 'csv-save';
  files.append(open, save);
  element.append(section, files);

  let shape = '';
  /** The tools: one a class, or the value, and the eraser. */
  function refill() {
    const now = `${isValues()} ${isPlain()} ${classes()} ${names()}`;
    if (now !== shape) {
      shape = now;
      const items = isValues() ? [0] : Array.from({ length: classes() }, (_, i) => i);
      tools.replaceChildren(...items.map((i) => choice(isValues() || isPlain() ? t('page.own.draw') : names()[i] ?? t('page.own.class', { n: i + 1 }), String(i), () => {
        tool.erase = false;
        tool.class = i;
      })), choice(t('page.own.erase'), 'erase', () => {
        tool.erase = true;
      }));
      if (!isValues()) tool.class = Math.min(tool.class, classes() - 1);
      value.element.hidden = !isValues();
    }
    for (const input of tools.querySelectorAll('input')) {
      input.checked = tool.erase ? input.value === 'erase' : input.value === String(isValues() ? 0 : tool.class);
      const swatch = input.parentElement?.querySelector('i');
      const index = Number(input.value);
      if (swatch && input.value !== 'erase') swatch.replaceWith(spot(color(isValues() ? tool.value : index), isValues() || isPlain() ? 0 : index));
    }
  }

  const view = {
    element,

    /** Shows the points and what can be done. */
    show() {
      const { state, points, fresh, carried, held } = drawing.present();
      if (state === null) return;
      const hidden = new Set(state.spec.hide.split(','));
      const own = drawing.own();
      const above = document.getElementById(`field-${own?.choice}`);
      if (above !== element.previousElementSibling) above?.after(element); // else it would lose the focus
      const beside = above?.querySelector('.choice-own') ?? files;
      if (open.parentElement !== beside) beside.append(open);
      element.hidden = own === null || hidden.has(own.key) || !own.home && !isOwn();
      section.hidden = !isOwn();
      board.hidden = !isOwn() || element.hidden;
      if (board.hidden) {
        draws = null;
        awaited = false;
        return;
      }
      const visits = document.activeElement === begin; // which is about to go
      const begins = draws === null && (visits || above?.contains(document.activeElement));
      draws ??= state.spec[own?.key ?? ''] === '';
      const over = Boolean(own?.home) && picture.shows();
      const arrives = awaited && over;
      const free = visits || document.activeElement === document.body || board.contains(document.activeElement); // to take the focus
      awaited = (begins || awaited) && !over;
      if (over) picture.cover(board);
      else if (board.parentElement !== section) section.prepend(board);
      board.classList.toggle('is-over', over);
      board.classList.toggle('is-closed', over && !draws);
      if ((begins || arrives) && over && draws) board.parentElement?.scrollIntoView({ block: 'nearest' }); // on a phone it may be far above
      if ((begins && visits || arrives && free) && draws) pad.focus();
      opener.hidden = !over;
      opener.textContent = t(draws ? 'page.own.done' : 'page.own.open');
      const shown = state.spec.showTestData === 'true';
      const percent = share();
      parts.textContent = percent === undefined || percent === '100' ? '' : t(shown ? 'page.own.parts' : 'page.own.partsHidden', { n: percent });
      const total = points.length / 3;
      split.hidden = total > 0 && percent === undefined;
      turn.hidden = total < 2;
      turn.textContent = t(held > 0 ? 'page.own.trainAll' : 'page.own.holdBack');
      said.textContent = total === 0 ? t('page.own.start') : held === 0 ? t('page.own.allTrain', { count: total, n: count(total) }) : t(shown ? 'page.own.held' : 'page.own.heldHidden', { n: count(total), held: count(held) });
      refill();
      pad.show(over ? fresh : points, color);
      undo.show(drawing.present(), points.length === 0);
      summary.textContent = t(carried ? 'page.own.total' : 'page.own.tooMany', { n: count(total) });
    },
  };
  return view;
}

/**
 * A tool to choose.
 * @param {string} name
 * @param {string} value
 * @param {() => void} choose
 */
function choice(name, value, choose) {
  const label = document.createElement('label');
  const input = document.createElement('input');
  input.type = 'radio';
  input.name = 'own-tool';
  input.value = value;
  input.addEventListener('change', choose);
  const words = document.createElement('span');
  words.append(...(value === 'erase' ? [name] : [document.createElement('i'), make('b', '', name)]));
  label.title = name;
  label.append(input, words);
  return label;
}

/** The corners of classes' marks, as on the canvas; 0: it is round. */
const corners = [0, 4, 3, 5, 6];

/**
 * The mark of a class.
 * @param {string} color
 * @param {number} index
 */
function spot(color, index) {
  const dot = document.createElement('i');
  dot.style.background = color;
  const n = corners[index % corners.length];
  if (n > 0) {
    const places = Array.from({ length: n }, (_, i) => 2 * Math.PI * (i / n) - Math.PI / 2);
    dot.style.clipPath = `polygon(${places.map((a) => `${(50 + 50 * Math.cos(a)).toFixed(1)}% ${(50 + 50 * Math.sin(a)).toFixed(1)}%`).join(', ')})`;
    dot.style.borderRadius = '0';
  }
  return dot;
}

/**
 * A slider with its label and its number.
 * @param {string} id
 * @param {string} name
 * @param {number} min
 * @param {number} max
 * @param {number} step
 * @param {number} start
 * @param {(v: number) => void} change
 */
function range(id, name, min, max, step, start, change) {
  const element = make('label', 'own-range');
  const words = document.createElement('span');
  words.textContent = name;
  const input = document.createElement('input');
  input.type = 'range';
  input.id = id;
  Object.assign(input, { min: String(min), max: String(max), step: String(step), value: String(start) });
  const number = document.createElement('output');
  const show = () => {
    number.textContent = decimals(Number(input.value), 2);
    input.style.setProperty('--at', `${(100 * (Number(input.value) - min)) / (max - min)}%`);
  };
  show();
  input.addEventListener('input', () => {
    show();
    change(Number(input.value));
  });
  element.append(words, input, number);
  return { element };
}
