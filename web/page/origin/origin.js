// Where numbers come from: a number of the last step, what it is made of, and each of
// those in turn. The page asks the trainer; looking changes nothing that is computed.

import { metric } from '../../numbers/name.js';
import { find } from '../../shared/dom.js';
import { explain } from '../../shared/i18n.js';
import { makeChooser } from './chooser.js';
import { makeInspector } from './inspector.js';
import { makePanel } from './panel.js';

/** @import { NNPlay } from '../../element.js' */
/** @import { Explanation, NamedTensor } from '../../shared/protocol.d.ts' */

/**
 * A number that is asked for.
 * @typedef {object} Question
 * @property {string} tensor
 * @property {number[]} index
 * @property {string} of what of it; '' as it is now: before any step what the first finds, else what the last has left
 * @property {string} program
 * @property {number} at
 * @property {string} operation what made it, of what has no name
 */

/** How long a number stays at least before it is asked for anew, in ms, and in multiples of what asking takes. */
const pause = 300;
const share = 8;

/**
 * Where an element is that is counted in what one sample has.
 * @param {NamedTensor} tensor
 * @param {number} element
 */
function indexOf({ shape, dimensions }, element) {
  const index = shape.map(() => 0);
  for (let d = shape.length - 1, rest = element; d >= 0; d--) {
    if (dimensions[d] === 'time') index[d] = shape[d] - 1;
    else if (dimensions[d] !== 'batch') [index[d], rest] = [rest % shape[d], Math.floor(rest / shape[d])];
  }
  return index;
}

/** @param {NNPlay} player */
export function startOrigin(player) {
  const place = find('origin');
  const button = find('origin-open');
  /** @type {NamedTensor[]} */
  let tensors = [];
  /** @type {Question[]} the way that was gone, the number that is shown at its end */
  let way = [];
  let asking = false;
  let surveys = false; // all tensors are shown, and not one number
  let stale = false; // what is shown is of another step, or of another number
  let wake = () => {}; // ends the wait for the next question
  /** @type {unknown} the step that was told of last */
  let step = null;
  /** @type {HTMLElement | null} where the panel was opened from, if not by its own button */
  let asker = null;

  const chooser = makeChooser((question) => look([question]));
  const inspector = makeInspector({
    open: async (tensor) => {
      panel.survey(false);
      surveys = false;
      await go([{ tensor: tensor.name, index: tensor.at, of: ['parameter', 'state'].includes(tensor.role) ? 'update' : 'value', program: tensor.program, at: 0, operation: '' }]);
    },
    heat: ({ name, program }) => player.request({ type: 'heat', tensor: name, program }),
    judge: ({ name }, part) => player.request({ type: 'worth', tensor: name, part: part + 1 }),
    turn: ({ name }, part, off) => player.request({ type: 'ablate', tensor: name, part: part + 1, off }),
    fail: (error) => panel.fail(explain('error', error)),
  });
  const panel = makePanel(place, chooser.element, inspector.element, {
    survey: (all) => {
      surveys = all;
      panel.survey(all);
      stale = true;
      wake();
      refresh();
    },
    change: async ({ tensor, index }, value) => {
      const { shape } = tensors.find(({ name }) => name === tensor) ?? { shape: [] };
      try {
        await player.request({ type: 'weight', name: tensor, index: index.reduce((at, i, d) => at * shape[d] + i, 0), value });
      } catch (error) {
        panel.fail(explain('error', error));
      }
    },
    open: (question) => go([...way, question]),
    turn: (of) => look([...way.slice(0, -1), { ...way[way.length - 1], of, at: 0 }]),
    return: (to) => go(way.slice(0, to + 1)),
    close,
    compare,
  });

  /** Lets the drawing ask. */
  const offer = () => player.send({ type: 'numbers', value: '1' });

  panel.survey(false);
  player.ready.then(offer, () => {}); // its first word may have come before this
  button.addEventListener('click', () => (place.hidden ? open() : close()));
  place.addEventListener('keydown', (event) => {
    const target = /** @type {HTMLElement} */ (event.target);
    const moves = target.matches('input, select'); // by the arrows, itself
    if (event.key === 'Escape') close();
    else if (event.key === 'Backspace' && !target.matches('input[type=number], select') || event.altKey && event.key === 'ArrowLeft') go(way.slice(0, Math.max(way.length - 1, 1)));
    else if (!moves && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) panel.move(event.key === 'ArrowDown' ? 1 : -1);
    else return;
    event.stopPropagation();
    event.preventDefault();
  });
  player.addEventListener('message', ({ detail }) => {
    if (detail.type === 'ready') offer();
    if (detail.type === 'asked') openAt(detail);
    if (detail.type === 'through' && detail.on) close();
    if (detail.type === 'state' || detail.type === 'ablated') inspector.take(detail.off);
    if (detail.type === 'state') tensors = []; // the network may be another one
    else if (!('step' in detail) || detail.step === step || !['progress', 'stepped', 'playing'].includes(detail.type)) return;
    if ('step' in detail) step = detail.step;
    stale = true;
    if (!place.hidden) refresh();
  });

  /** Opens the panel where it was, or at the first weight. */
  async function open() {
    place.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    panel.focus();
    stale = true;
    await refresh();
  }

  /**
   * Opens the panel at a number that was asked for on the drawing: of a result that of the
   * first sample, of a sequence at its end.
   * @param {{ tensor: string, element: number, of: string }} asked
   */
  async function openAt({ tensor, element, of }) {
    place.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    panel.survey(surveys = false);
    try {
      if (tensors.length === 0) tensors = await player.tensors();
      const names = [tensor, `${tensor}/out`, `${tensor}/hidden`];
      const found = names.flatMap((name) => tensors.filter((known) => known.name === name && known.inStep))[0];
      if (found === undefined) return await open();
      chooser.offer(tensors);
      await go([{ tensor: found.name, index: indexOf(found, element), of, program: found.program, at: 0, operation: '' }]);
    } catch (error) {
      panel.fail(explain('error', error));
    }
  }

  /** Opens the panel at a number that tells how well the network does now. @param {string} name @param {HTMLElement} from what has the focus again when it closes */
  async function openMetric(name, from) {
    place.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    panel.survey(surveys = false);
    asker = from;
    await go([{ tensor: `${metric}${name}`, index: [], of: '', program: '', at: 0, operation: '' }]);
  }

  function close() {
    if (place.hidden) return;
    place.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    (asker?.isConnected ? asker : button).focus();
    asker = null;
    wake();
  }

  /** @param {Question[]} there */
  async function look(there) {
    way = there;
    stale = true;
    wake();
    await refresh();
  }

  /** Goes to another number, and reads on at its name. @param {Question[]} there */
  async function go(there) {
    await look(there);
    panel.focus();
  }

  /** Asks as long as something has changed. */
  async function refresh() {
    if (asking) return;
    asking = true;
    while (stale && !place.hidden) {
      const start = performance.now();
      await ask();
      const took = performance.now() - start;
      if (player.playing) {
        await new Promise((done) => {
          wake = () => done(undefined);
          setTimeout(done, Math.max(pause, share * took));
        });
      }
    }
    asking = false;
  }

  async function ask() {
    stale = false;
    try {
      if (surveys) {
        inspector.show((await player.request({ type: 'inspect' })).tensors);
        return;
      }
      if (tensors.length === 0) {
        tensors = await player.tensors();
        chooser.offer(tensors);
        if (!way.every(({ tensor }) => tensor === '' || tensors.some(({ name }) => name === tensor))) way = [];
      }
      if (way.length === 0) way = [chooser.first()];
      const asked = way[way.length - 1];
      const told = await tell(asked);
      if (asked === way[way.length - 1]) show(told);
    } catch (error) {
      panel.fail(explain('error', error));
    }
  }

  /** What is told of a number: of one that was not written at that moment of this step, as of its name. @param {Question} asked */
  function tell({ of, ...asked }) {
    return player.explain({ ...asked, of: of || (Number(step) > 0 ? 'update' : 'value') }).catch((error) => {
      if (error.code !== 'no-moment' || asked.tensor === '') throw error;
      return player.explain({ ...asked, of, at: 0 });
    });
  }

  /** @param {Explanation & { step: number }} told */
  function show(told) {
    chooser.choose(told);
    panel.show(told, way, tensors);
  }

  /** Compares the gradient that is shown with a finite difference. */
  async function compare() {
    try {
      panel.tell(await player.difference(way[way.length - 1]));
    } catch (error) {
      panel.fail(explain('error', error));
    }
  }

  return {
    openMetric,

    /** Puts the texts into the present language. */
    translate() {
      panel.translate();
      chooser.translate();
      stale = true;
      if (!place.hidden) refresh();
    },
  };
}
