// The scores by which a family is judged, beside losses and accuracies: which there
// are and how they are written, as the schema tells.

import { percentText } from './i18n.js';
import { figures } from './numbers.js';

/** @import { Schema, Score } from './schema.d.ts' */

/**
 * The scores of a family; none while there is no schema.
 * @param {Schema | null} schema
 * @param {string | undefined} family
 */
export function scoresOf(schema, family) {
  return schema?.architectures.find(({ name }) => name === family)?.scores ?? [];
}

/**
 * @param {number | null} value
 * @param {Score | undefined} row of the schema
 */
export function scoreText(value, row) {
  if (value === null) return '–';
  return row?.share ? percentText(value) : figures(value, 3);
}
