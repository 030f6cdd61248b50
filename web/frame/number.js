// A number that can be written, dragged to the sides, and moved by the arrow keys.

import { selectWhole } from '../shared/dom.js';
import { ascii, figures } from '../shared/numbers.js';

const key = 0.1; // by an arrow key; ten times as much with Shift
const pixel = 0.01; // by a pixel that it is dragged; ten times as much with Shift
const still = 4; // pixels that are no dragging yet

/** @type {HTMLInputElement | null} the one that is dragged */
let dragged = null;

/** @type {WeakMap<EventTarget, (event: KeyboardEvent) => void>} what each of them does with a key */
const keyed = new WeakMap();
// The window hears keys first, and lets no one else hear them.
addEventListener('keydown', (event) => {
  if (event.target !== null && !event.ctrlKey && !event.metaKey && !event.altKey) keyed.get(event.target)?.(event);
}, { capture: true });

/**
 * Makes an input such a number.
 * @param {HTMLInputElement} input
 * @param {object} of
 * @param {() => number} of.value what it stands for
 * @param {(value: number) => void} of.change hears of each value that the reader gives it
 */
export function startNumber(input, { value, change }) {
  /** @type {{ x: number, from: number, moved: boolean } | null} */
  let drag = null;

  /** @param {number} next */
  function set(next) {
    const rounded = Math.round(next * 1000) / 1000;
    write(input, rounded);
    change(rounded);
  }
  selectWhole(input);
  /** What is written, or what it stands for where that is no number. */
  const now = () => parse(input.value) ?? value();

  input.addEventListener('input', () => {
    const written = parse(input.value);
    input.setAttribute('aria-invalid', String(written === null));
    if (written !== null) change(written);
  });
  keyed.set(input, (event) => {
    if (input.readOnly || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    set(now() + (event.key === 'ArrowUp' ? key : -key) * (event.shiftKey ? 10 : 1));
    event.preventDefault();
  });
  input.addEventListener('pointerdown', (event) => {
    if (event.button === 0 && !input.readOnly && document.activeElement !== input) drag = { x: event.clientX, from: value(), moved: false };
  });
  input.addEventListener('pointermove', (event) => {
    if (drag === null) return;
    const by = event.clientX - drag.x;
    if (!drag.moved && Math.abs(by) < still) return;
    if (!drag.moved) input.setPointerCapture(event.pointerId);
    drag.moved = true;
    dragged = input;
    input.blur(); // it is not written in, and what is marked would move along
    set(drag.from + by * pixel * (event.shiftKey ? 10 : 1));
  });
  for (const end of ['pointerup', 'pointercancel', 'lostpointercapture']) input.addEventListener(end, () => { drag = dragged = null; });
}

/**
 * Whether the reader is changing it: then it keeps what it shows.
 * @param {HTMLInputElement} input
 */
export function isHeld(input) {
  return document.activeElement === input || dragged === input;
}

/**
 * Shows a value as one that the reader has not touched.
 * @param {HTMLInputElement} input
 * @param {number} value
 */
export function write(input, value) {
  input.value = figures(value, 4);
  input.setAttribute('aria-invalid', 'false');
}

/**
 * Reads a number, null if it is none.
 * @param {string} written
 */
function parse(written) {
  const plain = ascii(written);
  const value = Number(plain);
  return plain === '' || !Number.isFinite(value) || Math.abs(value) > 1e6 ? null : value;
}

/**
 * Returns a function that passes on what it is given, at most once a frame of the
 * screen: the last of it.
 * @template T
 * @param {(value: T) => void} pass
 */
export function latest(pass) {
  /** @type {{ value: T } | null} */
  let waiting = null;
  const give = (/** @type {T} */ value) => {
    const first = waiting === null;
    waiting = { value };
    if (!first) return;
    setTimeout(() => {
      const last = waiting;
      waiting = null;
      if (last !== null) pass(last.value);
    }, 16);
  };
  return { give, waits: () => waiting !== null };
}
