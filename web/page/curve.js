// The loss curve: training and test loss over the steps, on a small canvas. It
// keeps a bounded number of points, each standing for the same number of
// steps or more, so that an hour of training costs what a minute does.

const most = 600;

export class Curve {
  #canvas;
  #context;
  /** @type {Array<{step: number, train: number | null, test: number | null}>} */
  #points = [];
  #stride = 0; // steps that lie between two points at least
  /** @type {Record<string, string> | null} the page's colors and type, null if they have to be asked for */
  #look = null;
  #scheduled = false;

  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.#canvas = canvas;
    this.#context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    new ResizeObserver(() => this.restyle()).observe(canvas);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.restyle());
  }

  /** The number of points that are kept. */
  get length() {
    return this.#points.length;
  }

  /** Forgets all points. */
  clear() {
    this.#points = [];
    this.#stride = 0;
    this.draw();
  }

  /**
   * Adds what is known at a step, to be drawn the next time; the newest point
   * always shows then.
   * @param {number} step
   * @param {number | null} train
   * @param {number | null} test
   */
  add(step, train, test) {
    const points = this.#points;
    if (points.length > 0 && step < points[points.length - 1].step) this.#points.length = 0;
    const point = { step, train, test };
    const n = points.length;
    if (n > 1 && step - points[n - 2].step < this.#stride) points[n - 1] = point;
    else if (n > 0 && points[n - 1].step === step) points[n - 1] = point;
    else points.push(point);
    if (points.length > most) {
      this.#stride = Math.max(2 * this.#stride, (2 * step) / most);
      this.#points = points.filter((_, i) => i % 2 === 0 || i === points.length - 1);
    }
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

  #paint() {
    const c = this.#context;
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    if (width === 0) return;
    const scale = devicePixelRatio || 1;
    const [w, h] = [Math.round(width * scale), Math.round(height * scale)];
    if (this.#canvas.width !== w || this.#canvas.height !== h) Object.assign(this.#canvas, { width: w, height: h });
    c.setTransform(scale, 0, 0, scale, 0, 0);
    c.clearRect(0, 0, width, height);
    this.#look ??= look(this.#canvas);
    const style = this.#look;

    const points = this.#points;
    const values = new Float64Array(2 * points.length);
    let n = 0;
    for (const { train, test } of points) {
      if (train !== null) values[n++] = train;
      if (test !== null) values[n++] = test;
    }
    const sorted = values.subarray(0, n).sort();
    const top = niceAbove(n > 0 ? sorted[Math.min(n - 1, Math.floor(n * 0.995))] : 1);
    const last = points.length > 0 ? Math.max(points[points.length - 1].step, 1) : 1;
    const box = { left: 36, right: width - 8, top: 8, bottom: height - 8 };
    const x = (/** @type {number} */ step) => box.left + (step / last) * (box.right - box.left);
    const y = (/** @type {number} */ v) => box.bottom - (Math.min(v, top) / top) * (box.bottom - box.top);

    c.font = style.font;
    c.lineWidth = 1;
    c.strokeStyle = style.line;
    c.fillStyle = style.ink;
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
    c.lineJoin = 'round';
    this.#line('train', 1.5, [4, 3], style.train, x, y);
    this.#line('test', 2, [], style.test, x, y);
  }

  /**
   * Draws one of the lines, with gaps where it has no number.
   * @param {'train' | 'test'} key
   * @param {number} width
   * @param {number[]} dash
   * @param {string} color
   * @param {(step: number) => number} x
   * @param {(loss: number) => number} y
   */
  #line(key, width, dash, color, x, y) {
    const c = this.#context;
    c.strokeStyle = color;
    c.lineWidth = width;
    c.setLineDash(dash);
    c.beginPath();
    let pen = false;
    for (const point of this.#points) {
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

/** @param {Element} element */
function look(element) {
  const style = getComputedStyle(element);
  const color = (/** @type {string} */ name) => style.getPropertyValue(`--${name}`);
  return { font: `11px ${style.fontFamily}`, line: color('line'), ink: color('ink-2'), train: color('curve-train'), test: color('curve-test') };
}

/**
 * A number in at most five characters.
 * @param {number} v
 */
function short(v) {
  return v !== 0 && (v >= 1e5 || v < 1e-3) ? v.toExponential(0).replace('+', '') : String(Number(v.toPrecision(3)));
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
