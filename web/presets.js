// The presets: experiments to start with, in one list above the settings.

import { explain, t } from './i18n.js';
import { showNotice } from './notices.js';

/**
 * Puts the list of presets at the top of a column.
 * @param {Array<{label: string, link: string}>} presets
 * @param {HTMLElement} column
 * @param {import('./element.js').NNPlay} player
 */
export function showPresets(presets, column, player) {
  const select = document.createElement('select');
  select.id = 'presets';
  select.className = 'presets';
  select.setAttribute('aria-label', t('page.presets'));
  const first = new Option(t('page.presets'), '', true, true);
  first.disabled = true;
  select.add(first);
  for (const { label, link } of presets) select.add(new Option(t(label), link));
  select.addEventListener('change', async () => {
    const link = select.value;
    select.selectedIndex = 0;
    try {
      await player.setState(link);
    } catch (error) {
      showNotice(explain('error', /** @type {any} */ (error)), true);
    }
  });
  column.prepend(select);
}
