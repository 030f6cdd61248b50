// A setting and its value, as they tell a run from others.

import { optionText, t } from '../shared/i18n.js';
import { figures, typeset } from '../shared/numbers.js';

/** @import { Field } from '../shared/schema.d.ts' */

/**
 * A setting and its value in few words: a choice by its name alone.
 * @param {Field} field
 * @param {string} value
 */
export function settingText(field, value) {
  const name = t(field.label);
  switch (field.kind) {
    case 'bool':
      return value === 'true' ? name : t('page.curve.off', { name });
    case 'enum':
    case 'list':
      if (value === 'none') return t('page.curve.off', { name });
      return value.split(',').map((option) => optionText(field.key, option)).join(' ');
    case 'shape':
      return value === '' || value === 'none' ? t('describe.none') : `${name} ${value}`;
  }
  return `${name} ${numberText(field, value)}`;
}

/**
 * A number as a setting shows it.
 * @param {Field} field
 * @param {string} value
 */
export function numberText(field, value) {
  return field.kind === 'float' ? figures(Number(value), 4) : typeset(value);
}
