// The scores by which a family is judged, beside losses and accuracies: which there
// are and how they are written, as the schema tells.

import { lossText, percentText, t } from './i18n.js';
import { decimals, figures } from './numbers.js';

/** @import { Metrics } from './protocol.d.ts' */
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

/**
 * What tells most of how well a network does, by name; what there is none of leaves its
 * place to the family's scores.
 * @param {Metrics | null} metrics
 * @param {Score[]} rows of the schema
 * @returns {Array<[name: string, value: string]>}
 */
export function telling(metrics, rows = []) {
  const { testLoss = null, accuracy = null, r2 = null, scores = [] } = metrics ?? {};
  /** @type {Array<[name: string, value: string]>} */
  const list = [];
  if (testLoss !== null || scores.length === 0) list.push([t('page.testLoss'), lossText(testLoss)]);
  if (accuracy !== null) list.push([t('page.accuracy'), percentText(accuracy)]);
  else if (r2 !== null) list.push([t('page.r2'), decimals(r2, 3)]);
  for (const { name, value } of scores) list.push([t(`score.${name}`), scoreText(value, rows.find((row) => row.name === name))]);
  return list;
}
