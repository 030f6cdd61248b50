// Taking a table for what is learned from: all columns that are inputs, or points in
// the plane.

import { count, explain, percentText, t } from '../../../shared/i18n.js';

/** @import { NNPlay } from '../../../element.js' */
/** @import { Reading } from './reading.js' */

/**
 * Goes over to rows of all columns.
 * @param {NNPlay} player
 * @param {Reading} reading
 * @param {string} kind of the target
 * @returns {Promise<string>} what became of it
 */
export async function takeRows(player, reading, kind) {
  const made = await reading.learn(kind);
  await player.request({ type: 'table', op: 'take', rows: new Uint8Array(made.file) });
  const words = [t('page.csv.learned', { n: count(made.rows), inputs: count(made.inputs), target: made.targets.join(', ') })];
  if (made.lacking > 0) words.push(t('page.csv.missing', { n: count(made.lacking) }));
  return words.join(' ');
}

/**
 * Goes over to points: of two inputs, or of their two principal components.
 * @param {NNPlay} player
 * @param {Reading} reading
 * @param {string} kind of the target
 * @returns {Promise<string>} what became of it
 */
export async function takePoints(player, reading, kind) {
  const made = await reading.draw(kind);
  await player.request({ type: 'draw', op: 'take', value: made.text, names: made.axes.join('\n'), classes: (made.classes ?? []).join('\n') });
  const [x, y] = made.inputs;
  const what = made.explained > 0
    ? t('page.csv.explained', { share: percentText(made.explained), n: made.inputs.length })
    : made.inputs.length === 1 ? t('page.csv.inputIs', { x }) : t('page.csv.inputsAre', { x, y });
  const changed = made.notices.map((told) => explain('table', told));
  return [t('page.csv.used', { n: count(made.points), inputs: what }), ...changed].join(' ');
}
