// One chart on the page: an SVG that follows the page's theme, and the values under
// the pointer or at the arrow keys' place.

import { at, describe, nearest, places } from './values.js';
import { runInks } from '../looks.js';
import { t } from '../../shared/i18n.js';
import { saveFile } from '../../shared/save.js';

/** @import { Drawn, Plotter } from './plotter.js' */
/** @import { Chart } from './values.js' */

const svgNames = 'http://www.w3.org/2000/svg';

/** The size of a saved chart, in SVG units. */
const saved = { width: 640, height: 420 };

/** The classes of the colors of series by their places, as the plotting program has them. */
const colors = ['first', 'second', 'third', 'fourth'];

/** Charts whose places are values of x. */
const upright = ['lines', 'unit', 'bars'];

/** How much finer than the page a saved picture is. */
const fineness = 3;

export class ChartFigure {
  #plot;
  #picture = document.createElement('div');
  #value = document.createElement('output');
  /** @type {Chart} */
  #chart;
  /** @type {Drawn | null} */
  #drawn = null;
  #place = -1; // -1: none is shown
  #stale = true;
  #width = 0;
  #height = 0;

  /**
   * @param {Plotter} plot
   * @param {Chart} chart
   */
  constructor(plot, chart) {
    this.#plot = plot;
    this.#chart = chart;
    this.element = document.createElement('figure');
    this.element.className = 'chart';
    this.element.setAttribute('role', 'group');
    this.#picture.className = 'chart-picture';
    this.#picture.tabIndex = 0;
    this.#picture.setAttribute('role', 'img');
    this.#value.className = 'chart-value';
    this.element.append(this.#picture, this.#value);
    this.#picture.addEventListener('pointermove', (event) => this.#point(event));
    this.#picture.addEventListener('pointerdown', (event) => this.#point(event));
    this.#picture.addEventListener('pointerleave', () => this.#show(-1));
    this.#picture.addEventListener('blur', () => this.#show(-1));
    this.#picture.addEventListener('keydown', (event) => this.#key(event));
  }

  /** @param {Chart} chart */
  set chart(chart) {
    if (chart.name !== this.element.dataset.chart) { // what is drawn is another one
      this.#drawn = null;
      this.#picture.replaceChildren();
      this.#show(-1);
    }
    this.#chart = chart;
    this.#stale = true;
    this.element.dataset.chart = chart.name;
    this.element.setAttribute('aria-label', chart.title);
    this.#picture.setAttribute('aria-label', `${chart.title}. ${describe(chart)} ${t('page.charts.keys')}`);
  }

  /** Draws, if there is something new and room for it. */
  async draw() {
    const { width, height } = this.#picture.getBoundingClientRect();
    if (width < 50 || height < 50) return;
    if (!this.#stale && Math.abs(width - this.#width) < 1 && Math.abs(height - this.#height) < 1) return;
    [this.#stale, this.#width, this.#height] = [false, width, height];
    const chart = this.#chart;
    try {
      const drawn = await this.#plot({ chart, width: Math.round(width), height: Math.round(height) });
      if (chart.name !== this.#chart.name) return; // another one was chosen meanwhile
      this.#drawn = drawn;
    } catch (error) {
      this.#drawn = null;
      if (!(/** @type {{nothing?: boolean}} */ (error).nothing)) {
        this.#stale = true;
        throw error;
      }
      this.#picture.textContent = t('page.charts.nothing');
      return;
    }
    const svg = document.adoptNode(new DOMParser().parseFromString(this.#drawn.file, 'image/svg+xml').documentElement);
    svg.setAttribute('aria-hidden', 'true');
    this.#picture.replaceChildren(svg);
    this.#show(this.#place);
  }

  /** @param {PointerEvent} event */
  #point(event) {
    if (this.#drawn === null) return;
    const { left, top, width } = this.#picture.getBoundingClientRect();
    const scale = Math.round(this.#width) / width;
    const [x, y] = this.#data((event.clientX - left) * scale, (event.clientY - top) * scale);
    this.#show(nearest(this.#chart, x, y));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const n = places(this.#chart);
    const row = this.#chart.kind === 'matrix' ? this.#chart.cells.length : this.#chart.plain?.cols ?? Math.max(1, Math.round(n / 10));
    /** @type {Record<string, number>} */
    const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -row, ArrowDown: row, Home: -n, End: n };
    if (!(event.key in steps) || n === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const from = this.#place < 0 ? (steps[event.key] > 0 ? -1 : n) : this.#place;
    this.#show(Math.min(Math.max(from + steps[event.key], 0), n - 1));
  }

  /** @param {number} place */
  #show(place) {
    this.#place = Math.min(place, places(this.#chart) - 1);
    const svg = this.#picture.querySelector('svg');
    svg?.querySelector('.marks')?.remove();
    if (this.#place < 0 || svg === null || this.#drawn === null) {
      this.#value.textContent = '';
      return;
    }
    const { text, marks } = at(this.#chart, this.#place);
    this.#value.textContent = text;
    const group = svg.appendChild(document.createElementNS(svgNames, 'g'));
    group.setAttribute('class', 'marks');
    const [left, top, right, bottom] = this.#drawn.box;
    marks.forEach((mark, i) => {
      const [x, y] = this.#pixel(mark.x, mark.y);
      if (i === 0 && upright.includes(this.#chart.kind)) {
        group.append(shape('path', { d: `M${x} ${top}V${bottom}`, class: 'marks-line' }));
      }
      if (this.#chart.kind === 'matrix') {
        const n = this.#chart.cells.length;
        const [w, h] = [(right - left) / n, (bottom - top) / n];
        group.append(shape('rect', { x: x - w / 2, y: y - h / 2, width: w, height: h, class: 'marks-cell' }));
      } else if (y >= top - 1 && y <= bottom + 1) {
        group.append(shape('circle', { cx: x, cy: y, r: 4, class: `marks-dot fill-${this.#color(mark.series)}` }));
      }
    });
  }

  /** @param {number} series its number, -1 for none */
  #color(series) {
    if (series < 0) return 'muted';
    const { run = 0, level = false } = this.#chart.series[series];
    if (level) return 'muted';
    return run > 0 ? runInks[(run - 1) % runInks.length] : colors[series % colors.length];
  }

  /**
   * @param {number} px
   * @param {number} py
   * @returns {[number, number]} in the data
   */
  #data(px, py) {
    const { box, range } = /** @type {Drawn} */ (this.#drawn);
    const [u, v] = [(px - box[0]) / (box[2] - box[0]), (box[3] - py) / (box[3] - box[1])];
    const y = this.#chart.log ? range[2] * (range[3] / range[2]) ** v : range[2] + v * (range[3] - range[2]);
    return [range[0] + u * (range[1] - range[0]), y];
  }

  /**
   * @param {number} x
   * @param {number} y
   * @returns {[number, number]} in the SVG
   */
  #pixel(x, y) {
    const { box, range } = /** @type {Drawn} */ (this.#drawn);
    const v = this.#chart.log ? Math.log(y / range[2]) / Math.log(range[3] / range[2]) : (y - range[2]) / (range[3] - range[2]);
    return [box[0] + ((x - range[0]) / (range[1] - range[0])) * (box[2] - box[0]), box[3] - v * (box[3] - box[1])];
  }

  /**
   * Saves the chart as it is on paper. The browser makes the PNG of the SVG, as
   * it has the fonts for every language.
   * @param {string} format
   */
  async save(format) {
    const { file } = await this.#plot({ chart: this.#chart, ...saved, plain: true, format: format === 'csv' ? 'csv' : 'svg' });
    const text = new Blob([file], { type: format === 'csv' ? 'text/csv' : 'image/svg+xml' });
    saveFile(`nnplay-${this.#chart.name}.${format}`, format === 'png' ? await raster(text) : text);
  }
}

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 */
function shape(name, attributes) {
  const element = document.createElementNS(svgNames, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
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
  canvas.width = saved.width * fineness;
  canvas.height = saved.height * fineness;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(picture.src);
  return new Promise((resolve, reject) => canvas.toBlob((png) => (png ? resolve(png) : reject(new Error('PNG'))), 'image/png'));
}
