// What a frame forgets when it is reloaded, as after the loss of WebGL or a change
// of zoom, and how it goes on where it was: from the run as it was saved a moment
// ago, or else, of a run that can't be saved, by making the same steps again.

import { RunKeeper } from './run-keeper.js';

/** @import { Count, Order, Told } from '../shared/messages.d.ts' */

/** The most steps that are made again, of a run that could not be saved. */
const mostRepeated = 1_000_000;

/** @type {Map<Order['type'], string>} commands that a frame forgets, and what of it each sets */
const lasting = new Map([['speed', 'speed'], ['pace', 'speed'], ['stop', 'stop'], ['warp', 'warp'], ['pin', 'pin'], ['show', 'show']]);

export class Revival {
  /** @type {Map<string, Order>} the last command that sets it, by what it sets */
  #last = new Map();
  #step = 0;
  #keeper;
  #send;

  /**
   * @param {(order: Order) => void} send
   * @param {() => void} save asks the trainer for the run, which comes to hear()
   */
  constructor(send, save) {
    this.#send = send;
    this.#keeper = new RunKeeper(save);
  }

  /** The run as it stood a moment ago, null if there is none. */
  get kept() {
    return this.#keeper.latest;
  }

  /** @param {Order} order that is sent */
  note(order) {
    const sets = lasting.get(order.type);
    if (sets !== undefined) this.#last.set(sets, order);
  }

  /** @param {Told} told by the frame */
  hear(told) {
    this.#keeper.hear(told);
    const { metrics, step } = /** @type {Count} */ (told);
    this.#step = metrics?.step ?? step ?? this.#step;
    if (told.type === 'shown') this.#last.set('show', { type: 'show', name: told.name });
    if (told.type === 'warped') this.#last.set('warp', { type: 'warp', layer: told.layer, first: told.first, second: told.second });
    if (told.type === 'pinned') this.#last.set('pin', { type: 'pin', on: told.on, x: told.x, y: told.y });
  }

  /** Drops the run. */
  forget() {
    this.#keeper.forget();
  }

  /**
   * Goes on in a new document.
   * @param {boolean} playing
   * @param {boolean} told whether the link tells all of the run
   * @returns {boolean} whether it does; else the run is lost
   */
  goOn(playing, told) {
    const { kept } = this;
    const left = this.#step - (kept?.step ?? 0);
    const lost = left > mostRepeated || (!kept && !told);
    for (const order of this.#last.values()) this.#send(order);
    if (kept) this.#send({ type: 'resume', saved: kept.saved });
    if (left > 0 && !lost) this.#send({ type: 'train', n: left });
    if (playing) this.#send({ type: 'play' });
    return !lost;
  }
}
