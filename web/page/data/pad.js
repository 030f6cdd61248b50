// The canvas of the drawing pad: it shows points and turns pointer and keys into
// strokes at places from -6 to 6. Over the picture of the network, which shows them
// itself, it is as clear as glass: only what is new is on it.

import { make } from '../../shared/dom.js';

/** A point with its class or value, or a place to erase with its radius. @typedef {[number, number, number]} Mark */

/** Places go from -reach to reach. */
export const reach = 6;

/** How far the pointer goes until it draws again. */
const spacing = 0.3;

/**
 * @typedef {object} PadWiring
 * @property {string} label
 * @property {string} help
 * @property {(x: number, y: number, more: boolean) => void} stroke
 * @property {(x: number, y: number) => void} erase
 * @property {(index: number) => void} choose a class, by its key
 * @property {(x: number, y: number) => string} said
 */

/** @param {PadWiring} wiring */
export function makePad(wiring) {
  const element = make('div', 'pad');
  const canvas = document.createElement('canvas');
  canvas.id = 'own-canvas';
  canvas.tabIndex = 0;
  canvas.setAttribute('role', 'application');
  canvas.setAttribute('aria-label', wiring.label);
  canvas.setAttribute('aria-describedby', 'own-help');
  const cursor = make('div', 'pad-cursor');
  cursor.hidden = true;
  const help = document.createElement('p');
  help.id = 'own-help';
  help.className = 'note';
  help.textContent = wiring.help;
  const where = make('p', 'visually-hidden');
  where.setAttribute('aria-live', 'polite');
  const frame = make('div', 'pad-frame');
  frame.append(canvas, cursor);
  element.append(frame, help, where);

  /** @type {Float32Array} */
  let points = new Float32Array();
  let color = (/** @type {number} */ _) => '#888';
  let [x, y] = [0, 0]; // the keyboard's place
  let radius = 0;

  function draw() {
    const side = canvas.clientWidth;
    if (side === 0) return;
    const scale = devicePixelRatio;
    canvas.width = canvas.height = Math.round(side * scale);
    const c = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    c.scale(scale, scale);
    const n = points.length / 3;
    const dot = n > 3000 ? 1 : n > 600 ? 2 : 3;
    for (let i = 0; i < points.length; i += 3) {
      const px = ((points[i] + reach) / (2 * reach)) * side;
      const py = ((reach - points[i + 1]) / (2 * reach)) * side;
      c.fillStyle = color(points[i + 2]);
      if (dot === 1) {
        c.fillRect(px - 1, py - 1, 2, 2);
        continue;
      }
      c.beginPath();
      c.arc(px, py, dot, 0, 2 * Math.PI);
      c.fill();
    }
  }
  new ResizeObserver(draw).observe(canvas);

  function moveCursor() {
    cursor.style.insetInlineStart = `${(100 * (x + reach)) / (2 * reach)}%`;
    cursor.style.insetBlockStart = `${(100 * (reach - y)) / (2 * reach)}%`;
    cursor.style.inlineSize = cursor.style.blockSize = `max(14px, ${(100 * radius) / reach}%)`;
  }
  moveCursor();

  /** @param {PointerEvent} event */
  const place = (event) => {
    const box = canvas.getBoundingClientRect();
    const at = (/** @type {number} */ v) => Math.min(Math.max(2 * reach * v - reach, -reach), reach);
    return [at((event.clientX - box.left) / box.width), -at((event.clientY - box.top) / box.height)];
  };
  /** @type {number[] | null} where the stroke has drawn last */
  let last = null;
  canvas.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    canvas.setPointerCapture(event.pointerId);
    canvas.focus({ preventScroll: true });
    last = [x, y] = place(event);
    moveCursor();
    wiring.stroke(x, y, false);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (last === null) return;
    const [px, py] = place(event);
    if (Math.hypot(px - last[0], py - last[1]) < Math.max(spacing, radius / 2)) return;
    last = [x, y] = [px, py];
    moveCursor();
    wiring.stroke(x, y, true);
  });
  for (const end of ['pointerup', 'pointercancel', 'lostpointercapture']) {
    canvas.addEventListener(end, () => {
      last = null;
    });
  }

  canvas.addEventListener('focus', () => {
    cursor.hidden = !canvas.matches(':focus-visible');
  });
  canvas.addEventListener('blur', () => {
    cursor.hidden = true;
  });
  canvas.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.shiftKey ? 1 : 0.25;
    switch (event.key) {
      case 'ArrowLeft': x = Math.max(x - step, -reach); break;
      case 'ArrowRight': x = Math.min(x + step, reach); break;
      case 'ArrowUp': y = Math.min(y + step, reach); break;
      case 'ArrowDown': y = Math.max(y - step, -reach); break;
      case 'Enter': case ' ': wiring.stroke(x, y, false); break;
      case 'Delete': case 'Backspace': wiring.erase(x, y); break;
      default:
        if (!/^[1-9]$/.test(event.key)) return;
        wiring.choose(Number(event.key) - 1);
    }
    event.preventDefault();
    event.stopPropagation();
    cursor.hidden = false;
    moveCursor();
    if (event.key.startsWith('Arrow')) where.textContent = wiring.said(x, y);
  });

  return {
    element,

    /**
     * @param {Float32Array} now x, y, class or value in turn
     * @param {(v: number) => string} colorOf
     */
    show(now, colorOf) {
      points = now;
      color = colorOf;
      draw();
    },

    focus() {
      canvas.focus({ preventScroll: true });
    },

    /** @param {number} r how far the brush reaches */
    reach(r) {
      radius = r;
      moveCursor();
    },
  };
}

/**
 * The picture of data sets that are drawn: a pencil and some points.
 * @param {HTMLCanvasElement} canvas
 * @param {string[]} colors
 */
export function drawPencil(canvas, colors) {
  canvas.width = canvas.height = 96;
  const c = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const dots = [[16, 78], [26, 84], [40, 80], [20, 62], [70, 82], [82, 74], [80, 58]];
  dots.forEach(([x, y], i) => {
    c.fillStyle = colors[i % colors.length];
    c.beginPath();
    c.arc(x, y, 5, 0, 2 * Math.PI);
    c.fill();
  });
  c.translate(46, 64);
  c.rotate(-Math.PI / 4);
  c.fillStyle = '#8d8b86';
  c.fillRect(14, -8, 44, 16);
  c.beginPath();
  c.moveTo(0, 0);
  c.lineTo(14, -8);
  c.lineTo(14, 8);
  c.fill();
}
