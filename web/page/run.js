// A run as its loss curve remembers it: the losses over the steps, in a bounded
// number of points, each standing for the same number of steps or more, so that an
// hour of training costs what a minute does.

/** @typedef {{step: number, train: number | null, test: number | null}} Point */

const most = 600;

export class Run {
  /** @type {Point[]} */
  points = [];
  #stride = 0; // steps that lie between two points at least

  /** The number of points that are kept. */
  get length() {
    return this.points.length;
  }

  /** The newest step. */
  get last() {
    return this.points.at(-1)?.step ?? 0;
  }

  /** The points as lists of three numbers, with as many digits as are seen. */
  packed() {
    const digits = (/** @type {number | null} */ v) => (v === null ? null : Number(v.toPrecision(5)));
    return this.points.map(({ step, train, test }) => [step, digits(train), digits(test)]);
  }

  /**
   * Undoes packed, of anything.
   * @param {any} data
   * @returns {Run | null} null for what is none
   */
  static unpacked(data) {
    if (!Array.isArray(data) || data.length > most) return null;
    const isLoss = (/** @type {any} */ v) => v === null || Number.isFinite(v);
    const run = new Run();
    for (const point of data) {
      if (!Array.isArray(point) || !Number.isSafeInteger(point[0]) || point[0] < 0 || !isLoss(point[1]) || !isLoss(point[2])) return null;
      const [step, train, test] = point;
      if (run.length > 0 && step <= run.last) return null;
      run.points.push({ step, train, test });
    }
    run.#stride = run.length > most / 2 ? run.last / run.length : 0;
    return run;
  }

  /**
   * What it was up to a step.
   * @param {number} step
   */
  until(step) {
    const run = new Run();
    run.points = this.points.filter((point) => point.step <= step);
    run.#stride = this.#stride;
    return run;
  }

  /**
   * Adds what is known at a step; the newest point always stays.
   * @param {number} step
   * @param {number} to the latest step that the run has been at: a point beyond is another run's, of which news came late
   * @param {number | null} train
   * @param {number | null} test
   */
  add(step, to, train, test) {
    while (this.last > to) this.points.pop();
    if (step < this.last) return; // the run has gone back; what it did there is known
    const points = this.points;
    const point = { step, train, test };
    const n = points.length;
    if (n > 1 && step - points[n - 2].step < this.#stride) points[n - 1] = point;
    else if (n > 0 && points[n - 1].step === step) points[n - 1] = point;
    else points.push(point);
    if (points.length > most) {
      this.#stride = Math.max(2 * this.#stride, (2 * step) / most);
      this.points = points.filter((_, i) => i % 2 === 0 || i === points.length - 1);
    }
  }
}
