// How a table is read: what was guessed, each with a control by which to choose
// something else.

import { find } from '../../../shared/dom.js';
import { t } from '../../../shared/i18n.js';
import { ascii } from '../../../shared/numbers.js';

/** @import { Reading } from './reading.js' */

/** What separates values, and the decimal signs, by the names that the program has for them. @type {Record<string, () => string>} */
const separators = {
  comma: () => t('page.csv.comma'), semicolon: () => t('page.csv.semicolon'), tab: () => t('page.csv.tab'), pipe: () => t('page.csv.pipe'), spaces: () => t('page.csv.spaces'),
};
/** @type {Record<string, () => string>} */
const decimals = { '.': () => t('page.csv.point'), ',': () => t('page.csv.decimalComma') };
/** @type {Record<string, () => string>} */
const encodings = Object.fromEntries(['UTF-8', 'UTF-16LE', 'UTF-16BE', 'GB18030', 'Windows-1252', 'Windows-1251'].map((name) => [name, () => name]));

/** @param {Reading} reading */
export function startHow(reading) {
  const header = /** @type {HTMLInputElement} */ (find('csv-header'));
  header.addEventListener('change', () => reading.choose({ header: header.checked ? 'yes' : 'no' }));
  const shows = [
    select('csv-encoding', 'encoding', encodings),
    select('csv-separator', 'separator', separators),
    select('csv-decimal', 'decimal', decimals),
    number('csv-first', 'first', 1),
    number('csv-seed', 'seed', 0),
  ];

  const marks = /** @type {HTMLInputElement} */ (find('csv-marks'));
  marks.addEventListener('change', () => reading.choose({ missing: marks.value.split(/\s+/).filter((mark) => mark !== '') }));

  /**
   * @param {string} id
   * @param {'encoding' | 'separator' | 'decimal'} key
   * @param {Record<string, () => string>} names
   */
  function select(id, key, names) {
    const element = /** @type {HTMLSelectElement} */ (find(id));
    element.addEventListener('change', () => reading.choose({ [key]: element.value || undefined }));
    return () => {
      const guessed = reading.choices[key] === undefined ? reading.table?.[key] : undefined;
      const auto = guessed === undefined ? t('page.csv.guess') : t('page.csv.guessed', { what: names[guessed]?.() ?? guessed });
      element.replaceChildren(new Option(auto, ''), ...Object.entries(names).map(([value, name]) => new Option(name(), value)));
      element.value = reading.choices[key] ?? '';
    };
  }

  /**
   * @param {string} id
   * @param {'first' | 'seed'} key
   * @param {number} least
   */
  function number(id, key, least) {
    const element = /** @type {HTMLInputElement} */ (find(id));
    const show = () => {
      element.value = String(reading.choices[key] ?? (key === 'first' ? reading.table?.first : 0) ?? '');
    };
    element.addEventListener('change', () => {
      const value = Number(ascii(element.value));
      if (element.value.trim() === '') reading.choose({ [key]: undefined });
      else if (Number.isSafeInteger(value) && value >= least) reading.choose({ [key]: value });
      else show();
    });
    return show;
  }

  return {
    /** Shows what was guessed and chosen. */
    show() {
      const { table, choices } = reading;
      for (const show of shows) show();
      shown(header, table !== null || choices.header !== undefined);
      shown(marks, table !== null || choices.missing !== undefined);
      header.checked = table?.header ?? choices.header === 'yes';
      marks.value = (choices.missing ?? table?.marks ?? []).join(' ');
      shown(find('csv-seed'), table !== null && table.total > table.rows);
    },
  };
}

/**
 * Shows a control with its label, or not.
 * @param {HTMLElement} control
 * @param {boolean} on
 */
function shown(control, on) {
  /** @type {HTMLElement} */ (control.parentElement).hidden = !on;
}
