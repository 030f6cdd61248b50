// A small picture drawn by hand, in levels of gray: with the pointer, or with
// arrow keys and the space bar.

import { make } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';

/** Radius of the brush, in parts of the side. */
const brush = 0.055;

/**
 * @param {string} id
 * @param {string} label
 * @param {number} side pixels
 * @param {(hex: string) => void} changed two hexadecimal digits a pixel, row by row
 */
export function makeSketch(id, label, side, changed) {
  const element = make('div', 'sketch');
  const canvas = document.createElement('canvas');
  canvas.id = id;
  canvas.width = canvas.height = side;
  canvas.tabIndex = 0;
  canvas.setAttribute('role', 'application');
  canvas.setAttribute('aria-label', `${label}. ${t('page.actions.sketchHelp')}`);
  canvas.title = t('page.actions.sketchHelp');
  const clear = document.createElement('button');
  clear.type = 'button';
  clear.className = 'button';
  clear.textContent = t('page.actions.clear');
  const name = make('span', 'sketch-name', label);
  const tools = make('div', 'sketch-tools');
  tools.append(name, clear);
  element.append(canvas, tools);

  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const levels = new Float32Array(side * side);
  let [cx, cy] = [0.5, 0.5]; // the keyboard's place
  /** @type {[number, number] | null} where the pointer was */
  let last = null;

  function show() {
    const image = context.createImageData(side, side);
    levels.forEach((level, i) => image.data.set([0, 0, 0, Math.round(255 * level)], 4 * i));
    context.putImageData(image, 0, 0);
  }

  function tell() {
    let hex = '';
    for (const level of levels) hex += Math.round(255 * level).toString(16).padStart(2, '0');
    changed(hex);
  }

  /**
   * Draws a stroke between two places, 0 to 1 from the upper left.
   * @param {[number, number]} from
   * @param {[number, number]} to
   */
  function stroke(from, to) {
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const square = dx * dx + dy * dy;
    for (let i = 0; i < levels.length; i++) {
      const [x, y] = [(i % side + 0.5) / side, (Math.floor(i / side) + 0.5) / side];
      const along = square === 0 ? 0 : Math.min(Math.max(((x - from[0]) * dx + (y - from[1]) * dy) / square, 0), 1);
      const distance = Math.hypot(x - from[0] - along * dx, y - from[1] - along * dy);
      levels[i] = Math.max(levels[i], Math.min(Math.max((brush - distance) * side + 0.5, 0), 1));
    }
    show();
    tell();
  }

  /** @param {PointerEvent} event @returns {[number, number]} */
  const place = (event) => [event.offsetX / canvas.clientWidth, event.offsetY / canvas.clientHeight];
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    last = place(event);
    stroke(last, last);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (last === null) return;
    const next = place(event);
    stroke(last, next);
    last = next;
  });
  const lift = () => { last = null; };
  canvas.addEventListener('pointerup', lift);
  canvas.addEventListener('pointercancel', lift);

  const moves = new Map([['ArrowLeft', [-1, 0]], ['ArrowRight', [1, 0]], ['ArrowUp', [0, -1]], ['ArrowDown', [0, 1]]]);
  let drawing = false; // the space bar has put the brush down
  canvas.addEventListener('keydown', (event) => {
    const move = moves.get(event.key);
    if (move) {
      const from = /** @type {[number, number]} */ ([cx, cy]);
      cx = Math.min(Math.max(cx + move[0] / side, 0), 1);
      cy = Math.min(Math.max(cy + move[1] / side, 0), 1);
      if (drawing) stroke(from, [cx, cy]);
    } else if (event.key === ' ') {
      drawing = !drawing;
      if (drawing) stroke([cx, cy], [cx, cy]);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      wipe();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  });

  function wipe() {
    levels.fill(0);
    [cx, cy] = [0.5, 0.5];
    drawing = false;
    show();
    tell();
  }
  clear.addEventListener('click', wipe);
  show();
  return { element, tools, wipe };
}
