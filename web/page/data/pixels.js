// Taking a table whose inputs are pixels for images of one's own.

import { count, explain, t } from '../../shared/i18n.js';

/** @import { NNPlay } from '../../element.js' */
/** @import { Reading } from './table/reading.js' */

/**
 * Adds the images of a table to those that there are, in an architecture that takes them.
 * @param {NNPlay} player
 * @param {Reading} reading
 * @returns {Promise<string>} what became of it
 */
export async function takeImages(player, reading) {
  const made = await reading.album();
  await player.request({ type: 'images', op: 'merge', bytes: new Uint8Array(made.file) });
  const names = made.classes.join(', ');
  const words = [t('page.csv.imagesUsed', { n: count(made.pictures), side: made.side, classes: count(made.classes.length), names })];
  if (made.lacking > 0) words.push(t('page.csv.imagesLacking', { n: count(made.lacking) }));
  return [...words, ...made.notices.map((told) => explain('table', told))].join(' ');
}
