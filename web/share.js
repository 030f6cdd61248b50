// Sharing: the address holds the experiment, so it is all there is to copy.

import { copy } from './clipboard.js';
import { t } from './i18n.js';
import { showNotice } from './notices.js';

/** Links longer than this do not survive every mail program and chat. */
const longLink = 2000;

/** @param {import('./element.js').NNPlay} player */
export function startShare(player) {
  const button = /** @type {HTMLButtonElement} */ (document.getElementById('share'));
  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById('share-dialog'));
  const field = /** @type {HTMLInputElement} */ (document.getElementById('share-link'));
  button.addEventListener('click', async () => {
    const address = new URL(location.href);
    address.search = '';
    address.hash = player.getState();
    if (await copy(address.href)) {
      showNotice(t(address.href.length > longLink ? 'page.copiedLong' : 'page.copied'));
      return;
    }
    field.value = address.href;
    dialog.showModal();
    field.select();
  });
}
