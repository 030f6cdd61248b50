// One step of training, gone through slowly: a rail of its stations above the drawing,
// and beside it what happens at each stop, with the numbers of one sample. It is the
// step that comes next, made on a copy: the run itself waits until the reader makes it.

import { find, make } from '../../shared/dom.js';
import { explain, t } from '../../shared/i18n.js';
import { makePanel } from './panel.js';
import { makeRail } from './rail.js';

/** @import { AnswerTo } from '../../shared/messages.d.ts' */
/** @import { CanvasEvent, Easel } from '../../shared/canvas.d.ts' */
/** @import { Command, NamedTensor, NumberRef, Sight, Stop } from '../../shared/protocol.d.ts' */

/** The width from which the panel stands at the right, in CSS pixels. */
const wide = matchMedia('(min-width: 700px)');

/**
 * @param {object} host
 * @param {<C extends Command>(message: C) => Promise<AnswerTo<C['type']>>} host.ask
 * @param {(message: Command) => void} host.command
 * @param {() => Easel | null} host.canvas
 * @param {(on: boolean) => void} host.onOpen
 */
export function startWalk({ ask, command, canvas, onOpen }) {
  const rail = makeRail({ go: (stop) => go(stop), close });
  const panel = makePanel({
    back: () => go(at - 1),
    next: () => go(at + 1),
    make: makeStep,
    move: (by) => move(by),
    choose: (n) => chooseSample(n),
    open: (ref) => open(ref),
    compare: async ({ tensor, index, program }) => (await ask({ type: 'difference', tensor, index: index.join(), program, coming: true })).difference,
    leave: () => show(),
  });
  const place = make('section', 'walk', rail.element, panel.element);
  place.setAttribute('aria-label', t('walk.title'));
  place.hidden = true;
  document.body.append(place);
  new ResizeObserver(makeRoom).observe(panel.element);
  new ResizeObserver(makeRoom).observe(rail.element);

  /** @type {Stop[]} */
  let stops = [];
  /** @type {NamedTensor[]} */
  let tensors = [];
  let at = 0;
  let sample = 0;
  /** @type {Sight | null} what is seen at the stop */
  let sight = null;
  let step = 0; // that is gone through, the first is 1
  /** @type {Map<string, number>} which unit was looked at, by layer, dimension and size */
  const focus = new Map();
  /** Counts what was asked for: only the last answer is shown. */
  let asked = 0;
  /** @type {HTMLElement | null} where the focus goes afterwards */
  let from = null;

  wide.addEventListener('change', makeRoom);

  /** Leaves room for what stands around the drawing. */
  function makeRoom() {
    if (place.hidden) return;
    const above = rail.element.offsetHeight;
    document.documentElement.style.setProperty('--walk-above', `${above}px`);
    if (wide.matches) canvas()?.aside(above, panel.element.offsetWidth, 0);
    else canvas()?.aside(above, 0, panel.element.offsetHeight);
  }

  /** Asks for the step that comes, and stands at its first stop, or where it stood. */
  async function begin() {
    const mine = ++asked;
    panel.wait(t('walk.busy'));
    try {
      const was = stops[at];
      const walk = await ask({ type: 'walk' });
      const all = await ask({ type: 'tensors', coming: true });
      if (mine !== asked || place.hidden) return;
      ({ stops, step } = walk);
      tensors = all.tensors;
      const same = was === undefined ? -1 : stops.findIndex((stop) => stop.station === was.station && stop.layer === was.layer && stop.turn === was.turn && stop.time === was.time);
      await look(Math.max(same, 0));
    } catch (error) {
      if (mine === asked) panel.fail(explain('error', error));
    }
  }

  /** @param {number} stop */
  async function go(stop) {
    if (stop < 0 || stop >= stops.length || stops.length === 0) return;
    await look(stop);
  }

  /**
   * Looks at a stop: at the unit that was looked at in that layer before, or the one that
   * the trainer chooses.
   * @param {number} stop
   * @param {number[] | null} [index]
   */
  async function look(stop, index = null) {
    const mine = ++asked;
    at = stop;
    sample = Math.min(sample, stops[at].samples - 1);
    rail.show(stops, at);
    try {
      const answer = await ask({ type: 'sight', stop, sample, index: (index ?? wish()).join() });
      if (mine !== asked || place.hidden) return;
      sight = answer.sight;
      keep();
      show();
    } catch (error) {
      if (mine === asked) panel.fail(explain('error', error));
    }
  }

  /** The tensor that is gone through. */
  const main = () => stops[at].tensors[stops[at].main];

  /** @param {number} i of its dimensions */
  const dimension = (i) => `${stops[at].layer} ${main().dimensions[i]} ${main().shape[i]}`;

  /** Of a unit that was looked at before, its indices. */
  const wish = () => main().shape.map((_, i) => focus.get(dimension(i)) ?? -1);

  /** Keeps which unit is looked at. */
  function keep() {
    for (const i of sight?.free ?? []) focus.set(dimension(i), sight?.index[i] ?? 0);
  }

  function show() {
    if (sight === null) return;
    panel.show({ stop: stops[at], sight, tensors, sample, step, first: at === 0, last: at === stops.length - 1 });
    canvas()?.light(panel.hides() ? sight.lit.filter(({ as }) => as !== 'result') : sight.lit);
  }

  /** Goes to another number of the same stop. @param {number} by */
  function move(by) {
    if (sight === null || sight.free.length === 0) return;
    const { shape } = main();
    const index = [...sight.index];
    let carry = by;
    for (const i of sight.free.toReversed()) {
      const next = index[i] + carry;
      index[i] = (next + shape[i]) % shape[i];
      carry = next < 0 ? -1 : next >= shape[i] ? 1 : 0;
      if (carry === 0) break;
    }
    look(at, index);
  }

  /** @param {number} n */
  function chooseSample(n) {
    sample = n;
    look(at, sight?.index.map((v, i) => (sight?.free.includes(i) ? v : -1)) ?? null);
  }

  /** Opens a number that another one was made of. @param {NumberRef} ref */
  async function open(ref) {
    const mine = ++asked;
    try {
      const { explanation } = await ask({ type: 'explain', tensor: ref.tensor, index: ref.index.join(), of: ref.of, program: ref.program, at: ref.at, unfold: false, coming: true });
      if (mine === asked && !place.hidden) panel.open(explanation, ref, tensors);
    } catch (error) {
      if (mine === asked) panel.fail(explain('error', error));
    }
  }

  /** Makes the step that was gone through, and begins with the next. */
  async function makeStep() {
    at = 0;
    stops = [];
    command({ type: 'step', n: 1 });
  }

  function close() {
    if (place.hidden) return;
    place.hidden = true;
    asked++;
    document.body.classList.remove('is-walking');
    canvas()?.light(null);
    canvas()?.aside(0, 0, 0);
    onOpen(false);
    (from?.isConnected ? from : find('net')).focus({ preventScroll: true });
  }

  return {
    /** Whether a step is gone through. */
    isOpen: () => !place.hidden,

    /** Goes through the step that comes. */
    open() {
      if (!place.hidden) return;
      from = document.activeElement instanceof HTMLElement && document.activeElement !== document.body ? document.activeElement : null;
      place.hidden = false;
      document.body.classList.add('is-walking');
      command({ type: 'pause' });
      onOpen(true);
      makeRoom();
      panel.focus();
      return begin();
    },
    close,

    /** Hears that the run is another one, or elsewhere: the step that comes is too. */
    changed() {
      if (!place.hidden) begin();
    },

    /**
     * Hears a key: of whoever hears it first, as the canvas keeps keys from all others.
     * @param {KeyboardEvent} event
     */
    key(event) {
      if (place.hidden || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = /** @type {HTMLElement} */ (event.target);
      if (!(place.contains(target) || target === document.body || target.localName === 'canvas')) return;
      if (target.localName === 'select' && event.key !== 'Escape') return; // which the arrows are for
      const acts = {
        Escape: () => (panel.isOpened() ? show() : close()),
        ArrowRight: () => go(at + 1),
        ArrowLeft: () => go(at - 1),
        ArrowDown: () => move(1),
        ArrowUp: () => move(-1),
        Home: () => go(0),
        End: () => go(stops.length - 1),
      };
      const act = acts[/** @type {keyof typeof acts} */ (event.key)];
      if (act === undefined) return;
      event.preventDefault();
      act();
    },

    /**
     * Hears what is chosen on the drawing: a number of the same stop is gone to.
     * @param {CanvasEvent} event
     * @returns {boolean} whether nobody else need know
     */
    hear(event) {
      if (place.hidden || event.type !== 'pick') return false;
      const { shape, tensor } = sight === null ? { shape: [], tensor: '' } : main();
      const { parameter = '', index = 0, layer = '', unit = 0 } = /** @type {{ parameter?: string, index?: number, layer?: string, unit?: number }} */ (event);
      const free = parameter === tensor ? shape.map((_, i) => i) : layer === stops[at]?.layer ? sight?.free ?? [] : [];
      if (sight === null || free.length === 0) return true;
      let left = parameter === tensor ? index : unit;
      const there = [...sight.index];
      for (const i of free.toReversed()) {
        there[i] = left % shape[i];
        left = Math.floor(left / shape[i]);
      }
      if (left === 0) look(at, there);
      return true;
    },

    /** Puts the texts into the present language. */
    translate() {
      place.setAttribute('aria-label', t('walk.title'));
      rail.translate();
      panel.translate();
      if (!place.hidden && stops.length > 0) {
        rail.show(stops, at);
        show();
      }
    },
  };
}
