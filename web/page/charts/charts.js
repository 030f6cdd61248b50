// One chart at a time in the place of the loss curve: what the trainer has to
// plot, drawn again while it trains.

import { find, make, makeButton } from '../../shared/dom.js';
import { ChartFigure } from './figure.js';
import * as landscapes from './landscape.js';
import { runOf } from '../looks.js';
import { t } from '../../shared/i18n.js';
import { decimals } from '../../shared/numbers.js';
import { showNumber } from '../origin/opener.js';
import { makePanel } from './panel.js';
import { startPlotter } from './plotter.js';

/** @import { NNPlay } from '../../element.js' */
/** @import { Metrics } from '../../shared/protocol.d.ts' */
/** @import { OpenMetric } from '../origin/opener.js' */
/** @import { Runs } from '../runs.js' */
/** @import { Schema } from '../../shared/schema.d.ts' */
/** @import { Plotter } from './plotter.js' */
/** @import { Chart, Series } from './values.js' */

/** How often the chart is drawn at most, in ms. */
const every = 200;

/** Charts whose y axis may be logarithmic, and lines that are a plan and no measurement. */
const positive = ['loss', 'losses'];
const planned = ['rate'];

/** The series that are of the present run, which is the first one, and what its losses are held against. @type {Record<string, {run?: number, test?: boolean, level?: boolean}>} */
const roles = { 'series.train': { run: 1, test: false }, 'series.test': { run: 1, test: true }, 'series.guess': { level: true } };

/** The numbers that belong to a chart. @type {Record<string, Array<'precision' | 'recall' | 'f1' | 'auc'>>} */
const numbersOf = { confusion: ['precision', 'recall', 'f1'], roc: ['auc'] };

/**
 * A chart as the trainer tells it, with keys of texts.
 * @typedef {Omit<Chart, 'series'> & {value?: number, series: Array<{name: string, number: number, points: number[], steps?: number[]}>}} Told
 */

/**
 * Makes the button and the place of charts work.
 * @param {NNPlay} player
 * @param {Runs} runs whose losses are shown together
 * @param {OpenMetric} openMetric
 */
export function startCharts(player, runs, openMetric) {
  const place = find('charts-panel');
  const button = find('charts');
  const landscape = landscapes.makeLandscape(player, again);
  const panel = makePanel(place, landscape.tools, (format) => figure?.save(format).catch(failed));
  const { chooser, status } = panel;
  /** @type {Plotter | null} */
  let plot = null;
  /** @type {ChartFigure | null} */
  let figure = null;
  let told = ''; // the charts that the trainer told of last
  let drawn = ''; // what is drawn of them, or the landscape
  let changed = false; // what is to be drawn, whatever the trainer says
  /** @type {Metrics | null} */
  let metrics = null;
  let drawing = false;
  let wake = () => {}; // ends the wait for the next drawing

  player.addEventListener('step', (event) => { metrics = event.detail; });
  player.addEventListener('message', ({ detail }) => {
    if (detail.type === 'state') changed = true; // and with it the earlier runs
  });
  button.addEventListener('click', () => show(place.hidden !== false));
  panel.close.addEventListener('click', () => show(false));
  place.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    show(false);
  });
  for (const control of [panel.log, panel.smooth, chooser]) {
    control.addEventListener('input', again);
  }

  /** Draws at once, whatever the trainer says. */
  function again() {
    changed = true;
    wake();
  }

  /** @param {boolean} on */
  function show(on) {
    place.hidden = !on;
    find('curve-live').hidden = on;
    button.setAttribute('aria-expanded', String(on));
    if (!on) {
      button.focus();
      wake();
      return;
    }
    if (plot === null) status.textContent = t('page.charts.drawing');
    chooser.focus();
    place.scrollIntoView({ block: 'nearest' });
    refresh();
  }

  /** Draws as long as a chart is open; where the program can't be had, the reader says when to try again. */
  async function refresh() {
    if (drawing) return;
    drawing = true;
    while (!place.hidden) {
      const start = performance.now();
      try {
        await draw();
        say('');
      } catch (error) {
        failed(error);
        if (plot === null) break;
      }
      const took = performance.now() - start;
      await new Promise((done) => {
        wake = () => done(undefined);
        setTimeout(done, Math.max(every - took, took));
      });
    }
    drawing = false;
  }

  async function draw() {
    plot ??= await startPlotter();
    const looks = chooser.value === landscapes.name;
    if (!looks || changed) told = (await player.request({ type: 'charts' })).charts;
    const text = looks ? await landscape.ask() : told;
    if (text !== drawn || changed) {
      drawn = text;
      changed = false;
      take(JSON.parse(told).map(translated), looks ? translated(JSON.parse(text)[0]) : null);
    }
    await figure?.draw();
  }

  /**
   * Shows the chosen one of the charts there are.
   * @param {Chart[]} charts
   * @param {Chart | null} plain the landscape, if it is the chosen one
   */
  function take(charts, plain) {
    const has = charts.some(({ name }) => name === landscapes.needs);
    panel.offer(has ? [...charts, { name: landscapes.name, title: t('chart.landscape') }] : charts);
    const chart = chooser.value === landscapes.name ? plain : charts.find(({ name }) => name === chooser.value);
    if (!chart) return;
    landscape.tools.hidden = chart !== plain;
    panel.allow({ log: positive.includes(chart.name), smooth: chart.kind === 'lines' && !planned.includes(chart.name) });
    if (figure === null) {
      figure = new ChartFigure(/** @type {Plotter} */ (plot), chart);
      panel.figure.replaceChildren(figure.element);
    }
    figure.chart = chart;
    showNumbers(chart.name);
  }

  /**
   * @param {Told} chart
   * @returns {Chart}
   */
  function translated(chart) {
    /** @type {Series[]} */
    const series = chart.series.map(({ name, number, points, steps }) => ({ name: t(name, { number }), points, steps, ...roles[name] }));
    return {
      ...chart,
      title: t(chart.title, { value: chart.value === undefined ? '–' : decimals(chart.value, 3) }), x: t(chart.x), y: t(chart.y),
      series: chart.name === 'loss' ? [...earlier(), ...series] : series,
      plain: chart.plain && { ...chart.plain, name: t(chart.plain.name) },
      names: chart.names.length > 0 ? chart.names : chart.cells.map((_, i) => String(i)),
      log: panel.log.checked && positive.includes(chart.name),
      smooth: chart.kind === 'lines' && !planned.includes(chart.name) ? Number(panel.smooth.value) / 100 : 0,
    };
  }

  /** The losses of the earlier runs. @returns {Series[]} */
  function earlier() {
    return runs.earlier.flatMap(({ name, color, run }) => /** @type {const} */ (['train', 'test']).map((key) => ({
      name: key === 'test' ? `${name}: ${t('series.test')}` : name,
      points: run.points.flatMap((point) => (point[key] === null ? [] : [point.step, point[key]])),
      run: runOf(color), test: key === 'test',
    }))).filter(({ points }) => points.length > 0);
  }

  /** @param {string} chart */
  function showNumbers(chart) {
    const names = { precision: t('page.charts.precision'), recall: t('page.charts.recall'), f1: t('page.charts.f1'), auc: t('page.charts.auc') };
    const known = (numbersOf[chart] ?? []).filter((name) => (metrics?.[name] ?? null) !== null);
    if (chart === landscapes.name || panel.numbers.dataset.of !== known.join()) { // else they keep the focus
      panel.numbers.replaceChildren(...known.map(() => make('div', '', make('dt', ''), make('dd', ''))), ...(chart === landscapes.name ? landscape.numbers() : []));
      panel.numbers.dataset.of = chart === landscapes.name ? chart : known.join();
    }
    known.forEach((metric, i) => {
      const [head, place] = /** @type {HTMLCollectionOf<HTMLElement>} */ (panel.numbers.children[i].children);
      head.textContent = names[metric];
      showNumber(place, { metric, name: names[metric], value: decimals(metrics?.[metric] ?? NaN, 3) }, openMetric);
    });
    panel.numbers.hidden = panel.numbers.childElementCount === 0;
  }

  /** Says something, but not again and again. @param {string} text */
  function say(text) {
    if (status.textContent !== text) status.textContent = text;
  }

  /** @param {unknown} error */
  function failed(error) {
    const { message, code } = /** @type {{message?: string, code?: string}} */ (error);
    const detail = String(message ?? error);
    if (plot !== null) {
      say(code === undefined ? t('page.charts.failed', { detail }) : detail); // the trainer's own sentence stands for itself
      return;
    }
    const again = makeButton('button', t('page.charts.again'), () => {
      status.textContent = t('page.charts.drawing');
      refresh();
    });
    status.replaceChildren(t('page.charts.unreachable', { detail }), ' ', again);
  }

  return {
    /** @param {Schema} schema */
    show(schema) { landscape.show(schema); },

    /** Puts the texts into the present language. */
    translate() {
      changed = true;
      panel.translate();
      landscape.translate();
      if (plot !== null) status.textContent = '';
      wake();
    },
  };
}
