// What the network says of a row of a table: its class, with a probability for each, or
// values.

import { make } from '../../../shared/dom.js';
import { percentText, t } from '../../../shared/i18n.js';
import { figures } from '../../../shared/numbers.js';
import { classColor } from '../../preview.js';

/** @import { ColumnsAnswer, StateAnswer } from '../../../shared/protocol.d.ts' */

/** Outputs that are probabilities. */
const probable = new Set(['sigmoid', 'softmax']);

/**
 * How much the outputs speak for each class: from 0 to 1 where they are probabilities.
 * @param {Array<number | null>} outputs a number a class, or one alone for the second of two
 * @param {boolean} isProbability else it is −1 or 1 that they aim at
 */
function levels(outputs, isProbability) {
  const known = outputs.map((v) => v ?? NaN);
  if (known.length > 1) return known;
  return isProbability ? [1 - known[0], known[0]] : [-known[0], known[0]];
}

/**
 * @param {HTMLElement} list
 * @param {ColumnsAnswer} known of the table
 * @param {Array<number | null>} outputs
 * @param {StateAnswer} state
 */
export function showAnswer(list, known, outputs, { spec, effective }) {
  if (known.classes === null) {
    list.replaceChildren(...known.targets.map((name, i) => make('li', '', make('span', '', name), make('strong', '', outputs[i] === null ? '–' : figures(Number(outputs[i]), 5)))));
    return;
  }
  const names = known.classes;
  const isProbability = probable.has(spec.outputActivation === 'auto' ? effective.outputActivation : spec.outputActivation);
  const all = levels(outputs, isProbability);
  const best = all.indexOf(Math.max(...all));
  list.replaceChildren(...names.map((name, i) => {
    const share = Math.min(1, Math.max(0, isProbability ? all[i] : (all[i] + 1) / 2)) || 0;
    const bar = make('i', 'row-bar');
    bar.style.setProperty('--share', String(share));
    bar.style.setProperty('--class', classColor(i, names.length));
    const text = Number.isNaN(all[i]) ? '–' : isProbability ? percentText(all[i]) : figures(all[i], 3);
    return make('li', i === best ? 'is-best' : '', make(i === best ? 'strong' : 'span', '', name), bar, make('span', 'row-share', text), ...(i === best ? [make('span', 'visually-hidden', t('page.table.best'))] : []));
  }));
}
