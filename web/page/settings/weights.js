// An input for initial weights: a parameter a line, its name and its numbers. The
// trainer reads it and says what it can't.

import { make } from '../../shared/dom.js';
import { t } from '../../shared/i18n.js';

/** @import { Field, Schema } from '../../shared/schema.d.ts' */
/** @import { Input } from './control.js' */

/**
 * @param {Field} _field
 * @param {Schema} _schema
 * @param {(value: string) => void} change
 * @returns {Input}
 */
export function makeWeights(_field, _schema, change) {
  const element = make('div', 'weights');
  const area = document.createElement('textarea');
  area.rows = 3;
  area.spellcheck = false;
  area.autocapitalize = 'off';
  area.placeholder = t('page.weights.example');
  element.append(area);
  let typing = false;
  area.addEventListener('input', () => {
    typing = true;
  });
  area.addEventListener('change', () => {
    typing = false;
    change(area.value);
  });
  return {
    element,
    labeled: area,
    show(value) {
      if (!typing) area.value = lines(value);
    },
  };
}

/** Weights with a line a parameter, as people write them. @param {string} value */
function lines(value) {
  return value.replace(/,(?=[a-z])/gi, '\n').replace(/^([^,\n]+),/gm, '$1 ').replaceAll(',', ', ');
}
