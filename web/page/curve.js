// The loss curves of some runs, on a small canvas. The color says which run; solid
// is the training loss, dashed the test loss, and dotted what guessing gives.

import { figures, typeset } from '../shared/numbers.js';
import { looks } from './looks.js';

/** @import { Point } from './run.js' */
/** @import { Shown } from './runs.js' */

/** How a line of the present run and one of an earlier run is drawn: its width, and its dashes by what it tells. */
const width = { present: 1.8, earlier: 1.2 };
/** @type {Record<'train' | 'test' | 'rival', number[]>} */
const dashes = { train: [], test: [5, 3], rival: [1.5, 2.5] };
const levelDash = [1, 3];

/** Where a label of the y axis ends, and the room around the lines, in CSS pixels. */
const margin = { left: 40, right: 12, top: 8, bottom: 8 };

export class Curve {
  #canvas;
  #context;
  #runs;
  /** @type {Record<string, string> | null} the page's colors and type, null if they have to be asked for */
  #look = null;
  #scheduled = false;
  #last = 1; // the step at the right end of the x axis

  /** Called when the lines have been drawn. */
  drawn = () => {};

  /** Whether the second line is that of another network, not of the test. */
  rivals = false;

  /** What guessing gives and how it is called, null where that has no meaning. @type {{loss: number, name: string} | null} */
  guess = null;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {() => Shown[]} runs those to draw, the last one above the others
   */
  constructor(canvas, runs) {
    this.#canvas = canvas;
    this.#context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    this.#runs = runs;
    new ResizeObserver(() => this.restyle()).observe(canvas);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.restyle());
  }

  /** Draws soon, as the page looks by then. */
  restyle() {
    this.#look = null;
    this.draw();
  }

  /** Draws soon. */
  draw() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    requestAnimationFrame(() => {
      this.#scheduled = false;
      this.#paint();
    });
  }

  /**
   * Where a step is on the x axis, as a sum for a CSS calc() that stays right when the
   * canvas gets another width.
   * @param {number} step
   */
  place(step) {
    return `(${margin.left}px + ${this.#part(step)} * (100% - ${margin.left + margin.right}px))`;
  }

  /**
   * How far along the x axis a step is, from 0 to 1.
   * @param {number} step
   */
  #part(step) {
    return Math.min(step, this.#last) / this.#last;
  }

  #paint() {
    const c = this.#context;
    const { clientWidth, clientHeight: height } = this.#canvas;
    if (clientWidth === 0) return;
    const scale = devicePixelRatio || 1;
    const [w, h] = [Math.round(clientWidth * scale), Math.round(height * scale)];
    if (this.#canvas.width !== w || this.#canvas.height !== h) Object.assign(this.#canvas, { width: w, height: h });
    c.setTransform(scale, 0, 0, scale, 0, 0);
    c.clearRect(0, 0, clientWidth, height);
    this.#look ??= look(this.#canvas);
    const style = this.#look;

    const runs = this.#runs();
    const last = (this.#last = endOf(runs));
    const seen = runs.map(({ run, ...shown }) => ({ ...shown, points: run.points.filter(({ step }) => step <= last) }));
    const top = topOf(seen, this.guess?.loss ?? null);
    const box = { left: margin.left, right: clientWidth - margin.right, top: margin.top, bottom: height - margin.bottom };
    const x = (/** @type {number} */ step) => box.left + this.#part(step) * (box.right - box.left);
    const y = (/** @type {number} */ v) => box.bottom - (Math.min(v, top) / top) * (box.bottom - box.top);

    c.font = style.font;
    c.lineWidth = 1;
    c.strokeStyle = style.line;
    c.fillStyle = style.ink2;
    c.textAlign = 'right';
    c.textBaseline = 'middle';
    for (const v of [0, top / 2, top]) {
      const at = Math.round(y(v)) + 0.5;
      c.beginPath();
      c.moveTo(box.left, at);
      c.lineTo(box.right, at);
      c.stroke();
      c.fillText(short(v), box.left - 6, Math.min(Math.max(at, 7), height - 7));
    }
    if (this.guess !== null) this.#level(this.guess, seen.map(({ points }) => points), x, y, box, style);
    c.lineJoin = 'round';
    c.textAlign = 'center';
    for (const { points, color, mark } of seen) {
      c.strokeStyle = c.fillStyle = style[color];
      c.lineWidth = mark === '' ? width.present : width.earlier;
      this.#line(points, 'train', dashes.train, x, y);
      this.#line(points, 'test', this.rivals ? dashes.rival : dashes.test, x, y);
      const end = points.findLast((point) => point.train !== null || point.test !== null);
      if (end !== undefined) c.fillText(mark, x(end.step), y(/** @type {number} */ (end.train ?? end.test)));
    }
    this.drawn();
  }

  /**
   * Draws a level with its name: above it or below, at the right or the left, where the
   * fewest lines cross it.
   * @param {{loss: number, name: string}} level
   * @param {Point[][]} lines
   * @param {(step: number) => number} x
   * @param {(loss: number) => number} y
   * @param {{left: number, right: number, top: number, bottom: number}} box
   * @param {Record<string, string>} style
   */
  #level({ loss, name }, lines, x, y, box, style) {
    const c = this.#context;
    const at = y(loss);
    c.strokeStyle = c.fillStyle = style.ink2;
    c.setLineDash(levelDash);
    c.beginPath();
    c.moveTo(box.left, at);
    c.lineTo(box.right, at);
    c.stroke();
    c.setLineDash([]);
    const long = c.measureText(name).width;
    const places = [box.right, box.left + 6 + long].flatMap((right) => [at - 8, at + 9].map((middle) => ({ left: right - long, right, top: middle - 7, bottom: middle + 7 })));
    const { right, top } = places.filter((place) => place.top >= box.top - 8 && place.bottom <= box.bottom + 8)
      .map((place) => ({ ...place, crossed: lines.reduce((sum, points) => sum + crossed(points, place, x, y), 0) }))
      .reduce((best, place) => (place.crossed < best.crossed ? place : best), { ...places[0], crossed: Infinity });
    c.fillText(name, right, top + 7);
  }

  /**
   * Draws one of the lines of a run, with gaps where it has no number.
   * @param {Point[]} points
   * @param {'train' | 'test'} key
   * @param {number[]} dash
   * @param {(step: number) => number} x
   * @param {(loss: number) => number} y
   */
  #line(points, key, dash, x, y) {
    const c = this.#context;
    c.setLineDash(dash);
    c.beginPath();
    let pen = false;
    for (const point of points) {
      const v = point[key];
      if (v === null) pen = false;
      else if (pen) c.lineTo(x(point.step), y(v));
      else c.moveTo(x(point.step), y(v));
      pen = v !== null;
    }
    c.stroke();
    c.setLineDash([]);
  }
}

/**
 * How much of a box the lines of a run go through, as the width of what they take there.
 * @param {Point[]} points
 * @param {{left: number, right: number, top: number, bottom: number}} box
 * @param {(step: number) => number} x
 * @param {(loss: number) => number} y
 */
function crossed(points, box, x, y) {
  let sum = 0;
  for (const key of /** @type {const} */ (['train', 'test'])) {
    for (let i = 1; i < points.length; i++) {
      const [from, to] = [points[i - 1], points[i]];
      if (from[key] === null || to[key] === null) continue;
      const [x0, x1, y0, y1] = [x(from.step), x(to.step), y(from[key]), y(to[key])];
      const [left, right] = [Math.max(x0, box.left), Math.min(x1, box.right)];
      if (left >= right) continue;
      const at = (/** @type {number} */ px) => y0 + ((px - x0) / (x1 - x0)) * (y1 - y0);
      const [a, b] = [at(left), at(right)];
      if (Math.max(a, b) >= box.top && Math.min(a, b) <= box.bottom) sum += right - left;
    }
  }
  return sum;
}

/** @param {Element} element */
function look(element) {
  const style = getComputedStyle(element);
  const color = (/** @type {string} */ name) => style.getPropertyValue(`--${name}`);
  return {
    font: style.font, line: color('line'), ink: style.color, ink2: color('ink-2'),
    ...Object.fromEntries(looks.map((one) => [one.color, color(one.color)])),
  };
}

/**
 * The last step on the x axis: that of the longest run, as long as the present one
 * takes half of the width at least; earlier ones are cut off there.
 * @param {Shown[]} runs the present one last
 */
function endOf(runs) {
  const longest = Math.max(1, ...runs.map(({ run }) => run.last));
  const present = runs.at(-1)?.run.last ?? 0;
  return present > 0 ? Math.min(longest, 2 * present) : longest;
}

/**
 * The upper end of the y axis: above all but a few of the losses, and above the level.
 * @param {Array<{points: Point[]}>} runs
 * @param {number | null} level
 */
function topOf(runs, level) {
  const values = new Float64Array(2 * runs.reduce((sum, { points }) => sum + points.length, 0));
  let n = 0;
  for (const { points } of runs) {
    for (const { train, test } of points) {
      if (train !== null) values[n++] = train;
      if (test !== null) values[n++] = test;
    }
  }
  const sorted = values.subarray(0, n).sort();
  return niceAbove(Math.max(n > 0 ? sorted[Math.min(n - 1, Math.floor(n * 0.995))] : level ?? 1, level ?? 0));
}

/**
 * A number in few characters.
 * @param {number} v
 */
function short(v) {
  return v !== 0 && (v >= 1e5 || v < 1e-3) ? typeset(v.toExponential(0)) : figures(v, 3);
}

/**
 * The next of 1, 2, 4, 6, 8, 10, ..., whose half is short to write, that is not below a value.
 * @param {number} v
 */
function niceAbove(v) {
  if (!(v > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(v));
  return [1, 2, 4, 6, 8, 10].map((m) => m * power).find((m) => m >= v * 0.999) ?? v;
}
