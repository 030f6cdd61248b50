// A run that was kept: its losses, and what it was, as much as tells it from others and
// leads back to it. It comes out of the tab's memory and out of files too, so what is read is
// looked at before it is taken.

import { Run } from './run.js';

/** @import { StateAnswer } from '../shared/protocol.d.ts' */

/** The longest value of a setting that a run's list of differences is made of, in characters: not data of one's own. */
const longest = 300;

/** The longest name. */
export const mostName = 60;

/** The longest link, as setting.MaxLink. */
const mostLink = 8000;

/** The largest run as the trainer saved it that is kept in text, in bytes. */
export const mostSaved = 1 << 20;

/** @typedef {Pick<StateAnswer, 'link' | 'spec' | 'effective' | 'applies' | 'told'>} State what there is to know of an experiment */

/**
 * A run that was kept.
 * @typedef {object} Kept
 * @property {Run} run
 * @property {State} state
 * @property {string} task what has to be the same for its losses to be comparable
 * @property {number} look its number among the looks
 * @property {boolean} pinned it stays until somebody removes it
 * @property {boolean} shown
 * @property {string} name that somebody gave it, '' for none
 * @property {string} print the fingerprint of the weights at its end, '' if it is not known
 * @property {string} saved the run as the trainer saved it, in base 64, where its link does not tell all; '' else
 */

/**
 * What is kept of a state: no data of one's own, which may be long.
 * @param {StateAnswer} state
 * @returns {State}
 */
export function stateOf({ link, spec, effective, applies, told }) {
  const short = (/** @type {Record<string, string>} */ values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value.length <= longest));
  return { link, spec: Object.fromEntries(Object.entries(spec).filter(([, value]) => value.length <= longest)), effective: short(effective), applies: short(applies), told };
}

/**
 * A kept run as plain data.
 * @param {Kept} kept
 */
export function pack({ run, state, task, look, shown, name, print, saved }) {
  return { points: run.packed(), state, task, look, shown, name, print, saved };
}

/**
 * Undoes pack, of anything.
 * @param {any} data
 * @returns {Kept | null} null for what is none
 */
export function unpack(data) {
  const run = Run.unpacked(data?.points);
  const { state, task, look, shown, name, print, saved } = data ?? {};
  const texts = [task, name, print, saved];
  if (run === null || !isState(state) || !texts.every((text) => typeof text === 'string')) return null;
  if (task.length > mostLink || !/^[\da-f]{0,64}$/.test(print) || saved.length > 2 * mostSaved || !/^[\w+/=]*$/.test(saved)) return null;
  return { run, state, task, look: Number.isInteger(look) ? look : 0, pinned: true, shown: shown !== false, name: name.slice(0, mostName), print, saved };
}

/**
 * @param {any} state
 * @returns {state is State}
 */
function isState(state) {
  const isTexts = (/** @type {any} */ values) => values !== null && typeof values === 'object' && Object.keys(values).length <= 500
    && Object.entries(values).every(([key, value]) => key.length <= 100 && typeof value === 'string' && value.length <= longest);
  return typeof state?.link === 'string' && state.link.length <= mostLink && [state.spec, state.effective, state.applies].every(isTexts) && typeof state.told === 'boolean';
}
