// The sheet of charts: what the trainer has to plot, drawn again while it
// trains, beside the page that stays in use.

import { find, makeButton } from '../../shared/dom.js';
import { ChartFigure } from './figure.js';
import { t } from '../../shared/i18n.js';
import { startPlotter } from './plotter.js';

/** @import { NNPlay } from '../../element.js' */
/** @import { Metrics } from '../../shared/protocol.d.ts' */
/** @import { Plotter } from './plotter.js' */
/** @import { Chart } from './values.js' */

/** How often the charts are drawn at most, in ms. */
const every = 200;

/** Charts whose y axis may be logarithmic, and lines that are a plan and no measurement. */
const positive = ['loss', 'losses'];
const planned = ['rate'];

/**
 * A chart as the trainer tells it, with keys of texts.
 * @typedef {Omit<Chart, 'series'> & {value?: number, series: Array<{name: string, number: number, points: number[]}>}} Told
 */

/**
 * Makes the button and the sheet work.
 * @param {NNPlay} player
 */
export function startCharts(player) {
  const dialog = /** @type {HTMLDialogElement} */ (find('charts-dialog'));
  const log = /** @type {HTMLInputElement} */ (find('charts-log'));
  const smooth = /** @type {HTMLInputElement} */ (find('charts-smooth'));
  /** @type {Plotter | null} */
  let plot = null;
  /** @type {Map<string, ChartFigure>} */
  const figures = new Map();
  let told = ''; // what the trainer said last
  /** @type {Metrics | null} */
  let metrics = null;
  let drawing = false;

  player.addEventListener('step', (event) => { metrics = event.detail; });
  find('charts').addEventListener('click', () => {
    if (dialog.open) {
      dialog.close();
      return;
    }
    dialog.show();
    if (plot === null) find('charts-status').textContent = t('page.charts.drawing');
    refresh();
  });
  find('charts-close').addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => find('charts').focus());
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    dialog.close();
  });
  for (const control of [log, smooth]) control.addEventListener('input', () => { told = ''; });

  /** Draws as long as the sheet is open; where the program can't be had, the reader says when to try again. */
  async function refresh() {
    if (drawing) return;
    drawing = true;
    while (dialog.open) {
      const start = performance.now();
      try {
        await drawAll();
        find('charts-status').textContent = '';
      } catch (error) {
        failed(error);
        if (plot === null) break;
      }
      const took = performance.now() - start;
      await new Promise((done) => setTimeout(done, Math.max(every - took, took)));
    }
    drawing = false;
  }

  async function drawAll() {
    plot ??= await startPlotter();
    const { charts: text } = await player.request({ type: 'charts' });
    if (text !== told) {
      told = text;
      show(JSON.parse(text).map(translated));
      showNumbers();
    }
    for (const figure of figures.values()) await figure.draw();
  }

  /** @param {Told} chart */
  function translated(chart) {
    return {
      ...chart,
      title: t(chart.title, { value: chart.value?.toFixed(3) ?? '–' }), x: t(chart.x), y: t(chart.y),
      series: chart.series.map((s) => ({ name: t(s.name, { number: s.number }), points: s.points })),
      names: chart.cells.map((_, i) => String(i)),
      log: log.checked && positive.includes(chart.name),
      smooth: chart.kind === 'lines' && !planned.includes(chart.name) ? Number(smooth.value) / 100 : 0,
    };
  }

  /** @param {Chart[]} charts */
  function show(charts) {
    for (const [name, figure] of figures) {
      if (charts.some((c) => c.name === name)) continue;
      figure.element.remove();
      figures.delete(name);
    }
    charts.forEach((chart, i) => {
      let figure = figures.get(chart.name);
      if (figure === undefined) {
        figure = new ChartFigure(/** @type {Plotter} */ (plot), failed, chart);
        figures.set(chart.name, figure);
      }
      figure.chart = chart;
      const parent = find('charts-figures');
      if (parent.children[i] !== figure.element) parent.insertBefore(figure.element, parent.children[i] ?? null);
    });
    log.disabled = !charts.some((c) => positive.includes(c.name));
  }

  function showNumbers() {
    if (metrics === null) return;
    const all = metrics;
    const names = {
      precision: t('page.charts.precision'), recall: t('page.charts.recall'), f1: t('page.charts.f1'), auc: t('page.charts.auc'),
    };
    find('charts-numbers').replaceChildren(.../** @type {Array<keyof typeof names>} */ (Object.keys(names)).filter((name) => all[name] !== null).map((name) => {
      const row = document.createElement('div');
      const [term, value] = [document.createElement('dt'), document.createElement('dd')];
      term.textContent = names[name];
      value.textContent = Number(all[name]).toFixed(3);
      row.append(term, value);
      return row;
    }));
  }

  /** @param {unknown} error */
  function failed(error) {
    const detail = String(/** @type {Partial<Error>} */ (error)?.message ?? error);
    const status = find('charts-status');
    if (plot !== null) {
      status.textContent = t('page.charts.failed', { detail });
      return;
    }
    const again = makeButton('button', t('page.charts.again'), () => {
      status.textContent = t('page.charts.drawing');
      refresh();
    });
    status.replaceChildren(t('page.charts.unreachable', { detail }), ' ', again);
  }

  return {
    /** Puts the texts into the present language. */
    translate() {
      told = '';
      for (const figure of figures.values()) figure.translate();
      if (plot !== null) find('charts-status').textContent = '';
    },
  };
}
