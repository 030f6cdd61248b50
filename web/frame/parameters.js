// Which parameter is shown by itself, of a network whose drawing does not show them
// all: the gates of a cell, the matrices of an attention.

import { find } from '../shared/dom.js';
import { t } from '../shared/i18n.js';

/** @import { ShowCommand } from '../shared/protocol.d.ts' */

/** @param {(message: ShowCommand) => void} command */
export function startParameters(command) {
  const box = find('parameters');
  const select = /** @type {HTMLSelectElement} */ (find('parameter'));
  let listed = '';

  select.addEventListener('change', () => command({ type: 'show', name: select.value }));

  return {
    /**
     * Shows the choices, and which is made.
     * @param {Array<{name: string, label: string}>} list
     * @param {string} shown
     */
    show(list, shown) {
      const options = [{ name: '', label: t('page.parameter.none') }, ...list];
      const now = JSON.stringify(options);
      if (now !== listed) {
        select.replaceChildren(...options.map(({ name, label }) => new Option(label, name)));
        listed = now;
      }
      select.value = shown;
      box.hidden = list.length === 0;
    },
  };
}
