// An input for a running text: typed, pasted, or dropped as a file. It is used
// when it is left, so that a long one is not learned anew at each letter.

import { t } from '../../shared/i18n.js';

/** @import { Field, Schema } from '../../shared/schema.d.ts' */
/** @import { Input } from './control.js' */

/** The most characters that are read of a file; the trainer keeps fewer. */
const mostRead = 100_000;

/**
 * @param {Field} _field
 * @param {Schema} _schema
 * @param {(value: string) => void} change
 * @returns {Input}
 */
export function makePassage(_field, _schema, change) {
  const area = document.createElement('textarea');
  area.rows = 5;
  area.spellcheck = false;
  area.maxLength = mostRead;
  area.placeholder = t('page.passage.empty');
  let shown = '';
  const use = () => {
    if (area.value.trim() !== shown) change(area.value);
  };
  area.addEventListener('change', use);
  area.addEventListener('dragover', (event) => event.preventDefault());
  area.addEventListener('drop', async (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    area.value = (await file.slice(0, 4 * mostRead).text()).slice(0, mostRead);
    use();
  });
  return {
    element: area,
    labeled: area,
    show(value) {
      if (value === shown && document.activeElement === area) return;
      shown = value;
      area.value = value;
    },
  };
}
