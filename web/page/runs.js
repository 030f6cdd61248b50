// The runs whose losses are shown together: the present one, up to three from before it
// began anew, and those that were pinned, each with a color, a mark and a name. The name is
// what differs from the present run, unless somebody gave it one.

import { t } from '../shared/i18n.js';
import { stateOf } from './kept-run.js';
import { looks, present } from './looks.js';
import { Run } from './run.js';
import { numberText, settingText } from './run-name.js';

/** @import { StateAnswer } from '../shared/protocol.d.ts' */
/** @import { Schema } from '../shared/schema.d.ts' */
/** @import { Kept, State } from './kept-run.js' */

/** The most runs that are pinned: as many as there are looks. */
export const mostPinned = looks.length;

/** The most runs that stay without being pinned. */
const mostEarlier = 3;

/** A run shorter than this leaves nothing to see. */
const least = { steps: 20, points: 10 };

/** Numbers that need no name after the choice they belong to, the setting before: "SGD 0.03". @type {Record<string, string>} */
const beside = { learningRate: 'optimizer', regularizationRate: 'regularization' };

/** The most differences that a name tells. */
const mostTold = 3;

/**
 * A run to draw.
 * @typedef {{name: string, color: string, mark: string, run: Run}} Shown
 */

export class Runs {
  /** The run that is trained. */
  present = new Run();
  /** @type {Kept[]} from the oldest to the newest */
  #kept = [];
  /** @type {StateAnswer | null} */
  #state = null;
  /** @type {StateAnswer | null} of the present run where it has come furthest */
  #end = null;
  /** @type {Schema | null} */
  #schema = null;

  /**
   * Takes over which settings there are.
   * @param {Schema} schema
   */
  know(schema) {
    this.#schema = schema;
  }

  /**
   * Hears of the experiment; where it restarts, or something is changed in its past, the
   * run so far becomes an earlier one.
   * @param {StateAnswer} state
   */
  follow(state) {
    const end = this.#end;
    this.#state = state;
    const run = this.present;
    const another = end !== null && (state.restarted || state.to < run.last);
    if (another || state.step >= state.to) this.#end = state;
    if (another && end !== null) {
      this.present = state.restarted ? new Run() : run.until(state.to);
      if (run.length >= least.points || run.last >= least.steps) this.#keep(this.#keptOf(run, end));
    }
    this.#forgetOthers();
  }

  /**
   * @param {Run} run
   * @param {StateAnswer} state
   * @returns {Kept}
   */
  #keptOf(run, state) {
    return { run, state: stateOf(state), task: this.#task(state), look: -1, pinned: false, shown: true, name: '', print: '', saved: '' };
  }

  /** @param {Kept} kept the newest */
  #keep(kept) {
    const same = this.#kept.filter((old) => old.state.link === kept.state.link && old.state.told && kept.state.told);
    if (same.some(({ run, pinned }) => run.last > kept.run.last || pinned && run.last === kept.run.last)) return; // the same link learns the same: the longer one tells all
    this.#kept = this.#kept.filter((old) => old.pinned || !same.includes(old));
    const earlier = this.#kept.filter(({ pinned }) => !pinned);
    const room = Math.min(mostEarlier, looks.length - this.pinned.length);
    if (room === 0) return;
    if (earlier.length >= room) this.#kept = this.#kept.filter((old) => old !== earlier[0]);
    this.#kept.push({ ...kept, look: this.#free() });
  }

  /** The first look that no run has. */
  #free() {
    return looks.findIndex((_, i) => this.#kept.every((old) => old.look !== i));
  }

  /**
   * Pins the present run, as far as it has come.
   * @param {{print: string, saved: string}} known of its end
   * @returns {Kept | null} null if there is no room
   */
  pin({ print, saved }) {
    if (this.#end === null) return null;
    const run = new Run();
    run.points = [...this.present.points];
    return this.take({ ...this.#keptOf(run, this.#end), print, saved });
  }

  /**
   * Takes a run among those that are pinned. It has the look it had, if that is free.
   * @param {Kept} kept
   * @returns {Kept | null} null if there is no room
   */
  take(kept) {
    if (this.pinned.length >= mostPinned) return null;
    const { look } = kept;
    const taken = this.#kept.find((old) => old.look === look);
    if (taken?.pinned || looks[look] === undefined) kept.look = -1;
    const earlier = this.#kept.filter((old) => !old.pinned);
    if (kept.look < 0 && this.#free() >= 0) kept.look = this.#free();
    else if (kept.look < 0) kept.look = earlier[0].look;
    this.#kept = this.#kept.filter((old) => old.pinned || old.look !== kept.look);
    kept.pinned = true;
    this.#kept.push(kept);
    return kept;
  }

  /** @param {Kept} kept that is no longer to be */
  remove(kept) {
    this.#kept = this.#kept.filter((old) => old !== kept);
  }

  /**
   * Goes on with the curve of a run that was trained again.
   * @param {Kept} kept
   * @param {number} to the step
   */
  adopt(kept, to) {
    this.present = kept.run.until(to);
  }

  /** Forgets runs whose losses can't be compared with the present one's, but for those that are pinned. */
  #forgetOthers() {
    const task = this.#task(/** @type {StateAnswer} */ (this.#state));
    this.#kept = this.#kept.filter((old) => old.pinned || old.task === task);
  }

  /**
   * What has to be the same for losses to be comparable.
   * @param {StateAnswer} state
   */
  #task({ spec, effective }) {
    const keys = ['architecture', 'loss', 'classes', ...(this.#schema?.architectures ?? []).flatMap(({ own }) => own.flatMap(({ choice, key }) => [choice, key]))];
    return digest(JSON.stringify(keys.map((key) => effective[key] ?? spec[key])));
  }

  /**
   * Whether the losses of a run can be compared with the present one's.
   * @param {Kept} kept
   */
  comparable(kept) {
    return this.#state !== null && kept.task === this.#task(this.#state);
  }

  /** The runs that are pinned, from the oldest to the newest. */
  get pinned() {
    return this.#kept.filter(({ pinned }) => pinned);
  }

  /** The runs that only stay until others come, from the oldest to the newest. */
  get loose() {
    return this.#kept.filter(({ pinned }) => !pinned);
  }

  /** Whether the present run has gone back from where it was. */
  get past() {
    return this.#state !== null && this.#state.step < this.#state.to;
  }

  /** The runs from before that are drawn, from the oldest to the newest. @returns {Shown[]} */
  get earlier() {
    return this.#kept.filter((kept) => kept.shown && this.comparable(kept)).map((kept) => ({ ...looks[kept.look], name: this.name(kept), run: kept.run }));
  }

  /** All runs, the present one last: it lies above the others. @returns {Shown[]} */
  get all() {
    return [...this.earlier, { name: '', ...present, run: this.present }];
  }

  /**
   * What a run is called.
   * @param {Kept} kept
   */
  name(kept) {
    if (kept.name !== '') return kept.name;
    const words = this.differences(kept);
    if (words.length === 0) return t('page.curve.before');
    return words.slice(0, mostTold).join(', ') + (words.length > mostTold ? ` +${words.length - mostTold}` : '');
  }

  /**
   * What differs between a run from before and the present one, a setting each.
   * @param {Kept} kept
   * @returns {string[]}
   */
  differences({ state: old }) {
    const now = /** @type {StateAnswer} */ (this.#state);
    const value = (/** @type {State} */ state, /** @type {string} */ key) => state.effective[key] ?? state.spec[key];
    const told = (this.#schema?.groups ?? []).filter(({ key }) => key !== 'output').flatMap(({ fields }) => fields)
      .filter(({ key }) => key in old.spec && old.spec[key] !== now.spec[key] && value(old, key) !== value(now, key) && !old.applies[key]); // what only follows from others says nothing
    /** @type {string[]} */
    const words = [];
    for (const [i, field] of told.entries()) {
      if (i > 0 && told[i - 1].key === beside[field.key]) words.push(`${words.pop()} ${numberText(field, value(old, field.key))}`);
      else words.push(settingText(field, value(old, field.key)));
    }
    return words;
  }
}

/**
 * A text that may be long, in few characters that no other is likely to have.
 * @param {string} text
 */
function digest(text) {
  if (text.length <= 200) return text;
  let [a, b] = [0x811c9dc5, 0x1b873593];
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(i), 0x85ebca6b) + a | 0;
  }
  return `${text.length} ${(a >>> 0).toString(36)} ${(b >>> 0).toString(36)}`;
}
