// What a chart says in words: of one place, for a pointer or the arrow keys, and
// as a whole, for those who do not see it.

import { count, t } from '../../shared/i18n.js';
import { atOnPlain, describePlain, nearestOnPlain, placesOnPlain } from './contours.js';
import { short } from './number.js';

/**
 * A chart as the trainer tells it and the plotting program draws it.
 * @typedef {object} Chart
 * @property {string} name
 * @property {'lines' | 'unit' | 'bars' | 'matrix' | 'scatter' | 'contours'} kind
 * @property {string} title
 * @property {string} x
 * @property {string} y
 * @property {Series[]} series
 * @property {number[][]} cells
 * @property {string[]} names
 * @property {Plain} [plain] of contours, once some of it is known
 * @property {boolean} log
 * @property {number} smooth
 */

/**
 * Heights at the nodes of a grid, row by row from the least y, as far as they are known;
 * box is x min, x max, y min, y max.
 * @typedef {{name: string, box: number[], cols: number, rows: number, heights: number[]}} Plain
 */

/**
 * Points in order, x and y in turn, of ways with the steps at which they were there; of lines that are of a run its number, 1 for the
 * present one, and whether they are of its test data. A level is what others are held against.
 * @typedef {{name: string, points: number[], steps?: number[], run?: number, test?: boolean, level?: boolean}} Series
 */

/**
 * A place in a chart: its text, and where its marks are in the data; -1 stands for no series.
 * @typedef {{text: string, marks: Array<{x: number, y: number, series: number}>}} Place
 */

/**
 * The number of places that the arrow keys go through.
 * @param {Chart} chart
 */
export function places(chart) {
  if (chart.kind === 'matrix') return chart.cells.length ** 2;
  if (chart.kind === 'contours') return placesOnPlain(chart);
  const lengths = chart.series.map((s) => s.points.length / 2);
  return Math.max(0, ...lengths) - (chart.kind === 'bars' ? 1 : 0);
}

/**
 * The place nearest to a point of the data.
 * @param {Chart} chart
 * @param {number} x
 * @param {number} y
 */
export function nearest(chart, x, y) {
  if (chart.kind === 'contours') return nearestOnPlain(chart, x, y);
  if (chart.kind === 'matrix') {
    const n = chart.cells.length;
    const cell = (/** @type {number} */ v) => Math.min(Math.max(Math.round(v), 0), n - 1);
    return (n - 1 - cell(y)) * n + cell(x);
  }
  const { points } = longest(chart);
  let best = 0;
  let least = Infinity;
  for (let i = 0; 2 * i < points.length; i++) {
    const far = chart.kind === 'scatter' ? (points[2 * i] - x) ** 2 + (points[2 * i + 1] - y) ** 2 : Math.abs(points[2 * i] - x);
    if (chart.kind === 'bars' && points[2 * i] > x && i > 0) break;
    if (chart.kind === 'bars' || far < least) [best, least] = [i, far];
  }
  return Math.min(best, places(chart) - 1);
}

/** @param {Chart} chart */
function longest(chart) {
  return chart.series.reduce((a, b) => (b.points.length > a.points.length ? b : a));
}

/**
 * What there is at a place.
 * @param {Chart} chart
 * @param {number} i
 * @returns {Place}
 */
export function at(chart, i) {
  if (chart.kind === 'contours') return atOnPlain(chart, i);
  if (chart.kind === 'matrix') {
    const n = chart.cells.length;
    const [row, column] = [Math.floor(i / n), i % n];
    const text = t('page.charts.cell', { truth: chart.names[row], predicted: chart.names[column], count: count(chart.cells[row][column]) });
    return { text, marks: [{ x: column, y: n - 1 - row, series: 0 }] };
  }
  const { points } = longest(chart);
  const x = points[2 * i];
  /** @type {Place} */
  const place = { text: `${chart.x} ${short(x)}`, marks: [] };
  if (chart.kind === 'bars') place.text = `${chart.x} ${short(x)} … ${short(points[2 * i + 2])}`;
  chart.series.forEach((s, series) => {
    const j = chart.series.length === 1 ? i : index(s.points, x);
    if (j < 0) return;
    const y = s.points[2 * j + 1];
    place.text += ` · ${chart.series.length > 1 ? s.name : chart.y} ${short(y)}`;
    place.marks.push({ x: chart.kind === 'bars' ? (x + points[2 * i + 2]) / 2 : s.points[2 * j], y, series });
  });
  return place;
}

/**
 * The point of a series at x, or the last one before, -1 if there is none.
 * @param {number[]} points
 * @param {number} x
 */
function index(points, x) {
  let [from, to] = [0, points.length / 2];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (points[2 * middle] <= x) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

/**
 * What a chart shows, in a few sentences.
 * @param {Chart} chart
 */
export function describe(chart) {
  if (chart.kind === 'contours') return describePlain(chart);
  if (chart.kind === 'matrix') {
    const all = chart.cells.flat().reduce((a, b) => a + b, 0);
    const right = chart.cells.reduce((sum, row, i) => sum + row[i], 0);
    return t('page.charts.say.matrix', { right: count(right), all: count(all) });
  }
  return chart.series.map((s) => {
    const ys = s.points.filter((_, i) => i % 2 === 1);
    if (chart.kind === 'bars') {
      ys.pop();
      const most = ys.indexOf(Math.max(...ys));
      const [from, to] = [s.points[0], s.points[s.points.length - 2]];
      return t('page.charts.say.bars', { name: s.name, from: short(from), to: short(to), most: short(s.points[2 * most]) });
    }
    if (chart.kind === 'scatter') {
      const mean = ys.reduce((sum, y) => sum + Math.abs(y), 0) / ys.length;
      return t('page.charts.say.scatter', { name: s.name, count: count(ys.length), mean: short(mean) });
    }
    if (s.level) return t('page.charts.say.level', { name: s.name, value: short(ys[0]) });
    return t('page.charts.say.lines', {
      name: s.name, from: short(ys[0]), to: short(ys[ys.length - 1]), x: `${chart.x} ${short(s.points[s.points.length - 2])}`,
      least: short(Math.min(...ys)), most: short(Math.max(...ys)),
    });
  }).join(' ');
}
