// Remarks in a polite live region: each can be dismissed, those that are no
// errors leave by themselves.

import { explain, t } from '../shared/i18n.js';

/** How long a remark stays, in ms. */
const stay = 6000;
const most = 4;

const region = /** @type {HTMLElement} */ (document.getElementById('notices'));

/**
 * @param {string} text
 * @param {boolean} [lasting] until it is dismissed
 */
export function showNotice(text, lasting = false) {
  for (const old of region.children) {
    if (old.firstElementChild?.textContent === text) old.remove();
  }
  const notice = document.createElement('div');
  notice.className = lasting ? 'notice is-lasting' : 'notice';
  const words = document.createElement('p');
  words.textContent = text;
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'close';
  close.setAttribute('aria-label', t('page.dismiss'));
  close.addEventListener('click', () => notice.remove());
  notice.append(words, close);
  region.append(notice);
  while (region.children.length > most) region.firstElementChild?.remove();
  if (!lasting) {
    const leave = () => {
      if (notice.matches(':hover, :focus-within')) setTimeout(leave, stay);
      else notice.remove();
    };
    setTimeout(leave, stay);
  }
}

/** @param {unknown} error what was thrown, or what the trainer told */
export function showProblem(error) {
  showNotice(explain('error', error), true);
}

/** Removes the remarks that have lost their object. */
export function clearNotices() {
  for (const notice of region.querySelectorAll('.is-lasting')) notice.remove();
}

/** @param {Array<{code: string, args: Record<string, string>, text: string}>} notices of the trainer */
export function showNotices(notices) {
  for (const notice of notices) showNotice(explain('notice', notice), true);
}
