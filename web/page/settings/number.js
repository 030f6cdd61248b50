// An input for numbers: a slider over the stops that are worth trying, and a
// field for any other value. The trainer says what is possible.

import { make, selectWhole } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';
import { ascii } from '../../shared/numbers.js';

/** @import { NumberField, Schema } from '../../shared/schema.d.ts' */
/** @import { Input } from './control.js' */

/**
 * @param {NumberField} field
 * @param {Schema} _schema
 * @param {(value: string) => void} change
 * @returns {Input}
 */
export function makeNumber(field, _schema, change) {
  const element = make('div', 'number');
  const text = document.createElement('input');
  text.type = 'text';
  text.inputMode = field.min < 0 ? 'text' : 'decimal';
  text.autocomplete = 'off';
  text.spellcheck = false;
  selectWhole(text);
  let typing = false;
  text.addEventListener('input', () => {
    typing = true;
  });
  text.addEventListener('change', () => {
    typing = false;
    change(ascii(text.value, percentOf(field)));
  });
  const stops = stopsOf(field);
  if (stops.length === 0) {
    element.append(text);
    return {
      element,
      labeled: text,
      show(value) {
        if (!typing) text.value = value;
      },
    };
  }

  const slider = document.createElement('input');
  slider.type = 'range';
  slider.min = '0';
  slider.step = '1';
  /** @type {number[]} the stops, and the present value where it is none of them */
  let marks = stops;
  const paint = () => {
    const at = Number(slider.value) / Math.max(marks.length - 1, 1);
    slider.style.setProperty('--at', `${100 * at}%`);
  };
  slider.addEventListener('input', () => {
    const value = String(marks[Number(slider.value)]);
    text.value = value;
    slider.setAttribute('aria-valuetext', value);
    paint();
    change(value);
  });
  text.setAttribute('aria-label', t('page.exact', { name: t(field.label) }));
  element.append(slider, text);
  return {
    element,
    labeled: slider,
    show(value) {
      const v = Number(value);
      marks = stops.includes(v) ? stops : [...stops, v].sort((a, b) => a - b);
      slider.max = String(marks.length - 1);
      slider.value = String(marks.indexOf(v));
      slider.setAttribute('aria-valuetext', value);
      if (!typing) text.value = value;
      paint();
    },
  };
}

/**
 * What 1% stands for: of a field of percentages one, of a field of shares a hundredth.
 * @param {NumberField} field
 */
function percentOf({ kind, min, max }) {
  if (min < 0) return 0;
  if (max <= 1) return 0.01;
  return kind === 'int' && max >= 50 && max <= 100 ? 1 : 0;
}

/**
 * The stops of a slider: the field's own, or its range in steps where that is
 * a handful.
 * @param {NumberField} field
 * @returns {number[]}
 */
function stopsOf(field) {
  if (field.values) return field.values;
  const { min, max, step = 0 } = field;
  const n = step === 0 ? Infinity : Math.round((max - min) / step);
  return n <= 50 ? Array.from({ length: n + 1 }, (_, i) => min + i * step) : [];
}
