// Rows that are too many for the link: the browser keeps them by what the link says of
// them, and brings them back to it.

import { shelve, shelved } from '../../../shared/vault.js';

/** @import { NNPlay } from '../../../element.js' */

/** @param {NNPlay} player */
export function startShelf(player) {
  let kept = ''; // what the link says of those that the browser keeps
  /** Kept when rows that a link means but does not carry are back, or are nowhere. */
  let settled = Promise.resolve();

  /** @param {string} text what the link says of the rows */
  async function keep(text) {
    if (text === kept) return;
    kept = text;
    const { file, text: of, carried } = await player.request({ type: 'columns', full: true });
    if (file && !carried && of === text) await shelve('files', text, file);
  }

  /** @param {string} text what the link says of the rows */
  async function bringBack(text) {
    const file = (await shelved('files', text))?.bytes;
    if (file) await player.request({ type: 'table', op: 'back', rows: new Uint8Array(file) });
  }

  player.addEventListener('message', ({ detail: message }) => {
    if (message.type !== 'state') return;
    const missing = message.notices.find(({ code }) => code === 'rows-elsewhere');
    if (missing) settled = bringBack(missing.args.given).catch(() => {}); // the notice says what is missing
    else if (/&table=n\d/.test(message.link)) keep(message.spec.table).catch(() => {});
  });

  return {
    /** Kept when rows that are not in the link are back, as far as they can be. */
    settled: () => settled,
  };
}
