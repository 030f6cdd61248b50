// Pinned runs outlive a reload of the page, in the memory of the tab: curves of bounded
// points, and what leads back to them.

import { pack, unpack } from './kept-run.js';
import { recallHere, rememberHere } from '../shared/store.js';
import { mostPinned } from './runs.js';

/** @import { Kept } from './kept-run.js' */

/** The most entries that are looked at. */
const mostRead = 100;

/** The most characters that are remembered of them all. */
const most = 2_000_000;

/**
 * Remembers the pinned runs. Where there is little room it goes without what only brings
 * back what no link tells.
 * @param {Kept[]} pinned
 * @returns {boolean} false where they are forgotten by a reload
 */
export function keepPins(pinned) {
  const all = pinned.map(pack);
  if (JSON.stringify(all).length <= most && rememberHere('pins', all)) return true;
  return rememberHere('pins', all.map((one) => ({ ...one, saved: '' })));
}

/** The pinned runs of this tab. @returns {Kept[]} */
export function keptPins() {
  return readPins(recallHere('pins'));
}

/**
 * Pinned runs, of anything.
 * @param {any} data
 * @returns {Kept[]}
 */
export function readPins(data) {
  if (!Array.isArray(data)) return [];
  return data.slice(0, mostRead).map(unpack).filter((kept) => kept !== null).slice(0, mostPinned);
}
