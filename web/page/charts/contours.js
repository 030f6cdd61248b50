// What contours say in words. Their places are those of the ways, one after the other,
// then the nodes of the plain, row by row from the least y.

import { count, t } from '../../shared/i18n.js';
import { short } from './number.js';

/** @import { Chart, Place, Plain } from './values.js' */

/** How near to a way, as a share of the plain's sides, a place of it is meant and not a node. */
const near = 0.04;

/** @param {Chart} chart */
const plainOf = (chart) => /** @type {Plain} */ (chart.plain);

/** @param {Chart} chart */
const ways = (chart) => chart.series.reduce((sum, s) => sum + s.points.length / 2, 0);

/** @param {Chart} chart */
export function placesOnPlain(chart) {
  return ways(chart) + (chart.plain?.heights.length ?? 0);
}

/**
 * The node's x and y.
 * @param {Plain} plain
 * @param {number} i
 */
function node({ box, cols, rows }, i) {
  const along = (/** @type {number} */ from, /** @type {number} */ to, /** @type {number} */ k, /** @type {number} */ n) => from + ((to - from) * k) / (n - 1);
  return { x: along(box[0], box[1], i % cols, cols), y: along(box[2], box[3], Math.floor(i / cols), rows) };
}

/**
 * @param {Chart} chart
 * @param {number} x
 * @param {number} y
 */
export function nearestOnPlain(chart, x, y) {
  const plain = plainOf(chart);
  const { box, cols, rows, heights } = plain;
  const far = (/** @type {number} */ px, /** @type {number} */ py) => Math.hypot((px - x) / (box[1] - box[0]), (py - y) / (box[3] - box[2]));
  let [best, least, place] = [-1, near, 0];
  for (const { points } of chart.series) {
    for (let i = 0; i < points.length; i += 2, place++) {
      const distance = far(points[i], points[i + 1]);
      if (distance < least) [best, least] = [place, distance];
    }
  }
  if (best >= 0) return best;
  const nearestOf = (/** @type {number} */ v, /** @type {number} */ from, /** @type {number} */ to, /** @type {number} */ n) => Math.min(Math.max(Math.round(((v - from) / (to - from)) * (n - 1)), 0), n - 1);
  const at = nearestOf(y, box[2], box[3], rows) * cols + nearestOf(x, box[0], box[1], cols);
  return at < heights.length ? place + at : -1;
}

/**
 * @param {Chart} chart
 * @param {number} i
 * @returns {Place}
 */
export function atOnPlain(chart, i) {
  for (const [series, { name, points, steps = [] }] of chart.series.entries()) {
    const n = points.length / 2;
    if (i < n) return { text: t('page.charts.onWay', { name, step: count(steps[i]) }), marks: [{ x: points[2 * i], y: points[2 * i + 1], series }] };
    i -= n;
  }
  const plain = plainOf(chart);
  return { text: `${plain.name} ${short(plain.heights[i])}`, marks: [{ ...node(plain, i), series: -1 }] };
}

/**
 * What contours show, in a few sentences.
 * @param {Chart} chart
 */
export function describePlain(chart) {
  if (!chart.plain || chart.plain.heights.length === 0) return '';
  const { name, heights } = chart.plain;
  const plain = t('page.charts.say.plain', { name, least: short(Math.min(...heights)), most: short(Math.max(...heights)) });
  return [plain, ...chart.series.filter((s) => s.points.length > 0).map((s) => {
    const steps = s.steps ?? [];
    return t('page.charts.say.way', { name: s.name, from: count(steps[0]), to: count(steps[steps.length - 1]) });
  })].join(' ');
}
