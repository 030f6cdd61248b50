// A small histogram of a column, and what it says in words.

import { dateText } from '../../../shared/dates.js';
import { count, t } from '../../../shared/i18n.js';
import { figures } from '../../../shared/numbers.js';

/** @import { Tables } from '../../../shared/protocol.d.ts' */

/** Its size, in pixels. */
const [width, height] = [84, 26];

/**
 * A number of a column, as it is shown.
 * @param {Tables.Column} column
 * @param {number} v
 */
export function valueOf(column, v) {
  return column.kind === 'date' ? dateText(v, column.low, column.high) : figures(v, 5);
}

/**
 * What the histogram says: how many rows each category has, or where most numbers lie.
 * @param {Tables.Column} column
 */
function words(column) {
  const { categories, histogram, low, high } = column;
  if (column.kind === 'number' || column.kind === 'date') {
    const most = Math.max(...histogram);
    const at = histogram.indexOf(most);
    const edge = (/** @type {number} */ i) => valueOf(column, low + (high - low) * i / histogram.length);
    return t('page.csv.histogram', { column: column.name, n: count(most), low: edge(at), high: edge(at + 1) });
  }
  return t('page.csv.counts', { column: column.name, counts: categories.map((name, i) => `${name}: ${count(histogram[i])}`).join(', ') });
}

/**
 * @param {Tables.Column} column
 * @returns {Node} nothing to be seen where there are too many categories
 */
export function makeHistogram(column) {
  const { histogram } = column;
  const most = Math.max(...histogram);
  if (!(most > 0)) return document.createTextNode('');
  const step = Math.min(width / histogram.length, 14);
  const bars = histogram.map((n, i) => {
    const h = n === 0 ? 0 : Math.max(1.5, (height - 1) * n / most);
    return `M${(i * step + 0.5).toFixed(1)} ${height}v${(-h).toFixed(1)}h${Math.max(step - 1, 1).toFixed(1)}v${h.toFixed(1)}z`;
  });
  const svg = element('svg', { viewBox: `0 0 ${width} ${height}`, width: String(width), height: String(height), role: 'img', 'aria-label': words(column), class: 'csv-histogram' });
  const title = element('title', {});
  title.textContent = words(column);
  svg.append(title, element('path', { d: bars.join('') }));
  return svg;
}

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 */
function element(name, attributes) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
