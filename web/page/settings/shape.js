// The editor of the hidden layers: a row a layer, with a button for one neuron
// more or less.

import { make, makeButton, selectWhole, setName } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { ascii } from '../../shared/numbers.js';

/** @import { Field, Schema } from '../../shared/schema.d.ts' */
/** @import { Input } from './control.js' */

/** Neurons of a layer that is added to a network without one. */
const firstLayer = 4;

/**
 * @param {Field} field
 * @param {Schema} schema
 * @param {(value: string) => void} change
 * @returns {Input}
 */
export function makeShape(field, schema, change) {
  const element = make('div', 'shape');
  const layers = document.createElement('ol');
  const foot = make('div', 'shape-foot');
  element.append(layers, foot);
  /** @type {number[]} */
  let shape = [];

  const apply = (/** @type {number[]} */ next, /** @type {[number, string] | null} */ focus) => {
    shape = next;
    draw();
    if (focus) {
      const row = layers.children[focus[0]];
      /** @type {HTMLElement} */ (row?.querySelector(`[data-do="${focus[1]}"]:not(:disabled)`) ?? row?.querySelector('input') ?? add).focus();
    }
    change(shape.join(','));
  };

  const add = button('+', t('page.addLayer'), 'add', () => {
    const next = [...shape, shape.at(-1) ?? firstLayer];
    apply(next, null);
    add.focus();
  });
  add.classList.add('wide');
  add.textContent = t('page.addLayer');
  foot.append(add);

  function row(/** @type {number} */ i) {
    const item = document.createElement('li');
    const name = make('span', 'layer-name', t('page.layer', { n: i + 1 }));
    const set = (/** @type {number} */ units, /** @type {string} */ what) =>
      apply(shape.map((v, j) => (j === i ? Math.min(Math.max(units, 1), schema.maxUnits) : v)), [i, what]);
    const less = button('−', t('page.lessNeurons', { n: i + 1 }), 'less', () => set(shape[i] - 1, 'less'));
    const more = button('+', t('page.moreNeurons', { n: i + 1 }), 'more', () => set(shape[i] + 1, 'more'));
    const units = document.createElement('input');
    units.type = 'text';
    units.inputMode = 'numeric';
    units.value = String(shape[i]);
    selectWhole(units);
    units.setAttribute('aria-label', t('page.neurons', { n: i + 1 }));
    units.addEventListener('change', () => {
      const n = Math.round(Number(ascii(units.value) || NaN));
      if (Number.isFinite(n)) set(n, 'units');
      else draw();
    });
    units.addEventListener('keydown', (event) => {
      const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
      if (by === undefined) return;
      event.preventDefault();
      set(shape[i] + by, 'units');
    });
    units.dataset.do = 'units';
    const remove = button('×', t('page.removeLayer', { n: i + 1 }), 'remove', () => {
      apply(shape.filter((_, j) => j !== i), [Math.min(i, shape.length - 2), 'remove']);
    });
    remove.classList.add('quiet');
    less.disabled = shape[i] <= 1;
    more.disabled = shape[i] >= schema.maxUnits;
    const stepper = make('span', 'stepper');
    stepper.append(less, units, more);
    item.append(name, stepper, remove);
    return item;
  }

  function draw() {
    layers.replaceChildren(...shape.map((_, i) => row(i)));
    add.disabled = shape.length >= schema.maxLayers;
    layers.hidden = shape.length === 0;
  }

  return {
    element,
    labeled: null,
    show(value) {
      const next = value === '' ? [] : value.split(',').map(Number);
      if (next.join() === shape.join() && layers.childElementCount === shape.length) return;
      shape = next;
      draw();
    },
  };
}

/**
 * @param {string} sign
 * @param {string} name
 * @param {string} what
 * @param {() => void} act
 */
function button(sign, name, what, act) {
  const b = makeButton('mini', sign, act);
  b.dataset.do = what;
  setName(b, name);
  return b;
}
