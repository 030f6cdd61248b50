// What Go says of an experiment, put together in the reader's language.

import { optionText, t } from './i18n.js';

/**
 * A text, names of a setting's options, a translation with what stands for the
 * names in it, or several of these.
 * @typedef {string | {setting: string, options: string[]} | {key: string, args: Record<string, any>} | any[]} Phrase
 */

/**
 * @param {Phrase} phrase
 * @returns {string}
 */
export function say(phrase) {
  if (typeof phrase === 'string') return phrase;
  if (Array.isArray(phrase)) return phrase.map(say).join(' ');
  if ('options' in phrase) return phrase.options.map((option) => optionText(phrase.setting, option)).join(', ');
  const args = Object.entries(phrase.args).map(([name, of]) => [name, say(of)]);
  return t(phrase.key, Object.fromEntries(args)).replace(/ {2,}/g, ' ').trim();
}
