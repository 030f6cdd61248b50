// The first picture: what the canvas is about to show, drawn by the build. It is there
// with the page, and fades when the canvas has drawn.

import { find } from '../shared/dom.js';

/** @import { NNPlay } from '../element.js' */

/** How long it fades, in ms. */
const fading = 200;

/** @param {NNPlay} player */
export function startFirst(player) {
  const picture = find('first');
  const progress = /** @type {HTMLProgressElement} */ (find('first-progress'));
  /** How far the downloads are, by program. @type {Map<string, {loaded: number, total: number}>} */
  const downloads = new Map();
  const calm = matchMedia('(prefers-reduced-motion: reduce)');

  const seen = new AbortController();

  /** @param {number} time */
  async function leave(time) {
    seen.abort();
    await picture.animate({ opacity: [1, 0] }, { duration: calm.matches ? 0 : time, fill: 'forwards' }).finished;
    picture.remove();
  }

  player.addEventListener('message', ({ detail: message }) => {
    if (message.type === 'canvas') leave(fading);
    if (message.type !== 'loading') return;
    downloads.set(message.part, message);
    const sum = (/** @type {'loaded' | 'total'} */ key) => [...downloads.values()].reduce((n, part) => n + part[key], 0);
    if (downloads.size < 2 || sum('loaded') > sum('total') || sum('total') === 0) {
      progress.removeAttribute('value');
      return;
    }
    progress.max = sum('total');
    progress.value = sum('loaded');
  }, { signal: seen.signal });
  player.ready.catch(() => leave(0)); // the frame says what is wrong
}
