// Who goes first: the trainer. Its program is smaller than the canvas's, and is what
// everything else waits for; so the canvas's is downloaded after it, and starts, for which
// it takes the page's thread, when what the trainer was asked for is there.

/** @import { Order } from '../shared/messages.d.ts' */
/** @import { Answer } from '../shared/protocol.d.ts' */

/** How long nothing must have been asked for, in ms: the page asks on as it hears. */
const calm = 30;

/** The longest that the canvas waits to start once it is there, in ms. */
const patience = 3000;

/** Commands that train. */
const training = new Set(['play', 'step', 'epoch', 'train']);

/** What is answered when steps were made, or will not be. */
const trained = new Set(['stepped', 'stopped', 'trained', 'diverged', 'error']);

export class Precedence {
  #come = () => {};
  #go = () => {};
  #open = false; // there is an experiment
  #busy = false; // steps were asked for
  /** @type {Set<number | string>} questions without an answer */
  #asked = new Set();
  #timer = 0;

  /** @type {Promise<void>} kept when the trainer's program has come, or will not */
  come = new Promise((resolve) => { this.#come = resolve; });

  /** @type {Promise<void>} */
  #done = new Promise((resolve) => { this.#go = resolve; });

  /** Waits until the trainer has done what it was asked for, but not for ever. */
  async turn() {
    await Promise.race([this.#done, new Promise((resolve) => { setTimeout(resolve, patience); })]);
  }

  /** @param {Order} order that goes to the trainer */
  asked(order) {
    if (training.has(order?.type)) this.#busy = true;
    else if (order?.id !== undefined) this.#asked.add(order.id);
    this.#wait();
  }

  /** @param {Answer} answer of the trainer */
  heard(answer) {
    const { type } = answer;
    if (answer.id !== undefined) this.#asked.delete(answer.id);
    if (type === 'state') this.#open = true;
    if (trained.has(type) || (type === 'frame' && (answer.step ?? 0) > 0)) this.#busy = false;
    const lost = type === 'error' && answer.fatal;
    if (lost || type === 'ready' || (type === 'loading' && answer.loaded >= answer.total && answer.total > 0)) this.#come();
    if (lost) this.#go();
    else this.#wait();
  }

  /** Waits once more, if there is nothing else to wait for. */
  #wait() {
    clearTimeout(this.#timer);
    if (this.#open && !this.#busy && this.#asked.size === 0) this.#timer = setTimeout(this.#go, calm);
  }
}
