// The runs whose losses are shown together: the present one and up to three from
// before it began anew, each with a color, a mark and a name. The name is what
// differs from the present run.

import { figures, typeset } from '../shared/numbers.js';
import { optionText, t } from '../shared/i18n.js';
import { Run } from './run.js';

/** @import { StateAnswer } from '../shared/protocol.d.ts' */
/** @import { Field, Schema } from '../shared/schema.d.ts' */

/** The colors of earlier runs, by their names in the style sheets, each with a mark that tells it apart without. */
const looks = [{ color: 'run-1', mark: '●' }, { color: 'run-2', mark: '■' }, { color: 'run-3', mark: '▲' }];

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

/** @typedef {{run: Run, state: StateAnswer, look: number}} Earlier */

export class Runs {
  /** The run that is trained. */
  present = new Run();
  /** @type {Earlier[]} from the oldest to the newest */
  #earlier = [];
  /** @type {StateAnswer | null} */
  #state = null;
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
    const before = this.#state;
    this.#state = state;
    const { present } = this;
    if (before === null || !state.restarted && state.to >= present.last) {
      this.#forgetOthers();
      return;
    }
    this.present = state.restarted ? new Run() : present.until(state.to);
    if (present.length >= least.points || present.last >= least.steps) this.#keep(present, before);
    this.#forgetOthers();
  }

  /**
   * @param {Run} run
   * @param {StateAnswer} state
   */
  #keep(run, state) {
    const same = this.#earlier.findIndex((old) => old.state.link === state.link);
    if (same >= 0) { // the same link learns the same: the longer one tells all
      if (this.#earlier[same].run.last > run.last) return;
      this.#earlier.splice(same, 1);
    }
    if (this.#earlier.length === looks.length) this.#earlier.shift();
    const look = looks.findIndex((_, i) => this.#earlier.every((old) => old.look !== i));
    this.#earlier.push({ run, state, look });
  }

  /** Forgets runs whose losses can't be compared with the present one's: those on other data, or of another loss. */
  #forgetOthers() {
    const task = this.#task(/** @type {StateAnswer} */ (this.#state));
    this.#earlier = this.#earlier.filter(({ state }) => this.#task(state) === task);
  }

  /**
   * What has to be the same for losses to be comparable.
   * @param {StateAnswer} state
   */
  #task({ spec, effective }) {
    const keys = ['architecture', 'loss', 'classes', ...(this.#schema?.architectures ?? []).flatMap(({ own }) => own.flatMap(({ choice, key }) => [choice, key]))];
    return JSON.stringify(keys.map((key) => effective[key] ?? spec[key]));
  }

  /** The earlier runs, from the oldest to the newest. @returns {Shown[]} */
  get earlier() {
    return this.#earlier.map(({ run, state, look }) => ({ ...looks[look], name: this.#name(state), run }));
  }

  /** All runs, the present one last: it lies above the others. @returns {Shown[]} */
  get all() {
    return [...this.earlier, { name: '', color: 'ink', mark: '', run: this.present }];
  }

  /**
   * What differs between an earlier run and the present one.
   * @param {StateAnswer} old
   */
  #name(old) {
    const now = /** @type {StateAnswer} */ (this.#state);
    const value = (/** @type {StateAnswer} */ state, /** @type {string} */ key) => state.effective[key] ?? state.spec[key];
    const told = (this.#schema?.groups ?? []).filter(({ key }) => key !== 'output').flatMap(({ fields }) => fields)
      .filter(({ key }) => key in old.spec && old.spec[key] !== now.spec[key] && value(old, key) !== value(now, key) && !old.applies[key]); // what only follows from others says nothing
    if (told.length === 0) return t('page.curve.before');
    /** @type {string[]} */
    const words = [];
    for (const [i, field] of told.entries()) {
      if (i > 0 && told[i - 1].key === beside[field.key]) words.push(`${words.pop()} ${numberText(field, value(old, field.key))}`);
      else words.push(settingText(field, value(old, field.key)));
    }
    return words.slice(0, mostTold).join(', ') + (words.length > mostTold ? ` +${words.length - mostTold}` : '');
  }
}

/**
 * A setting and its value in few words: a choice by its name alone.
 * @param {Field} field
 * @param {string} value
 */
function settingText(field, value) {
  const name = t(field.label);
  switch (field.kind) {
    case 'bool':
      return value === 'true' ? name : t('page.curve.off', { name });
    case 'enum':
    case 'list':
      if (value === 'none') return t('page.curve.off', { name });
      return value.split(',').map((option) => optionText(field.key, option)).join(' ');
    case 'shape':
      return value === '' || value === 'none' ? t('describe.none') : `${name} ${value}`;
  }
  return `${name} ${numberText(field, value)}`;
}

/**
 * @param {Field} field
 * @param {string} value
 */
function numberText(field, value) {
  return field.kind === 'float' ? figures(Number(value), 4) : typeset(value);
}
