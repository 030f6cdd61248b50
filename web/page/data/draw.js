// The drawing pad: points of one's own, by mouse, touch or keyboard. The trainer
// holds the points and what can be undone; the pad shows them and sends strokes.

import { find } from '../../shared/dom.js';
import { enable } from '../early.js';
import { showProblem } from '../notices.js';
import { classColor, valueColor } from '../preview.js';
import { makeDrawingPanel } from './draw-panel.js';
import { isChosen, ownOf } from '../../shared/own.js';
import { watchPicture } from './over-picture.js';
import { drawPencil, reach } from './pad.js';
import { Strokes } from './strokes.js';

/** @import { NNPlay } from '../../element.js' */
/** @import { Operation } from '../../shared/messages.d.ts' */
/** @import { PreviewSet, StateAnswer } from '../../shared/protocol.d.ts' */
/** @import { Own, Schema } from '../../shared/schema.d.ts' */
/** @import { Mark } from './pad.js' */
/** @import { startTables } from './table/table.js' */

/** The color of data without classes, as on the canvas. */
const plainColor = '#009e73';

/** What sessionStorage calls points that the link does not carry. */
const keptName = 'nnplay.points';

/**
 * What the panel knows of the points, and can do with them.
 * @typedef {object} Drawing
 * @property {ReturnType<typeof startTables>} tables
 * @property {Tool} tool
 * @property {() => {state: StateAnswer | null, points: Float32Array, fresh: Float32Array, carried: boolean, held: number, undo: number, redo: number}} present
 *   fresh points are those that the canvas may not show yet, held how many of them test
 * @property {HTMLElement} begin the button by which a first visit goes over to drawing
 * @property {ReturnType<typeof watchPicture>} picture that of the canvas
 * @property {() => Own | null} own how the present architecture takes points, null if it does not
 * @property {() => boolean} isOwn whether it is points of one's own that are learned from
 * @property {() => boolean} isPlain whether it is the places that count, not classes or values
 * @property {() => boolean} isValues whether points have values, not classes
 * @property {() => number} classes
 * @property {() => string[]} names what the classes are called that have names
 * @property {() => string | undefined} share how many percent of the points are trained on, undefined where all are
 * @property {(all: boolean) => Promise<void>} train lets all of them train, or holds some back
 * @property {(v: number) => string} color of a class or a value
 * @property {(x: number, y: number, more: boolean) => void} stroke
 * @property {(op: 'undo' | 'redo' | 'clear' | 'from', value?: string) => Promise<void>} act
 */

/** What is drawn with. @typedef {{erase: boolean, class: number, value: number, brush: number}} Tool */

/**
 * @param {NNPlay} player
 * @param {ReturnType<typeof startTables>} tables
 */
export function startDrawing(player, tables) {
  /** @type {Tool} */
  const tool = { erase: false, class: 0, value: 1, brush: 0 };
  /** @type {Float32Array} points as the trainer has them */
  let points = new Float32Array();
  /** Those of them that were drawn since the canvas has shown all. */
  let fresh = new Float32Array();
  /** @type {StateAnswer | null} */
  let state = null;
  let known = ''; // the text of the points that are shown
  let steps = { undo: 0, redo: 0 }; // how many can be undone, and made again
  let carried = true;
  let held = 0; // how many of the points are held back for testing
  /** @type {ReturnType<typeof makeDrawingPanel> | null} */
  let view = null;

  /** The way to a drawing of one's own from the first visit. */
  const begin = find('draw-own');
  begin.addEventListener('click', () => {
    const to = own();
    if (to) player.request({ type: 'set', key: to.choice, value: to.options[0] }).catch(showProblem);
  });

  const strokes = new Strokes(send, () => refresh());
  const picture = watchPicture(player, () => view?.show());

  /** @param {Operation<'draw'>} command */
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
    const now = `${state.spec.architecture} ${state.spec[own()?.choice ?? '']} ${state.spec.points} ${share()}`;
    if (known === now) return;
    fetching = true;
    try {
      known = now;
      const answer = await player.request({ type: 'points' });
      points = new Float32Array(answer.points);
      steps = { undo: answer.undo, redo: answer.redo };
      carried = answer.carried;
      held = answer.held;
      view?.show();
    } catch {
      // The trainer says so elsewhere.
    }
    fetching = false;
    refresh();
  }

  /** @type {Schema | null} */
  let schema = null;
  const own = () => ownOf(schema, state, 'points');
  const isOwn = () => isChosen(own(), state);
  /** Whether it is the places that count, not classes or values. */
  const isPlain = () => isOwn() && state?.spec.classes === undefined;
  const isValues = () => isOwn() && state?.spec[own()?.choice ?? ''] === 'own-values';
  const classes = () => (isPlain() ? 1 : Number(state?.spec.classes ?? 2));

  /** What the classes are called that have names. */
  const names = () => (state?.spec.classNames ?? '').split('\n').filter((name) => name !== '');

  /** How many percent of the points are trained on; undefined where all are. */
  const share = () => state?.spec[own()?.share ?? ''];

  /**
   * Lets all points train, or holds as many back as are by default.
   * @param {boolean} all
   */
  async function train(all) {
    const key = own()?.share ?? '';
    const usual = schema?.groups.flatMap(({ fields }) => fields).find((field) => field.key === key)?.default ?? '';
    await player.request({ type: 'set', key, value: all ? '100' : usual }).catch(showProblem);
  }

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
      points = grown(points, marks);
      fresh = grown(fresh, marks);
      strokes.add('add', marks, more);
    }
    view?.show();
  }

  /** @type {Drawing} */
  const drawing = { tables, tool, begin, present: () => ({ state, points, fresh, carried, held, ...steps }), picture, own, isOwn, isPlain, isValues, classes, names, share, train, color, stroke, act };

  player.addEventListener('message', (event) => {
    const message = event.detail;
    if (message.type === 'progress' && fresh.length > 0 && !strokes.busy) {
      fresh = new Float32Array();
      view?.show();
    }
    if (message.type !== 'state') return;
    state = message;
    keep(message);
    view?.show();
    refresh();
  });

  /**
   * Points that are too many for the link outlive a reload of the page or of the
   * frame, in this tab: they come back to the link that they belong to.
   * @param {StateAnswer} message
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
     * @param {Schema} known
     * @param {Array<PreviewSet>} sets data sets to begin with
     */
    mount(known, sets) {
      schema = known;
      state = player.state;
      enable(begin);
      view = makeDrawingPanel(drawing, sets);
      view.show();
      refresh();
    },
  };
}

/**
 * Points and some more.
 * @param {Float32Array} points
 * @param {Mark[]} marks
 */
function grown(points, marks) {
  const all = new Float32Array(points.length + 3 * marks.length);
  all.set(points);
  all.set(marks.flat(), points.length);
  return all;
}
