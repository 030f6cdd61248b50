// Strokes of the pad on their way to the trainer: one message in flight, and what
// is drawn meanwhile is put together in the next.

/** @import { Operation } from '../../shared/messages.d.ts' */
/** @import { Mark } from './pad.js' */

/** Marks in one message, fewer than what the trainer takes at once. */
const mostMarks = 500;

export class Strokes {
  /** @type {Array<{op: 'add' | 'erase', marks: Mark[], more: boolean}>} */
  #waiting = [];
  #sent = false;
  #send;
  #done;

  /**
   * @param {(command: Operation<'draw'>) => Promise<void>} send
   * @param {() => void} done is called when all have arrived
   */
  constructor(send, done) {
    this.#send = send;
    this.#done = done;
  }

  /** Whether some are on their way. */
  get busy() {
    return this.#sent || this.#waiting.length > 0;
  }

  /**
   * @param {'add' | 'erase'} op
   * @param {Mark[]} marks
   * @param {boolean} more whether they belong to the stroke before
   */
  add(op, marks, more) {
    const last = this.#waiting.at(-1);
    if (more && last && last.op === op && last.marks.length + marks.length <= mostMarks) last.marks.push(...marks);
    else this.#waiting.push({ op, marks: [...marks], more });
    this.#next();
  }

  async #next() {
    if (this.#sent) return;
    const stroke = this.#waiting.shift();
    if (!stroke) {
      this.#done();
      return;
    }
    this.#sent = true;
    await this.#send({ op: stroke.op, value: stroke.marks.map((m) => m.map((v) => v.toFixed(4)).join(',')).join(';'), more: stroke.more });
    this.#sent = false;
    this.#next();
  }
}
