// The host of the canvas program: it loads it, keeps it from taking over the
// document, and lets it rest while nothing changes.

/** @import { Precedence } from './precedence.js' */
/** @import { Canvas, CanvasEvent, Easel } from '../shared/canvas.d.ts' */

/** The size of the program, which a compressed download does not tell; written by the build. */
const canvasBytes = 0; // bytes of canvas.wasm

/** How long the canvas goes on drawing after something changed, in ms. */
const awakeFor = 700;

/** And how many frames at least: where one takes long, the first only learns of a new size. */
const awakeFrames = 6;

/** How many frames a snapshot is worth: what it sets in motion says so itself. */
const snapshotFrames = 2;

/** How long a picture may take, in ms: a slow machine's first takes seconds, and a hidden document draws none. */
const pictureWithin = 30_000;

/**
 * Starts the canvas program, when the trainer has gone first.
 * @param {{base: URL, precedence: Precedence, onEvent: (event: CanvasEvent) => void, onProgress: (loaded: number, total: number) => void, onStale: () => void}} options
 * @returns {Promise<Easel>}
 */
export async function startCanvas({ base, precedence, onEvent, onProgress, onStale }) {
  if (typeof WebAssembly === 'undefined') throw failure('no-wasm');
  onProgress(0, canvasBytes);
  await precedence.come;
  const [bytes] = await Promise.all([download(new URL('canvas.wasm', base), canvasBytes, onProgress), script(new URL('wasm_exec.js', base))]);
  await precedence.turn();
  if (document.createElement('canvas').getContext('webgl2') === null) throw failure('no-webgl2');
  keepKeys();

  const rest = park();
  const ready = new Promise((resolve) => { globalThis.onCanvasReady = resolve; });
  globalThis.onCanvasEvent = onEvent;
  const go = new Go();
  const { instance } = await WebAssembly.instantiate(bytes, go.importObject);
  const ended = go.run(instance).then(() => { throw failure('canvas-ended'); });
  await Promise.race([ready, ended]);
  focusInPlace();
  ended.catch(() => onEvent({ type: 'failed', code: 'canvas-ended' }));
  rest.restore();

  for (const type of ['pointermove', 'pointerdown', 'pointerup', 'pointerleave', 'click', 'resize']) {
    addEventListener(type, () => rest.wake(), { capture: true, passive: true });
  }
  new ResizeObserver(() => rest.wake()).observe(document.documentElement);
  watchPixelRatio(onStale);
  document.addEventListener('visibilitychange', () => rest.wake());

  const program = /** @type {Canvas} */ (globalThis.nnplayCanvas);
  /**
   * @template {unknown[]} A
   * @template R
   * @param {(...args: A) => R} f
   * @returns {(...args: A) => R}
   */
  const waking = (f) => (...args) => {
    const result = f(...args);
    rest.wake();
    return result;
  };
  let described = -Infinity;
  let describing = 0;
  const describe = () => {
    clearTimeout(describing);
    describing = 0;
    const text = program.describe();
    if (text === '') return;
    described = performance.now();
    label(text);
  };
  return {
    ...program,
    snapshot(bytes) {
      const problem = program.snapshot(bytes);
      rest.wake(0, snapshotFrames);
      const due = described + 1000 - performance.now();
      if (due <= 0) describe();
      else describing ||= setTimeout(describe, due);
      return problem;
    },
    theme: waking(program.theme),
    lang: waking(program.lang),
    text(table) {
      program.text(table);
      rest.wake();
      describe();
    },
    inset: waking(program.inset),
    aside: waking(program.aside),
    light: waking(program.light),
    zoom: waking(program.zoom),
    key: waking(program.key),
    unpin: waking(program.unpin),
    blur: waking(program.blur),
    edit: waking(program.edit),
    card: waking(program.card),
    picture: () => picture(waking(program.photo)),
  };
}

/**
 * What the canvas shows, as a PNG.
 * @param {Canvas['photo']} photo
 * @returns {Promise<Blob>}
 */
async function picture(photo) {
  const pixels = await new Promise((/** @type {(image: ImageData) => void} */ resolve, reject) => {
    setTimeout(() => reject(failure('no-picture')), pictureWithin);
    photo((width, height, rgba) => resolve(new ImageData(rgba, width, height)));
  });
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: pixels.width, height: pixels.height });
  /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).putImageData(pixels, 0, 0);
  return new Promise((resolve, reject) => canvas.toBlob((png) => (png ? resolve(png) : reject(failure('no-picture'))), 'image/png'));
}

/**
 * @param {string} code
 * @param {string} [detail]
 */
function failure(code, detail = code) {
  return Object.assign(new Error(detail), { code });
}

/**
 * Fetches bytes and tells how far it got.
 * @param {URL} url
 * @param {number} total
 * @param {(loaded: number, total: number) => void} onProgress
 */
async function download(url, total, onProgress) {
  const response = await fetch(url).catch((error) => { throw failure('download', String(error)); });
  if (!response.ok || response.body === null) throw failure('download', `${url}: ${response.status}`);
  let bytes = new Uint8Array(total);
  let loaded = 0;
  let told = 0;
  for (const reader = response.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return bytes.subarray(0, loaded);
    if (loaded + value.length > bytes.length) { // the size is not known
      const more = new Uint8Array(2 * (loaded + value.length));
      more.set(bytes);
      bytes = more;
    }
    bytes.set(value, loaded);
    loaded += value.length;
    if (loaded - told < 100_000 && loaded < total) continue;
    told = loaded;
    onProgress(loaded, total);
  }
}

/**
 * Runs a classic script.
 * @param {URL} url
 * @returns {Promise<void>}
 */
function script(url) {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.src = url.href;
    element.onload = () => resolve();
    element.onerror = () => reject(failure('download', `${url} does not load`));
    document.head.append(element);
  });
}

/**
 * Lets the program's frames wait while nothing changes or moves. The program takes the
 * wrapped requestAnimationFrame as it starts; then the page gets its own back.
 */
function park() {
  const request = window.requestAnimationFrame.bind(window);
  const original = window.requestAnimationFrame;
  /** @type {FrameRequestCallback | null} */
  let parked = null;
  let until = performance.now() + 2000;
  let owed = awakeFrames;
  window.requestAnimationFrame = (callback) => {
    if (owed-- > 0 || performance.now() < until || globalThis.nnplayCanvas?.moving()) return request(callback);
    parked = callback;
    return 0;
  };
  return {
    restore() { window.requestAnimationFrame = original; },
    wake(time = awakeFor, frames = awakeFrames) {
      until = Math.max(until, performance.now() + time);
      owed = Math.max(owed, frames);
      if (parked === null) return;
      const callback = parked;
      parked = null;
      request(callback);
    },
  };
}

/**
 * The program's library cancels keys, wheel and touches everywhere. Tab, the
 * page's shortcuts and its scrolling go on working: they are kept from it.
 */
function keepKeys() {
  const keep = (/** @type {Event} */ event) => event.stopImmediatePropagation();
  for (const type of ['keydown', 'keyup', 'keypress']) {
    addEventListener(type, keep, { capture: true });
  }
  for (const type of ['wheel', 'contextmenu', 'touchend']) {
    addEventListener(type, keep, { capture: true, passive: true });
  }
  let following = false; // the drawing follows the finger, in place of scrolling
  addEventListener('touchstart', (event) => {
    keep(event);
    const { clientX, clientY, target } = event.touches[0];
    following = event.touches.length === 1 && target instanceof HTMLCanvasElement && Boolean(globalThis.nnplayCanvas?.follows(clientX, clientY));
  }, { capture: true, passive: true });
  addEventListener('touchmove', (event) => {
    keep(event);
    if (following) event.preventDefault();
  }, { capture: true, passive: false });
}

/**
 * The library focuses the canvas as it is pressed. The page around must not scroll for
 * that, as far as it goes on below the window: something else would lie under the pointer.
 */
function focusInPlace() {
  const canvas = document.querySelector('canvas');
  if (canvas !== null) canvas.focus = () => HTMLElement.prototype.focus.call(canvas, { preventScroll: true });
}

/** @param {string} text */
function label(text) {
  const canvas = document.querySelector('canvas');
  if (canvas === null) return;
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', text);
  canvas.tabIndex = -1;
}

/**
 * The library reads the pixel ratio once: another monitor or zoom is a new start.
 * Not every browser tells of it in the same way.
 * @param {() => void} onStale
 */
function watchPixelRatio(onStale) {
  const ratio = devicePixelRatio;
  let left = false;
  const check = () => {
    if (left || devicePixelRatio === ratio) return;
    left = true;
    onStale();
  };
  matchMedia(`(resolution: ${ratio}dppx)`).addEventListener('change', check);
  addEventListener('resize', check);
  try {
    new ResizeObserver(check).observe(document.body, { box: 'device-pixel-content-box' });
  } catch {
    // Safari has no such box; it has the events above.
  }
}
