// Texts in the reader's language. The build makes one file, i18n/LANG.json, of the
// folder of a language; English has filled its gaps.

import { base } from './base.js';
import { decimals, typeset } from './numbers.js';

/** @import { Schema } from './schema.d.ts' */

/** The languages there are, each in its own words; written by the build. @type {Record<string, string>} */
export const languages = {}; // the folders of i18n

/** @type {Record<string, string>} */
let texts = {};
let current = 'en';

/** @returns {string} the language of the texts, as in the attribute lang */
export function language() {
  return current;
}

/** @returns {Record<string, string>} all texts by key */
export function table() {
  return texts;
}

/**
 * The first wish that can be fulfilled, else English.
 * @param {Array<string | null | undefined>} wishes language tags
 * @returns {string}
 */
export function pickLanguage(wishes) {
  for (const wish of wishes) {
    const tag = (wish ?? '').toLowerCase();
    for (const known of Object.keys(languages)) {
      if (tag !== '' && (tag === known.toLowerCase() || tag.split('-')[0] === known.split('-')[0])) return known;
    }
  }
  return 'en';
}

/** The language that was asked for last. */
let wanted = '';

/**
 * Loads a language's texts.
 * @param {string} lang
 * @returns {Promise<boolean>} false if another language was asked for meanwhile: then it stays unspoken
 */
export async function loadTexts(lang) {
  wanted = lang;
  const response = await fetch(new URL(`i18n/${lang}.json`, base));
  if (!response.ok) throw new Error(`${lang}.json: ${response.status}`);
  const loaded = await response.json();
  if (wanted !== lang) return false;
  texts = loaded;
  current = lang;
  return true;
}

/**
 * The text of a key, each {name} replaced by an argument, and each {name|one|other}
 * by the form that goes with it.
 * @param {string} key
 * @param {Record<string, unknown>} [args]
 * @returns {string} the key itself if there is no text
 */
export function t(key, args = {}) {
  return (texts[key] ?? key).replace(/\{(\w+)(?:\|([^{|}]*)\|([^{|}]*))?\}/g, (_, name, one, other) => {
    const value = String(args[name] ?? '');
    return one === undefined ? value : value === '1' ? one : other;
  });
}

/**
 * @param {string} key
 * @returns {boolean}
 */
export function hasText(key) {
  return key in texts;
}

/** @type {Map<string, string>} settings whose options are named as those of another */
const namesakes = new Map();

/**
 * Takes over from the schema which settings share the names of their options.
 * @param {Schema} schema
 */
export function shareOptions(schema) {
  for (const group of schema.groups) {
    for (const field of group.fields) if (field.optionsOf) namesakes.set(field.key, field.optionsOf);
  }
}

/**
 * The name of a setting's option: its own, that of another setting's, or that
 * of the setting or group that it stands for.
 * @param {string} key of the setting
 * @param {string} option
 */
export function optionText(key, option) {
  const found = [`option.${key}.${option}`, `option.${namesakes.get(key)}.${option}`, `field.${option}.label`, `group.${option}`].find(hasText);
  return found === undefined ? option : t(found);
}

/**
 * A setting's value as a reader knows it: the name of an option, or a number.
 * @param {string} key of the setting
 * @param {string} value
 */
export function valueText(key, value) {
  return /^-?[\d.]+(e[+-]?\d+)?$/.test(value) ? typeset(value) : optionText(key, value);
}

/**
 * A notice or an error in the reader's language.
 * @param {'notice' | 'error' | 'table' | 'passage'} kind
 * @param {unknown} problem what the trainer told, or what was thrown
 * @returns {string}
 */
export function explain(kind, problem) {
  const { code, args: given, text, message } = /** @type {{code?: string, args?: Record<string, string>, text?: string, message?: string}} */ (problem);
  const key = `${kind}.${code}`;
  if (!hasText(key)) return text || message || t('error.internal');
  const args = { ...given };
  const field = args.key;
  for (const name of ['given', 'used']) {
    if (args[name] !== undefined) args[name] = valueText(field ?? '', args[name]);
  }
  if (hasText(`field.${field}.label`)) args.key = t(`field.${field}.label`);
  return t(key, args);
}

/**
 * Fills the texts into a document: data-i18n names the key of an element's
 * text, data-i18n-ATTRIBUTE that of an attribute.
 * @param {Document | HTMLElement} root
 */
export function translate(root) {
  for (const element of root.querySelectorAll('[data-i18n]')) {
    element.textContent = t(element.getAttribute('data-i18n') ?? '');
  }
  for (const attribute of ['title', 'aria-label', 'content', 'placeholder']) {
    for (const element of root.querySelectorAll(`[data-i18n-${attribute}]`)) {
      element.setAttribute(attribute, t(element.getAttribute(`data-i18n-${attribute}`) ?? ''));
    }
  }
}

/**
 * A whole number with separators.
 * @param {number} n
 */
export function count(n) {
  return typeset(n.toLocaleString(current));
}

/**
 * A loss: three decimals, or an exponent if it is very small or large.
 * @param {number | null | undefined} v
 */
export function lossText(v) {
  if (v === null || v === undefined) return '–';
  if (v !== 0 && (Math.abs(v) < 0.0005 || Math.abs(v) >= 1000)) return typeset(v.toExponential(1));
  return decimals(v, 3);
}

/**
 * A share as percent.
 * @param {number | null | undefined} v
 */
export function percentText(v) {
  return v === null || v === undefined ? '–' : `${decimals(100 * v, 1)}%`;
}
