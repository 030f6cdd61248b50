// A run as a file: as the trainer saved it, the link and the step that lead to it where it
// can't be saved, and the pinned runs beside it.

import { pack } from './kept-run.js';
import { readPins } from './pin-store.js';

/** @import { Kept } from './kept-run.js' */

/** The largest file that is read, in bytes. */
const most = 64 << 20;

/** What a file holds. @typedef {{link: string, step: number, saved: Uint8Array | null, pins: Kept[]}} Saved */

/**
 * @param {Saved} run
 * @returns {Blob}
 */
export function writeRun({ link, step, saved, pins }) {
  const text = JSON.stringify({ nnplay: 'run', version: 1, link, step, saved: saved === null ? '' : encode(saved), pins: pins.map(pack) });
  return new Blob([text], { type: 'application/json' });
}

/**
 * Undoes writeRun, of any file.
 * @param {Blob} file
 * @returns {Promise<Saved | null>} null for what is none
 */
export async function readRun(file) {
  if (file.size > most) return null;
  try {
    const { nnplay, version, link, step, saved, pins } = JSON.parse(await file.text());
    if (nnplay !== 'run' || version !== 1 || typeof link !== 'string' || !Number.isSafeInteger(step) || step < 0 || typeof saved !== 'string') return null;
    return { link, step, saved: saved === '' ? null : decode(saved), pins: readPins(pins) };
  } catch {
    return null;
  }
}

/** @param {Uint8Array} bytes */
export function encode(bytes) {
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}

/** @param {string} text */
export function decode(text) {
  return Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
}
