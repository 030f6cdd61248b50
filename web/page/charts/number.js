// How charts write numbers.

import { count } from '../../shared/i18n.js';
import { figures } from '../../shared/numbers.js';

/** @param {number} v */
export function short(v) {
  return Number.isInteger(v) && Math.abs(v) < 1e9 ? count(v) : figures(v, 3);
}
