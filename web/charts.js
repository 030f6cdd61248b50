// The charts: losses, ROC curve and confusion matrix, drawn by gonum/plot in a
// worker that is loaded when they are first asked for.

import { t } from './i18n.js';

/** The size of a figure, in points. */
const size = { width: 320, height: 230 };

/** How much finer than the page a saved picture is. */
const fineness = 3;

/**
 * The plotting program, in its worker.
 * @typedef {(request: object) => Promise<Uint8Array<ArrayBuffer>>} Plotter
 */

/** @returns {Plotter} */
function startPlotter() {
  const worker = new Worker(new URL('plots-worker.js', import.meta.url));
  /** @type {Map<number, {resolve: (file: Uint8Array<ArrayBuffer>) => void, reject: (error: Error) => void}>} */
  const waiting = new Map();
  let ids = 0;
  worker.onmessage = (event) => {
    const { id, file, error } = event.data;
    const answer = waiting.get(id);
    waiting.delete(id);
    if (error !== undefined) answer?.reject(new Error(error));
    else answer?.resolve(file);
  };
  const failed = (/** @type {string} */ detail) => {
    for (const answer of waiting.values()) answer.reject(new Error(detail));
    waiting.clear();
  };
  worker.onerror = (event) => failed(event.message);
  return (request) => new Promise((resolve, reject) => {
    const id = ++ids;
    waiting.set(id, { resolve, reject });
    worker.postMessage({ id, request: JSON.stringify(request) });
  });
}

/**
 * Makes the button and the dialog work.
 * @param {import('./element.js').NNPlay} player
 * @param {() => ReadonlyArray<{step: number, train: number | null, test: number | null}>} losses
 */
export function startCharts(player, losses) {
  const find = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
  const dialog = /** @type {HTMLDialogElement} */ (find('charts-dialog'));
  /** @type {Plotter | null} */
  let plotter = null;
  /** @type {string[]} addresses of the pictures shown */
  let shown = [];

  find('charts').addEventListener('click', async () => {
    dialog.showModal();
    find('charts-status').textContent = t('page.charts.drawing');
    find('charts-figures').replaceChildren();
    for (const address of shown.splice(0)) URL.revokeObjectURL(address);
    try {
      plotter ??= startPlotter();
      const [metrics, roc] = await Promise.all([player.metrics(), player.request({ type: 'roc' })]);
      showNumbers(metrics);
      for (const request of requests(metrics, roc, losses())) {
        const file = await plotter({ ...request, format: 'svg' });
        find('charts-figures').append(figure(request, file));
      }
      find('charts-status').textContent = '';
    } catch (error) {
      find('charts-status').textContent = t('page.charts.failed', { detail: String(/** @type {any} */ (error).message ?? error) });
    }
  });

  /** @param {any} metrics */
  function showNumbers(metrics) {
    const names = {
      precision: t('page.charts.precision'), recall: t('page.charts.recall'), f1: t('page.charts.f1'), auc: t('page.charts.auc'),
    };
    const rows = Object.entries(names).filter(([name]) => metrics[name] !== null).map(([name, text]) => {
      const row = document.createElement('div');
      const [term, value] = [document.createElement('dt'), document.createElement('dd')];
      term.textContent = text;
      value.textContent = metrics[name].toFixed(3);
      row.append(term, value);
      return row;
    });
    find('charts-numbers').replaceChildren(...rows);
  }

  /**
   * A figure with the buttons that save it.
   * @param {any} request
   * @param {Uint8Array<ArrayBuffer>} file
   */
  function figure(request, file) {
    const element = document.createElement('figure');
    const picture = new Image();
    picture.src = URL.createObjectURL(new Blob([file], { type: 'image/svg+xml' }));
    picture.alt = request.labels[0];
    shown.push(picture.src);
    element.append(picture);
    for (const format of ['svg', 'png']) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'button';
      button.textContent = format.toUpperCase();
      button.setAttribute('aria-label', `${request.labels[0]}: ${t('page.charts.save', { format: format.toUpperCase() })}`);
      button.addEventListener('click', () => save(request, format));
      element.append(button);
    }
    return element;
  }

  /**
   * Saves a figure for paper: dark on light. The browser makes the PNG of the
   * SVG, as it has the fonts for every language.
   * @param {any} request
   * @param {string} format
   */
  async function save(request, format) {
    try {
      const svg = await /** @type {Plotter} */ (plotter)({ ...request, format: 'svg', dark: false });
      const vector = new Blob([svg], { type: 'image/svg+xml' });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(format === 'svg' ? vector : await raster(vector));
      link.download = `nnplay-${request.figure}.${format}`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    } catch (error) {
      find('charts-status').textContent = t('page.charts.failed', { detail: String(/** @type {any} */ (error).message ?? error) });
    }
  }
}

/**
 * Draws an SVG on white.
 * @param {Blob} svg
 * @returns {Promise<Blob>} a PNG
 */
async function raster(svg) {
  const picture = new Image();
  picture.src = URL.createObjectURL(svg);
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = picture.naturalWidth * fineness;
  canvas.height = picture.naturalHeight * fineness;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(picture.src);
  return new Promise((resolve, reject) => canvas.toBlob((png) => (png ? resolve(png) : reject(new Error('PNG'))), 'image/png'));
}

/**
 * What can be drawn of a run, as requests to the plotting program.
 * @param {any} metrics
 * @param {{tpr: number[], fpr: number[]}} roc
 * @param {ReadonlyArray<{step: number, train: number | null, test: number | null}>} losses
 */
function requests(metrics, roc, losses) {
  const dark = getComputedStyle(document.documentElement).colorScheme === 'dark'
    || (document.documentElement.dataset.theme === undefined && matchMedia('(prefers-color-scheme: dark)').matches);
  const common = { ...size, dark };
  const series = (/** @type {'train' | 'test'} */ key) => losses.filter((p) => p[key] !== null).map((p) => [p.step, p[key]]);
  const all = [{
    ...common, figure: 'loss', train: series('train'), test: series('test'),
    labels: [t('page.charts.loss'), t('page.step'), t('page.charts.loss'), t('page.trainLoss'), t('page.testLoss')],
  }];
  if (roc.tpr.length > 1) {
    all.push(/** @type {any} */ ({
      ...common, figure: 'roc', tpr: roc.tpr, fpr: roc.fpr,
      labels: [t('page.charts.roc', { auc: metrics.auc?.toFixed(3) ?? '–' }), t('page.charts.falsePositive'), t('page.charts.truePositive')],
    }));
  }
  if (metrics.confusion !== null) {
    all.push(/** @type {any} */ ({
      ...common, figure: 'confusion', confusion: metrics.confusion, classes: metrics.confusion.map((/** @type {any} */ _, /** @type {number} */ i) => String(i)),
      labels: [t('page.charts.confusion'), t('page.charts.predicted'), t('page.charts.true')],
    }));
  }
  return all;
}
