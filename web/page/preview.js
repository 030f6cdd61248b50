// Small pictures of the data sets: a few points each, in the colors of their
// classes, or of their values from orange through gray to blue.

/** Side of a picture in CSS pixels; the style sheet may show it larger or smaller. */
const side = 48;
const dot = 1.5;

/** The colors of two classes, and of more: those of the canvas. */
const twoColors = ['#f59322', '#0877bd'];
const manyColors = ['#e69f00', '#0072b2', '#009e73', '#cc79a7', '#56b4e9'];
const curveColor = '#0877bd';

/**
 * @param {HTMLCanvasElement} canvas
 * @param {{problem: string, inputs: number, classes: number}} set
 * @param {Float32Array} points x, y, class or target in turn; x and y from 0 to 1
 */
export function drawPreview(canvas, set, points) {
  const scale = 2;
  canvas.width = canvas.height = side * scale;
  const c = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  c.scale(scale, scale);
  const margin = 2;
  const classColors = set.classes > 2 ? manyColors : twoColors;
  const at = (/** @type {number} */ v) => margin + v * (side - 2 * margin);
  for (let i = 0; i < points.length; i += 3) {
    c.fillStyle = set.inputs === 1 ? curveColor : set.problem === 'regression' ? valueColor(points[i + 2]) : classColors[points[i + 2] % classColors.length];
    c.beginPath();
    c.arc(at(points[i]), at(1 - points[i + 1]), points.length <= 30 ? 3 : dot, 0, 2 * Math.PI);
    c.fill();
  }
}

/**
 * The color of a class, as on the canvas.
 * @param {number} index
 * @param {number} classes how many there are
 */
export function classColor(index, classes) {
  const colors = classes > 2 ? manyColors : twoColors;
  return colors[index % colors.length];
}

/**
 * The color of a target from -1 to 1.
 * @param {number} v
 */
export function valueColor(v) {
  const [from, to] = v < 0 ? [[175, 177, 178], [245, 147, 34]] : [[175, 177, 178], [8, 119, 189]];
  const share = Math.min(Math.abs(v), 1);
  return `rgb(${from.map((f, i) => Math.round(f + share * (to[i] - f))).join(' ')})`;
}
