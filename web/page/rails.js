// What the rails say while the settings are folded: the data with a picture of it,
// and of each group of settings the values that tell most, each under its name.

import { make } from '../shared/dom.js';
import { optionText, t } from '../shared/i18n.js';
import { drawLines } from './lines.js';
import { drawPencil } from './data/pad.js';
import { classColor, drawPreview } from './preview.js';
import { columnOf } from './settings/panel.js';

/** @import { StateAnswer } from '../shared/protocol.d.ts' */
/** @import { Field, Schema } from '../shared/schema.d.ts' */
/** @import { Previews } from './gallery.js' */

/** How many settings of a group a rail shows. */
const most = 2;

/**
 * Shows a state on both rails.
 * @param {Schema} schema
 * @param {Previews} previews
 * @param {StateAnswer} state
 */
export function showRails(schema, previews, state) {
  for (const [column, side, name] of /** @type {const} */ ([[0, 'left', 'page.unfold.left'], [1, 'right', 'page.unfold.right']])) {
    const rail = /** @type {HTMLElement} */ (document.querySelector(`.rail[data-side='${side}']`));
    const groups = schema.groups.filter((group) => columnOf(group) === column);
    const parts = groups.map(({ label, fields }) => {
      const facts = fields.filter((field) => !field.advanced && !state.applies[field.key]).map((field) => ({ label: t(field.label), value: valueText(field, state) })).filter(({ value }) => value !== '').slice(0, most);
      if (facts.length === 0) return null;
      return make('span', 'rail-group', make('strong', '', t(label)), ...facts.map((fact) => make('span', 'rail-fact', make('span', 'rail-label', fact.label), ' ', make('span', 'rail-value', fact.value))));
    }).filter((part) => part !== null);
    rail.replaceChildren(...(column === 0 ? [pictureOf(schema, previews, state)] : []), ...parts);
    rail.title = t(name);
  }
}

/**
 * The value of a setting in a word or two, '' if it says nothing alone.
 * @param {Field} field
 * @param {StateAnswer} state
 */
function valueText(field, state) {
  const value = state.spec[field.key];
  switch (field.kind) {
    case 'enum':
      return value === 'none' ? '' : optionText(field.key, value);
    case 'shape':
      return value === 'none' || value === '' ? '' : value.replaceAll(',', ' · ');
    case 'int':
    case 'float':
      return value;
    default:
      return '';
  }
}

/**
 * @param {Schema} schema
 * @param {Previews} previews
 * @param {StateAnswer} state
 */
function pictureOf(schema, previews, state) {
  const picture = make('span', 'rail-picture');
  picture.setAttribute('aria-hidden', 'true');
  const emblem = schema.architectures.find(({ name }) => name === state.spec.architecture)?.emblem;
  const set = previews.sets.find(({ name }) => name === state.spec.dataset);
  if (emblem) {
    picture.append(drawLines(120, 64, emblem.lines, emblem.dots));
  } else {
    const canvas = document.createElement('canvas');
    if (set) drawPreview(canvas, set, previews.points.subarray(3 * set.from, 3 * (set.from + set.count)));
    else drawPencil(canvas, [classColor(0, 2), classColor(1, 2)]);
    picture.append(canvas);
  }
  return picture;
}
