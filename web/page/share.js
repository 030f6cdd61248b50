// Sharing: the address holds the experiment, so it is all there is to copy; as a
// link, or as what puts it into a page of one's own.

import { copy } from '../shared/clipboard.js';
import { t } from '../shared/i18n.js';
import { showNotice } from './notices.js';

/** @import { NNPlay } from '../element.js' */

/** Links longer than this do not survive every mail program and chat. */
const longLink = 2000;

/** What there is to copy: a field each, and its text for an experiment. */
const forms = {
  link: (/** @type {URL} */ address) => address.href,
  element: (/** @type {URL} */ address) => {
    const base = new URL('./', address.origin + address.pathname);
    const hash = escape(address.hash.slice(1));
    return `<script type="module" src="${new URL('element.js', base).href}"></script>\n<nn-play experiment="${hash}">\n  <a href="${escape(address.href)}">nnplay</a>\n</nn-play>`;
  },
  iframe: (/** @type {URL} */ address) => {
    const frame = new URL('embed.html', address.origin + address.pathname);
    frame.hash = address.hash;
    return `<iframe src="${escape(frame.href)}" title="nnplay" width="640" height="480" frameborder="0"></iframe>`;
  },
};

/** @param {string} text */
function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** @param {NNPlay} player */
export function startShare(player) {
  const button = /** @type {HTMLButtonElement} */ (document.getElementById('share'));
  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById('share-dialog'));
  /** @param {string} name */
  const field = (name) => /** @type {HTMLInputElement | HTMLTextAreaElement} */ (document.getElementById(`share-${name}`));

  button.addEventListener('click', () => {
    const address = new URL(location.href);
    address.search = '';
    address.hash = player.getState();
    for (const [name, text] of Object.entries(forms)) field(name).value = text(address);
    /** @type {HTMLElement} */ (document.getElementById('share-long')).hidden = address.href.length <= longLink;
    dialog.showModal();
    field('link').select();
    player.screenshot().then((picture) => { if (dialog.open) showPicture(picture); }, () => {}); // without a canvas there is none
  });

  /** @param {Blob | null} picture */
  function showPicture(picture) {
    const image = /** @type {HTMLImageElement} */ (document.getElementById('share-image'));
    const save = /** @type {HTMLAnchorElement} */ (document.getElementById('share-save'));
    if (image.src.startsWith('blob:')) URL.revokeObjectURL(image.src);
    image.removeAttribute('src');
    /** @type {HTMLElement} */ (document.getElementById('share-picture')).hidden = picture === null;
    if (picture === null) return;
    image.src = save.href = URL.createObjectURL(picture);
    image.alt = document.getElementById('canvas-text')?.textContent ?? '';
  }

  dialog.addEventListener('close', () => showPicture(null));
  for (const name of Object.keys(forms)) {
    dialog.querySelector(`[data-copy="${name}"]`)?.addEventListener('click', async () => {
      field(name).select();
      if (await copy(field(name).value)) showNotice(t('page.copiedText'));
      else showNotice(t('page.copyByHand'));
    });
  }
}
