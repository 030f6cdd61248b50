// The pictures of a class, a few at a time: pages to turn, and each picture a
// button that takes it away.

import { make, setName } from '../../shared/dom.js';
import { count, t } from '../../shared/i18n.js';

const side = 28;
const darkest = 15; // the level of ink
const onPage = 10;

/**
 * @typedef {object} Wiring
 * @property {(first: number, n: number) => Promise<Uint8Array>} pictures their levels, a byte an element
 * @property {(picture: number) => unknown} remove
 * @property {() => string} className
 */

/** @param {Wiring} wiring */
export function makeThumbnails(wiring) {
  const element = make('div', 'thumbnails');
  const strip = make('div', 'thumbnails-strip');
  const turn = make('div', 'thumbnails-turn');
  const [back, forth] = [-1, 1].map((by) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = by < 0 ? '‹' : '›';
    button.setAttribute('aria-label', t(by < 0 ? 'page.album.back' : 'page.album.forth'));
    button.addEventListener('click', () => {
      first = Math.max(0, first + by * onPage);
      show(total);
    });
    return button;
  });
  const where = document.createElement('span');
  turn.append(back, where, forth);
  element.append(strip, turn);
  let first = -1; // of the page; -1: the last page
  let total = 0;
  let asked = 0;

  /** @param {number} n how many there are now */
  async function show(n) {
    const grown = n > total;
    total = n;
    const last = Math.max(0, Math.ceil(n / onPage) - 1) * onPage;
    first = first < 0 || grown ? last : Math.min(first, last);
    const mine = ++asked;
    const levels = n === 0 ? new Uint8Array() : await wiring.pictures(first, onPage);
    if (mine !== asked) return;
    const focused = [...strip.children].indexOf(/** @type {Element} */ (document.activeElement));
    strip.replaceChildren(...Array.from({ length: levels.length / (side * side) }, (_, i) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'thumbnail';
      setName(button, t('page.album.remove', { n: count(first + i + 1), class: wiring.className() }));
      button.append(picture(levels.subarray(i * side * side, (i + 1) * side * side)));
      button.addEventListener('click', () => wiring.remove(first + i));
      return button;
    }));
    if (focused >= 0) /** @type {HTMLElement | undefined} */ (strip.children[Math.min(focused, strip.children.length - 1)])?.focus();
    turn.hidden = n <= onPage;
    back.disabled = first === 0;
    forth.disabled = first === last;
    where.textContent = t('page.album.where', { from: count(first + 1), to: count(Math.min(first + onPage, n)), of: count(n) });
  }
  return { element, show };
}

/** @param {Uint8Array} levels */
function picture(levels) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const image = context.createImageData(side, side);
  levels.forEach((level, i) => image.data.set([0, 0, 0, Math.round((255 * level) / darkest)], 4 * i));
  context.putImageData(image, 0, 0);
  return canvas;
}
