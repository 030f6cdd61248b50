// A select for all hidden layers, with one for each of them behind a disclosure.

import { make } from '../../shared/dom.js';
import { makeSelect } from './choice.js';
import { t } from '../../shared/i18n.js';

/** @import { ChoiceField, Schema } from '../../shared/schema.d.ts' */
/** @import { Input } from './control.js' */

/**
 * @param {ChoiceField} field
 * @param {Schema} schema
 * @param {(value: string) => void} change
 * @returns {Input}
 */
export function makeLayered(field, schema, change) {
  const all = makeSelect(field, schema, change);
  const element = make('div', 'layered');
  const each = make('details', 'more');
  const summary = document.createElement('summary');
  summary.textContent = t('page.eachLayer');
  const rows = document.createElement('ol');
  each.append(summary, rows);
  element.append(all.element, each);
  /** @type {Array<Input>} */
  let layers = [];
  /** @type {string[]} */
  let values = [];

  function row(/** @type {number} */ i) {
    const input = makeSelect(field, schema, (value) => {
      values[i] = value;
      change(values.join(','));
    });
    const item = document.createElement('li');
    const label = document.createElement('label');
    const name = make('span', 'layer-name', t('page.layer', { n: i + 1 }));
    label.append(name, input.element);
    item.append(label);
    rows.append(item);
    return input;
  }

  return {
    element,
    labeled: all.labeled,
    show(value, state) {
      all.show(value, state);
      const n = state.spec.networkShape === '' ? 0 : state.spec.networkShape.split(',').length;
      const given = value.split(',');
      values = Array.from({ length: n }, (_, i) => given[Math.min(i, given.length - 1)]);
      each.hidden = n < 2;
      if (layers.length !== n) {
        rows.replaceChildren();
        layers = values.map((_, i) => row(i));
      }
      layers.forEach((layer, i) => layer.show(values[i], state));
    },
  };
}
