// The layers of the network on the drawing: one more or less at its end, one
// neuron more or less of each, and a menu of each to put another beside it or to
// take it away. The drawing tells where they are; the buttons lie above it.

import { find, make, makeButton, setName } from '../shared/dom.js';
import { t } from '../shared/i18n.js';

/** @import { Layout } from '../shared/canvas.d.ts' */

/** Bounds of the network, as in the schema. */
const maxLayers = 12;
const maxUnits = 64;
/** Neurons of a layer that is added to a network without one. */
const firstLayer = 4;

/** @param {(shape: number[]) => void} change takes over another shape */
export function startLayers(change) {
  const button = (/** @type {string} */ id) => /** @type {HTMLButtonElement} */ (find(id));
  const units = find('units');
  const menu = find('layer');
  const count = find('layers-count');
  const [less, more, fewer, further, before, after] = ['layers-less', 'layers-more', 'layer-fewer', 'layer-more', 'layer-before', 'layer-after'].map(button);

  /** @type {number[]} */
  let shape = [];
  let hidden = false;
  /** @type {Layout | null} where the drawing has its layers */
  let layout = null;
  let chosen = -1; // the layer of the menu

  const resized = (/** @type {number} */ i, /** @type {number} */ by) => shape.map((n, j) => (j === i ? Math.min(Math.max(n + by, 1), maxUnits) : n));
  less.addEventListener('click', () => change(shape.slice(0, -1)));
  more.addEventListener('click', () => change([...shape, shape.at(-1) ?? firstLayer]));
  fewer.addEventListener('click', () => change(resized(chosen, -1)));
  further.addEventListener('click', () => change(resized(chosen, 1)));
  for (const [beside, at] of /** @type {Array<[HTMLElement, number]>} */ ([[before, 0], [after, 1]])) {
    beside.addEventListener('click', () => {
      const next = shape.toSpliced(chosen + at, 0, shape[chosen]);
      close();
      change(next);
    });
  }
  find('layer-remove').addEventListener('click', () => {
    const next = shape.toSpliced(chosen, 1);
    close();
    change(next);
  });
  find('layer-close').addEventListener('click', () => close());
  addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || chosen < 0) return;
    event.preventDefault();
    close();
  }, { capture: true });
  addEventListener('pointerdown', (event) => {
    const on = /** @type {Node} */ (event.target);
    if (chosen >= 0 && !menu.contains(on) && !units.contains(on)) close(false);
  }, { capture: true, passive: true });

  /** @param {number} i */
  function open(i) {
    if (chosen === i) {
      close();
      return;
    }
    chosen = i;
    menu.hidden = false;
    show();
    const at = units.children[i].getBoundingClientRect();
    const box = menu.getBoundingClientRect();
    const below = at.bottom + 8;
    menu.style.left = `${Math.max(8, Math.min(at.left + at.width / 2 - box.width / 2, innerWidth - 8 - box.width))}px`;
    menu.style.top = `${Math.max(8, below + box.height > innerHeight - 8 ? at.top - 8 - box.height : below)}px`;
    further.focus();
  }

  function close(refocus = true) {
    if (chosen < 0) return;
    const i = chosen;
    chosen = -1;
    menu.hidden = true;
    if (refocus) (units.children[i]?.querySelectorAll('button')[1] ?? find('net')).focus();
  }

  function show() {
    find('layers').hidden = hidden;
    count.textContent = t('page.edit.layersCount', { n: shape.length });
    setName(less, t('page.removeLastLayer'));
    setName(more, t('page.addLayer'));
    less.disabled = shape.length === 0;
    more.disabled = shape.length >= maxLayers;
    showUnits();
    if (chosen >= shape.length || hidden) close(false);
    if (chosen < 0) return;
    find('layer-name').textContent = t('page.layer', { n: chosen + 1 });
    find('layer-count').textContent = String(shape[chosen]);
    setName(fewer, t('page.lessNeurons', { n: chosen + 1 }));
    setName(further, t('page.moreNeurons', { n: chosen + 1 }));
    setName(find('layer-close'), t('page.edit.close'));
    fewer.disabled = shape[chosen] <= 1;
    further.disabled = shape[chosen] >= maxUnits;
    before.disabled = after.disabled = shape.length >= maxLayers;
  }

  /** Puts the buttons of each layer under it. */
  function showUnits() {
    const places = hidden || layout === null || layout.hidden.length !== shape.length ? [] : layout.hidden;
    while (units.children.length > places.length) units.lastElementChild?.remove();
    while (units.children.length < places.length) units.append(pill(units.children.length));
    places.forEach(({ buttons: { x, y, width, height } }, i) => {
      const group = /** @type {HTMLElement} */ (units.children[i]);
      Object.assign(group.style, { left: `${x}px`, top: `${y}px`, width: `${width}px` });
      group.classList.toggle('is-narrow', width < 2 * height); // room for one
      const [minus, number, plus] = group.querySelectorAll('button');
      setName(minus, t('page.lessNeurons', { n: i + 1 }));
      setName(plus, t('page.moreNeurons', { n: i + 1 }));
      setName(number, t('page.layer.menu', { n: i + 1, units: shape[i] }));
      number.textContent = String(shape[i]);
      number.setAttribute('aria-expanded', String(chosen === i));
      minus.disabled = shape[i] <= 1;
      plus.disabled = shape[i] >= maxUnits;
    });
  }

  /** @param {number} i */
  function pill(i) {
    const group = make('div', 'units');
    for (const [text, act] of /** @type {Array<[string, () => void]>} */ ([['−', () => change(resized(i, -1))], ['', () => open(i)], ['+', () => change(resized(i, 1))]])) {
      const button = makeButton('mini', text, act);
      group.append(button);
    }
    group.children[1].setAttribute('aria-haspopup', 'dialog');
    return group;
  }

  return {
    /** Puts the texts into the present language. */
    translate: show,

    /**
     * Shows a shape, or nothing to change it with.
     * @param {number[]} next
     * @param {boolean} hide
     */
    show(next, hide) {
      shape = next;
      hidden = hide;
      show();
    },

    /**
     * Hears where the layers are.
     * @param {Layout} where
     */
    place(where) {
      layout = where;
      showUnits();
    },
  };
}
