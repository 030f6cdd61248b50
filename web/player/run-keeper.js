// The run as it stood a moment ago, saved by the trainer: what goes on from there
// after a reload is the same to the last bit, edits by hand included.

/** @import { Told } from '../shared/messages.d.ts' */

/** How often a run is saved while it goes on, and how soon after something was changed, in ms. */
const every = 2000;
const soon = 250;

/** How many bytes a second are saved at most while it goes on: large runs are saved less often. */
const rate = 400_000;

/** @typedef {{saved: Uint8Array, step: number, link: string}} Kept */

export class RunKeeper {
  /** @type {Kept | null} the newest, null if there is nothing to keep or it can't be */
  latest = null;
  #save;
  #timer = 0;
  #due = Infinity;
  #step = 0;

  /** @param {() => void} save asks the trainer, whose answer comes to hear() */
  constructor(save) {
    this.#save = save;
  }

  /**
   * Takes note of what the trainer says.
   * @param {Told} message
   */
  hear(message) {
    switch (message.type) {
      case 'saved':
        this.latest = message.saved ? { saved: new Uint8Array(message.saved), step: message.step, link: message.link } : null;
        break;
      case 'state':
        if (message.restarted) this.forget();
        this.#step = message.step;
        if (message.step > 0 || message.edited) this.#plan(soon);
        break;
      case 'progress':
        if (message.step === null || message.step === this.#step) break;
        this.#step = message.step;
        this.#plan(message.busy ? Math.max(every, (1000 * (this.latest?.saved.byteLength ?? 0)) / rate) : soon);
    }
  }

  /** Drops what was kept. */
  forget() {
    clearTimeout(this.#timer);
    this.#due = Infinity;
    this.latest = null;
  }

  /** @param {number} after how soon to save at the latest, in ms */
  #plan(after) {
    const at = performance.now() + after;
    if (at >= this.#due) return;
    clearTimeout(this.#timer);
    this.#due = at;
    this.#timer = setTimeout(() => {
      this.#due = Infinity;
      this.#save();
    }, after);
  }
}
