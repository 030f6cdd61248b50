// What is being read: a file or a text, what the reader has decided about it, and the
// table that the program has made of them, or why it could not.

import { makeTableReader } from '../../../shared/tables.js';

/** @import { Tables } from '../../../shared/protocol.d.ts' */
/** @import { Choices } from '../../../shared/tables.js' */

/** Choices after which columns may be others. */
const moving = new Set(['encoding', 'separator', 'quotes', 'first']);

export class Reading {
  #reader = makeTableReader();
  #changed;
  /** How many files have been opened: answers about earlier ones come too late. */
  #opened = 0;
  /** Whether something was chosen since the program was asked last. */
  #stale = false;
  /** Whether the program has the file. */
  #held = false;
  /** Kept when what was chosen is read. @type {Promise<void> | null} */
  #running = null;

  /** @type {Blob} */
  source = new Blob([]);
  /** @type {Choices} */
  choices = {};
  /** @type {Tables.TableAnswer | null} */
  table = null;
  /** @type {unknown} why there is no table, null if there is one, or none yet */
  problem = null;
  busy = false;

  /** @param {() => void} changed is called when there is something else to show */
  constructor(changed) {
    this.#changed = changed;
  }

  /** Reads a file, or a text. @param {Blob} source */
  async open(source) {
    this.close();
    this.source = source;
    this.busy = true;
    this.#changed();
    await this.#ask();
  }

  /** Forgets it all. */
  close() {
    this.#opened++;
    this.#reader.end();
    this.#stale = this.#held = this.busy = false;
    this.#running = null;
    this.choices = {};
    this.table = this.problem = null;
  }

  /** Reads it once more by other choices; undefined leaves one to be guessed. @param {Choices} choices */
  choose(choices) {
    if (Object.keys(choices).some((key) => moving.has(key))) this.choices.columns = {};
    Object.assign(this.choices, choices);
    this.#again();
  }

  /**
   * Says what columns are.
   * @param {Array<{place: number, kind?: string, role?: string}>} columns
   */
  chooseColumns(columns) {
    const chosen = (this.choices.columns ??= {});
    for (const { place, ...choice } of columns) chosen[place] = { ...chosen[place], ...choice };
    this.#again();
  }

  /** Kept when the program has all that was chosen. */
  async settled() {
    await this.#running;
  }

  /** Rows to learn from. @param {string} kind of the target */
  learn(kind) {
    return this.#reader.learn(kind);
  }

  /** A drawing of the columns that are inputs and of the first target. @param {string} kind of the target */
  draw(kind) {
    const columns = this.table?.columns ?? [];
    const inputs = columns.flatMap(({ role }, i) => (role === 'input' ? [i] : []));
    return this.#reader.draw({ inputs, target: columns.findIndex(({ role }) => role === 'target'), kind });
  }

  /** An album of the images whose pixels the inputs are. */
  album() {
    return this.#reader.album();
  }

  #again() {
    this.#stale = true;
    this.#running ??= this.#catchUp();
  }

  async #catchUp() {
    const mine = this.#opened;
    while (this.#stale && mine === this.#opened) {
      this.#stale = false;
      await this.#ask();
    }
    if (mine === this.#opened) this.#running = null;
  }

  async #ask() {
    const mine = this.#opened;
    /** @type {Pick<Reading, 'table' | 'problem'>} */
    let found;
    try {
      found = { table: await (this.#held ? this.#reader.again(this.choices) : this.#reader.read(this.source, this.choices)), problem: null };
      if (mine === this.#opened) this.#held = true;
    } catch (problem) {
      found = { table: null, problem };
      if (mine === this.#opened) this.#held = 'code' in Object(problem); // else the program is gone
    }
    if (mine !== this.#opened || this.#stale) return; // there is more to come
    this.busy = false;
    Object.assign(this, found);
    this.#changed();
  }
}
