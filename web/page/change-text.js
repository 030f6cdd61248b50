// What is changed on the way, in words.

import { count, t, valueText } from '../shared/i18n.js';
import { figures, typeset } from '../shared/numbers.js';

/** @import { LoggedChange } from '../shared/protocol.d.ts' */

/** @param {string} value */
function number(value) {
  return Number.isFinite(Number(value)) ? figures(Number(value), 4) : typeset(value);
}

/**
 * A change without its step.
 * @param {LoggedChange} change
 */
function whatText({ key, was, value }) {
  const freezes = key.startsWith('freeze.');
  const weight = (freezes ? key.slice('freeze.'.length) : key).replaceAll('.', ' ');
  if (freezes) return t(value === 'true' ? 'page.log.frozen' : 'page.log.free', { weight });
  if (key.includes('.')) return `${weight} = ${number(value)}`;
  const said = (/** @type {string} */ v) => (v !== '' && Number.isFinite(Number(v)) ? number(v) : valueText(key, v));
  return `${t(`field.${key}.label`)} ${said(was)} → ${said(value)}`;
}

/**
 * A change with its step.
 * @param {LoggedChange} change
 */
export function changeText(change) {
  return t('page.log.at', { step: count(change.step), what: whatText(change) });
}
