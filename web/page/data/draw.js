// The drawing pad: points of one's own, by mouse, touch or keyboard. The trainer
// holds the points and what can be undone; the pad shows them and sends strokes.

import { startTables } from './csv.js';
import { count, t } from '../../shared/i18n.js';
import { showProblem } from '../notices.js';
import { drawPencil, makePad, reach } from './pad.js';
import { classColor, valueColor } from '../preview.js';
import { Strokes } from './strokes.js';

/** The color of data without classes, as on the canvas. */
const plainColor = '#009e73';

/** What sessionStorage calls points that the link does not carry. */
const keptName = 'nnplay.points';

/** @typedef {import('./pad.js').Mark} Mark */
/** @typedef {import('../../shared/messages.d.ts').Operation<'draw'>} Operation */

/** @param {import('../../element.js').NNPlay} player */
export function startDrawing(player) {
  const tables = startTables(player);

  /** What is drawn with. The eraser is class -1. */
  const tool = { erase: false, class: 0, value: 1, brush: 0 };
  /** @type {Float32Array} points as the trainer has them */
  let points = new Float32Array();
  /** @type {import('../../shared/protocol.d.ts').StateAnswer | null} */
  let state = null;
  let known = ''; // the text of the points that are shown
  let undo = 0;
  let redo = 0;
  let carried = true;
  /** @type {ReturnType<typeof build> | null} */
  let view = null;

  const strokes = new Strokes(send, () => refresh());

  /** @param {Operation} command */
  async function send(command) {
    try {
      await player.request({ type: 'draw', ...command });
    } catch (error) {
      known = '?';
      showProblem(error);
    }
  }

  /** @param {'undo' | 'redo' | 'clear' | 'from'} op */
  const act = (op, value = '') => send({ op, value }).then(refresh);

  /** Fetches the points if they have changed and no stroke is on its way. */
  let fetching = false;
  async function refresh() {
    if (fetching || strokes.busy || !state || !isOwn()) return;
    const now = `${state.spec.architecture} ${state.spec.dataset} ${state.spec.points}`;
    if (known === now) return;
    fetching = true;
    try {
      known = now;
      const answer = await player.request({ type: 'points' });
      points = new Float32Array(answer.points);
      ({ undo, redo, carried } = answer);
      view?.show();
    } catch {
      // The trainer says so elsewhere.
    }
    fetching = false;
    refresh();
  }

  const isOwn = () => state?.spec.dataset === 'own' || state?.spec.dataset === 'own-values' || isPlain();
  /** Whether it is the places that count, not classes or values. */
  const isPlain = () => state?.spec.distribution === 'own';
  const isValues = () => state?.spec.dataset === 'own-values';
  const classes = () => (isPlain() ? 1 : Number(state?.spec.classes ?? 2));

  /** The color of a class or a value. */
  const color = (/** @type {number} */ v) => (isPlain() ? plainColor : isValues() ? valueColor(v) : classColor(v, classes()));

  /**
   * What the tool does at a place.
   * @param {number} x
   * @param {number} y
   * @param {boolean} more whether a stroke goes on
   */
  function stroke(x, y, more) {
    if (tool.erase) {
      const radius = Math.max(tool.brush, 0.2);
      points = points.filter((_, i, all) => {
        const at = i - (i % 3);
        return Math.hypot(all[at] - x, all[at + 1] - y) > radius;
      });
      strokes.add('erase', [[x, y, radius]], more);
    } else {
      const value = isValues() ? tool.value : tool.class;
      /** @type {Mark[]} */
      const marks = [[x, y, value]];
      for (let i = 0; i < Math.round(4 * tool.brush); i++) {
        const angle = 2 * Math.PI * Math.random();
        const away = tool.brush * Math.sqrt(Math.random());
        const [px, py] = [x + away * Math.cos(angle), y + away * Math.sin(angle)];
        if (Math.max(Math.abs(px), Math.abs(py)) <= reach) marks.push([px, py, value]);
      }
      const grown = new Float32Array(points.length + 3 * marks.length);
      grown.set(points);
      grown.set(marks.flat(), points.length);
      points = grown;
      strokes.add('add', marks, more);
    }
    view?.show();
  }

  /**
   * Builds the pad in the present language.
   * @param {Array<import('../../shared/protocol.d.ts').PreviewSet>} sets
   */
  function build(sets) {
    const element = document.createElement('div');
    element.className = 'own';
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
      said: (x, y) => t('page.own.where', { x: x.toFixed(2), y: y.toFixed(2) }),
    });

    const undoButton = button(t('page.own.undo'), () => act('undo'));
    undoButton.id = 'own-undo';
    const redoButton = button(t('page.own.redo'), () => act('redo'));
    redoButton.id = 'own-redo';
    const clear = button(t('page.own.clear'), () => act('clear'));
    clear.id = 'own-clear';
    const row = make('div', 'own-row');
    row.append(undoButton, redoButton, clear);

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

    const total = make('p', 'note');
    total.id = 'own-total';
    total.setAttribute('role', 'status');
    section.append(tools, value.element, brush.element, pad.element, row, from, total);
    section.addEventListener('keydown', (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      event.stopPropagation();
      act(key === 'y' || event.shiftKey ? 'redo' : 'undo');
    });

    const files = make('div', 'own-row');
    const open = button(t('page.csv.open'), () => tables.show());
    open.id = 'csv-open';
    const save = button(t('page.csv.save'), () => tables.save());
    save.id = 'csv-save';
    files.append(open, save);
    element.append(section, files);

    let shape = '';
    /** The tools: one a class, or the value, and the eraser. */
    function refill() {
      const now = `${isValues()} ${isPlain()} ${classes()}`;
      if (now !== shape) {
        shape = now;
        const items = isValues() ? [0] : Array.from({ length: classes() }, (_, i) => i);
        tools.replaceChildren(...items.map((i) => choice(isValues() || isPlain() ? t('page.own.draw') : t('page.own.class', { n: i + 1 }), String(i), () => {
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
        if (swatch && input.value !== 'erase') swatch.replaceWith(spot(color(isValues() ? tool.value : Number(input.value))));
      }
    }

    return {
      element,

      /** Shows the points and what can be done. */
      show() {
        if (!state) return;
        const hidden = new Set(state.spec.hide.split(','));
        const classified = state.spec.architecture === 'mlp';
        const above = document.getElementById(classified ? 'field-dataset' : 'field-distribution');
        if (above !== element.previousElementSibling) above?.after(element); // else it would lose the focus
        element.hidden = hidden.has('points') || !classified && !isPlain();
        section.hidden = !isOwn();
        if (!isOwn()) return;
        refill();
        pad.show(points, color);
        undoButton.disabled = undo === 0;
        redoButton.disabled = redo === 0;
        clear.disabled = points.length === 0;
        const n = count(points.length / 3);
        total.textContent = carried ? t('page.own.total', { n }) : t('page.own.tooMany', { n });
      },
    };
  }

  player.addEventListener('message', (event) => {
    const message = event.detail;
    if (message.type !== 'state') return;
    state = message;
    keep(message);
    view?.show();
    refresh();
  });

  /**
   * Points that are too many for the link outlive a reload of the page or of the
   * frame, in this tab: they come back to the link that they belong to.
   * @param {import('../../shared/protocol.d.ts').StateAnswer} message
   */
  function keep(message) {
    const settings = message.link.replace(/&(c|points)=[^&]*/g, '');
    const missing = message.notices.find((n) => n.code === 'points-elsewhere');
    try {
      if (/&points=n\d/.test(message.link)) {
        sessionStorage.setItem(keptName, JSON.stringify({ settings, points: message.spec.points }));
      } else if (missing) {
        const kept = JSON.parse(sessionStorage.getItem(keptName) ?? '{}');
        if (kept.settings === settings) player.send({ type: 'set', key: 'points', value: kept.points });
      }
    } catch {
      // Without sessionStorage there is the file.
    }
  }

  return {
    /** What stands for the data sets in the list of them. */
    pictures: [
      { name: 'own', draw: (/** @type {HTMLCanvasElement} */ canvas) => drawPencil(canvas, [classColor(0, 2), classColor(1, 2)]) },
      { name: 'own-values', draw: (/** @type {HTMLCanvasElement} */ canvas) => drawPencil(canvas, [valueColor(-0.6), valueColor(0), valueColor(0.6)]) },
    ],

    /**
     * Puts the pad below the control of what there is to learn from.
     * @param {Array<import('../../shared/protocol.d.ts').PreviewSet>} sets data sets to begin with
     */
    mount(sets) {
      state = player.state;
      view = build(sets);
      view.show();
      refresh();
    },
  };
}

/**
 * @param {string} tag
 * @param {string} name of the class
 */
function make(tag, name) {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}

/**
 * @param {string} text
 * @param {() => void} act
 */
function button(text, act) {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'button small';
  element.textContent = text;
  element.addEventListener('click', act);
  return element;
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
  words.append(value === 'erase' ? '' : document.createElement('i'), name);
  label.append(input, words);
  return label;
}

/**
 * A dot in a color.
 * @param {string} color
 */
function spot(color) {
  const dot = document.createElement('i');
  dot.style.background = color;
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
  const element = document.createElement('label');
  element.className = 'own-range';
  const words = document.createElement('span');
  words.textContent = name;
  const input = document.createElement('input');
  input.type = 'range';
  input.id = id;
  Object.assign(input, { min: String(min), max: String(max), step: String(step), value: String(start) });
  const number = document.createElement('output');
  const show = () => {
    number.textContent = Number(input.value).toFixed(2);
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
